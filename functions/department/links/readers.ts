import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { withoutReader } from "../../../shared/domain/selection/assigning.ts"
import { scoresByForm, takingOff } from "../../../shared/domain/selection/assigning-form.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import { standsUntilSent, untilSentWords } from "../../../shared/domain/selection/standing.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../../shared/values/london.ts"
import { type C, changing, deskHere, only } from "../../../shared/web/panel/here.ts"
import { nameOf } from "./people.ts"
import { assigners } from "./sharing.ts"

type Off = { reference: string; person: string; because?: string }

/** One reader of one of them, with whether their sheet is sent. */
export const readerHere = async (c: C, { reference, person }: Pick<Off, "reference" | "person">) => {
  only(c, "assign", assigners)
  const desk = await deskHere(c)
  const one = desk.seen.find((each) => each.reference === reference)
  const raw = desk.whole.readings.find((each) => each.reference === reference)
  const reader = raw?.readers.find((each) => each.person === person)
  if (!one || !isOpen(one) || !raw || !reader) throw new Refused("not found")
  return { ...desk, one, raw, reader, section: takingOff(reader.name, reader.sent !== undefined) }
}

export type TakenOff = { reference: string; person: string }

const reasoned = z.object({ because: z.string().optional() })

/** Takes a reader off: with a reason where their sheet is sent, which then counts no longer. */
export const takeOff = async (
  c: C,
  { reference, person, ...given }: Off,
  key: MoveKey,
): Promise<TakenOff> => {
  only(c, "assign", assigners)
  const now = c.var.world.now()
  const loosely = takingOff("them", false)
  const { because } = reasoned.parse(answered(loosely, given, now))
  const note = [`Taken off: ${await nameOf(c, person)}`, ...(because ? [because] : [])].join("\n")
  return changing(
    c,
    { right: "assign", says: assigners, record: reference, move: "assign", note, key },
    async () => {
      const { raw, one, store, section, whole } = await readerHere(c, { reference, person })
      answered(section, given, now)
      if (!whole.panel?.told && standsUntilSent(c.var.actor, raw, one))
        throw new Refused("not possible now", { says: untilSentWords })
      if (raw.decided || whole.panel?.told)
        throw new Refused("not possible now", { says: "Its readers cannot be changed any longer." })
      return { actions: [store.put(withoutReader(raw, person), raw)], result: { person, reference } }
    },
  )
}

const dated = z.object({ scoresBy: plainDate })

/** By when the chair wants the sheets. */
export const setScoresBy = async (c: C, given: Record<string, unknown>, key: MoveKey) => {
  only(c, "assign", assigners)
  const now = c.var.world.now()
  const { scoresBy } = dated.parse(answered(scoresByForm(londonDate(now)), given, now))
  return changing(c, { right: "assign", says: assigners, move: "set the date for sheets", key }, async () => {
    const { whole, store } = await deskHere(c)
    const { panel } = whole
    if (!panel?.opening || panel.told)
      throw new Refused("not possible now", { says: "There is nothing to score in this round now." })
    return { actions: [store.putHead({ ...panel, scoresBy }, panel)], result: { scoresBy } }
  })
}
