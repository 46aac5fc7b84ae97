import { locksPlan } from "../../../../shared/domain/evaluation/accepting.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { evaluationIn, evaluationPlanAt, reviewAt } from "../../../../shared/web/evaluation/addresses.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { Acts, goesOnWords } from "../../../../shared/web/reviewing/acts.tsx"
import { carriedOn, nextAfter } from "../../../../shared/web/reviewing/desk.ts"
import { Press } from "../../../../shared/web/reviewing/press.tsx"
import {
  acceptedFact,
  type Fact,
  ReturnPage,
  readFact,
  sentFact,
} from "../../../../shared/web/reviewing/return.tsx"
import { SectionSent } from "../../../../shared/web/reviewing/section.tsx"
import { hereAt, type OnEvaluation } from "../desk.ts"
import { doubtsIn, inTheWayOf } from "../shown.ts"

type Props = { c: C; desk: OnEvaluation; tried?: Pick<Tried, "says" | "problems"> }

/** A return of the evaluation, as the evaluator reads it. */
export const EvaluationReturnPage = ({ c, desk, tried }: Props) => {
  const { organisation, phase } = desk
  return (
    <ReturnPage
      c={c}
      desk={desk}
      at={(reference) => reviewAt(organisation.id, phase, reference)}
      back={{
        href: evaluationIn(organisation.id, phase),
        text: `The evaluation of ${organisation.shortName}`,
      }}
      tried={tried}
      facts={[sentFact(desk), readFact(desk), acceptedFact(desk), planFact(desk)]}
      section={(section) => (
        <>
          <SectionSent desk={desk} at={hereAt(desk)} section={section} />
          <Doubts desk={desk} section={section.id} />
        </>
      )}
      acts={
        <Acts
          c={c}
          desk={desk}
          at={hereAt(desk)}
          accepts="The evaluator accepts it."
          accepting={<Accepting c={c} desk={desk} />}
          accepted="Its figures count in the analysis. To have something corrected, open it again."
        />
      }
    />
  )
}

const planFact = ({ agreed, organisation, phase }: OnEvaluation): Fact => ({
  key: "Measures",
  value: (
    <a class="govuk-link" href={evaluationPlanAt(organisation.id, phase)}>
      {planWords(agreed)}
    </a>
  ),
})

const planWords = (agreed: OnEvaluation["agreed"]) => {
  if (!agreed) return "The core measures alone: no evaluation plan is agreed"
  const { version, lockedAt } = agreed
  return `Evaluation plan, version ${version}${lockedAt ? `, locked on ${dateWords(londonDate(new Date(lockedAt)))}` : ", not locked yet"}`
}

/** What does not fit together is a question that can be asked, and never an error. */
const Doubts = ({ desk, section }: { desk: OnEvaluation; section: string }) => {
  const found = doubtsIn(desk).filter((one) => one.section === section)
  if (found.length === 0) return null
  return (
    <InsetText>
      {found.map(({ says }) => (
        <p class="govuk-body">{says}</p>
      ))}
      {desk.open.includes("ask") && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${hereAt(desk)}/questions?about=${encodeURIComponent(section)}`}>
            Ask the site about it
          </a>
        </p>
      )}
    </InsetText>
  )
}

const Accepting = ({ c, desk }: Pick<Props, "c" | "desk">) => {
  const before = inTheWayOf(desk)
  if (before !== undefined) return <InsetText>{before}</InsetText>
  const { figures, agreed, head } = desk
  const open = carriedOn(desk).length
  return (
    <>
      <h3 class="govuk-heading-s">Accept it</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>Its figures count in the analysis from then on.</li>
        {agreed && locksPlan(figures, agreed, {}) && (
          <li>
            The measures of version {agreed.version} of the evaluation plan are locked with it: a change makes
            a new version, with a note of how the two can be read together.
          </li>
        )}
        {!agreed && <li>No evaluation plan is agreed, so that it says the core measures alone.</li>}
        {!agreed && figures?.point === "baseline" && (
          <li>
            A plan that is agreed later is locked from its start, and says of each other measure why it has no
            baseline.
          </li>
        )}
        {open > 0 && <li>{goesOnWords(open, nextAfter(desk)?.title)}</li>}
      </ul>
      <Press c={c} action={`${hereAt(desk)}/accept`} text="Accept" seen={head.revision} />
    </>
  )
}
