import {
  byTime,
  type CommunitySession,
  openActions,
} from "../../../shared/domain/learning/community-session.ts"
import { type PageOf, pageOf } from "../../../shared/domain/learning/library.ts"
import { type C, communityHere } from "../here.ts"
import { pageIn } from "../library/desk.ts"

export type Sessions = {
  toCome: CommunitySession[]
  over: PageOf<CommunitySession>
  /** What is still to be done from all of them. */
  open: ReturnType<typeof openActions>
}

/** Every session: the next one first, those that are over one page at a time. One query. */
export const sessionsHere = async (c: C): Promise<Sessions> => {
  const all = await communityHere(c).sessions()
  const { toCome, over } = byTime(all, c.var.world.now())
  return { toCome, over: pageOf(over, pageIn(c)), open: openActions(all) }
}
