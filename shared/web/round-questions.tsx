import { publicFacts } from "../domain/calendar/eoi-facts.ts"
import type { Round } from "../domain/calendar/round.ts"
import { type Role, roles } from "../domain/people/role.ts"
import type { Question } from "../form/question.ts"
import { kindOf } from "../kinds/index.ts"

/** Every question of a round, and who confirms the answers, as applicants see them before they begin. */
export const RoundQuestions = ({ round }: { round: Round }) => {
  const kind = kindOf(round.kind)
  const facts = publicFacts(round)
  return (
    <>
      {kind.sections(facts).map((section) => (
        <section>
          <h2 class="govuk-heading-m">{section.title}</h2>
          <p class="govuk-body-s">About {section.minutes} minutes</p>
          <ol class="govuk-list govuk-list--number">
            {Object.entries(section.asks).map(([, question]) => (
              <li>
                <QuestionWords question={question} asks={section.asks} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      <h2 class="govuk-heading-m">Who confirms it, by their own sign-in</h2>
      {kind.signatures(facts).map(({ role, declares }) => (
        <>
          <h3 class="govuk-heading-s">The {roles[role as Role].words}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {declares.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

const QuestionWords = ({ question, asks }: { question: Question; asks: Record<string, Question> }) => {
  const { label, hint, why, when, optional, shape } = question
  const before = when && asks[when.question]
  return (
    <>
      <strong>{label}</strong> {optional && "(optional)"}{" "}
      {shape.words && <span>Up to {shape.words} words.</span>}
      {shape.upTo && <span> Up to {shape.upTo}.</span>}
      {when && before && (
        <p class="govuk-body-s">
          Only if you answer “{optionWords(before, when.is)}” to “{before.label}”
        </p>
      )}
      {hint && <p class="govuk-hint">{hint}</p>}
      {why && <p class="govuk-hint">Why we ask: {why}</p>}
      {shape.options && <Bullets of={Object.values(shape.options)} />}
      {shape.statement && <Bullets of={shape.statement} />}
      {shape.of && <Bullets of={Object.values(shape.of).map((one) => one.label)} />}
      {shape.rows && <Bullets of={shape.rows.map((one) => one.label)} />}
    </>
  )
}

const Bullets = ({ of }: { of: string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {of.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
)

const optionWords = ({ shape }: Question, is: string | boolean) =>
  shape.options?.[is === true ? "yes" : is === false ? "no" : is] ?? String(is)
