import {
  asSeen,
  type GoingMonth,
  latestGoing,
  type Side,
  sides,
  stillSayable,
  type Word,
  withWord,
} from "../../../shared/domain/coaching/going.ts"
import { sayingFrom } from "../../../shared/domain/coaching/going-form.ts"
import { firstDayOf, type Month, monthBefore } from "../../../shared/domain/coaching/going-month.ts"
import type { Going } from "../../../shared/domain/coaching/going-words.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import { goingIn } from "../../../shared/store/going.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { monthWords } from "../../../shared/values/london.ts"
import { type C, changeHere, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { monthToSay } from "./desk.ts"

export type SaidSo = { month: string; side: string; says: Going }

/** `seen` is when what the page showed was said, where it comes from one. */
type Given = { key: MoveKey; seen?: string }

type Saying = Pick<Word, "says" | "stuck" | "line">

const saying = async (
  c: C,
  side: Side,
  { key, seen }: Given,
  decide: (month: Month) => Promise<Saying> | Saying,
): Promise<SaidSo> => {
  const { right } = sides[side]
  const month = monthToSay(c, right)
  const place = placeHere(c)
  const made = await changeHere<SaidSo>(c, { right, key }, async (head) => {
    const now = c.var.world.now()
    stillSayable(month, now)
    const before = await goingIn(c.var.world.table, place).month(month)
    asSeen(before?.words[side], seen)
    const { organisation, phase } = place
    const fresh: GoingMonth = { id: month, organisation, phase, words: {}, revision: 0 }
    const said = await decide(month)
    const after = withWord(before ?? fresh, side, said, whoHere(c), now)
    return {
      move: "say how it goes",
      about: { kind: "going", id: month, title: monthWords(firstDayOf(month)) },
      head: { going: latestGoing(head.going, after) },
      actions: [putShared("GOING", after, before)],
      result: { month, side, says: said.says },
    }
  })
  return { month: made.month, side: made.side, says: made.says }
}

/** The word of one side about the month in the address; what it said before is kept. */
export const say = (c: C, side: Side, typed: Record<string, unknown>, given: Given) =>
  saying(c, side, given, (month) => sayingFrom(month, typed, c.var.world.now()))

/** The same as that side said of the month before. */
export const sayTheSame = (c: C, side: Side, given: Given) =>
  saying(c, side, given, async (month) => {
    const last = (await goingIn(c.var.world.table, placeHere(c)).month(monthBefore(month)))?.words[side]
    if (!last)
      throw new Refused("not possible now", {
        says: `Nothing was said of ${monthWords(firstDayOf(monthBefore(month)))} here: say how it is going.`,
      })
    const { says, stuck, line } = last
    return { says, stuck, ...(line !== undefined && { line }) }
  })
