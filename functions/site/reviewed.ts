import { type Compared, compared } from "../../shared/domain/submissions/compared.ts"
import { sentFrom, sentIn } from "../../shared/domain/submissions/sent.ts"
import { type C, type OnDesk, submissionsHere } from "./desk.ts"

/** Whether the department reads it and accepts it: a return about money. */
export const isReviewed = ({ kind }: Pick<OnDesk, "kind">) => kind.workflow === "sent and accepted"

/** What stands there now otherwise than in the version that was sent last; nothing where none was. */
export const sinceSent = async (c: C, desk: OnDesk): Promise<Compared | undefined> => {
  const { head, kind, facts, sections, organisation } = desk
  const unsent = head.state === "draft" || head.state === "waiting"
  if (!isReviewed(desk) || head.version === 0 || !unsent) return undefined
  const before = sentIn(await submissionsHere(c).sent(head.reference, head.version))
  const now = sentFrom(kind, facts, head, sections, head.changedBy, head.changedAt, organisation.name)
  const asks = kind.sections(facts)
  return compared(
    before,
    sentIn(now),
    (section, question) => asks.find(({ id }) => id === section)?.asks[question],
  )
}
