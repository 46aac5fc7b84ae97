import { publicFacts } from "../../../shared/domain/calendar/eoi-facts.ts"
import { type PublishedAnswer, type Round, standingOf } from "../../../shared/domain/calendar/round.ts"
import { organisationKinds } from "../../../shared/domain/people/organisation.ts"
import { kindOf } from "../../../shared/kinds/index.ts"
import { dateWords, dayMomentWords, dayWords, londonDate, stampWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { RoundReading } from "../../../shared/web/round-reading.tsx"
import type { TakingPart } from "../taking-part.ts"
import { WhoTakesPart } from "./taking-part.tsx"

type Props = { c: Asking; round: Round; answers: PublishedAnswer[]; part?: TakingPart }

/** All that somebody needs before they begin: what, who, how much, when, how it is decided. */
export const RoundPage = ({ c, round, answers, part }: Props) => {
  const now = c.var.world.now()
  const standing = standingOf(round, now)
  const closes = new Date(round.closes)
  const sections = kindOf(round.kind).sections(publicFacts(round))
  const minutes = sections.reduce((sum, one) => sum + one.minutes, 0)
  return (
    <Page c={c} title={round.title} back={{ href: "/", text: "All rounds" }}>
      <h1 class="govuk-heading-l">{round.title}</h1>
      <InsetText>
        {standing === "open" ? (
          <>
            Open. It closes at <strong>{dayMomentWords(closes)}</strong>.
          </>
        ) : standing === "closed" ? (
          <>
            <strong>Closed</strong> at {dayMomentWords(closes)}. Nothing more can be sent.
          </>
        ) : (
          <>Opens at {dayMomentWords(new Date(round.opens))}.</>
        )}
      </InsetText>
      {part && part.sites.length > 0 && <WhoTakesPart part={part} />}
      {round.changed?.map(({ at, what, because }) => (
        <InsetText>
          <p class="govuk-body">
            <strong>Changed</strong> {stampWords(new Date(at))}: {what}
          </p>
          <p class="govuk-body">{because}</p>
        </InsetText>
      ))}
      {round.about.map((one) => (
        <p class="govuk-body">{one}</p>
      ))}
      <SummaryList
        rows={[
          {
            key: "Who may apply",
            value: round.mayLead.map((kind) => organisationKinds[kind as "council"]).join(", "),
          },
          { key: "Up to", value: `${pounds(round.ceiling)} for each site` },
          ...(round.envelope === undefined ? [] : [{ key: "In all", value: pounds(round.envelope) }]),
          { key: "Closes", value: dayMomentWords(closes) },
          { key: "Decisions by", value: dayWords(round.decisionsBy) },
          { key: "Questions until", value: dayWords(round.questionsUntil) },
          {
            key: "Takes about",
            value: `${Math.max(1, Math.round(minutes / 60))} hours in all, over as many visits as you like`,
          },
        ]}
      />
      {standing === "open" && (
        <>
          <Button start href={`/rounds/${round.id}/can-you-apply`}>
            Can you apply?
          </Button>
          <p class="govuk-body">Answered at once, before you sign in or write anything.</p>
        </>
      )}
      {round.reasons?.short && (
        <p class="govuk-body">Why it is open for a short time: {round.reasons.short}</p>
      )}
      <h2 class="govuk-heading-m">What is asked</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/rounds/${round.id}/questions`}>
          See all the questions on one page
        </a>
        , to print or to write from.
      </p>
      {round.sections.length > 0 && (
        <>
          <p class="govuk-body">This round asks for more than the short form:</p>
          <ul class="govuk-list govuk-list--bullet">
            {round.sections.map(({ id, because }) => (
              <li>
                {sections.find((one) => one.id === id)?.title ?? id}: {because}
              </li>
            ))}
          </ul>
        </>
      )}
      {round.reasons?.heavy && <p class="govuk-body">Why it asks this much: {round.reasons.heavy}</p>}
      <RoundReading round={round} />
      <h2 class="govuk-heading-m">If you are late</h2>
      <p class="govuk-body">
        At {dayMomentWords(closes)} the round closes by the service’s own clock. A draft that was not sent
        stays yours to read and print, and nobody else sees it. You can <em>Ask to be late</em> with a reason;
        the chair of the selection panel decides before any is opened.
      </p>
      <h2 class="govuk-heading-m">Questions and answers</h2>
      {answers.length === 0 && <p class="govuk-body">Nothing has been answered yet.</p>}
      {answers.map(({ question, answer, at }) => (
        <>
          <h3 class="govuk-heading-s">{question}</h3>
          <p class="govuk-body answer">{answer}</p>
          <p class="govuk-body-s">Answered {stampWords(new Date(at))}</p>
        </>
      ))}
      {londonDate(now) <= round.questionsUntil && standing === "open" && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/rounds/${round.id}/ask`}>
            Ask a question
          </a>{" "}
          until {dateWords(round.questionsUntil)}. The answer is published here for everybody, without saying
          who asked.
        </p>
      )}
      {round.sources.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Sources</h2>
          <ul class="govuk-list govuk-body-s reference">
            {round.sources.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
