import { monthWords } from "../../values/london.ts"
import { differs, type GoingMonth, type Said, type Side, sideNames } from "./going.ts"
import { firstDayOf, type Month } from "./going-month.ts"
import { goings } from "./going-words.ts"
import type { Rated, RatedMonth } from "./rating.ts"

/** What the department sees of one side: its word and what it is stuck on, never its line, nor who said it. */
const wordSeen = ({ says, stuck, at }: Said) => ({ says, stuck, at })

/** Of one rating: with its reason, where one was given. */
const areaSeen = ({ is, because }: Rated) => ({ is, ...(because !== undefined && { because }) })

const ratingSeen = ({ now, at }: RatedMonth) => ({
  at,
  delivery: areaSeen(now.delivery),
  people: areaSeen(now.people),
  spend: areaSeen(now.spend),
})

/** One month as the department reads it: made of what it may see, and of nothing else. */
export const monthSeen = (id: Month, one?: GoingMonth, rated?: RatedMonth) => ({
  month: id,
  differ: one ? differs(one) : false,
  ...(one?.words.site && { site: wordSeen(one.words.site) }),
  ...(one?.words.coach && { coach: wordSeen(one.words.coach) }),
  ...(rated && { ratings: ratingSeen(rated) }),
})

const ratingWhole = ({ now, by, at, before, answer, answersBefore }: RatedMonth) => ({
  ...now,
  by,
  at,
  before,
  ...(answer && { answer }),
  answersBefore,
})

/** One month with everything of it, for whoever sees the whole. */
export const monthWhole = (id: Month, one?: GoingMonth, rated?: RatedMonth) => ({
  month: id,
  differ: one ? differs(one) : false,
  ...(one?.words.site && { site: one.words.site }),
  ...(one?.words.coach && { coach: one.words.coach }),
  ...(rated && { ratings: ratingWhole(rated) }),
})

/** "January 2018. The site: on track. Its coach has said nothing yet." Where both spoke and differ, that is said. */
export const monthLine = (id: Month, one: GoingMonth | undefined): string => {
  const names: Record<Side, string> = { site: "The site", coach: "Its coach" }
  const each = sideNames.map((side) => {
    const spoken = one?.words[side]
    return spoken
      ? `${names[side]}: ${goings[spoken.says].toLowerCase()}.`
      : `${names[side]} has said nothing yet.`
  })
  return [
    `${monthWords(firstDayOf(id))}.`,
    ...each,
    ...(one && differs(one) ? ["They see it differently."] : []),
  ].join(" ")
}
