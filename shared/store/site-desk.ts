import * as z from "zod"
import type { Expected } from "../domain/calendar/expected.ts"
import { type Telling, tellings } from "../domain/letters/told.ts"
import { type SponsorLetter, sponsorLetter, sponsorLetterId } from "../domain/notices/sponsor-letter.ts"
import { Refused } from "../domain/refused.ts"
import { type Event, event as eventSchema } from "../domain/submissions/event.ts"
import { plainDate } from "../values/london.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { changedExpected, expectedIn } from "./expected.ts"
import { keyedWrite } from "./keyed.ts"
import { keys } from "./keys.ts"
import type { MoveKey } from "./moves.ts"
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

/** One site's calendar as the programme sees it: what was told and done about its returns, and letters to its sponsors. */
export const siteDeskIn = (table: Table, organisation: string) => {
  /** Who was told what about its returns, newest first: of one of them where it is given. */
  const told = async (round?: string): Promise<SiteTold[]> => {
    const { pk, sk } = keys.told(organisation, round ?? "", "")
    const asked = { pk, begins: round === undefined ? "TOLD#" : sk, strong: true }
    const found = (await everyItem(table, asked)).flatMap((item) => toldLine.safeParse(item).data ?? [])
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

  /** Writes to the sponsors, with a line of the return's history: once for each return. See `keyedWrite`. */
  const writeToSponsor = (
    round: string,
    { person, key }: { person: string; key: MoveKey },
    decide: (one: Expected) => { changed: Parameters<typeof changedExpected>[0]; letter: SponsorLetter },
  ): Promise<null> =>
    keyedWrite(table, { at: keys.siteMove(organisation, person, key.key), key }, async () => {
      const [one, went] = await Promise.all([expectedIn(table).of(organisation, round), toSponsor(round)])
      if (!one?.owed) throw new Refused("not found")
      if (went) throw new Refused("not possible now", { says: wentWords(went.letter) })
      const { changed, letter } = decide(one)
      const kept: Action = { put: { ...keys.siteLetter(organisation, letter.id), ...letter }, when: "new" }
      return { actions: [...changedExpected(changed, one), kept], result: null }
    })

  return { told, events, toSponsor, writeToSponsor }
}

const wentWords = ({ by, to }: SponsorLetter) =>
  `A letter about this return has gone to ${to.map(({ name }) => name).join(" and ")} already: ${by} sent it.`
