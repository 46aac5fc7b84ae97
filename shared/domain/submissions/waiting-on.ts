import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { Context } from "./context.ts"
import { stillWanted } from "./signing.ts"
import type { Head } from "./submission.ts"

/** Who it waits for now. A save does not ask who they are: their names stay as they were. */
export const waitingOn = (head: Head, { kind, facts, members, at }: Context): Head => {
  if (head.state !== "waiting") return { ...head, waitingFor: [], waitingSince: undefined }
  const waiting = {
    ...head,
    waitingFor: stillWanted(kind, facts, head.signatures).map(({ role }) => ({
      role,
      name: head.waitingFor.find((one) => one.role === role)?.name,
    })),
    waitingSince: head.waitingSince ?? head.changedAt,
  }
  return namedNow(waiting, members, at)
}

/** The same with whoever holds each role on the day: a deputy for as long as it is theirs. Without people it stays as it was. */
export const namedNow = <One extends Pick<Head, "waitingFor">>(
  head: One,
  members: Member[],
  at: Date,
): One =>
  members.length === 0
    ? head
    : {
        ...head,
        waitingFor: head.waitingFor.map(({ role }) => {
          const name = members.find((one) => one.role === role && isLive(one, at))?.name
          return { role, ...(name !== undefined && { name }) }
        }),
      }
