import type { Child } from "hono/jsx"
import { behindMore } from "../../../../shared/domain/evaluation/plan/measure-form.ts"
import type { Clash, Details as Refusal } from "../../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../../shared/form/question.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { EnterSaves, fieldFor } from "../../../../shared/web/form/saving.tsx"
import { SectionQuestions } from "../../../../shared/web/form/section-form.tsx"
import { AboutAPerson, TwoTexts } from "../../../../shared/web/form/two-texts.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import { sectionAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"
import { OfPlan } from "./plan-page.tsx"

type Props = {
  c: C
  on: OnPlan
  section: Section
  /** What it measures is locked with the baseline. */
  locked: boolean
  entries: Entries
  /** What each answer was when the page was drawn, and the revision that was read. */
  marks: Entries
  seen: number
  problems?: Problem[]
  asks?: Refusal["asks"]
  clashes?: Clash[]
}

/** One page of the draft: what everybody answers, and behind "Add more" what some want to say besides. */
export const WritePage = (props: Props) => {
  const { c, on, section, locked, entries, marks, seen, problems = [], asks = [], clashes = [] } = props
  const errors = summaryOf(section, problems, clashes)
  const saved = on.plan?.sections[section.id]
  const open = on.remarks.filter((one) => !one.dealt && one.on === section.id)
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
      {locked && (
        <InsetText>
          What it measures was locked with the baseline. To measure something else, replace it by another one
          on the page of the plan.
        </InsetText>
      )}
      {open.map((one) => (
        <p class="govuk-inset-text answer">
          {one.by.name}: {one.text}
        </p>
      ))}
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
        <Questions section={section} entries={entries} problems={problems} whole={locked} />
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

type Asked = { section: Section; entries: Entries; problems: Problem[]; whole: boolean }

const Questions = ({ section, entries, problems, whole }: Asked): Child => {
  const only = (behind: boolean): Section => ({
    ...section,
    asks: Object.fromEntries(
      Object.entries(section.asks).filter(([key]) => behindMore.includes(key) === behind),
    ),
  })
  const more = only(true)
  if (whole || Object.keys(more.asks).length === 0)
    return <SectionQuestions section={section} entries={entries} problems={problems} />
  const wrong = problems.some(({ question }) => Object.hasOwn(more.asks, question))
  return (
    <>
      <SectionQuestions section={only(false)} entries={entries} problems={problems} />
      <Details summary="Add more: when, who collects it, a tool, how it adds up" open={wrong}>
        <SectionQuestions section={more} entries={entries} problems={problems} />
      </Details>
    </>
  )
}

const summaryOf = (section: Section, problems: Problem[], clashes: Clash[]) => [
  ...clashes.map(({ question, by }) => ({
    text: `${by} changed “${section.asks[question]?.label}” after you opened this page. See both and choose`,
    href: `#clash.${question}`,
  })),
  ...problems.map((one) => ({ text: one.says, href: `#${fieldFor(section, one)}` })),
]
