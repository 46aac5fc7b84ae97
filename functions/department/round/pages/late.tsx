import { ageWords, workingDaysSince } from "../../../../shared/domain/questions/waiting.ts"
import { type LateAsk, type LateDecision, tooLateToAllow } from "../../../../shared/domain/selection/late.ts"
import { dayMomentWords, londonDate, stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList, type SummaryRow } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { OnLate } from "../late.ts"

/** Who asks to be late, oldest first with how long each has waited, and what was decided. Never empty. */
export const LatePage = ({ c, late }: { c: C; late: OnLate }) => {
  const { round, whole, waiting, decided } = late
  const today = londonDate(c.var.world.now())
  const here = roundAt(round.id)
  const [oldest] = waiting
  return (
    <Page c={c} title={`Asks to be late – ${round.title}`} back={{ href: here, text: "The round" }}>
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Asks to be late</h1>
      <p class="govuk-body-l" data-first-line>
        {oldest
          ? `${waiting.length} ${waiting.length === 1 ? "waits" : "wait"} for you, the oldest ${ageWords(workingDaysSince(oldest.at, today))} old.`
          : "No ask to be late waits for you."}
      </p>
      <p class="govuk-body">The round closes for everybody at {dayMomentWords(new Date(round.closes))}.</p>
      {whole.panel?.opening && <InsetText>{tooLateToAllow(whole.panel.opening)}</InsetText>}
      {!oldest && (
        <p class="govuk-body">
          When somebody who has not sent in time asks whether they may still send, it is listed here.
        </p>
      )}
      {waiting.map((one) => (
        <SummaryList
          card={{
            title: one.name,
            actions: [
              { href: `${here}/late/${one.organisation}`, text: "Decide", hidden: ` about ${one.name}` },
            ],
          }}
          rows={askedRows(one, today)}
        />
      ))}
      {decided.length > 0 && <h2 class="govuk-heading-m">Decided</h2>}
      {decided.map((one) => (
        <SummaryList
          card={{ title: one.name, headingLevel: 3 }}
          rows={[...askedRows(one, londonDate(new Date(one.decided.at))), ...decidedRows(one)]}
        />
      ))}
    </Page>
  )
}

/** What was asked, by whom, and how long it waited until a day. */
export const askedRows = (one: LateAsk, day: string): SummaryRow[] => [
  { key: "Reference", value: one.reference },
  { key: "Why it was not sent in time", value: <AnswerWords words={one.because} /> },
  {
    key: "Asked",
    value: `${stampWords(new Date(one.at))}, by ${one.by.name}`,
  },
  { key: "Waited", value: capital(ageWords(workingDaysSince(one.at, day))) },
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const decidedRows = ({ decided }: LateDecision): SummaryRow[] => [
  {
    key: "Decided",
    value: decided.until
      ? `It may be sent until ${dayMomentWords(new Date(decided.until))}`
      : "It may not be sent late",
  },
  { key: "Why", value: <AnswerWords words={decided.because} /> },
  { key: "By", value: `${decided.by.name}, ${stampWords(new Date(decided.at))}` },
]
