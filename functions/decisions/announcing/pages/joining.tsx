import { isAnnounced } from "../../../../shared/domain/calendar/phase.ts"
import { mayInSelection } from "../../../../shared/domain/people/selection-policy.ts"
import { joiningStates } from "../../../../shared/domain/selection/joining.ts"
import { dateWords, dayMomentWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { intoPhaseAt, joiningAt } from "../addresses.ts"
import type { OnJoining, Row } from "../joining-desk.ts"

/** From decision to site: who is funded, and how far each has come. */
export const JoiningPage = ({ c, desk, says }: { c: C; desk: OnJoining; says?: string }) => {
  const { round, phase, rows, told, notSaid } = desk
  const now = c.var.world.now()
  const here = intoPhaseAt(round.id)
  const waiting = rows.filter(({ state }) => state === "to join" || state === "in the phase")
  return (
    <Page
      c={c}
      title={`From decision to site – ${round.title}`}
      back={{ href: roundAt(round.id), text: "The round" }}
      wide
    >
      {says && <InsetText>{says}</InsetText>}
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">From decision to site</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(desk, waiting.length)}
      </p>
      {!told && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${roundAt(round.id)}/telling`}>
            Tell the applicants
          </a>
        </p>
      )}
      {isAnnounced(phase, now) && phase.announced && (
        <InsetText>
          {phase.title} was announced at {dayMomentWords(new Date(phase.announced))}: whoever is taken in now
          is on public pages at once, with its award.
        </InsetText>
      )}
      {rows.length > 0 && (
        <Table
          caption="Successful, and in reserve"
          captionSize="m"
          firstCellIsHeader
          head={[
            { text: "Applicant" },
            { text: "Award", numeric: true },
            { text: "Conditions", numeric: true },
            { text: "Where it stands" },
            { text: "Next" },
          ]}
          rows={rows.map((row) => [
            {
              content: (
                <>
                  {row.name}
                  <a class="govuk-link beside reference" href={expressionAt(round.id, row.reference)}>
                    {row.reference}
                  </a>
                </>
              ),
            },
            { content: row.decided?.amount === undefined ? "" : pounds(row.decided.amount), numeric: true },
            { content: String(row.decided?.conditions ?? 0), numeric: true },
            { content: standsFor(row) },
            { content: <Next c={c} round={round.id} row={row} /> },
          ])}
        />
      )}
      {waiting.length > 1 && (
        <form method="post" action={here} novalidate>
          <Button preventDoubleClick>{`Take all ${waiting.length} in, by the days of the phase`}</Button>
        </form>
      )}
      {notSaid.length > 0 && (
        <p class="govuk-body">
          Not shown here before you have said whether you have a link with them:{" "}
          {notSaid.map(({ reference, name }, place) => (
            <>
              {place > 0 && ", "}
              <a class="govuk-link" href={`${expressionAt(round.id, reference)}/links`}>
                {name}
              </a>
            </>
          ))}
          .
        </p>
      )}
      <h2 class="govuk-heading-m">Sites that continue</h2>
      <p class="govuk-body">
        A site that stays from the phase before writes no expression of interest. A programme coordinator adds
        it on{" "}
        <a class="govuk-link" href={`/programme/phases/${phase.id}`}>
          the page of {phase.title}
        </a>
        .
      </p>
    </Page>
  )
}

const standsIn = ({ told, rows, phase }: OnJoining, waiting: number): string => {
  if (!told) return "Nobody has been told yet. Next: tell the applicants, in confidence."
  const joined = rows.filter(({ state }) => state === "joined").length
  if (waiting === 0 && joined === 0) return "Nobody is to be taken in."
  if (waiting === 0) return `${joined} in ${phase.title}. Nobody waits.`
  return `${waiting} to be taken into ${phase.title}; ${joined} taken in.`
}

const standsFor = ({ state, joined, decided }: Row) => {
  if (state === "reserve" && decided?.place !== undefined) return `In reserve, place ${decided.place}`
  return joined
    ? `${joiningStates.joined} since ${dateWords(londonDate(new Date(joined)))}`
    : joiningStates[state]
}

const Next = ({ c, round, row }: { c: C; round: string; row: Row }) => {
  const { reference, state, name } = row
  const named = <span class="govuk-visually-hidden">: {name}</span>
  if (state === "reserve")
    return mayInSelection(c.var.actor, "decide") ? (
      <a class="govuk-link" href={`${joiningAt(round, reference)}/promote`}>
        Promote it{named}
      </a>
    ) : (
      <>The decision-maker can promote it</>
    )
  return (
    <a class="govuk-link" href={joiningAt(round, reference)}>
      {state === "joined"
        ? "Who goes on there"
        : state === "to join"
          ? "Take it in"
          : "Carry over what it promised"}
      {named}
    </a>
  )
}
