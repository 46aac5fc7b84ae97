import { type Move, reviewing } from "../../form/workflow.ts"
import type { Occasion } from "../calendar/occasion.ts"
import { isTaken, standingIn, untilWords } from "../calendar/window.ts"
import { Refused } from "../refused.ts"

/** What the close shuts, or the lock of what may be late. Asking to be late is what a close opens. */
export const timely = (move: Move, { window }: Pick<Occasion, "window">, at: Date) => {
  const standing = standingIn(window, at)
  if (move === "ask to be late") return standing === "closed"
  if ((reviewing as readonly Move[]).includes(move)) return true
  return move === "save" ? standing !== "not open yet" : isTaken(window, at)
}

export const inTime = (move: Move, occasion: Pick<Occasion, "window">, at: Date) => {
  if (timely(move, occasion, at)) return
  const { window } = occasion
  if (standingIn(window, at) === "not open yet")
    throw new Refused("not possible now", { says: `It is not open yet. ${untilWords(window, at)}` })
  if (move === "ask to be late")
    throw new Refused("not possible now", { says: "The round is still open: you can send it." })
  throw new Refused("too late", {
    says: window.rule === "closes" && !window.afterClose ? "The round has closed." : untilWords(window, at),
  })
}
