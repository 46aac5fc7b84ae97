import { type Role, roles } from "../people/role.ts"
import { isSentBack } from "../submissions/sent-back.ts"
import type { Expected } from "./expected.ts"
import { lateWords, standingIn } from "./window.ts"

/**
 * What has become of something that is expected, in the words of every page, the API, the CSV and letters. Missing is
 * never nothing to report, and neither is not needed.
 */
export const expectedStates = {
  "not open yet": "Not open yet",
  "not started": "Not started",
  "in hand": "In hand",
  waiting: "Waiting for a signature",
  reported: "Reported",
  sent: "Sent",
  nil: "Nothing to report",
  accepted: "Accepted",
  "sent back": "Sent back for changes",
  missing: "Missing",
  "not received": "Not received",
  "not needed": "Not needed this time",
  withdrawn: "Withdrawn",
} as const
export type ExpectedState = keyof typeof expectedStates

type About = Pick<Expected, "rule" | "opens" | "by" | "locks" | "owed" | "notNeeded" | "stands">

/** What was sent counts: while a change to it is being written, and where it was not needed. */
export const stateOf = (one: About, at: Date): ExpectedState => {
  const { stands } = one
  if (stands?.state === "accepted") return "accepted"
  if (stands && stands.version > 0 && isSentBack(stands) && stands.state !== "sent") return "sent back"
  if (stands && stands.version > 0 && stands.state !== "withdrawn")
    return stands.nil ? "nil" : one.owed ? "reported" : "sent"
  if (one.notNeeded) return "not needed"
  if (stands?.state === "withdrawn" && !one.owed) return "withdrawn"
  const standing = standingIn(one, at)
  if (standing === "not open yet") return "not open yet"
  if (standing === "late") return "missing"
  if (standing === "closed") return "not received"
  if (!stands || stands.state === "withdrawn") return "not started"
  return stands.state === "waiting" ? "waiting" : "in hand"
}

/** Whether nobody has anything more to do about it. */
export const isSettled = (one: About, at: Date) =>
  ["reported", "sent", "nil", "accepted", "not needed", "not received", "withdrawn"].includes(
    stateOf(one, at),
  )

/** Who has it now, in words, where it is not sent: "Site lead", "Ann Example, section 151 officer". */
export const whoHasIt = ({ stands }: Pick<Expected, "stands">): string => {
  if (!stands || stands.state === "withdrawn") return "nobody has begun it"
  if (stands.state !== "waiting")
    return stands.back && stands.back.at === stands.changedAt
      ? "back with its writers"
      : `being written, last by ${stands.changedBy}`
  if (stands.waitingFor.length === 0) return "confirmed, and to be sent"
  return stands.waitingFor
    .map(({ role, name }) => {
      const words = roles[role as Role]?.words ?? role
      return name ? `${name}, ${words}` : `the ${words}`
    })
    .join(" and ")
}

/** "Reported, 2 working days late" */
export const stateWords = (one: About, at: Date): string => {
  const state = stateOf(one, at)
  const late =
    state === "missing"
      ? lateWords(one, at)
      : one.stands?.firstSentAt && ["reported", "nil", "accepted"].includes(state)
        ? lateWords(one, new Date(one.stands.firstSentAt))
        : ""
  return late ? `${expectedStates[state]}, ${late}` : expectedStates[state]
}
