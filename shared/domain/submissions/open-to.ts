import { leadsTo, type Move, workflows } from "../../form/workflow.ts"
import { may } from "../people/policy.ts"
import type { Context } from "./context.ts"
import { isSentBack } from "./sent-back.ts"
import type { Head } from "./submission.ts"
import { timely } from "./timely.ts"

/** What this person could do to it next: the buttons on its page, and the links in the API. */
export const openTo = (
  { actor, kind, occasion, at }: Pick<Context, "actor" | "kind" | "occasion" | "at">,
  head: Head,
): Move[] =>
  (Object.keys(workflows[kind.workflow][head.state]) as Move[]).filter((move) => {
    if (!leadsTo(kind.workflow, head, move)) return false
    if (!may(actor, move, { kind: head.kind, organisation: head.organisation })) return false
    if (move === "ask to be late" && head.late) return false
    return isSentBack(head) || timely(move, occasion, at)
  })
