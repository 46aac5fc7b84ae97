import { type Answer, answer } from "../domain/evaluation/answers/answer.ts"
import { type Asking, asking, type Wave, wave } from "../domain/evaluation/answers/wave.ts"
import { sha256 } from "../values/hash.ts"
import type { Action } from "./action.ts"
import type { Chains } from "./changes.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What people, families and practitioners answered, straight to the evaluator. */
export const answersIn = (table: Table) => {
  /** Every answer of a site in a phase, in one query, in an order that says nothing. */
  const ofSite = (organisation: string, phase: string): Promise<Answer[]> => under(organisation, phase, "")

  const ofWave = ({ organisation, phase, wave }: Asking): Promise<Answer[]> =>
    under(organisation, phase, `${wave}#`)

  const under = async (organisation: string, phase: string, begins: string): Promise<Answer[]> => {
    const { pk, sk } = keys.answerGiven(organisation, phase, "", "")
    const items = await everyItem(table, { pk, begins: `${sk.slice(0, -1)}${begins}`, strong: true })
    return items.map(({ pk: _, sk: __, ...given }) => answer.parse(given))
  }

  /** Once: the same id again changes nothing. */
  const give = async (one: Answer): Promise<void> => {
    const { organisation, phase, wave, id } = one
    await table.write([
      { put: { ...keys.answerGiven(organisation, phase, wave, id), ...answer.parse(one) }, when: "new" },
    ])
  }

  /** What a link asks, by its secret: of a secret that opens nothing nothing more is read than that. */
  const openedBy = async (secret: string): Promise<Asking | undefined> => {
    const item = await table.get(keys.asking(sha256(secret)), { strong: true })
    return item && asking.parse(item)
  }

  /** The waves of one site, as its own people may see them: never what came of them. */
  const askedAt = async (organisation: string, phase: string): Promise<Asking[]> => {
    const { pk, sk } = keys.evaluation(organisation, "ASKING", phase, "")
    return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => asking.parse(item))
  }

  return { ofSite, ofWave, give, openedBy, askedAt }
}

/** The waves in which evaluators ask, across sites. */
export const wavesIn = (table: Table, programme: string) => ({
  all: async (phase: string): Promise<Wave[]> => {
    const { pk, sk } = keys.finding(programme, "WAVE", phase, "")
    return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => wave.parse(item))
  },

  one: async (phase: string, id: string): Promise<Wave | undefined> => {
    const item = await table.get(keys.finding(programme, "WAVE", phase, id), { strong: true })
    return item && wave.parse(item)
  },
})

/** A wave with the two that are made of it: what its link opens, and what the site hands on. `secret` is of the link. */
export const putWave = (programme: string, secret: string, after: Wave, before?: Wave): Action[] => {
  const next = wave.parse({ ...after, revision: (before?.revision ?? 0) + 1 })
  const shown = asking.parse(next)
  const { organisation, phase, wave: id } = next
  return [
    {
      put: { ...keys.finding(programme, "WAVE", phase, id), ...next },
      when: before ? { is: { revision: before.revision } } : "new",
    },
    { put: { ...keys.asking(sha256(secret)), ...shown } },
    { put: { ...keys.evaluation(organisation, "ASKING", phase, id), ...shown } },
  ]
}

/** Where it is written that evaluators opened and closed a wave. */
export const wavesChain = (programme: string): Chains => ({
  chain: (record) => keys.findingsChain(programme, record),
  move: (person, key) => keys.findingsMove(programme, person, key),
  event: (record, number) => keys.event("findings", record, number),
  contents: (record, number) => keys.contents("findings", record, number),
})
