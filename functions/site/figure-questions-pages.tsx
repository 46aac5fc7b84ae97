import type { Hono } from "hono"
import type { FigureQuestion } from "../../shared/domain/funding/question.ts"
import { answerForm } from "../../shared/domain/funding/questions.ts"
import { dayMomentWords, stampWords } from "../../shared/values/london.ts"
import { AnswerWords } from "../../shared/web/answers.tsx"
import type { SignedIn } from "../../shared/web/env.ts"
import { Button } from "../../shared/web/govuk/button.tsx"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../shared/web/govuk/summary-list.tsx"
import { moveKey } from "../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../shared/web/programme/form.tsx"
import { submitting } from "../../shared/web/programme/typed.ts"
import { SentenceOf } from "../../shared/web/sentence.tsx"
import type { C, OnDesk } from "./desk.ts"
import {
  answeringFigure,
  type FigureQuestions,
  figureQuestionHere,
  mayAnswerFigures,
  waitsForSite,
} from "./figure-questions.ts"
import { at, SubmissionPage } from "./pages/submission-page.tsx"

/** Where a question about figures is read and answered, below the return that it is about. */
export const addFigureQuestionPages = (pages: Hono<SignedIn>, one: string) =>
  pages
    .get(`${one}/figure-questions/:number`, async (c) => c.html((await page(c)) as string))
    .post(`${one}/figure-questions/:number`, async (c) => {
      await figureQuestionHere(c)
      return submitting(
        c,
        async ({ key, answer = "" }) =>
          (await answeringFigure(c, { answer }, moveKey(c, key, { answer }))).at,
        (tried) => page(c, tried),
      )
    })

const page = async (c: C, tried?: Tried) => {
  const { desk, question } = await figureQuestionHere(c)
  const action = `${at(desk)}/figure-questions/${question.number}`
  if (waitsForSite(question) && mayAnswerFigures(c, desk))
    return FormPage({
      c,
      section: answerForm,
      action,
      back: { href: at(desk), text: desk.head.title },
      caption: `Question ${question.number}, reference ${desk.head.reference}`,
      button: "Send the answer",
      keyed: true,
      tried,
      before: (
        <>
          <SentenceOf sentence={desk.sentence} />
          <Question question={question} />
        </>
      ),
    })
  const typed = tried?.entries.answer
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={`Question ${question.number}`}
      back={{ href: at(desk), text: desk.head.title }}
    >
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      {typed && (
        <SummaryList
          card={{ title: "What you wrote, which was not sent" }}
          rows={[{ key: "Your answer", value: <AnswerWords words={typed} /> }]}
        />
      )}
      <Question question={question} />
      {waitsForSite(question) && <p class="govuk-body">The site lead or a contributor answers it.</p>}
    </SubmissionPage>
  )
}

const Question = ({ question: { about, text, asked, answerBy, answer, closed, version } }: One) => (
  <SummaryList
    rows={[
      { key: "About", value: `${about?.label ?? "All of it"}, version ${version}` },
      { key: "Asked", value: `By ${asked.by.name}, ${stampWords(new Date(asked.at))}` },
      { key: "Question", value: <AnswerWords words={text} /> },
      ...(answer
        ? [
            { key: "Answer", value: <AnswerWords words={answer.text} /> },
            { key: "Answered", value: `By ${answer.by.name}, ${stampWords(new Date(answer.at))}` },
          ]
        : [{ key: "Answer by", value: dayMomentWords(new Date(answerBy)) }]),
      ...(closed
        ? [{ key: "Closed", value: `By ${closed.by.name}, ${stampWords(new Date(closed.at))}` }]
        : []),
    ]}
  />
)

type One = { question: FigureQuestion }
type ListProps = { c: C; desk: OnDesk; questions: FigureQuestions }

/** What is asked about a return, at the top of its page: nothing where nothing is asked. */
export const FigureQuestionList = ({ c, desk, questions: { own, carried } }: ListProps) =>
  own.length + carried.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">Questions about your figures</h2>
      {[...carried, ...own].map((one) => {
        const carriedHere = one.reference !== desk.head.reference
        const href = `/organisations/${desk.organisation.id}/submissions/${one.reference}/figure-questions/${one.number}`
        const name = `Question ${one.number}: ${one.about?.label ?? "all of it"}`
        return waitsForSite(one) ? (
          <InsetText>
            <h3 class="govuk-heading-s">{name}</h3>
            {carriedHere && <p class="govuk-body">Carried from {one.title}.</p>}
            <p class="govuk-body answer">{one.text}</p>
            <p class="govuk-body">
              Asked by {one.asked.by.name}, {stampWords(new Date(one.asked.at))}. Answer by{" "}
              {dayMomentWords(new Date(one.answerBy))}.
            </p>
            {mayAnswerFigures(c, desk) ? (
              <Button href={href}>{`Answer question ${one.number}`}</Button>
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
              : ": closed without an answer."}
          </p>
        )
      })}
    </section>
  )
