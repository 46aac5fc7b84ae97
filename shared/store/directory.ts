import * as z from "zod"
import { type Programme, programme as programmeSchema } from "../domain/calendar/programme.ts"
import {
  type ListedRound,
  listedRound,
  type PublishedAnswer,
  publishedAnswer,
  type Round,
  round as roundSchema,
} from "../domain/calendar/round.ts"
import { domainsOf, type Organisation, organisation as schema } from "../domain/people/organisation.ts"
import { keys } from "./keys.ts"
import type { Action, Item, Table } from "./table.ts"

/** What everybody may know: the programme, its rounds, the organisations that may take part. */
export const directoryIn = (table: Table) => ({
  programme: async (id: string): Promise<Programme | undefined> => {
    const item = await table.get(keys.programme(id))
    return item && programmeSchema.parse(item)
  },

  /** Every round of a programme, as lists need it. */
  rounds: async (programme: string): Promise<ListedRound[]> => (await listed(table, programme)).rounds,

  /** The same, with those whose applicants were told: for the applicants alone. */
  roundsAndTold: (programme: string): Promise<{ rounds: ListedRound[]; told: RoundToldOn[] }> =>
    listed(table, programme),

  round: async (id: string): Promise<Round | undefined> => {
    return roundOf(await table.get(keys.round(id)))
  },

  /** A round with every answer published about it, oldest first; one that was published just now is there. */
  roundWithAnswers: async (id: string): Promise<{ round?: Round; answers: PublishedAnswer[] }> => {
    const { items } = await table.query({ pk: keys.round(id).pk, strong: true })
    const found = items.find(({ sk }) => sk === keys.round(id).sk)
    return {
      round: roundOf(found),
      answers: items.filter(({ sk }) => sk.startsWith("ANSWER#")).map((item) => publishedAnswer.parse(item)),
    }
  },

  /** The newest answers of a round, those before a number where one is given. */
  newestAnswers: async (
    id: string,
    { limit, before }: { limit: number; before?: number },
  ): Promise<{ items: PublishedAnswer[]; more: boolean }> => {
    const { items, next } = await table.query({
      pk: keys.round(id).pk,
      begins: "ANSWER#",
      newestFirst: true,
      limit,
      strong: true,
      after: before === undefined ? undefined : keys.answer(id, before),
    })
    return { items: items.map((item) => publishedAnswer.parse(item)), more: next !== undefined }
  },

  organisation: async (id: string): Promise<Organisation | undefined> => {
    const item = await table.get(keys.organisation(id))
    return item && schema.parse(item)
  },

  organisations: async (): Promise<Organisation[]> => {
    const { items } = await table.query({ pk: keys.organisation("").pk, begins: "ORG#" })
    return items.map((item) => schema.parse(item))
  },

  /** The organisation whose own mail domain an address is at, if any. */
  organisationOf: async (email: string): Promise<Organisation | undefined> => {
    for (const domain of domainsOf(email).slice(0, 3)) {
      const item = await table.get(keys.domain(domain))
      if (item) {
        const found = await table.get(keys.organisation(String(item.organisation)))
        return found && schema.parse(found)
      }
    }
    return undefined
  },

  /** Loads reference data: repeatable, the newest words win, but for what somebody has changed here since. */
  load: async (organisations: Organisation[]) => {
    const { items } = await table.query({ pk: keys.organisation("").pk, begins: "ORG#", strong: true })
    const changed = items.filter(({ changedAt }) => changedAt).map(({ id }) => id)
    const puts = organisations
      .map((one) => schema.parse(one))
      .filter(({ id }) => !changed.includes(id))
      .flatMap((one) => [
        { put: { ...keys.organisation(one.id), ...one } },
        ...one.domains.map((domain) => ({ put: { ...keys.domain(domain), organisation: one.id } })),
      ])
    for (let at = 0; at < puts.length; at += 100) await table.write(puts.slice(at, at + 100))
  },

  publishRound: (one: Round) =>
    table.write([
      { put: { ...keys.round(one.id), ...one } },
      { put: { ...keys.listedRound(one.programme, one.id), ...listedRound.parse(one) } },
    ]),
  publishAnswer: (round: string, one: PublishedAnswer) =>
    table.write([{ put: { ...keys.answer(round, one.number), ...one } }]),
  publishProgramme: (one: Programme) => table.write([{ put: { ...keys.programme(one.id), ...one } }]),
})

/** A round that was told, and whether every letter about it is put. */
const roundToldOn = z.object({ round: z.string(), at: z.iso.datetime(), lettered: z.boolean() })
export type RoundToldOn = z.infer<typeof roundToldOn>

export const putRoundTold = (programme: string, one: RoundToldOn, when?: "new"): Action => ({
  put: { ...keys.listedTold(programme, one.round), ...roundToldOn.parse(one) },
  ...(when && { when }),
})

const listed = async (table: Table, programme: string) => {
  const { items } = await table.query({ pk: keys.programme(programme).pk, begins: "ROUND#" })
  const told = items.filter(({ sk }) => sk.endsWith("#TOLD"))
  return {
    rounds: items.filter(isListed).map((item) => listedRound.parse(item)),
    told: told.map((item) => roundToldOn.parse(item)),
  }
}

/** What lies beside a listed round is about it, and is none. */
export const isListed = ({ sk }: Pick<Item, "sk">) => sk.split("#").length === 2

/** A round that was taken back before it opened is none. */
const roundOf = (item: Item | undefined): Round | undefined =>
  item === undefined || item.takenBack ? undefined : roundSchema.parse(item)

export type Directory = ReturnType<typeof directoryIn>
