import type { Stage } from "../../infra/local/story/stage.ts"
import { londonDate } from "../../shared/values/london.ts"

type Letters = Stage["letters"]

/** Letters of the calendar, which nobody asked for; and all letters, with those that answer what somebody just did. */
export const isNotice = ({ reference }: Letters[number]) => /^\d{4}-\d{2}-\d{2}#/.test(reference)

/** Letters that answer what somebody did a moment ago, which nobody would want to wait for. */
const answers = [/^Receipt /, /^Please confirm: /, /^More time: /]
export const isAnswer = ({ subject }: Letters[number]) =>
  answers.some((one) => one.test(subject.replace("[Demonstration] ", "")))

const most = (letters: Letters, key: (one: Letters[number]) => string) => {
  const counts = new Map<string, number>()
  for (const one of letters) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** The most that anybody got: of the calendar in a day, of all in a day; and any site lead in the whole time. */
export const figuresOf = (letters: Letters) => {
  const byDay = ({ to, at }: Letters[number]) => `${to} ${londonDate(new Date(at))}`
  const leads = letters.filter(({ to }) => to.startsWith("site-lead"))
  return {
    letters: letters.length,
    notices: letters.filter(isNotice).length,
    unaskedADay: most(
      letters.filter((one) => !isAnswer(one)),
      byDay,
    ),
    noticesADay: most(letters.filter(isNotice), byDay),
    lettersADay: most(letters, byDay),
    lead: most(leads, ({ to }) => to),
    leadNotices: most(leads.filter(isNotice), ({ to }) => to),
  }
}

export const figureWords = (figures: ReturnType<typeof figuresOf>) =>
  `${figures.letters} letters in all, ${figures.notices} of them by the calendar. ` +
  `The most to one person in a day: ${figures.noticesADay} by the calendar, ${figures.lettersADay} with receipts and requests. ` +
  `The most to a site lead: ${figures.lead}, ${figures.leadNotices} of them by the calendar.`
