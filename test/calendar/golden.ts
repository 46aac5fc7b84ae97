import { atLondon } from "../../shared/values/london.ts"

/** What happens in phase 2, day by day, as somebody can read it. */
export const golden = "test/golden/calendar.txt"

/** The last day that is played: the end of September after the phase. */
export const lastDay = "2018-09-30"
export const last = atLondon(lastDay, "23:00")
