import { mayWithPeople } from "../../../../shared/domain/people/policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { joinForm } from "../../../../shared/domain/selection/joining.ts"
import { section } from "../../../../shared/form/section.ts"
import { dateWords, dayWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { intoPhaseAt, joiningAt } from "../addresses.ts"
import type { OnJoiningOne } from "../joining-desk.ts"
import type { OnPromotion } from "../promoting.ts"

const carry = section({ id: "carrying", title: "Carry over what it promised", minutes: 1, asks: {} })

/** What is asked to take one in: its days, but for one that is a site of the phase already. */
export const joiningSection = ({ site, phase }: Pick<OnJoiningOne, "site" | "phase">) =>
  site ? carry : joinForm(phase)

/** One that is funded, on its way into the phase: its days, what goes with it, and who goes on there. */
export const JoinPage = ({ c, desk, tried }: { c: C; desk: OnJoiningOne; tried?: Tried }) => {
  const { round, raw, row, site, dates } = desk
  const section = joiningSection(desk)
  const back = { href: intoPhaseAt(round.id), text: "From decision to site" }
  if (row.state === "joined" || row.state === "reserve")
    return (
      <Page c={c} title={`${raw.name} – ${round.title}`} back={back}>
        <span class="govuk-caption-l">{round.title}</span>
        <h1 class="govuk-heading-l">{raw.name}</h1>
        <p class="govuk-body-l">
          {raw.joined
            ? `Taken into the phase on ${dateWords(londonDate(new Date(raw.joined)))}.`
            : "It is in reserve."}
        </p>
        <GoesWith desk={desk} />
        <People c={c} desk={desk} />
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={section}
      action={joiningAt(round.id, raw.reference)}
      back={back}
      caption={raw.name}
      button={site ? "Carry it over" : "Take it into the phase"}
      entries={fieldsOf(section, dates)}
      keyed
      tried={tried}
      before={
        <>
          {site?.from && site.to && (
            <p class="govuk-body">
              {raw.name} is a site of the phase already, from {dayWords(site.from)} to {dayWords(site.to)}.
              What it promised and its conditions go with it.
            </p>
          )}
          <GoesWith desk={desk} />
        </>
      }
      after={<People c={c} desk={desk} />}
    />
  )
}

const GoesWith = ({ desk: { decision, raw, phase } }: { desk: OnJoiningOne }) => (
  <SummaryList
    rows={[
      { key: "Phase", value: phase.title },
      { key: "Award", value: decision?.amount === undefined ? "None" : pounds(decision.amount) },
      ...(raw.people === undefined ? [] : [{ key: "People expected", value: String(raw.people) }]),
      {
        key: "Conditions, to be done by the site",
        value:
          decision && decision.conditions.length > 0 ? (
            <ul class="govuk-list">
              {decision.conditions.map(({ text, due }) => (
                <li>
                  {text} By {dateWords(due)}.
                </li>
              ))}
            </ul>
          ) : (
            "None"
          ),
      },
    ]}
  />
)

const People = ({ c, desk: { people, raw, phase } }: { c: C; desk: OnJoiningOne }) => {
  const ending = people.filter(({ endsBefore }) => endsBefore)
  return (
    <>
      {people.length === 0 ? (
        <p class="govuk-body">
          Nobody works there now: a programme coordinator gives somebody access as site lead.
        </p>
      ) : (
        <Table
          caption="Who goes on there"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Name" }, { text: "Role" }, { text: "Access until" }]}
          rows={people.map(({ name, role, to, endsBefore }) => [
            { content: name },
            { content: roles[role].words },
            {
              content: (
                <>
                  {dateWords(londonDate(new Date(to)))}
                  {endsBefore && <strong class="beside">before its pilot ends</strong>}
                </>
              ),
            },
          ])}
        />
      )}
      <p class="govuk-body">
        {ending.length > 0 &&
          `${ending.length === 1 ? "1 access ends" : `${ending.length} accesses end`} before ${phase.title} does. `}
        {mayWithPeople(c.var.actor, "see people", raw.organisation) ? (
          <a class="govuk-link" href={`/organisations/${raw.organisation}/people`}>
            People and access
          </a>
        ) : (
          "Its lead, or a programme coordinator, changes that in People and access."
        )}
      </p>
    </>
  )
}

/** A reserve is promoted: decided anew, as successful. */
export const PromotePage = ({ c, desk, tried }: { c: C; desk: OnPromotion; tried?: Tried }) => (
  <FormPage
    c={c}
    section={desk.section}
    action={`${joiningAt(desk.round.id, desk.raw.reference)}/promote`}
    back={{ href: intoPhaseAt(desk.round.id), text: "From decision to site" }}
    caption={desk.raw.name}
    button="Promote it, and tell the applicant"
    keyed
    tried={tried}
    before={
      <p class="govuk-body">
        Its applicant is told at once, in confidence, by letter and on its pages. Write as if the applicant
        will read it.
      </p>
    }
  />
)
