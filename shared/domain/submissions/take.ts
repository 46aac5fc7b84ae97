import { moves, workflows } from "../../form/workflow.ts"
import { may } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import { unchanged } from "./complete.ts"
import type { Context } from "./context.ts"
import type { Edit } from "./edit.ts"
import { finish } from "./finish.ts"
import { noted } from "./note.ts"
import { save } from "./save.ts"
import { send } from "./send.ts"
import { sign } from "./sign.ts"
import type { Head, Whole } from "./submission.ts"
import { inTime } from "./timely.ts"
import { waitingOn } from "./waiting-on.ts"

/** `seen` is the revision that was on the screen: what somebody signs or sends is what they read. */
export type Step =
  | { move: "save"; section: string; edit: Edit }
  | { move: "sign" | "send" | "change"; seen: number }
  | { move: "decline" | "withdraw" | "ask to be late"; note: string }

/**
 * The whole life of a submission goes through here. It reads no clock and no table: given what stands
 * there and the step, it gives back the change to store, or refuses.
 */
export const take = (step: Step, before: Whole, context: Context): Change => {
  const { actor, at, kind, occasion } = context
  const { head } = before
  if (!may(actor, step.move, { kind: head.kind, organisation: head.organisation }))
    throw new Refused("not allowed")
  const state = workflows[kind.workflow][head.state][step.move]
  if (!state) throw new Refused("not possible now", { says: impossible(step.move, head) })
  inTime(step.move, occasion, at)

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
      return save(step, before, next, context)
    case "sign":
      return sign(before, next, context)
    case "send":
      return send(before, next, context)
    case "change":
      return finish(step.move, head, waitingOn(next, context), context)
    case "decline": {
      const note = noted(step.note, context)
      const declined = { by, at: next.changedAt, note }
      return finish(step.move, head, waitingOn({ ...next, signatures: [], declined }, context), context, {
        note,
      })
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
  }
}

const impossible = (move: Step["move"], head: Head) => {
  if (head.state === "sent")
    return move === "send" || move === "sign"
      ? `It was sent already, by ${head.sentBy?.name}. Reference ${head.reference}, version ${head.version}.`
      : "It is sent. To change an answer, choose Change what you sent first."
  if (head.state === "withdrawn") return `It was withdrawn by ${head.changedBy.name}.`
  return `${moves[move].button} is not possible now.`
}
