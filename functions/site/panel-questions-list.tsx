import { dayMomentWords, stampWords } from "../../shared/values/london.ts"
import { Button } from "../../shared/web/govuk/button.tsx"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import type { C, OnDesk } from "./desk.ts"
import { at } from "./pages/submission-page.tsx"
import { isOpenHere, mayAnswer } from "./panel-questions.ts"

type Props = { c: C; desk: OnDesk }

/** What the selection panel asks, at the top of what was sent: nothing where nothing is asked. */
export const PanelQuestions = ({ c, desk }: Props) =>
  desk.questions.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">Questions from the selection panel</h2>
      {desk.questions.map((one) => {
        const href = `${at(desk)}/panel-questions/${one.number}`
        const name = `Question ${one.number}: ${one.sectionTitle}`
        return isOpenHere(c, desk, one) ? (
          <InsetText>
            <h3 class="govuk-heading-s">{name}</h3>
            <p class="govuk-body answer">{one.question}</p>
            <p class="govuk-body">
              Asked {stampWords(new Date(one.askedAt))}. Answer by {dayMomentWords(new Date(one.answerBy))}.
            </p>
            {mayAnswer(c, desk) ? (
              <Button href={href}>Answer question {one.number}</Button>
            ) : (
              <p class="govuk-body">
                The site lead or a contributor answers it.{" "}
                <a class="govuk-link" href={href}>
                  Read question {one.number}
                </a>
              </p>
            )}
          </InsetText>
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={href}>
              {name}
            </a>
            {one.answer
              ? `: answered by ${one.answer.by.name}, ${stampWords(new Date(one.answer.at))}.`
              : new Date(one.answerBy) <= c.var.world.now()
                ? `: not answered by ${dayMomentWords(new Date(one.answerBy))}.`
                : ": not answered before the decision."}
          </p>
        )
      })}
    </section>
  )
