import { viewOf } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { type Sent, sentIn } from "../../shared/domain/submissions/sent.ts"
import type { SentVersion } from "../../shared/domain/submissions/submission.ts"
import { type C, load, type OnDesk, submissionsHere } from "./desk.ts"

/** A sent version by the address. Its bytes are whole: whoever sees only the money does not have them. */
export const receiptOf = async (c: C): Promise<{ desk: OnDesk; sent: SentVersion; said: Sent }> => {
  const desk = await load(c, { members: false })
  const { head } = desk
  const version = Number(c.req.param("version"))
  const view = viewOf(c.var.actor, "read", { kind: head.kind, organisation: head.organisation })
  if (view !== "whole" || !Number.isInteger(version) || version < 1 || version > head.version)
    throw new Refused("not found")
  const sent = await submissionsHere(c).sent(head.reference, version)
  return { desk, sent, said: sentIn(sent) }
}
