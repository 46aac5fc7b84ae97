import { besideQuestion } from "../../../../shared/domain/coaching/plan-begin.ts"
import { remarksOn } from "../../../../shared/domain/coaching/plan-remark.ts"
import type { Clash, Details as Refusal } from "../../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../../shared/form/question.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Control } from "../../../../shared/web/form/controls.tsx"
import { EnterSaves, fieldFor } from "../../../../shared/web/form/saving.tsx"
import { AboutAPerson, TwoTexts } from "../../../../shared/web/form/two-texts.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import { sectionAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"
import { OfPlan } from "./plan-page.tsx"

type Props = {
  c: C
  on: OnPlan
  section: Section
  entries: Entries
  /** What each answer was when the page was drawn, and the revision that was read. */
  marks: Entries
  seen: number
  problems?: Problem[]
  asks?: Refusal["asks"]
  clashes?: Clash[]
}

/** One page of the draft: beside each question what was promised, and what was said about it. */
export const WritePage = (props: Props) => {
  const { c, on, section, entries, marks, seen, problems = [], asks = [], clashes = [] } = props
  const errors = summaryOf(section, problems, clashes)
  const saved = on.plan?.sections[section.id]
  const open = on.remarks.filter(({ dealt }) => !dealt)
  return (
    <OfPlan
      c={c}
      on={on}
      title={section.title}
      wrong={errors.length > 0}
      plain
      before={errors.length > 0 && <ErrorSummary errors={errors} />}
    >
      {section.intro && <p class="govuk-body">{section.intro}</p>}
      <NotWatched />
      <form method="post" action={sectionAt(on.place, section.id)} novalidate>
        <EnterSaves />
        <input type="hidden" name="revision" value={String(seen)} />
        {Object.entries(marks).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {clashes.map((clash) => (
          <TwoTexts clash={clash} section={section} />
        ))}
        {asks.map(({ mark, says, question }) => (
          <AboutAPerson mark={mark} says={`${section.asks[question]?.label} ${says}`} entries={entries} />
        ))}
        {Object.entries(section.asks).map(([key, question]) => (
          <>
            <Control question={question} name={key} entries={entries} problems={problems} size="s" />
            <BesideIt on={on} question={key} />
            {remarksOn(open, key).map((one) => (
              <p class="govuk-inset-text answer">
                {one.by.name}: {one.text}
              </p>
            ))}
          </>
        ))}
        <Button name="go" value="later">
          Save
        </Button>
        {saved && (
          <p class="govuk-body-s">
            Last saved by {saved.by.name}, {stampWords(new Date(saved.at))}.
          </p>
        )}
      </form>
    </OfPlan>
  )
}

const BesideIt = ({ on, question }: { on: OnPlan; question: string }) => {
  const earlier = besideQuestion(on.before, question)
  return earlier ? (
    <Details summary={earlier.title}>
      <p class="govuk-body">{earlier.label}</p>
      <p class="govuk-body answer">{earlier.words}</p>
    </Details>
  ) : null
}

const summaryOf = (section: Section, problems: Problem[], clashes: Clash[]) => [
  ...clashes.map(({ question, by }) => ({
    text: `${by} changed “${section.asks[question]?.label}” after you opened this page. See both and choose`,
    href: `#clash.${question}`,
  })),
  ...problems.map((one) => ({ text: one.says, href: `#${fieldFor(section, one)}` })),
]
