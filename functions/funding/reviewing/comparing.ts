import { Refused } from "../../../shared/domain/refused.ts"
import { type Compared, compared } from "../../../shared/domain/submissions/compared.ts"
import { type Sent, sentIn } from "../../../shared/domain/submissions/sent.ts"
import { submissionsOf } from "../../../shared/store/submissions.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { type OnReview, returnHere } from "./desk.ts"

export type Comparing = { desk: OnReview; old: Sent; compared: Compared }

/** The latest version beside an earlier one. */
export const comparedHere = async (c: C): Promise<Comparing> => {
  const desk = await returnHere(c)
  const { head, organisation, said, drawn } = desk
  const given = c.req.param("version") ?? ""
  const version = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0
  if (version < 1 || version >= head.version) throw new Refused("not found")
  const submissions = submissionsOf(organisation.id, c.var.actor, c.var.world.table)
  const old = sentIn(await submissions.sent(head.reference, version))
  return { desk, old, compared: compared(old, said, drawn) }
}
