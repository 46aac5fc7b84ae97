import { Refused } from "../../domain/refused.ts"
import { type Compared, compared } from "../../domain/submissions/compared.ts"
import { type Sent, sentIn } from "../../domain/submissions/sent.ts"
import { submissionsOf } from "../../store/submissions.ts"
import type { OnReview, Reader } from "./desk.ts"

export type Comparing = { desk: OnReview; old: Sent; compared: Compared }

/** The latest version beside an earlier one. */
export const comparedTo = async (c: Reader, desk: OnReview, given = ""): Promise<Comparing> => {
  const { head, organisation, said, drawn } = desk
  const version = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0
  if (version < 1 || version >= head.version) throw new Refused("not found")
  const submissions = submissionsOf(organisation.id, c.var.actor, c.var.world.table)
  const old = sentIn(await submissions.sent(head.reference, version))
  return { desk, old, compared: compared(old, said, drawn) }
}
