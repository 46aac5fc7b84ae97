import { leadsTo, moves, reviewing } from "../../form/workflow.ts"
import { may } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { type Change, wholeAfter } from "./change.ts"
import { unchanged } from "./complete.ts"
import type { Context } from "./context.ts"
import type { Edit } from "./edit.ts"
import type { Place } from "./figures.ts"
import { finish } from "./finish.ts"
import { noted } from "./note.ts"
import { openedFor, reviewed } from "./reviewing.ts"
import { save } from "./save.ts"
import { type SectionEdit, saveAll } from "./save-all.ts"
import { send } from "./send.ts"
import { isSentBack } from "./sent-back.ts"
import { sign } from "./sign.ts"
import type { Back, Head, Review, Whole } from "./submission.ts"
import type { Suggested } from "./suggesting.ts"
import { inTime } from "./timely.ts"
import { waitingOn } from "./waiting-on.ts"

/**
 * `seen` is the revision that was on the screen: what somebody signs or sends is what they read. `also` is what the same
 * person does with it at once: two steps that fall to one person are one act.
 */
export type Step =
  | { move: "save"; section: string; edit: Edit; also?: "sign" }
  /** Several sections at once, or none of them. */
  | { move: "save"; edits: SectionEdit[] }
  | { move: "sign"; seen: number; also?: "send" }
  | { move: "send" | "change"; seen: number }
  | { move: "withdraw" | "ask to be late"; note: string }
  /** With sections where only some of them are to be changed. */
  | { move: "decline"; note: string; sections?: string[] }
  | { move: "look" }
  | { move: "check completeness" | "accept"; seen: number }
  /** How the questions stand after it. */
  | { move: "ask" | "answer" | "settle"; open: Review["open"]; answered: number; note?: string }
  | { move: "send back" | "reopen"; note: string; sections: string[]; seen: number }
  | { move: "suggest"; suggestion: Suggested; seen: number }
  | { move: "keep"; place: Place; seen: number }

/**
 * The whole life of a submission goes through here. It reads no clock and no table: given what stands
 * there and the step, it gives back the change to store, or refuses.
 */
export const take = (step: Step, before: Whole, context: Context): Change => {
  const { also } = "also" in step ? step : {}
  if (!also) return taken(step, before, context)
  if (step.move === "save" && "edit" in step) unchanged(step.edit.seen, before.head)
  const first = taken(step, before, context)
  if (!first.event) return first
  const next: Step = { move: also, seen: first.head.revision }
  return { ...first, also: taken(next, wholeAfter(first, before), context) }
}

const taken = (step: Step, before: Whole, context: Context): Change => {
  const { actor, at, kind, occasion } = context
  const { head } = before
  if (!may(actor, step.move, { kind: head.kind, organisation: head.organisation }))
    throw new Refused("not allowed")
  const state = leadsTo(kind.workflow, head, step.move)
  if (!state) throw new Refused("not possible now", { says: impossible(step.move, head) })
  if (!isSentBack(head)) inTime(step.move, occasion, at)

  const by = { person: actor.id, name: actor.name }
  const next: Head = {
    ...head,
    state,
    revision: head.revision + 1,
    changedAt: at.toISOString(),
    changedBy: by,
    declined: undefined,
  }
  if ("seen" in step) unchanged(step.seen, head)
  switch (step.move) {
    case "save":
      return "edits" in step ? saveAll(step.edits, before, next, context) : save(step, before, next, context)
    case "sign":
      return sign(before, next, context)
    case "send":
      return send(before, next, context)
    case "change":
      return finish(step.move, head, waitingOn(next, context), context)
    case "decline": {
      const note = noted(step.note, context)
      const declined = { by, at: next.changedAt, note }
      const back = step.sections
        ? openedBesides(
            head.back,
            openedFor({ move: "decline", sections: step.sections, note, by, at: next.changedAt }, context),
          )
        : isSentBack(head)
          ? head.back
          : undefined
      const opened = { ...next, signatures: [], declined, back, suggestions: undefined }
      return finish(step.move, head, waitingOn(opened, context), context, { note })
    }
    case "withdraw":
      return finish(step.move, head, { ...next, waitingFor: [], waitingSince: undefined }, context, {
        note: noted(step.note, context),
        ends: true,
      })
    case "ask to be late": {
      if (head.late)
        throw new Refused("not possible now", {
          says: "It was asked already. The chair of the selection panel decides.",
        })
      const late = { askedAt: next.changedAt, by }
      return finish(step.move, head, { ...next, late }, context, { note: noted(step.note, context) })
    }
    default:
      return reviewed(step, before, next, context)
  }
}

/** What was sent back stays so, in the sections that were named and those that a signatory names besides. */
const openedBesides = (before: Back | undefined, back: Back): Back => {
  if (!before || !isSentBack({ back: before })) return back
  const more = back.sections.filter(({ id }) => !before.sections.some((one) => one.id === id))
  return { ...before, sections: [...before.sections, ...more] }
}

const impossible = (move: Step["move"], head: Head) => {
  if (isReviewing(move)) return notReviewed(move, head)
  if (head.state === "sent")
    return move === "send" || move === "sign"
      ? `It was sent already, by ${head.sentBy?.name}. Reference ${head.reference}, version ${head.version}.`
      : "It is sent. To change an answer, choose Change what you sent first."
  if (head.state === "accepted")
    return `It is accepted, by ${head.review?.accepted?.by.name}. What was wrong is corrected in the next one.`
  if (head.state === "withdrawn") return `It was withdrawn by ${head.changedBy.name}.`
  if (move === "withdraw" && head.version > 0)
    return "It was sent before, and what was sent once is not given up. Change it and send it again."
  return `${moves[move].button} is not possible now.`
}

const isReviewing = (move: Step["move"]) => (reviewing as readonly string[]).includes(move)

/** Why the department, or a certifier, cannot do it now: who has it. */
const notReviewed = (move: Step["move"], { state, review, changedBy, version }: Head) => {
  if (state === "withdrawn") return `It was withdrawn by ${changedBy.name}.`
  if (state === "accepted") return `It is accepted already, by ${review?.accepted?.by.name}.`
  if (state === "sent")
    return move === "reopen" ? "It is not accepted." : "It is sent: nothing waits for you."
  if (move === "suggest") return "It does not wait for a signature now."
  return version > 0
    ? `It is open for changes at the site, last saved by ${changedBy.name}. Wait until it is sent again.`
    : "It is not sent."
}
