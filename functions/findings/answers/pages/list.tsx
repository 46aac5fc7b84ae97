import { answerGroups } from "../../../../shared/domain/evaluation/answers/groups.ts"
import { codeOf, isOpen } from "../../../../shared/domain/evaluation/answers/wave.ts"
import { points } from "../../../../shared/kinds/measures/measure.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { findingsAt } from "../../../../shared/web/evaluation/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import { answersAt, type Collected, waveAt } from "../desk.ts"

/** Everybody who was asked directly in a phase. */
export const AnswersPage = ({ c, collected: { phase, waves } }: { c: C; collected: Collected }) => {
  const today = londonDate(c.var.world.now())
  const at = answersAt(phase.id)
  return (
    <Page c={c} title={`Direct answers – ${phase.title}`} back={{ href: findingsAt, text: "Findings" }} wide>
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">What people tell you directly</h1>
      <InsetText>
        These are true counts and people’s own words. You alone see them. Sites and everybody else read what
        you release, at five or more answers, and never the words.
      </InsetText>
      <Button href={`${at}/ask`}>Ask people directly</Button>
      {waves.length === 0 ? (
        <p class="govuk-body">
          Nobody was asked yet. Ask one group at one site: you get a link and a form to print.
        </p>
      ) : (
        <>
          <Table
            caption="Who was asked"
            captionSize="m"
            firstCellIsHeader
            stacks
            head={[
              { text: "Site" },
              { text: "Who" },
              { text: "Point" },
              { text: "Until" },
              { text: "Answers", numeric: true },
            ]}
            rows={waves.map((one) => [
              {
                content: (
                  <>
                    <a class="govuk-link" href={waveAt(phase.id, one.wave)}>
                      {one.name}: {one.title}
                    </a>
                    <span class="beside">{codeOf(one)}</span>
                  </>
                ),
              },
              { content: answerGroups[one.group] },
              { content: points[one.point] },
              { content: isOpen(one, today) ? dateWords(one.until) : "Closed" },
              { content: String(one.answers), numeric: true },
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}/totals.csv`}>
              True counts of every site (CSV)
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}/words.csv`}>
              What people said in words (CSV)
            </a>
          </p>
        </>
      )}
    </Page>
  )
}
