import type { Event } from "../submissions/event.ts"
import { type CoachingMove, coachingMoves } from "./move.ts"

const isMove = (move: string): move is CoachingMove => Object.hasOwn(coachingMoves, move)

/** "Visit of 9 January 2018: Shared with the site" */
export const lineWords = ({ move, about }: Pick<Event, "move" | "about">): string => {
  const words = isMove(move) ? coachingMoves[move] : move
  return about ? `${about.title}: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words
}
