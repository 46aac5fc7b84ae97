import type { Context } from "./context.ts"
import { stillWanted } from "./signing.ts"
import type { Head } from "./submission.ts"

/** Who it waits for now. A save does not ask who they are: their names stay as they were. */
export const waitingOn = (head: Head, { kind, facts, members }: Context): Head => {
  if (head.state !== "waiting") return { ...head, waitingFor: [], waitingSince: undefined }
  const nameOf = (role: string) =>
    members.find((one) => one.role === role)?.name ?? head.waitingFor.find((one) => one.role === role)?.name
  return {
    ...head,
    waitingFor: stillWanted(kind, facts, head.signatures).map(({ role }) => ({ role, name: nameOf(role) })),
    waitingSince: head.waitingSince ?? head.changedAt,
  }
}
