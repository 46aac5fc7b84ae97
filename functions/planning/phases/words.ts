import { type Phase, phaseStateOf, phaseStates } from "../../../shared/domain/calendar/phase.ts"
import { dayMomentWords, dayWords } from "../../../shared/values/london.ts"

/** Where a phase stands, in words. */
export const stateWords = (phase: Phase, now: Date): string => {
  const state = phaseStateOf(phase, now)
  const { announced } = phase
  if (state === "announced" || announced === undefined) return phaseStates[state]
  return `${phaseStates[state]}; to be announced at ${dayMomentWords(new Date(announced))}`
}

/** "Sunday 1 October 2017 to Saturday 31 March 2018" */
export const spanWords = ({ from, to }: { from?: string; to?: string }): string =>
  from && to ? `${dayWords(from)} to ${dayWords(to)}` : "Not decided yet"

const moves: Record<string, string> = {
  prepare: "Prepared",
  "change facts": "Changed the title, dates or money",
  "add line": "Added something that is asked",
  "change line": "Changed something that is asked",
  "remove line": "Took away something that was asked",
  "add site": "Added a site",
  "change site": "Changed a site",
  "remove site": "Took a site out",
  publish: "Published",
  "change due date": "Changed a due date",
  "give more time": "Gave more time for every later return of one kind",
  "set announcement": "Set the minute of the announcement",
}

export const moveWords = (move: string) => moves[move] ?? move
