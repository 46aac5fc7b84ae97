import * as z from "zod"
import type { Expected } from "../domain/calendar/expected.ts"
import { type Telling, tellings } from "../domain/letters/told.ts"
import { type SponsorLetter, sponsorLetter, sponsorLetterId } from "../domain/notices/sponsor-letter.ts"
import { Refused } from "../domain/refused.ts"
import { type Event, event as eventSchema } from "../domain/submissions/event.ts"
import { plainDate } from "../values/london.ts"
import type { Action } from "./action.ts"
import { changedExpected, expectedIn } from "./expected.ts"
import { keys } from "./keys.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import type { Table } from "./table.ts"

const toldLine = z.object({
  round: z.string(),
  on: plainDate,
  name: z.string(),
  email: z.string(),
  role: z.string(),
  notice: z.string(),
})
export type SiteTold = z.infer<typeof toldLine>

/** The tries a change is given while others of the same return are made at the same moment. */
const tries = 5

/** One site's calendar as the programme sees it: what was told and done about its returns, and letters to its sponsors. */
export const siteDeskIn = (table: Table, organisation: string) => {
  /** Who was told what about its returns, newest first: of one of them where it is given. */
  const told = async (round?: string): Promise<SiteTold[]> => {
    const { pk, sk } = keys.told(organisation, round ?? "", "")
    const found: SiteTold[] = []
    let after: Record<string, unknown> | undefined
    do {
      const asked = { pk, begins: round === undefined ? "TOLD#" : sk, after, strong: true }
      const { items, next } = await table.query(asked)
      found.push(...items.flatMap((item) => toldLine.safeParse(item).data ?? []))
      after = next
    } while (after)
    return found.sort((a, b) => b.on.localeCompare(a.on))
  }

  /** What was done about the date of one of its returns, newest first. */
  const events = async (round: string): Promise<Event[]> => {
    const { pk, sk } = keys.event(organisation, round, 0)
    const asked = { pk, begins: sk.slice(0, -6), newestFirst: true, limit: 100, strong: true }
    const { items } = await table.query(asked)
    return items.map((item) => eventSchema.parse(item))
  }

  /** The letter to its sponsors about a return, where one went, with what became of it. */
  const toSponsor = async (
    round: string,
  ): Promise<{ letter: SponsorLetter; tellings: Telling[] } | undefined> => {
    const item = await table.get(keys.siteLetter(organisation, sponsorLetterId(round)), { strong: true })
    return item && { letter: sponsorLetter.parse(item), tellings: tellings(item) }
  }

  const replay = async (person: string, key: string): Promise<Done | undefined> => {
    const item = await table.get(keys.siteMove(organisation, person, key), { strong: true })
    return item && done.parse(item)
  }

  /**
   * Writes to the sponsors, with a line of the return's history: once for each return. `decide` refuses by throwing.
   * The same key gives what it gave the first time.
   */
  const writeToSponsor = async (
    round: string,
    { person, key }: { person: string; key: MoveKey },
    decide: (one: Expected) => { changed: Parameters<typeof changedExpected>[0]; letter: SponsorLetter },
  ): Promise<void> => {
    const { fingerprint, expires } = key
    const replayed = ({ fingerprint: before }: Done) => {
      if (before !== fingerprint) throw new Refused("key used for something else")
    }
    const before = await replay(person, key.key)
    if (before) return replayed(before)
    for (let attempt = 1; attempt <= tries; attempt++) {
      const [one, went] = await Promise.all([expectedIn(table).of(organisation, round), toSponsor(round)])
      if (!one?.owed) throw new Refused("not found")
      if (went) {
        const same = await replay(person, key.key)
        if (same) return replayed(same)
        throw new Refused("not possible now", { says: wentWords(went.letter) })
      }
      const { changed, letter } = decide(one)
      const actions: Action[] = [
        {
          put: { ...keys.siteMove(organisation, person, key.key), fingerprint, result: null, expires },
          when: "new",
        },
        ...changedExpected(changed, one),
        { put: { ...keys.siteLetter(organisation, letter.id), ...letter }, when: "new" },
      ]
      if ((await table.write(actions)).written) return
      const meanwhile = await replay(person, key.key)
      if (meanwhile) return replayed(meanwhile)
    }
    throw new Refused("busy", { retryAfterSeconds: 2 })
  }

  return { told, events, toSponsor, writeToSponsor }
}

const wentWords = ({ by, to }: SponsorLetter) =>
  `A letter about this return has gone to ${to.map(({ name }) => name).join(" and ")} already: ${by} sent it.`
