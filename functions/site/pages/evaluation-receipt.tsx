import { figuresInWords } from "../../../shared/domain/evaluation/receipt.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { answerBy } from "../../../shared/domain/submissions/sentence.ts"
import { dayWords } from "../../../shared/values/london.ts"

const whoSees = [
  "Your team, your sponsor, your information-governance officer, your coach and the evaluators see each figure as you gave it.",
  "The Department, the programme’s coordinators, other sites and the public see only what the evaluators release: under 5 as [c], others to the nearest 5.",
]

/** What was said in figures, what becomes of small ones, who sees what, and by when there is an answer. */
export const FiguresSent = ({ said }: { said: Sent }) => (
  <>
    <h2 class="govuk-heading-m">Your figures, and who sees them</h2>
    <ul class="govuk-list govuk-list--bullet">
      {[
        ...figuresInWords(said),
        ...whoSees,
        `An evaluator answers by ${dayWords(answerBy(said.sentAt))}.`,
      ].map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </>
)
