import type { Move } from "../../form/workflow.ts"
import { type Round, standingOf } from "../calendar/round.ts"
import { Refused } from "../refused.ts"

/** What the close shuts. Asking to be late is what it opens. */
export const timely = (move: Move, round: Round, at: Date) => {
  const standing = standingOf(round, at)
  if (move === "ask to be late") return standing === "closed"
  return move === "save" ? standing !== "not open yet" : standing === "open"
}

export const inTime = (move: Move, round: Round, at: Date) => {
  if (timely(move, round, at)) return
  const standing = standingOf(round, at)
  if (standing === "not open yet")
    throw new Refused("not possible now", { says: "The round is not open yet." })
  if (move === "ask to be late")
    throw new Refused("not possible now", { says: "The round is still open: you can send it." })
  throw new Refused("too late", { says: "The round has closed." })
}
