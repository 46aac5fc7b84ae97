import { nilOf, nothingToReport } from "../../form/nil.ts"
import { mayAtSite } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { type AtOnce, inTurn } from "./at-once.ts"
import { begin } from "./begin.ts"
import type { Context } from "./context.ts"
import type { Head, Whole } from "./submission.ts"
import { take } from "./take.ts"

type Stating = { reference: string; reason: string; draft?: Whole }

/**
 * A statement that there is nothing to report: begun, written, signed and sent by one act of the lead, each of them a line of its history. What was sent once is
 * never taken back by it.
 */
export const nothing = ({ reference, reason, draft }: Stating, context: Context): AtOnce => {
  const { actor, kind, organisation } = context
  if (!mayAtSite(actor, "report nothing", organisation.id))
    throw new Refused("not allowed", { says: "The site lead states that there is nothing to report." })
  if (draft && draft.head.version > 0)
    throw new Refused("not possible now", { says: sentAlready(draft.head) })
  const withdrawn = draft && take({ move: "withdraw", note: "Nothing to report." }, draft, context)

  const asked = { ...context, kind: nilOf(kind) }
  const first = begin({ ...asked, reference, nil: true })
  const edit = { answers: { reason }, seen: first.head.revision }
  const changes = inTurn(
    { head: first.head, sections: {} },
    [
      () => ({ move: "save", section: nothingToReport.id, edit }),
      (seen) => ({ move: "sign", seen }),
      (seen) => ({ move: "send", seen }),
    ],
    asked,
  )
  return { first, changes, withdrawn }
}

const sentAlready = ({ sentBy, reference, version }: Pick<Head, "sentBy" | "reference" | "version">) =>
  `It was sent already, by ${sentBy?.name}. Reference ${reference}, version ${version}. Change that, if it is not right.`
