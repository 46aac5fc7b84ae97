import { Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import { complete } from "./complete.ts"
import type { Context } from "./context.ts"
import { figuresSent } from "./figures-sent.ts"
import { finish } from "./finish.ts"
import { sentFrom } from "./sent.ts"
import { holding, stillWanted } from "./signing.ts"
import type { Head, Whole } from "./submission.ts"

/** Sends it as it stands: finished, and with every signature still good. */
export const send = ({ head, sections }: Whole, next: Head, context: Context): Change => {
  const { at, kind, facts, organisation } = context
  complete(kind, facts, sections)
  const signatures = holding(kind, facts, sections, head.signatures)
  const wanted = stillWanted(kind, facts, signatures)
  if (wanted.length > 0)
    throw new Refused("not complete", {
      says:
        signatures.length < head.signatures.length
          ? "What it comes to has changed since it was confirmed. It has to be confirmed again."
          : `It still waits for ${wanted.length === 1 ? "a confirmation" : "confirmations"}.`,
    })
  const sent: Head = {
    ...next,
    signatures,
    version: head.version + 1,
    sentAt: at.toISOString(),
    firstSentAt: head.firstSentAt ?? at.toISOString(),
    sentBy: next.changedBy,
    waitingFor: [],
    waitingSince: undefined,
    back: undefined,
    suggestions: undefined,
    ...(head.review && { review: { open: head.review.open, answered: head.review.answered } }),
  }
  const version = sentFrom(kind, facts, sent, sections, next.changedBy, at.toISOString(), organisation.name)
  const figures = figuresSent(kind, facts, sent, sections, at.toISOString())
  return { ...finish("send", head, sent, context, { sent: version }), ...(figures && { figures }) }
}
