import { answered } from "../../../shared/domain/answered.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Check, checkForm, checkOf, withCheck } from "../../../shared/domain/selection/checking.ts"
import type { ApplyAnswer } from "../../../shared/domain/selection/reading.ts"
import { applyAnswers } from "../../../shared/domain/selection/reading.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import { standsUntilSent, untilSentWords } from "../../../shared/domain/selection/standing.ts"
import { type Sent, sentIn } from "../../../shared/domain/submissions/sent.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { sentTo } from "../../../shared/store/sent-to.ts"
import { roundAt } from "../../../shared/web/panel/addresses.ts"
import {
  type C,
  changing,
  type Desk,
  type Free,
  freeHere,
  only,
  whoHere,
} from "../../../shared/web/panel/here.ts"
import { checkAt } from "./addresses.ts"

export const checkers = "Coordinators and the chair of the selection panel check whether they can apply."

export type Checking = Free & {
  signatures: Sent["signatures"]
  /** The answer as it was given. */
  given?: Check
  /** Why it cannot be changed now. */
  closed?: string
}

/** What whoever checks is shown of one of them: never what it answers. */
export const checkingOf = async (c: C, desk: Free): Promise<Checking> => {
  const sent = await sentTo(c.var.world.table, desk.one)
  if (!sent) throw new Refused("not found")
  return {
    ...desk,
    signatures: sentIn(sent).signatures,
    ...(desk.raw.apply && { given: desk.raw.apply }),
    closed: closedFor(c, desk),
  }
}

export const checkingHere = async (c: C): Promise<Checking> => {
  only(c, "check who can apply", checkers)
  return checkingOf(c, await freeHere(c))
}

const closedFor = ({ var: { actor } }: C, { one, raw, whole }: Free): string | undefined => {
  if (!whole.panel?.told && standsUntilSent(actor, raw, one)) return untilSentWords
  return raw.decided || whole.panel?.told ? "This answer stands: it cannot be changed any longer." : undefined
}

export type Checked = { reference: string; answer: ApplyAnswer }

/** Says whether they can apply; until a decision is made it can be said anew. */
export const answerCheck = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Checked> => {
  only(c, "check who can apply", checkers)
  const { now } = c.var.world
  const check = checkOf(answered(checkForm, given, now()))
  const { answer, because, caveats } = check
  return changing(
    c,
    {
      right: "check who can apply",
      says: checkers,
      record: c.req.param("reference") ?? "",
      move: "check who can apply",
      note: [applyAnswers[answer], ...caveats, ...(because ? [because] : [])].join("\n"),
      key,
    },
    async () => {
      const desk = await freeHere(c)
      const { raw, store } = desk
      const closed = closedFor(c, desk)
      if (closed) throw new Refused("not possible now", { says: closed })
      const after = withCheck(raw, check, whoHere(c), now())
      return { actions: [store.put(after, raw)], result: { answer, reference: raw.reference } }
    },
  )
}

/** The next one that nobody has checked, or the list of the round. */
export const afterCheck = ({ round, seen }: Pick<Desk, "round" | "seen">, reference: string): string => {
  const next = seen
    .filter(isOpen)
    .filter((one) => !one.apply && one.reference !== reference)
    .sort((a, b) => a.name.localeCompare(b.name))[0]
  return next ? checkAt(round.id, next.reference) : roundAt(round.id)
}
