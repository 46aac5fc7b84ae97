import { arrivalOf, arrivals, type Cell } from "../../../../shared/domain/calendar/board.ts"
import { rowOf } from "../../../../shared/domain/calendar/return-words.ts"
import { joined } from "../../../../shared/domain/calendar/site-phase.ts"
import { coachesOf } from "../../../../shared/domain/coaching/assigned.ts"
import { mayEvaluate } from "../../../../shared/domain/people/evaluation-policy.ts"
import type { Member } from "../../../../shared/domain/people/member.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { dateWords, londonDate, stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { evaluationIn } from "../../../../shared/web/evaluation/addresses.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { boardAt, lettersAt, returnAt, siteAt, timeAt, withQuery } from "../addresses.ts"
import type { Happened, OnSite } from "../sites.ts"
import { ToDo } from "./to-do.tsx"

/** One site: who is there, its dates, what it owes and what happened. Nothing of what it wrote. */
export const SitePage = ({ c, site }: { c: C; site: OnSite }) => {
  const { organisation, members, phases, phase, cells, begun, timeline } = site
  const late = cells.filter(({ state }) => state === "missing" || state === "not received")
  return (
    <Page
      c={c}
      title={`${organisation.name} – What is expected`}
      back={{ href: boardAt, text: "Who has sent what" }}
      wide
    >
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">{organisation.name}</h1>
      <p class="govuk-body-l" data-first-line>
        {late.length === 0
          ? "Nothing is late here."
          : late.map(({ one, says }) => `${one.title}: ${says}.`).join(" ")}
      </p>
      <h2 class="govuk-heading-m">People</h2>
      <People members={members} />
      <Phases site={site} />
      {cells.length > 0 ? (
        <Returns c={c} cells={cells} at={site.asAt} />
      ) : (
        <p class="govuk-body">
          Nothing is expected of {organisation.shortName}
          {phase ? " in this phase" : ""} yet.
        </p>
      )}
      <Evaluated c={c} site={site} />
      <ToDo c={c} site={site} />
      {phases.length > 1 && (
        <p class="govuk-body">
          Other phases:{" "}
          {phases
            .filter(({ id }) => id !== phase?.id)
            .map(({ id, title }) => (
              <a class="govuk-link beside" href={withQuery(siteAt(organisation.id), { phase: id })}>
                {title}
              </a>
            ))}
        </p>
      )}
      {begun.length > 0 && (
        <SummaryList
          card={{ title: "Expressions of interest" }}
          rows={begun.map((one) => ({ key: one.title, value: arrivals[arrivalOf(one)] }))}
        />
      )}
      <Timeline timeline={timeline} />
      <p class="govuk-body">
        <a class="govuk-link" href={withQuery(lettersAt, { site: organisation.id })}>
          Letters about {organisation.shortName}, and what became of each
        </a>
      </p>
    </Page>
  )
}

/** The way to the evaluation of the site, for whoever sees anything of it. */
const Evaluated = ({ c, site: { organisation, phase, phases } }: { c: C; site: OnSite }) => {
  if (!phase) return null
  const coaches = coachesOf(phases, organisation.id, phase.id)
  return mayEvaluate(c.var.actor, "see evaluation", { organisation: organisation.id, coaches }) ? (
    <p class="govuk-body">
      <a class="govuk-link" href={evaluationIn(organisation.id, phase.id)}>
        Evaluation of {organisation.shortName}
      </a>
      : what is measured, and where each return of it stands.
    </p>
  ) : null
}

/** Each person once, with everything they are. */
export const People = ({ members }: { members: Member[] }) => {
  if (members.length === 0)
    return <p class="govuk-body">Nobody has access here now: give somebody access as site lead.</p>
  const people = [...Map.groupBy(members, ({ person }) => person).values()]
  return (
    <SummaryList
      rows={people
        .flatMap((held) => (held[0] ? [{ held, first: held[0] }] : []))
        .map(({ held, first: { name, email, bounced } }) => ({
          key: name,
          value: (
            <>
              {held.map(({ role, to }) => `${roles[role].words}, until ${day(to)}`).join("; ")}
              <span class="beside">{email}</span>
              {bounced && (
                <strong class="beside">Letters to this address come back since {day(bounced)}</strong>
              )}
            </>
          ),
        }))}
    />
  )
}

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const Phases = ({ site: { organisation, phases } }: { site: OnSite }) => (
  <Table
    caption="In which phases"
    captionSize="m"
    firstCellIsHeader
    head={[{ text: "Phase" }, { text: "From and to" }, { text: "Award" }, { text: "Coach" }, { text: "How" }]}
    rows={phases.flatMap(({ title, sites }) =>
      sites
        .filter((one) => one.organisation === organisation.id)
        .map(({ from, to, award, coach, joined: how }) => [
          { content: title },
          { content: from && to ? `${dateWords(from)} to ${dateWords(to)}` : "Not decided yet" },
          { content: award === undefined ? "Not published" : pounds(award) },
          { content: coach?.name ?? "Nobody yet" },
          { content: joined[how] },
        ]),
    )}
  />
)

const Returns = ({ c, cells, at }: { c: C; cells: Cell[]; at: Date }) => {
  const mayGrant = mayInProgramme(c.var.actor, "grant time")
  return (
    <Table
      caption="What is expected"
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: "Return" },
        { text: "Covers" },
        { text: "Due" },
        { text: "State" },
        { text: "Who has it" },
        ...(mayGrant ? [{ text: "Time" }] : []),
      ]}
      rows={cells.map(({ one, says }) => {
        const { covers, due, who } = rowOf(one, at)
        return [
          {
            content: (
              <a class="govuk-link" href={returnAt(one.organisation, one.round)}>
                {one.title}
              </a>
            ),
          },
          { content: covers },
          { content: due },
          { content: says },
          { content: who },
          ...(mayGrant ? [{ content: <Time cell={{ one }} /> }] : []),
        ]
      })}
    />
  )
}

const Time = ({ cell: { one } }: { cell: Pick<Cell, "one"> }) => (
  <a class="govuk-link" href={timeAt(one.organisation, one.round)}>
    {one.asked ? "More time is asked for" : "Give more time"}
    <span class="govuk-visually-hidden">: {one.title}</span>
  </a>
)

/** What happened, newest first. */
export const Timeline = ({ timeline, ofOne }: { timeline: Happened[]; ofOne?: boolean }) =>
  timeline.length === 0 ? (
    <p class="govuk-body">Nothing has happened yet: what is sent, granted and told is listed here.</p>
  ) : (
    <Table
      caption="What happened, newest first"
      captionSize="m"
      head={[{ text: "When" }, { text: "What" }, ...(ofOne ? [] : [{ text: "Return" }]), { text: "Who" }]}
      rows={timeline.map(({ at, says, title, by }) => [
        { content: at.length === 10 ? dateWords(at) : stampWords(new Date(at)) },
        { content: says },
        ...(ofOne ? [] : [{ content: title }]),
        { content: by },
      ])}
    />
  )
