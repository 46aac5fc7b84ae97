import type { Expected } from "../calendar/expected.ts"
import type { Action } from "./action.ts"

type Sent = Pick<Expected, "round" | "title" | "phase" | "stands">
type About = Pick<Action, "owner" | "phase" | "set" | "done" | "dropped">

/** Whether it was open at an instant. */
const wasOpen = ({ set, done, dropped }: About, at: string) =>
  set !== undefined && set.at <= at && (done ?? dropped ?? { at: "9" }).at > at

/**
 * The returns on which it stood as they were first sent, the first first: what a site still had to do went with them.
 * It follows from days alone, and is written nowhere.
 */
export const stoodOn = (one: About, returns: readonly Sent[]) =>
  one.owner !== "site" || one.phase === undefined
    ? []
    : returns
        .filter(({ phase }) => phase === one.phase)
        .flatMap(({ round, title, stands }) => {
          const at = stands?.firstSentAt ?? stands?.sentAt
          return stands && at && wasOpen(one, at) ? [{ round, title, reference: stands.reference, at }] : []
        })
        .sort((a, b) => a.at.localeCompare(b.at))
export type StoodOn = ReturnType<typeof stoodOn>[number]
