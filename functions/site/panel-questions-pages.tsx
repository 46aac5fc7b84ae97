import type { Hono } from "hono"
import { answerForm } from "../../shared/domain/selection/asking.ts"
import type { PanelQuestion } from "../../shared/domain/selection/notes.ts"
import type { Sent } from "../../shared/domain/submissions/sent.ts"
import { dayMomentWords, stampWords } from "../../shared/values/london.ts"
import { AnswerWords } from "../../shared/web/answers.tsx"
import type { SignedIn } from "../../shared/web/env.ts"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../shared/web/govuk/summary-list.tsx"
import { moveKey } from "../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../shared/web/programme/form.tsx"
import { submitting } from "../../shared/web/programme/typed.ts"
import { SentenceOf } from "../../shared/web/sentence.tsx"
import type { C } from "./desk.ts"
import { at, SubmissionPage } from "./pages/submission-page.tsx"
import {
  type Asked,
  answering,
  decidedMeanwhile,
  isOpenHere,
  mayAnswer,
  questionHere,
  sectionAsked,
  timePassed,
} from "./panel-questions.ts"

/** Where a question of the selection panel is read and answered, below the submission. */
export const addPanelQuestionPages = (pages: Hono<SignedIn>, one: string) =>
  pages
    .get(`${one}/panel-questions/:number`, async (c) => c.html((await page(c)) as string))
    .post(`${one}/panel-questions/:number`, async (c) => {
      await questionHere(c)
      return submitting(
        c,
        async ({ key, answer = "" }) => (await answering(c, { answer }, moveKey(c, key, { answer }))).at,
        (tried) => page(c, tried),
      )
    })

const page = async (c: C, tried?: Tried) => {
  const asked = await questionHere(c)
  const section = await sectionAsked(c, asked)
  const open = isOpenHere(c, asked.desk, asked.question)
  return open && mayAnswer(c, asked.desk)
    ? AnswerPage({ c, asked, section, tried })
    : QuestionPage({ c, asked, section, tried })
}

type Props = { c: C; asked: Asked; section?: Sent["sections"][number]; tried?: Tried }

const AnswerPage = ({ c, asked: { desk, question }, section, tried }: Props) =>
  FormPage({
    c,
    section: answerForm,
    action: `${at(desk)}/panel-questions/${question.number}`,
    back: { href: at(desk), text: desk.head.title },
    caption: `Question ${question.number}, reference ${desk.head.reference}`,
    button: "Send the answer",
    keyed: true,
    tried,
    before: (
      <>
        <SentenceOf sentence={desk.sentence} />
        <Question question={question} />
        <SentBefore section={section} />
      </>
    ),
  })

const QuestionPage = ({ c, asked: { desk, question }, section, tried }: Props) => {
  const open = isOpenHere(c, desk, question)
  const over = desk.heard ? decidedMeanwhile : timePassed
  const typed = tried?.entries.answer
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={`Question ${question.number} from the selection panel`}
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
      {!question.answer && !open && <InsetText>{over}</InsetText>}
      {open && <p class="govuk-body">The site lead or a contributor answers it.</p>}
      <SentBefore section={section} />
    </SubmissionPage>
  )
}

const Question = ({
  question: { sectionTitle, question, askedAt, answerBy, answer },
}: {
  question: PanelQuestion
}) => (
  <SummaryList
    rows={[
      { key: "About", value: sectionTitle },
      { key: "Asked", value: `By the selection panel, ${stampWords(new Date(askedAt))}` },
      { key: "Question", value: <AnswerWords words={question} /> },
      ...(answer
        ? [
            { key: "Answer", value: <AnswerWords words={answer.text} /> },
            { key: "Answered", value: `By ${answer.by.name}, ${stampWords(new Date(answer.at))}` },
          ]
        : [{ key: "Answer by", value: dayMomentWords(new Date(answerBy)) }]),
    ]}
  />
)

const SentBefore = ({ section }: Pick<Props, "section">) =>
  section ? (
    <SummaryList
      card={{ title: `What you sent: ${section.title}` }}
      rows={section.questions.map(({ label, words }) => ({
        key: label,
        value: <AnswerWords words={words} />,
      }))}
    />
  ) : null
