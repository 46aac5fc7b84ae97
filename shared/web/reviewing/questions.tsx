import { type FigureQuestion, questionStates } from "../../domain/funding/question.ts"
import { questionState } from "../../domain/funding/questions.ts"
import { may } from "../../domain/people/policy.ts"
import { dayMomentWords, stampWords } from "../../values/london.ts"
import { AnswerWords } from "../answers.tsx"
import { Button } from "../govuk/button.tsx"
import { InsetText } from "../govuk/inset-text.tsx"
import { newKey } from "../move-key.ts"
import type { OnReview, Reader } from "./desk.ts"

/** `at` is where a return of the site is read. */
type Props = { c: Reader; desk: OnReview; at: (reference: string) => string }

/** Everything that was asked about it, and what was carried into it, with how each stands. */
export const Questions = ({ c, desk, at }: Props) => {
  const { own, carried } = desk.questions
  if (own.length + carried.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m" id="questions">
        Questions
      </h2>
      {carried.map((one) => (
        <OneQuestion c={c} desk={desk} at={at} one={one} />
      ))}
      {own.map((one) => (
        <OneQuestion c={c} desk={desk} at={at} one={one} />
      ))}
    </section>
  )
}

const OneQuestion = ({ c, desk, at, one }: Props & { one: FigureQuestion }) => {
  const own = one.reference === desk.head.reference
  const state = questionState(one, own ? desk.said : undefined)
  const settles = !one.closed && may(c.var.actor, "settle", desk.head)
  const there = at(one.reference)
  return (
    <InsetText>
      <h3 class="govuk-heading-s">
        Question {one.number}: {one.about?.label ?? "all of it"}
      </h3>
      {!own && <p class="govuk-body">Carried from {one.title}.</p>}
      <p class="govuk-body answer">{one.text}</p>
      <p class="govuk-body-s">
        Asked by {one.asked.by.name}, {stampWords(new Date(one.asked.at))}, of version {one.version}.{" "}
        <strong>{questionStates[state]}</strong>
        {state === "open" && `: the answer is due at ${dayMomentWords(new Date(one.answerBy))}`}
        {one.closed && `, by ${one.closed.by.name}, ${stampWords(new Date(one.closed.at))}`}.
      </p>
      {one.answer && (
        <>
          <AnswerWords words={one.answer.text} />
          <p class="govuk-body-s">
            Answered by {one.answer.by.name}, {stampWords(new Date(one.answer.at))}.
          </p>
        </>
      )}
      {settles && (
        <form method="post" action={`${there}/questions/${one.number}/settle`}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <Button variant="secondary" preventDoubleClick>
            {`Close question ${one.number}`}
          </Button>
        </form>
      )}
    </InsetText>
  )
}
