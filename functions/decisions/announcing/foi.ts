import { strToU8, zipSync } from "fflate"
import { answered } from "../../../shared/domain/answered.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { foiForm, inPart, partsOf } from "../../../shared/domain/selection/foi.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, changing, deskHere, only } from "../../../shared/web/panel/here.ts"
import { saysOf } from "./desk.ts"
import { type Expression, filesOf } from "./foi-files.ts"
import { sentOf } from "./sent.ts"

export { foiForm } from "../../../shared/domain/selection/foi.ts"

const right = "export the round"

/** As many expressions of interest as are fetched at the same moment. */
const together = 8

/** What of the round this person can export, in how many parts. */
export const foiHere = async (c: C) => {
  only(c, right, saysOf(right))
  const desk = await deskHere(c)
  const open = desk.seen.filter(isOpen)
  const free = open.filter(({ compared }) => compared)
  return {
    ...desk,
    owes: open.length > free.length,
    notSaid: desk.seen.filter((one) => !isOpen(one)),
    count: free.length,
    parts: partsOf(free.length),
    mine: desk.whole.readings.filter(({ reference }) => free.some((one) => one.reference === reference)),
  }
}
export type OnFoi = Awaited<ReturnType<typeof foiHere>>

export type FoiFile = { name: string; part: number; parts: number; bytes: Uint8Array<ArrayBuffer> }

/** A part of the round as one file. That it was made, by whom and what for, is a line of the round's history first. */
export const foiFile = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<FoiFile> => {
  only(c, right, saysOf(right))
  const { because, part = 1 } = answered(foiForm, given, c.var.world.now()) as {
    because: string
    part?: number
  }
  const note = `Part ${part}: ${because}`
  await changing(c, { right, says: saysOf(right), move: "export", note, key }, async () => {
    exportable(await foiHere(c), part)
    return { actions: [], result: { part } }
  })
  const desk = await foiHere(c)
  exportable(desk, part)
  const bytes = await packedOf(c, desk, part)
  const name = `${desk.round.id}-foi${desk.parts > 1 ? `-part-${part}-of-${desk.parts}` : ""}.zip`
  return { name, part, parts: desk.parts, bytes }
}

const exportable = ({ owes, count, parts }: OnFoi, part: number) => {
  if (owes)
    throw new Refused("not possible now", {
      says: "You still have scores to send in this round. It is exported by somebody who has none to send.",
    })
  if (count === 0) throw new Refused("not possible now", { says: "There is nothing to export yet." })
  if (part > parts)
    throw new Refused("not valid", {
      problems: [
        { question: "part", says: parts === 1 ? "There is one part only" : `There are ${parts} parts` },
      ],
    })
}

const packedOf = async (c: C, desk: OnFoi, part: number): Promise<Uint8Array<ArrayBuffer>> => {
  const { actor, world } = c.var
  const readings = inPart(desk.mine, part)
  const { store, whole, round, parts } = desk
  const [sheets, decisions, notes, views, moderations, team, sents] = await Promise.all([
    store.everySheet(),
    store.everyDecision(),
    store.everyNote(),
    store.everyView(),
    store.everyModeration(),
    peopleIn(world.table).membersOf(programmeItself),
    inEights(readings, (one) => sentOf(world.table, one)),
  ])
  const expressions = readings.flatMap((reading, place): Expression[] => {
    const sent = sents[place]
    return sent ? [{ reading, sent }] : []
  })
  const files = filesOf({
    round,
    expressions,
    criteria: whole.criteria,
    sheets,
    decisions,
    notes,
    views,
    moderations,
    team: [...team, actor],
    panel: whole.readings.flatMap(({ readers, said }) => [...readers, ...said]),
    linked: whole.readings.filter(({ reference }) => !desk.seen.some((one) => one.reference === reference)),
    today: londonDate(world.now()),
    made: { at: world.now(), part, parts },
  })
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  return zipSync(packed, { level: 6, mtime: world.now() }) as Uint8Array<ArrayBuffer>
}

const inEights = async <One, Given>(all: One[], does: (one: One) => Promise<Given>): Promise<Given[]> => {
  const given: Given[] = []
  for (let from = 0; from < all.length; from += together)
    given.push(...(await Promise.all(all.slice(from, from + together).map(does))))
  return given
}
