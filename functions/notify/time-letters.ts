import type { TimeLetter } from "../../shared/domain/calendar/time-letter.ts"
import { type Words, wholeLetter } from "../../shared/domain/letters/whole.ts"
import { dateWords, dayMomentWords } from "../../shared/values/london.ts"
import type { Settings } from "../../shared/web/world.ts"

const timeWords: Record<TimeLetter["letter"], (letter: TimeLetter) => { subject: string; lines: string[] }> =
  {
    "time granted": ({ title, by, organisationName, before, until, later, because }) => ({
      subject: `More time: ${title}`,
      lines: [
        `${by} gave ${organisationName} more time for ${title}: it is due at ${moment(until ?? before)}. It was due at ${moment(before)}.`,
        ...(later
          ? [
              `Every later one that ends by ${dateWords(later.until)} gets ${later.workingDays} working ${later.workingDays === 1 ? "day" : "days"} more too.`,
            ]
          : []),
        `Why: ${because}`,
      ],
    }),
    "time refused": ({ title, by, before, because }) => ({
      subject: `The date stands: ${title}`,
      lines: [
        `${by} gave no more time for ${title}. It is due at ${moment(before)}. A late one can still be sent, and says how late it is.`,
        `Why: ${because}`,
      ],
    }),
    "not needed": ({ title, by, organisationName, because }) => ({
      subject: `Not needed this time: ${title}`,
      lines: [
        `${by} has put on record that ${title} is not needed from ${organisationName} this time. There is nothing for you to do.`,
        `Why: ${because}`,
      ],
    }),
    "needed after all": ({ title, by, organisationName, before, because }) => ({
      subject: `Needed after all: ${title}`,
      lines: [
        `${by} says that ${title} is needed from ${organisationName} after all. It is due at ${moment(before)}.`,
        `Why: ${because}`,
      ],
    }),
    "late allowed": ({ title, by, organisationName, before, until, because }) => ({
      subject: `May be sent late: ${title}`,
      lines: [
        `${by} decided that ${organisationName} may send ${title} late: until ${moment(until ?? before)}. It closed for everybody else at ${moment(before)}.`,
        "It has not been sent by this. Somebody at your organisation sends it, as before.",
        `Why: ${because}`,
      ],
    }),
    "late refused": ({ title, by, organisationName, before, because }) => ({
      subject: `May not be sent late: ${title}`,
      lines: [
        `${by} decided that ${organisationName} may not send ${title} late. It closed at ${moment(before)}.`,
        `Why: ${because}`,
      ],
    }),
  }

const moment = (instant: string) => dayMomentWords(new Date(instant))

/** What was decided about the date of a return, or whether an expression of interest may be sent late. */
export const aboutTime = (settings: Settings, letter: TimeLetter, name: string): Words => {
  const { subject, lines } = timeWords[letter.letter](letter)
  const here = `${settings.origin}/organisations/${letter.organisation}`
  const own = letter.letter.startsWith("late ") ? "All that you have begun or sent" : "Your calendar"
  return wholeLetter(settings, subject, [`${name},`, ...lines, `${own}: ${here}`])
}
