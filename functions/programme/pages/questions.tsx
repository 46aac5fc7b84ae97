import { waitingWords } from "../../../shared/domain/questions/waiting.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { dayWords, londonDate, stampWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../shared/web/govuk/notification-banner.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { NotWatched } from "../../../shared/web/notes.tsx"
import type { C, OnDesk } from "../desk.ts"
import { inside, questionsAt } from "../operations.ts"
import { fieldOf, WaitingQuestion } from "./question.tsx"

type Tried = { id: string; typed: Entries; problems: Problem[]; says?: string }
type Props = OnDesk & { c: C; tried?: Tried; done?: Entries }

/** The questions of a round: what waits, oldest first, then what was published, newest first. */
export const QuestionsPage = ({ c, tried, done = {}, ...desk }: Props) => {
  const { round, waiting, mayPublish } = desk
  const today = londonDate(c.var.world.now())
  const errors = (tried?.problems ?? []).map(({ question, says }) => ({
    text: says,
    href: `#${fieldOf(tried?.id ?? "", question)}`,
  }))
  return (
    <Page
      c={c}
      title={`Questions about ${round.title}`}
      back={{ href: inside, text: "The programme" }}
      wrong={errors.length > 0}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {tried?.says && <TooLate says={tried.says} typed={tried.typed} />}
      <Done desk={desk} done={done} />
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Questions and answers</h1>
      <p class="govuk-body-l" data-first-line>
        {waitingWords(waiting, today)}
      </p>
      <p class="govuk-body">
        Questions can be asked until {dayWords(round.questionsUntil)}. An answer is published on{" "}
        <a class="govuk-link" href={`/rounds/${round.id}`}>
          the round’s page
        </a>
        , for everybody at the same time, without who asked.
      </p>
      <h2 class="govuk-heading-m">Waiting for an answer</h2>
      {waiting.items.length === 0 && (
        <p class="govuk-body">Nothing waits. A new question is listed here as soon as it is asked.</p>
      )}
      {waiting.items.length > 0 && mayPublish && <NotWatched />}
      {waiting.items.map((asked, index) => (
        <WaitingQuestion
          c={c}
          place={index + 1}
          asked={asked}
          mayPublish={mayPublish}
          {...(tried?.id === asked.id && { typed: tried.typed, problems: tried.problems })}
        />
      ))}
      {waiting.more && <p class="govuk-body">These are the oldest. Others come up as these are answered.</p>}
      <Published desk={desk} />
      <Unpublished desk={desk} />
    </Page>
  )
}

/** Somebody was quicker: what was typed is not lost. */
const TooLate = ({ says, typed: { answer, reason } }: { says: string; typed: Entries }) => (
  <InsetText>
    <p class="govuk-body">{says} Nothing of yours was published.</p>
    {(answer ?? reason) && (
      <>
        <p class="govuk-body">What you typed, in case you need it:</p>
        <AnswerWords words={answer ?? reason ?? ""} />
      </>
    )}
  </InsetText>
)

/** Said only where it is so, whatever the address says. */
const Done = ({ desk: { published, unpublished }, done }: { desk: OnDesk; done: Entries }) => {
  if (published.some(({ number }) => String(number) === done.answered))
    return (
      <NotificationBanner type="success">{`The answer is published, as number ${done.answered}.`}</NotificationBanner>
    )
  if (unpublished.some(({ id }) => id === done.closed))
    return <NotificationBanner type="success">The question is closed without publishing.</NotificationBanner>
  return null
}

const Published = ({ desk: { round, published, next } }: { desk: OnDesk }) => (
  <>
    <h2 class="govuk-heading-m">Published</h2>
    {published.length === 0 && <p class="govuk-body">No answer is published yet.</p>}
    {published.map(({ number, question, answer, at }) => (
      <section class="row-of-many">
        <h3 class="govuk-heading-s">
          {number}. {question}
        </h3>
        <div class="govuk-body">
          <AnswerWords words={answer} />
        </div>
        <p class="govuk-body-s">Published {stampWords(new Date(at))}</p>
      </section>
    ))}
    {next !== undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href={`${questionsAt(round.id)}?before=${next}`}>
          Earlier answers
        </a>
      </p>
    )}
  </>
)

const Unpublished = ({ desk: { unpublished } }: { desk: OnDesk }) =>
  unpublished.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Closed without publishing</h2>
      {unpublished.map(({ question, reason, by, endedAt }) => (
        <section class="row-of-many">
          <div class="govuk-body">
            <AnswerWords words={question} />
          </div>
          <p class="govuk-body">Reason: {reason}</p>
          <p class="govuk-body-s">
            By {by}, {stampWords(new Date(endedAt))}
          </p>
        </section>
      ))}
    </>
  )
