import { isToCome, mayBeWrittenUp } from "../../../../shared/domain/learning/community.ts"
import {
  type CommunitySession,
  comerNames,
  comers,
  sessionDesks,
  sessionWords,
  whenWords,
} from "../../../../shared/domain/learning/community-session.ts"
import { dateWords, stampWords } from "../../../../shared/values/london.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { sessionAt, sessionsAt } from "../../addresses.ts"
import { type C, mayHere } from "../../here.ts"

/** One session: what is told of it before, and what came of it. */
export const SessionPage = ({ c, one }: { c: C; one: CommunitySession }) => {
  const now = c.var.world.now()
  return (
    <Page c={c} title={one.title} back={{ href: sessionsAt, text: "Community of practice sessions" }}>
      <span class="govuk-caption-l">Community of practice</span>
      <h1 class="govuk-heading-l">{one.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {whenWords(one)}. {sessionWords(one, now)}
      </p>
      <SummaryList
        rows={[
          { key: "Where", value: <Where place={one.place} /> },
          { key: "What it is about", value: <span class="answer">{one.agenda}</span> },
          { key: "Planned by", value: `${one.planned.by.name}, ${stampWords(new Date(one.planned.at))}` },
        ]}
      />
      {mayHere(c, "keep community sessions") && <Ways one={one} now={now} />}
      {one.held && <Held held={one.held} />}
    </Page>
  )
}

const Where = ({ place }: { place: string }) =>
  /^https:\/\/\S+$/.test(place) ? (
    <a class="govuk-link" href={place}>
      {place}
    </a>
  ) : (
    <span class="answer">{place}</span>
  )

const Ways = ({ one, now }: { one: CommunitySession; now: Date }) => (
  <ButtonGroup>
    {isToCome(one, now) && (
      <>
        <Button href={`${sessionAt(one.id)}/change`} variant="secondary">
          Change or move it
        </Button>
        <Button href={`${sessionAt(one.id)}/cancel`} variant="secondary">
          Say that it will not take place
        </Button>
      </>
    )}
    {mayBeWrittenUp(one, now) && (
      <Button href={`${sessionAt(one.id)}/write-up`} {...(one.held && { variant: "secondary" })}>
        {one.held ? "Change what was written" : "Write it up"}
      </Button>
    )}
  </ButtonGroup>
)

const Held = ({ held }: { held: NonNullable<CommunitySession["held"]> }) => (
  <>
    <Table
      caption="Who came"
      captionSize="m"
      head={[{ text: "Role" }, { text: "How many" }]}
      rows={comerNames.flatMap((role) =>
        held.came[role] === undefined
          ? []
          : [[{ content: comers[role] }, { content: String(held.came[role]) }]],
      )}
    />
    <h2 class="govuk-heading-m">What was learned</h2>
    <p class="govuk-body">
      {held.ideas === 0
        ? "No idea was written up."
        : `${held.ideas} ${held.ideas === 1 ? "idea went" : "ideas went"} to every site on the day it was written up: `}
      {held.ideas > 0 && (
        <a class="govuk-link" href={learningAt}>
          what sites have learned
        </a>
      )}
    </p>
    <h2 class="govuk-heading-m">What is to be done</h2>
    {held.actions.length === 0 && <p class="govuk-body">Nothing was agreed to be done.</p>}
    {held.actions.map(({ text, owner, due, done }) => (
      <p class="govuk-body">
        {text}
        <span class="beside">
          {sessionDesks[owner]}, {done ? "done" : `by ${dateWords(due)}`}
        </span>
      </p>
    ))}
    <p class="govuk-body-s">
      Written by {held.by.name}, {stampWords(new Date(held.at))}.
    </p>
  </>
)
