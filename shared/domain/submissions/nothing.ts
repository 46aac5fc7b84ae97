import { nilOf, nothingToReport } from "../../form/nil.ts"
import { mayAtSite } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { begin } from "./begin.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import type { Event } from "./event.ts"
import type { Head, Whole } from "./submission.ts"
import { take } from "./take.ts"

/** A statement that there is nothing to report, with everything that happened to it: one thing to store. */
export type Nothing = {
  first: { head: Head; event: Event }
  /** From the first save to the sending, in order. */
  changes: [Change, Change, Change]
  /** The draft that the team had begun, withdrawn by it. */
  withdrawn?: Change
}

type Stating = { reference: string; reason: string; draft?: Whole }

/**
 * Begun, written, signed and sent by one act of the lead, each of them a line of its history. What was sent once is
 * never taken back by it.
 */
export const nothing = ({ reference, reason, draft }: Stating, context: Context): Nothing => {
  const { actor, kind, organisation } = context
  if (!mayAtSite(actor, "report nothing", organisation.id))
    throw new Refused("not allowed", { says: "The site lead states that there is nothing to report." })
  if (draft && draft.head.version > 0)
    throw new Refused("not possible now", { says: sentAlready(draft.head) })
  const withdrawn = draft && take({ move: "withdraw", note: "Nothing to report." }, draft, context)

  const asked = { ...context, kind: nilOf(kind) }
  const first = begin({ ...asked, reference, nil: true })
  const edit = { answers: { reason }, seen: first.head.revision }
  const saved = take(
    { move: "save", section: nothingToReport.id, edit },
    { head: first.head, sections: {} },
    asked,
  )
  const sections = saved.section ? { [saved.section.section]: saved.section } : {}
  const signed = take({ move: "sign", seen: saved.head.revision }, { head: saved.head, sections }, asked)
  const sent = take({ move: "send", seen: signed.head.revision }, { head: signed.head, sections }, asked)
  return { first, changes: [saved, signed, sent], withdrawn }
}

const sentAlready = ({ sentBy, reference, version }: Pick<Head, "sentBy" | "reference" | "version">) =>
  `It was sent already, by ${sentBy?.name}. Reference ${reference}, version ${version}. Change that, if it is not right.`
