import type { Clash, Details } from "../../../shared/domain/refused.ts"
import { answersOf } from "../../../shared/domain/submissions/progress.ts"
import { holding } from "../../../shared/domain/submissions/signing.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import type { Derived, Section } from "../../../shared/form/section.ts"
import { derivedIn, warningsIn } from "../../../shared/form/section.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { DerivedTables, hasWide } from "../../../shared/web/derived.tsx"
import { EnterSaves, fieldFor } from "../../../shared/web/form/saving.tsx"
import { SectionQuestions } from "../../../shared/web/form/section-form.tsx"
import { AboutAPerson, TwoTexts } from "../../../shared/web/form/two-texts.tsx"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { NotWatched } from "../../../shared/web/notes.tsx"
import type { C, OnDesk } from "../desk.ts"
import { at, SubmissionPage } from "./submission-page.tsx"

type Props = {
  c: C
  desk: OnDesk
  section: Section
  entries: Entries
  /** Hidden fields: what each answer was, and the revision that was read. */
  marks: Entries
  seen: number
  /** Questions whose fields begin with what was accepted before. */
  suggested?: string[]
  problems?: Problem[]
  asks?: Details["asks"]
  clashes?: Clash[]
}

export const SectionPage = ({
  c,
  desk,
  section,
  entries,
  marks,
  seen,
  suggested = [],
  problems = [],
  asks = [],
  clashes = [],
}: Props) => {
  const item = desk.sections[section.id]
  const wrong = problems.length > 0 || clashes.length > 0
  const all = answersOf(desk.sections)
  const missing = item || !desk.kind.readBy ? desk.kind.checks(desk.facts, all) : []
  const across = [...missing, ...(desk.kind.warns?.(desk.facts, all) ?? [])].filter(
    (one) => one.section === section.id,
  )
  const derived = derivedIn(section, all)
  const confirmed = holding(desk.kind, desk.facts, desk.sections, desk.head.signatures)
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={section.title}
      back={{ href: at(desk), text: "All sections" }}
      wrong={wrong}
      plain
      wide={isWide(section, derived)}
      before={wrong && <ErrorSummary errors={summaryOf(section, problems, clashes)} />}
    >
      {section.intro && <p class="govuk-body">{section.intro}</p>}
      {confirmed.length > 0 && (
        <WarningText>
          {confirmed.map(({ by }) => by.name).join(" and ")} {confirmed.length > 1 ? "have" : "has"} confirmed
          this. If you change an answer here and save, they must confirm again.
        </WarningText>
      )}
      {hasFreeText(section) && <NotWatched />}
      <DerivedTables derived={derived.filter(({ first }) => first)} />
      <form method="post" action={`${at(desk)}/sections/${section.id}`} novalidate>
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
        <SectionQuestions
          section={begun(section, suggested, desk.kind.readBy ? fromTallies : fromBefore)}
          entries={entries}
          problems={problems}
        />
        <DerivedTables derived={derived.filter(({ first }) => !first)} />
        {[...warningsIn(section, item?.answers ?? {}), ...across].map(({ says }) => (
          <WarningText>{says}</WarningText>
        ))}
        <ButtonGroup>
          <Button name="go" value="next">
            Save and continue
          </Button>
          <Button name="go" value="later" variant="secondary">
            Save and come back later
          </Button>
        </ButtonGroup>
        {item && (
          <p class="govuk-body-s">
            Last saved by {item.by.name}, {stampWords(new Date(item.at))}.
          </p>
        )}
      </form>
    </SubmissionPage>
  )
}

const summaryOf = (section: Section, problems: Problem[], clashes: Clash[]) => [
  ...clashes.map(({ question, by }) => ({
    text: `${by} changed “${section.asks[question]?.label}” after you opened this page. See both and choose`,
    href: `#clash.${question}`,
  })),
  ...problems.map((one) => ({ text: one.says, href: `#${fieldFor(section, one)}` })),
]

const isWide = (section: Section, derived: Derived[]) =>
  hasWide(derived) || Object.values(section.asks).some(({ type }) => type === "moneyGrid")

/** Fields that begin with what was accepted before say so, each beside its question. */
const begun = (section: Section, suggested: string[], from: string): Section => ({
  ...section,
  asks: Object.fromEntries(
    Object.entries(section.asks).map(([key, question]) => [
      key,
      suggested.includes(key)
        ? { ...question, hint: [question.hint, from].filter(Boolean).join(" ") }
        : question,
    ]),
  ),
})

const fromBefore = "From your last return: check it. It is not saved yet."
const fromTallies = "From your monthly tallies: check it. It is not saved yet."

const free = new Set(["text", "longText", "repeated", "figure"])
const hasFreeText = ({ asks }: Section) => Object.values(asks).some(({ type }) => free.has(type))
