import type { Account } from "../domain/funding/account.ts"
import { type Entry, entry as entrySchema, post } from "../domain/funding/entry.ts"
import type { GivenTo, VerbName } from "../domain/funding/play.ts"
import { summaryOf } from "../domain/funding/summary.ts"
import type { FundingLetter } from "../domain/letters/written.ts"
import type { Actor } from "../domain/people/actor.ts"
import type { Grant } from "../domain/people/grant.ts"
import { Refused } from "../domain/refused.ts"
import type { Json } from "../values/canonical.ts"
import { accountsIn, listOf } from "./accounts.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keyedWrite } from "./keyed.ts"
import { keys } from "./keys.ts"
import type { MoveKey } from "./moves.ts"
import type { Table } from "./table.ts"

/** Who makes a move in an account, with which grant, when. */
export type Posting = {
  by: { actor: Pick<Actor, "id" | "name">; grant: Pick<Grant, "id" | "role"> }
  at: Date
  key?: MoveKey
}

/** What a move is decided to be by what stands there: with it go the letters and whatever else changes, in one write. */
export type Decided<Name extends VerbName, Result extends Json> = {
  verb: Name
  given: GivenTo<Name>
  result: (after: Account) => Result
  letters?: (after: Account) => FundingLetter[]
  more?: Action[]
}

/** The account of one site in one phase with its ledger, and what is done in it; what is read alone: `accountsIn`. */
export const fundingIn = (table: Table) => {
  const read = accountsIn(table)

  /** Its lines, oldest first. */
  const entries = async (organisation: string, phase: string): Promise<Entry[]> => {
    const { pk, sk } = keys.entry(organisation, phase, 0)
    return (await everyItem(table, { pk, begins: sk.slice(0, -6), strong: true })).map((item) =>
      entrySchema.parse(item),
    )
  }

  /**
   * One line more: the account, the line, its letters and what goes with it, together or not at all. `decide` is asked
   * again where somebody was quicker, and refuses by throwing; the same key gives what it gave before.
   */
  const change = <Name extends VerbName, Result extends Json>(
    { organisation, phase }: Pick<Account, "organisation" | "phase">,
    posting: Posting,
    decide: (before: Account | undefined) => Promise<Decided<Name, Result>> | Decided<Name, Result>,
  ): Promise<Result> => {
    const { by, key } = posting
    const keyed = key && { at: keys.fundingMove(organisation, by.actor.id, key.key), key }
    return keyedWrite(table, keyed, async () => {
      const before = await read.account(organisation, phase)
      const decided = await decide(before)
      const { actions, after } = posted(before, posting, decided)
      return { actions, result: decided.result(after) }
    })
  }

  return { ...read, entries, change }
}

/** A line as actions of one write, for a move that changes more than the account: it holds while that stands as it was read. */
export const posted = <Name extends VerbName>(
  before: Account | undefined,
  { by: { actor, grant }, at }: Posting,
  { verb, given, letters, more = [] }: Pick<Decided<Name, Json>, "verb" | "given" | "letters" | "more">,
): { actions: Action[]; after: Account } => {
  const { account: after, entry } = post(before, {
    verb,
    given,
    by: { person: actor.id, name: actor.name },
    at: at.toISOString(),
    role: grant.role,
    grant: grant.id,
  })
  const told = letters?.(after) ?? []
  return {
    after,
    actions: [
      {
        put: {
          ...keys.account(after.organisation, after.phase),
          ...after,
          summary: summaryOf(after),
          inRound: listOf(after.phase),
          site: after.organisation,
          revision: after.entries.number,
        },
        when: before ? { is: { revision: before.entries.number } } : "new",
      },
      { put: { ...keys.entry(entry.organisation, entry.phase, entry.number), ...entry }, when: "new" },
      ...told.map(
        (one): Action => ({ put: { ...keys.fundingLetter(one.organisation, one.id), ...one }, when: "new" }),
      ),
      ...more,
    ],
  }
}

/** For a move about an award that has to be there. */
export const there = (one: Account | undefined): Account => {
  if (!one) throw new Refused("not found")
  return one
}
