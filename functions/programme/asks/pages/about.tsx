import type { Expected } from "../../../../shared/domain/calendar/expected.ts"
import { stateWords } from "../../../../shared/domain/calendar/state.ts"
import { dayMomentWords, dayWords, stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

/** What is decided about: the return as it stands, and what the site asks. */
export const AboutReturn = ({ one, now }: { one: Expected; now: Date }) => {
  const { asked, by, extended, notNeeded } = one
  return (
    <SummaryList
      rows={[
        { key: "Where it stands", value: stateWords(one, now) },
        { key: "Due", value: dayMomentWords(new Date(by)) },
        ...(extended
          ? [
              {
                key: "It has more time",
                value: `It was due at ${dayMomentWords(new Date(extended.before))}. ${extended.by.name}, ${stampWords(new Date(extended.at))}: ${extended.because}`,
              },
            ]
          : []),
        ...(notNeeded
          ? [
              {
                key: "Not needed this time",
                value: `${notNeeded.by.name}, ${stampWords(new Date(notNeeded.at))}: ${notNeeded.because}`,
              },
            ]
          : []),
        ...(asked
          ? [
              { key: "The site asks for", value: `5pm on ${dayWords(asked.until)}` },
              { key: "Why", value: <AnswerWords words={asked.reason} /> },
              { key: "Asked by", value: `${asked.by.name}, ${stampWords(new Date(asked.at))}` },
            ]
          : []),
      ]}
    />
  )
}
