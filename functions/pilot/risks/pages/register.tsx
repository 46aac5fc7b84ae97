import { desks } from "../../../../shared/domain/actions/action.ts"
import { byScore, highCount, type RiskFacts } from "../../../../shared/domain/coaching/risk.ts"
import { risksLine } from "../../../../shared/domain/coaching/risk-seen.ts"
import { proximities, riskCategories } from "../../../../shared/domain/coaching/risk-words.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { inPhaseAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { type Cell, Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { type OnRegister, registerAt, riskAt } from "../desk.ts"
import { ScoreOf } from "./score.tsx"
import { closedWords, nextWords } from "./words.ts"

type Listed = Pick<RiskFacts, "title" | "category" | "before" | "after" | "owner" | "proximity" | "next"> & {
  id: string
}

/** The risks of a site in a phase, the highest first; the department sees the high ones. */
export const RegisterPage = ({ c, register }: { c: C; register: OnRegister }) => {
  const { organisation, phase, name } = placeHere(c)
  const whole = register.view === "whole"
  const open: Listed[] = whole
    ? byScore(register.risks.filter(({ state }) => state === "open"))
    : register.high
  const high = whole ? highCount(register.risks) : register.high.length
  const others = whole ? open.length - high : register.others
  return (
    <Page
      c={c}
      title={`Risks – ${name}`}
      back={{ href: inPhaseAt(organisation, phase), text: "Coaching" }}
      wide
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Risks</h1>
      <p class="govuk-body-l" data-first-line>
        {risksLine(high, others)}
      </p>
      <p class="govuk-body">
        {whole
          ? "Likelihood times impact, 1 to 25. Nobody asks for any number of risks. One that scores 15 or more with what is done about it is high: the Department reads it, without what is done. Of the others it knows how many there are."
          : "You see those that score 15 or more with what is done about them, and of the others how many there are."}
      </p>
      {mayHere(c, "keep risks") && <Button href={`${registerAt(c)}/add`}>Add a risk</Button>}
      {open.length > 0 && <Open c={c} risks={open} caption={whole ? "Open, the highest first" : "High"} />}
      {!whole && others > 0 && (
        <InsetText>
          {others} more {others === 1 ? "is" : "are"} open here and {others === 1 ? "scores" : "score"} less
          than 15.
        </InsetText>
      )}
      {whole && <Closed c={c} risks={register.risks} />}
      {(open.length > 0 || (whole && register.risks.length > 0)) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${registerAt(c)}.csv`}>
            Download the risks (CSV)
          </a>
        </p>
      )}
    </Page>
  )
}

const Open = ({ c, risks, caption }: { c: C; risks: Listed[]; caption: string }) => (
  <Table
    caption={caption}
    captionSize="m"
    stacks
    firstCellIsHeader
    small
    head={[
      { text: "Risk" },
      { text: "If nothing is done" },
      { text: "With what is done" },
      { text: "Whose" },
      { text: "How soon" },
      { text: "Next look" },
    ]}
    rows={risks.map((one) => rowOf(c, one))}
  />
)

const rowOf = (c: C, one: Listed): Cell[] => [
  {
    content: (
      <>
        <a class="govuk-link" href={riskAt(c, one.id)}>
          {one.title}
        </a>
        <span class="beside">{riskCategories[one.category]}</span>
      </>
    ),
  },
  { content: <ScoreOf score={one.before} /> },
  { content: <ScoreOf score={one.after} /> },
  {
    content: (
      <>
        {one.owner.who}
        <span class="beside">{desks[one.owner.side]}</span>
      </>
    ),
  },
  { content: proximities[one.proximity] },
  { content: nextWords(one, londonDate(c.var.world.now())) },
]

const Closed = ({ c, risks }: { c: C; risks: Extract<OnRegister, { view: "whole" }>["risks"] }) => {
  const closed = risks.filter(({ state }) => state === "closed")
  if (closed.length === 0) return null
  return (
    <Table
      caption="Closed"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Risk" }, { text: "Why it is closed" }]}
      rows={closed.map((one) => [
        {
          content: (
            <a class="govuk-link" href={riskAt(c, one.id)}>
              {one.title}
            </a>
          ),
        },
        {
          content: (
            <>
              <span class="answer">{one.closings.at(-1)?.because}</span>
              <span class="beside">{closedWords(one)}</span>
            </>
          ),
        },
      ])}
    />
  )
}
