import { isAnnounced } from "../../../shared/domain/calendar/phase.ts"
import { departmentOn, type Programme } from "../../../shared/domain/calendar/programme.ts"
import { type ListedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { dateWords, dayMomentWords, londonDate } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { reportsAt, takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"

/** What the programme is, and what is open now. */
export const ProgrammePage = ({
  c,
  programme,
  phases,
  rounds,
}: {
  c: Asking
  programme?: Programme
  phases: WithSites[]
  rounds: ListedRound[]
}) => {
  const now = c.var.world.now()
  const open = rounds.filter((round) => standingOf(round, now) === "open")
  const soon = rounds.filter((round) => standingOf(round, now) === "not open yet")
  const closed = rounds.filter((round) => standingOf(round, now) === "closed")
  return (
    <Page c={c} title={programme?.name ?? c.var.world.settings.serviceName}>
      <h1 class="govuk-heading-xl">{programme?.name ?? c.var.world.settings.serviceName}</h1>
      <ForPeople />
      {programme?.about.map((one) => (
        <p class="govuk-body-l">{one}</p>
      ))}
      {programme && <p class="govuk-body">A programme of the {departmentOn(programme, londonDate(now))}.</p>}
      <h2 class="govuk-heading-l">Open now</h2>
      {open.length === 0 && <p class="govuk-body">No round is open. When one opens, it is listed here.</p>}
      {open.map((round) => (
        <InsetText>
          <h3 class="govuk-heading-m">
            <a class="govuk-link" href={`/rounds/${round.id}`}>
              {round.title}
            </a>
          </h3>
          <p class="govuk-body">
            Closes at <strong>{dayMomentWords(new Date(round.closes))}</strong>. Decisions come by{" "}
            {dateWords(round.decisionsBy)}.
          </p>
          <Button href={`/rounds/${round.id}`}>Read about this round</Button>
        </InsetText>
      ))}
      {soon.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Opening soon</h2>
          <ul class="govuk-list govuk-list--bullet">
            {soon.map((round) => (
              <li>
                <a class="govuk-link" href={`/rounds/${round.id}`}>
                  {round.title}
                </a>
                , opens at {dayMomentWords(new Date(round.opens))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Have you begun already?</h2>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in
        </a>{" "}
        to go on, or to see whether it has gone and who has it.
      </p>
      {phases
        .filter((phase) => isAnnounced(phase, now))
        .map((phase) => (
          <>
            <h2 class="govuk-heading-m">{phase.title}</h2>
            <p class="govuk-body">{phase.about}</p>
            {phase.sites.length > 0 && (
              <Table
                caption="Sites"
                captionSize="s"
                firstCellIsHeader
                head={[{ text: "Site" }, ...(awards(phase) ? [{ text: "Award", numeric: true }] : [])]}
                rows={phase.sites.map((site) => [
                  {
                    content: (
                      <>
                        {site.name}
                        {site.from && site.to && (
                          <span class="beside">{`${dateWords(site.from)} to ${dateWords(site.to)}`}</span>
                        )}
                        {site.note && <span class="beside">{site.note}</span>}
                      </>
                    ),
                  },
                  ...(awards(phase)
                    ? [
                        {
                          content: site.award === undefined ? "not published" : pounds(site.award),
                          numeric: true,
                        },
                      ]
                    : []),
                ])}
              />
            )}
            {phase.sources.length > 0 && (
              <p class="govuk-body-s reference">Sources: {phase.sources.join("; ")}</p>
            )}
          </>
        ))}
      {closed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Closed rounds</h2>
          <ul class="govuk-list govuk-list--bullet">
            {closed.map((round) => (
              <li>
                <a class="govuk-link" href={`/rounds/${round.id}`}>
                  {round.title}
                </a>
                , closed {dayMomentWords(new Date(round.closes))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/learned">
          What sites have learned
        </a>
        , in their own words.
      </p>
    </Page>
  )
}

/** For the people that the programme is for, and their families. */
const ForPeople = () => (
  <InsetText>
    <h2 class="govuk-heading-m">For people and families</h2>
    <ul class="govuk-list">
      {forPeople.map(({ href, text }) => (
        <li>
          <a class="govuk-link govuk-!-font-size-24" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </InsetText>
)

const forPeople = [
  { href: `${takingPartAt}/my-named-social-worker`, text: "What is a named social worker?" },
  { href: `${takingPartAt}/who-to-ask`, text: "Who to ask" },
  { href: `${takingPartAt}/tell-us`, text: "Tell us" },
  { href: `${takingPartAt}/stop-my-story`, text: "Stop my story" },
  { href: reportsAt, text: "Read what we found" },
  { href: takingPartAt, text: "Everything about taking part" },
]

/** Whether any award of a phase is published. */
const awards = ({ sites }: WithSites) => sites.some(({ award }) => award !== undefined)
