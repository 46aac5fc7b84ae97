import { answered } from "../../shared/domain/answered.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import {
  cannotLeave,
  type Final,
  leavingForm,
  leavingWords,
} from "../../shared/domain/funding/leaving-form.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { moneyAt } from "./addresses.ts"
import {
  accountHere,
  type C,
  only,
  phaseIdHere,
  phasesHere,
  postHere,
  withRight,
  writingHere,
} from "./here.ts"

/** What a site that leaves early reads before it does. */
export const leavingHere = async (c: C) => {
  only(c, "leave")
  const [account, final] = await Promise.all([accountHere(c), finalHere(c)])
  return { account, final }
}
export type OnLeaving = Awaited<ReturnType<typeof leavingHere>>

/** What the phase asks for at the end about the money. */
const finalHere = async (c: C): Promise<Final | undefined> =>
  (await phasesHere(c))
    .find(({ id }) => id === phaseIdHere(c))
    ?.asks.find(({ kind }) => kindOf(kind).uses !== undefined)

export type Left = { organisation: string; phase: string; on: string }

const leftOn = ({ organisation, phase, on }: Left): Left => ({ organisation, phase, on })

/** A site says its last day. The daily run brings its calendar there: nothing of the programme is written from here. */
export const leave = async (c: C, typed: Record<string, unknown>, key: MoveKey): Promise<Left> => {
  const given = await postHere<"leave", Left>(c, withRight(c, "leave", key), async (before) => {
    const says = cannotLeave(before)
    if (says) throw new Refused("not possible now", { says })
    const { on, because, told, heavy } = answered(leavingForm(before), typed, c.var.world.now())
    const [write, final] = await Promise.all([writingHere(c), finalHere(c)])
    return {
      verb: "leave",
      given: { on: String(on), because: String(because), told: String(told), heavy: Number(heavy) },
      result: ({ organisation, phase, to }: Account) => ({ organisation, phase, on: to }),
      letters: (after) =>
        write({
          id: "leaving",
          subject: `${after.name} leaves the programme`,
          lines: [
            `${c.var.actor.name} has said that ${after.name} leaves: “${String(because)}”`,
            ...leavingWords(after, final, after.to),
            "Where your money stands:",
          ],
          roles: ["lead", "contributor", "sponsor", "certifier"],
          path: moneyAt(after.organisation),
        }),
    }
  })
  return leftOn(given)
}
