import * as z from "zod"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { type Account, account } from "./account.ts"
import { type Playing, play, type VerbName, verbNames } from "./play.ts"

/**
 * One line of the ledger of a site in a phase: what was done, by whom, with the hash of the line before. The lines are
 * the record; the account is what they come to.
 */
export const entry = z.object({
  organisation: z.string(),
  phase: z.string(),
  number: z.int(),
  verb: z.enum(verbNames),
  given: z.record(z.string(), z.json()),
  by: z.object({ person: z.string(), name: z.string() }),
  /** The role it was done in, and the grant of it. */
  role: z.string(),
  grant: z.string(),
  at: z.iso.datetime(),
  previous: z.string(),
  hash: z.string(),
})
export type Entry = z.infer<typeof entry>

type Posting<Name extends VerbName> = Playing<Name> & { role: string; grant: string }

/** The next line of a ledger, and what the account comes to with it. */
export const post = <Name extends VerbName>(
  before: Account | undefined,
  { role, grant, ...playing }: Posting<Name>,
): { account: Account; entry: Entry } => {
  const after = play(before, playing as unknown as Playing)
  const rest = {
    organisation: after.organisation,
    phase: after.phase,
    number: (before?.entries.number ?? 0) + 1,
    verb: playing.verb,
    given: plain(playing.given),
    by: playing.by,
    role,
    grant,
    at: playing.at,
    previous: before?.entries.hash ?? "",
  }
  const hash = hashOf(rest)
  return {
    account: account.parse({ ...after, entries: { number: rest.number, hash } }),
    entry: { ...rest, hash },
  }
}

const plain = (given: unknown): Entry["given"] => JSON.parse(JSON.stringify(given))

const hashOf = (rest: Omit<Entry, "hash">) => sha256(canonical(rest as unknown as Json))

/** What some lines come to, played from the first. Throws where one of them is not what was written, or cannot follow. */
export const replayed = (entries: readonly Entry[]): Account | undefined => {
  let now: Account | undefined
  for (const { hash, ...rest } of entries) {
    const { number, previous, verb, given, by, at, role, grant } = rest
    if (
      hashOf(rest) !== hash ||
      previous !== (now?.entries.hash ?? "") ||
      number !== (now?.entries.number ?? 0) + 1
    )
      throw new Error(`Line ${number} is not what was written`)
    now = post(now, { verb, given, by, at, role, grant } as unknown as Posting<VerbName>).account
  }
  return now
}
