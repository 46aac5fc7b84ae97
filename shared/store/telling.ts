import { isLive } from "../domain/people/grant.ts"
import type { Member } from "../domain/people/member.ts"
import { type DecisionLetter, decisionLetter, decisionLetterId } from "../domain/selection/letter.ts"
import type { Reading } from "../domain/selection/reading.ts"
import { isWithdrawn, type LetterRow, textOf } from "../domain/selection/telling.ts"
import type { RoundTold, ToldDecision } from "../domain/selection/told.ts"
import { seal } from "../values/seal.ts"
import { putRoundTold } from "./directory.ts"
import { expectedIn } from "./expected.ts"
import { keys } from "./keys.ts"
import { panelIn } from "./panel.ts"
import { peopleIn } from "./people.ts"
import type { Table } from "./table.ts"
import { openedIn, roundToldIn, sealedAbout } from "./told.ts"

type Random = (bytes: number) => Uint8Array

/** So many rows are written at the same moment. */
const together = 8

/** How often rows that somebody was writing to are looked at again. */
const passes = 3

/** The key of a round, made once: whoever asks second has the first one's. */
export const sealKeyOf = async (table: Table, round: string, random: Random): Promise<string> => {
  const at = keys.sealKey(round)
  const known = async () => (await table.get(at, { strong: true }))?.key
  const before = await known()
  if (before !== undefined) return String(before)
  const key = Buffer.from(random(32)).toString("base64url")
  const { written } = await table.write([{ put: { ...at, key }, when: "new" }])
  return written ? key : String(await known())
}

type Sealing = { rows: LetterRow[]; key: string; random: Random; at: string }

/**
 * Seals what these applicants will read, each with its mark on the reading, and gives back those that held: a row holds
 * only as long as the reading stands as it was read. Broken off, the rows that were written stay sealed.
 */
export const sealRows = async (table: Table, round: string, { rows, key, random, at }: Sealing) => {
  const store = panelIn(table, round)
  const held = await inEights(rows, async ({ reading, told, mark }) => {
    if (!told || mark === undefined) return false
    const { organisation, reference } = reading
    const about = sealedAbout(round, reference, told.version)
    const box = seal(textOf(told), key, random(12), about)
    const { written } = await table.write([
      { put: { ...keys.sealed(organisation, reference), ...box, version: told.version } },
      store.put({ ...reading, sealed: { mark, at } }, reading),
    ])
    return written
  })
  return rows.filter((_, place) => held[place])
}

type Lettering = { programme: string; round: string; at: Date; limit?: number }
type Lettered = { put: number; of: number }

/**
 * Puts the letters of a round that was told: to each applicant one of each version, in the write that says so on the
 * reading. It ends by itself at `limit` letters, and goes on where it was.
 */
export const putLetters = async (
  table: Table,
  { programme, round, at, limit = Number.POSITIVE_INFINITY }: Lettering,
): Promise<Lettered> => {
  const [told, arrivals] = await Promise.all([roundToldIn(table, round), expectedIn(table).inRound(round)])
  if (!told) return { put: 0, of: 0 }
  let left = limit
  for (let pass = 1; ; pass++) {
    const { readings } = await panelIn(table, round).all()
    const due = readings.filter((one) => !isWithdrawn(one, arrivals) && one.decided)
    const waits = due.filter(waitsForLetter)
    const lettered = { put: due.filter(hasLetter).length, of: due.length }
    if (waits.length === 0)
      await table.write([putRoundTold(programme, { round, at: told.at, lettered: true })])
    if (waits.length === 0 || left <= 0 || pass > passes) return lettered
    const now = waits.slice(0, left)
    await inEights(now, (reading) => putLetter(table, round, { reading, told, at }))
    left -= now.length
  }
}

/** Sealed, and no letter of that version has gone; what is being changed waits until it is sealed anew. */
const waitsForLetter = (one: Reading) => one.sealed !== undefined && !hasLetter(one)

const hasLetter = ({ decided, lettered }: Reading) => lettered !== undefined && lettered === decided?.version

const putLetter = async (
  table: Table,
  round: string,
  { reading, told, at }: { reading: Reading; told: RoundTold; at: Date },
) => {
  const { organisation, reference } = reading
  const [decision, members] = await Promise.all([
    openedIn(table, { organisation, reference, round }, told),
    peopleIn(table).membersOf(organisation),
  ])
  if (!decision || decision.version !== reading.decided?.version) return false
  const letter = letterOf(decision, members, at)
  const { written } = await table.write([
    { put: { ...keys.siteLetter(organisation, letter.id), ...letter }, when: "new" },
    panelIn(table, round).put({ ...reading, lettered: decision.version }, reading),
  ])
  return written
}

const roles = ["lead", "sponsor", "contributor"]

/** To everybody who may read the decision whole, each once. */
const letterOf = (decision: ToldDecision, members: Member[], at: Date): DecisionLetter =>
  decisionLetter.parse({
    letter: "decision",
    id: decisionLetterId(decision.reference, decision.version),
    organisation: decision.organisation,
    reference: decision.reference,
    round: decision.round,
    at: at.toISOString(),
    by: "The Department of Health",
    to: members
      .filter((one) => roles.includes(one.role) && isLive(one, at))
      .filter(({ email }, place, all) => all.findIndex((one) => one.email === email) === place)
      .map(({ name, email, role }) => ({ name, email, role })),
    decision,
  })

/** Eight at a time. Where one fails, the others of its eight end first: nothing goes on behind an answer. */
const inEights = async <One, Given>(all: One[], does: (one: One) => Promise<Given>): Promise<Given[]> => {
  const given: Given[] = []
  for (let from = 0; from < all.length; from += together) {
    const ended = await Promise.allSettled(all.slice(from, from + together).map(does))
    for (const one of ended) {
      if (one.status === "rejected") throw one.reason
      given.push(one.value)
    }
  }
  return given
}
