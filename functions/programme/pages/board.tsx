import { standingOf } from "../../../shared/domain/calendar/round.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { waitingWords } from "../../../shared/domain/questions/waiting.ts"
import { dayMomentWords, dayWords, londonDate, stampWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { Board, C, OnBoard } from "../desk.ts"
import { questionsAt } from "../operations.ts"

/** What waits, how long it has waited, what was done last and what comes next. Never empty. */
export const BoardPage = ({ c, now, earlier }: Board & { c: C }) => {
  const here = c.var.actor.grants
    .filter(({ organisation }) => !organisation)
    .map(({ role }) => roles[role].words)
  const today = londonDate(c.var.world.now())
  const all = {
    items: now.flatMap(({ waiting }) => waiting.items),
    more: now.some(({ waiting }) => waiting.more),
  }
  return (
    <Page c={c} title="Questions and answers" back={{ href: "/home", text: "Your work" }}>
      <span class="govuk-caption-l">You are here as {here.join(", ")}</span>
      <h1 class="govuk-heading-l">Questions and answers</h1>
      <p class="govuk-body-l" data-first-line>
        {waitingWords(all, today)}
      </p>
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
          <h2 class="govuk-heading-m">Earlier rounds</h2>
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
    </Page>
  )
}

const RoundOnBoard = ({ c, one, today }: { c: C; one: OnBoard; today: string }) => {
  const { round, waiting, last } = one
  const does = mayInProgramme(c.var.actor, "publish answers") ? "Answer questions" : "Read the questions"
  return (
    <section>
      <h2 class="govuk-heading-m">{round.title}</h2>
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
