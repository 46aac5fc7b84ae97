import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { isSettled, stateOf } from "../../../shared/domain/calendar/state.ts"
import type { EvaluationHead } from "../../../shared/domain/evaluation/head.ts"
import { isTally } from "../../../shared/domain/evaluation/home-words.ts"
import { isOfEvaluation } from "../../../shared/domain/evaluation/return-stands.ts"
import { type EvaluationRight, mayEvaluate } from "../../../shared/domain/people/evaluation-policy.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import {
  evaluationAt,
  evaluationPlanAt,
  storiesAt,
  storyAt,
  tallyAt,
} from "../../../shared/web/evaluation/addresses.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: string; heads: EvaluationHead[]; returns: Expected[] }

/** The evaluation of the site on its home: what waits for an answer, the tally that is open, and the way to all of it. */
export const HomeEvaluation = ({ c, organisation, heads, returns }: Props) => {
  const { actor, world } = c.var
  const may = (right: EvaluationRight) => mayEvaluate(actor, right, { organisation, coaches: [] })
  const asked = heads.length > 0 || returns.some(isOfEvaluation)
  if (!asked || !may("see evaluation")) return null
  const now = world.now()
  const open = returns.filter(
    (one) => isTally(one) && !isSettled(one, now) && stateOf(one, now) !== "not open yet",
  )
  return (
    <>
      <h2 class="govuk-heading-m">Evaluation</h2>
      {heads
        .filter(({ plan }) => plan?.waitsFor.includes("the site"))
        .map(({ phase }) => (
          <p class="govuk-body">
            NOT AGREED YET:{" "}
            <a class="govuk-link" href={evaluationPlanAt(organisation, phase)}>
              the evaluation plan
            </a>
            {!may("agree evaluation plan for the site") && ". Your site lead answers"}.
          </p>
        ))}
      {may("check story") &&
        heads.flatMap(({ phase, storiesToCheck }) =>
          storiesToCheck.map(({ story, since }) => (
            <p class="govuk-body">
              <a class="govuk-link" href={storyAt(organisation, phase, story)}>
                Check the story of {dateWords(londonDate(new Date(since)))}
              </a>
            </p>
          )),
        )}
      {may("fill in tally") &&
        open.map(({ round, title }) => (
          <p class="govuk-body">
            <a class="govuk-link" href={tallyAt(organisation, round)}>
              {title}
            </a>
            : 2 minutes, counts alone.
          </p>
        ))}
      <p class="govuk-body">
        <a class="govuk-link" href={evaluationAt(organisation)}>
          What is measured, and where each return stands
        </a>
        {may("see stories") && (
          <>
            {" "}
            <a class="govuk-link beside" href={storiesAt(organisation)}>
              Stories
            </a>
          </>
        )}
      </p>
    </>
  )
}
