import { type Evidence, evidence as schema } from "../domain/funding/evidence.ts"
import type { FundingLetter } from "../domain/letters/written.ts"
import { Refused } from "../domain/refused.ts"
import { evidenceOf } from "./funding-facts.ts"
import { keyedWrite } from "./keyed.ts"
import { keys } from "./keys.ts"
import type { MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

/** By which key a browser puts a file into the store: it says nothing else of it. */
export const fileKey = ({ organisation, phase, id }: Pick<Evidence, "organisation" | "phase" | "id">) =>
  `${organisation}/${phase}/${id}`

/** By which key it is kept once it was looked at: these very bytes, and no others that came under the same key. */
export const keptKey = (one: Pick<Evidence, "organisation" | "phase" | "id" | "sha256">) =>
  `${fileKey(one)}/${one.sha256}`

/** Which file a key of the store means; nothing where it is none of ours. */
export const fileIn = (key: string): Pick<Evidence, "organisation" | "phase" | "id"> | undefined => {
  const [organisation, phase, id, ...rest] = key.split("/")
  return organisation && phase && id && rest.length === 0 ? { organisation, phase, id } : undefined
}

/** The tries a word of a machine is given while others change the same. */
const tries = 5

/** What is known of the files of a site. */
export const evidenceIn = (table: Table, organisation: string) => {
  const one = async (phase: string, id: string): Promise<Evidence | undefined> => {
    const item = await table.get(keys.evidence(organisation, phase, id), { strong: true })
    return item && schema.parse(item)
  }

  /** Those of a phase, as they were added. */
  const inPhase = async (phase: string): Promise<Evidence[]> =>
    (await evidenceOf(table, organisation, phase)).sort((a, b) => a.at.localeCompare(b.at))

  type Result = { id: string; state: Evidence["state"] }

  /** A change that somebody asks for, once for each key. `decide` refuses by throwing. */
  const move = (
    person: string,
    key: MoveKey,
    decide: () => Promise<{ before?: Evidence; after?: Evidence; result: Result }>,
  ): Promise<Result> =>
    keyedWrite(table, { at: keys.fundingMove(organisation, person, key.key), key }, async () => {
      const { before, after, result } = await decide()
      return { actions: after ? [putEvidence(after, before)] : [], result }
    })

  /** A change that a machine tells of, with its letters: as often as it is told. Gives what stands there then. */
  const told = async (
    phase: string,
    id: string,
    decide: (before: Evidence) => Promise<{ after: Evidence; letters: FundingLetter[] } | undefined>,
  ): Promise<{ changed: boolean; one?: Evidence }> => {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const before = await one(phase, id)
      const decided = before && (await decide(before))
      if (!decided) return { changed: false, ...(before && { one: before }) }
      const { after, letters } = decided
      const actions = [putEvidence(after, before), ...letters.map(putLetter)]
      if ((await table.write(actions)).written) return { changed: true, one: after }
    }
    throw new Refused("busy", { retryAfterSeconds: 2 })
  }

  return { one, inPhase, move, told }
}

const putEvidence = (after: Evidence, before?: Evidence): Action => ({
  put: { ...keys.evidence(after.organisation, after.phase, after.id), ...after },
  when: before ? { is: { revision: before.revision } } : "new",
})

const putLetter = (one: FundingLetter): Action => ({
  put: { ...keys.fundingLetter(one.organisation, one.id), ...one },
  when: "new",
})
