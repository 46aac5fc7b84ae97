import type { AskedQuestion } from "../../../shared/domain/questions/asked.ts"
import { closes, publishes } from "../../../shared/domain/questions/texts.ts"
import { ageWords, workingDaysSince } from "../../../shared/domain/questions/waiting.ts"
import type { Entries, Problem, Question } from "../../../shared/form/question.ts"
import { londonDate, stampWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { CharacterCount } from "../../../shared/web/govuk/character-count.tsx"
import { Details } from "../../../shared/web/govuk/details.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C } from "../desk.ts"
import { questionsAt } from "../operations.ts"

/** The id of a question on its page: what an address or an error points to. */
export const anchorOf = (id: string) => `question-${id.replace(/[^\w-]/g, "")}`

export const fieldOf = (id: string, name: string) => `${anchorOf(id)}-${name}`

type Props = {
  c: C
  place: number
  asked: AskedQuestion
  mayPublish: boolean
  typed?: Entries
  problems?: Problem[]
}

/** One question that waits, with what can be done with it. Who asked is for those who may answer. */
export const WaitingQuestion = ({ c, place, asked, mayPublish, typed = {}, problems = [] }: Props) => {
  const { id, question, at, email, round } = asked
  const age = workingDaysSince(at, londonDate(c.var.world.now()))
  const here = `${questionsAt(round)}/${encodeURIComponent(id)}`
  const anchor = anchorOf(id)
  const field = (name: string, asks: Question, value: string) => (
    <CharacterCount
      id={fieldOf(id, name)}
      name={name}
      label={{ text: asks.label, size: "s" }}
      hint={asks.hint}
      maxWords={asks.shape.words}
      rows={name === "answer" ? 6 : 4}
      value={typed[name] ?? value}
      errorMessage={problems.find((one) => one.question === name)?.says}
    />
  )
  return (
    <section class="row-of-many" id={anchor} aria-labelledby={`${anchor}-asked`}>
      <h3 class="govuk-heading-s" id={`${anchor}-asked`}>
        Question {place}, asked {stampWords(new Date(at))}, {ageWords(age)} ago
      </h3>
      <div class="govuk-body">
        <AnswerWords words={question} />
      </div>
      {mayPublish && (
        <>
          <p class="govuk-body">
            Asked by{" "}
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
            , to ask back only. It is not published.
          </p>
          <form method="post" action={`${here}/publish`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            {field("question", publishes.question, question)}
            {field("answer", publishes.answer, "")}
            <Button preventDoubleClick>Publish the answer</Button>
          </form>
          <Details summary="Not for publishing" open={typed.reason !== undefined}>
            <form method="post" action={`${here}/close`} novalidate>
              <input type="hidden" name="key" value={newKey(c.var.world)} />
              {field("reason", closes.reason, "")}
              <Button variant="secondary" preventDoubleClick>
                Close without publishing
              </Button>
            </form>
          </Details>
        </>
      )}
    </section>
  )
}
