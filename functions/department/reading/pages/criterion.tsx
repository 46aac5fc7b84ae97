import { type Criterion, scale } from "../../../../shared/domain/selection/criterion.ts"
import { type Scored, scoreForm, scoreSays } from "../../../../shared/domain/selection/scoring.ts"
import { because } from "../../../../shared/domain/selection/sheet.ts"
import { says } from "../../../../shared/web/form/field.tsx"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { CharacterCount } from "../../../../shared/web/govuk/character-count.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Radios } from "../../../../shared/web/govuk/radios.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { hereAt, type Scoring } from "../here.ts"
import { markOf } from "../mark.ts"
import { asKept } from "../scoring.ts"
import type { SentHere } from "../sent.ts"
import { SectionAnswers } from "./answers.tsx"
import { WhatIsWrong } from "./wrong.tsx"

type Props = { c: C; desk: Free & Scoring; criterion: Criterion; said: SentHere; tried?: Tried }

/** One criterion of the sheet, with everything that was sent beside it. */
export const CriterionPage = ({ c, desk, criterion, said, tried }: Props) => {
  const { one, own, whole } = desk
  const problems = tried?.problems ?? []
  const place = whole.criteria.findIndex(({ id }) => id === criterion.id) + 1
  const errors = problems.map((each) => ({ text: each.says, href: `#${each.question}` }))
  return (
    <Page
      c={c}
      title={`${criterion.criterion} – ${one.name}`}
      back={{ href: `${hereAt(desk)}/score`, text: "Your sheet" }}
      wrong={errors.length > 0}
      wide
    >
      <WhatIsWrong errors={errors} says={tried?.says} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <span class="govuk-caption-l">
            {one.name}: criterion {place} of {whole.criteria.length}
          </span>
          <h1 class="govuk-heading-l">{criterion.criterion}</h1>
          <p class="govuk-body">
            It counts {criterion.weight} of 100. {criterion.guidance}
          </p>
          {tried?.refusal === "changed by someone else" && <StandsNow scored={own.scores[criterion.id]} />}
          <ScoreForm c={c} desk={desk} criterion={criterion} tried={tried} />
        </div>
        <div class="govuk-grid-column-one-half">
          <h2 class="govuk-heading-m">What they sent</h2>
          {said.sections.map((section) => (
            <Details summary={section.title} open>
              <SectionAnswers section={section} level={3} />
            </Details>
          ))}
        </div>
      </div>
    </Page>
  )
}

const StandsNow = ({ scored }: { scored: Scored | undefined }) => (
  <div class="two-texts">
    <h2 class="govuk-heading-s">What is saved now</h2>
    <p class="govuk-body">{scored?.score === undefined ? "Not scored yet" : scoreSays(scored.score)}</p>
    <div class="answer govuk-body">{scored?.because ?? "No reason is written yet."}</div>
  </div>
)

const ScoreForm = ({ c, desk, criterion, tried }: Omit<Props, "said">) => {
  const { own } = desk
  const { score, because: words } = own.scores[criterion.id] ?? {}
  const section = scoreForm(criterion)
  const stored = fieldsOf(section, {
    ...(score !== undefined && { score: String(score) }),
    ...(words !== undefined && { because: words }),
  })
  const entries = tried?.entries ?? stored
  const problems = tried?.problems ?? []
  const seen = markOf(asKept(own.scores[criterion.id]))
  return (
    <form method="post" action={c.req.path} novalidate>
      <input
        type="hidden"
        name="seen"
        value={tried && tried.refusal !== "changed by someone else" ? (tried.entries.seen ?? seen) : seen}
      />
      <Radios
        idPrefix="score"
        name="score"
        fieldset={{ legend: { text: section.asks.score?.label, size: "m" } }}
        errorMessage={says("score", problems)}
        value={entries.score}
        items={scale.map(({ score: value, means }) => ({
          value: String(value),
          text: scoreSays(value),
          hint: means,
        }))}
      />
      <CharacterCount
        id="because"
        name="because"
        label={{ text: section.asks.because?.label, size: "m" }}
        hint={section.asks.because?.hint}
        errorMessage={says("because", problems)}
        value={entries.because ?? ""}
        rows={8}
        maxWords={because.most}
      />
      {desk.closed ? <p class="govuk-body">{desk.closed}</p> : <Button>Save and continue</Button>}
      <InsetText>Only you see this until you send all your scores of this expression of interest.</InsetText>
      <NotWatched />
    </form>
  )
}
