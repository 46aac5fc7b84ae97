import { standingOf } from "../../../shared/domain/calendar/round.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { waitingWords } from "../../../shared/domain/questions/waiting.ts"
import { dayMomentWords, dayWords, londonDate, stampWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import type { Board, C, OnBoard } from "../desk.ts"
import { questionsAt } from "../operations.ts"

/** What was asked about each round, how long it has waited, what was done last and what comes next. Never empty. */
export const QuestionDesk = ({ c, board: { now, earlier } }: { c: C; board: Board }) => {
  const today = londonDate(c.var.world.now())
  const all = {
    items: now.flatMap(({ waiting }) => waiting.items),
    more: now.some(({ waiting }) => waiting.more),
  }
  return (
    <>
      <h2 class="govuk-heading-m">Questions and answers</h2>
      <p class="govuk-body">{waitingWords(all, today)}</p>
      {now.length === 0 && (
        <p class="govuk-body">
          No round is open or about to open. Questions about the next one are listed here.
        </p>
      )}
      {now.map((one) => (
        <RoundOnBoard c={c} one={one} today={today} />
      ))}
      {earlier.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Earlier rounds</h3>
          <ul class="govuk-list govuk-list--bullet">
            {earlier.map(({ id, title, closes }) => (
              <li>
                <a class="govuk-link" href={questionsAt(id)}>
                  Questions about {title}
                </a>
                , closed {dayMomentWords(new Date(closes))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const RoundOnBoard = ({ c, one, today }: { c: C; one: OnBoard; today: string }) => {
  const { round, waiting, last } = one
  const does = mayInProgramme(c.var.actor, "publish answers") ? "Answer questions" : "Read the questions"
  return (
    <section>
      <h3 class="govuk-heading-s">{round.title}</h3>
      <SummaryList
        rows={[
          {
            key: "Waiting",
            value: waitingWords(waiting, today),
            actions: [{ href: questionsAt(round.id), text: does, hidden: `about ${round.title}` }],
          },
          { key: "Questions until", value: untilWords(one, today) },
          {
            key: "Last answered",
            value: last ? (
              <>
                <AnswerWords words={last.question} />
                {stampWords(new Date(last.at))}
              </>
            ) : (
              "Nothing yet"
            ),
          },
          {
            key: standingOf(round, c.var.world.now()) === "closed" ? "Closed" : "Closes",
            value: dayMomentWords(new Date(round.closes)),
          },
        ]}
      />
    </section>
  )
}

const untilWords = ({ round: { questionsUntil } }: OnBoard, today: string) =>
  today <= questionsUntil ? dayWords(questionsUntil) : `${dayWords(questionsUntil)}: nobody can ask any more`
