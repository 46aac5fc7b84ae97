import type { Member } from "../../../shared/domain/people/member.ts"
import { heldUntil, kept } from "../../../shared/domain/people/membership.ts"
import { mayEnter, mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { roleNames, roles } from "../../../shared/domain/people/role.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { Changes } from "../changes.ts"
import { byTime, type C, type Place, programmePeopleAt } from "../people.ts"
import { ChangesTable } from "./changes.tsx"

type PeopleProps = { c: C; place: Place; members: Member[]; changes: Changes }

export const PeoplePage = ({ c, place, members, changes }: PeopleProps) => {
  const { actor, world } = c.var
  const { live, coming, ended } = byTime(members, world.now())
  const title = place.organisation ? "People and access" : "People of the programme"
  return (
    <Page c={c} title={`${title} – ${place.name}`} back={backFrom(c, place)} wide>
      <span class="govuk-caption-l">{place.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <About place={place} />
      <Gaps c={c} place={place} members={members} />
      <h2 class="govuk-heading-m">Who has access</h2>
      {live.length === 0 && <p class="govuk-body">Nobody has access now.</p>}
      {grouped(live).map((roles) => (
        <Person c={c} place={place} held={roles} />
      ))}
      {mayWithPeople(actor, "invite", place.id) && (
        <Button href={`${place.here}/invite`}>Give somebody access</Button>
      )}
      {coming.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Access that has not begun</h2>
          {grouped(coming).map((roles) => (
            <Person c={c} place={place} held={roles} coming />
          ))}
        </>
      )}
      {ended.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Access that has ended</h2>
          <ul class="govuk-list govuk-list--bullet">
            {grouped(ended).map((held) => (
              <li>
                {held[0]?.name}:{" "}
                {held.map(({ role, to }) => `${roles[role].words}, until ${day(to)}`).join("; ")}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Changes</h2>
      <ChangesTable place={place} changes={changes} />
    </Page>
  )
}

/** Whoever comes for the people alone goes back to where they came from. */
const backFrom = ({ var: { actor } }: C, { id, organisation, shortName }: Place) => {
  if (!organisation) return { href: "/home", text: "Your work" }
  return mayEnter(actor, id)
    ? { href: `/organisations/${id}`, text: shortName }
    : { href: programmePeopleAt, text: "People of the programme" }
}

const About = ({ place }: { place: Place }) =>
  place.organisation ? (
    <>
      <p class="govuk-body">
        Nobody outside this list sees your drafts. Access ends by itself on the day shown.
      </p>
      <p class="govuk-body">
        The programme’s coordinators and administrators can let people in here and end their access. That
        shows them this page and none of your drafts, and what they do stands under “Changes”.
      </p>
    </>
  ) : (
    <>
      <p class="govuk-body">
        These people work in the programme itself. Access ends by itself on the day shown.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${programmePeopleAt}/of`}>
          People of an organisation
        </a>
        : let somebody in anywhere, or end their access.
      </p>
    </>
  )

/** Ninety days, in milliseconds: the time that it takes to find a successor. */
const soon = 90 * 24 * 3600_000

/** Where nobody will hold a role that somebody must hold, and from when. */
const Gaps = ({ c, place, members }: { c: C; place: Place; members: Member[] }) => {
  const at = c.var.world.now()
  return place.roles.flatMap((role) => {
    const called = kept[role]
    if (!called) return []
    const until = heldUntil(role, members, at)
    const nobody = role === "lead" ? "Nobody leads" : `Nobody is ${called}`
    if (!until) return [<WarningText>{nobody} now: invite somebody</WarningText>]
    const says = `${nobody} after ${day(until.toISOString())}: invite a successor, or extend the access.`
    return until.getTime() - at.getTime() < soon
      ? [<WarningText>{says}</WarningText>]
      : [<p class="govuk-body">{says}</p>]
  })
}

/** Each person once with everything they are, by what they are and by name: leads come first. */
const grouped = (members: Member[]): Member[][] => {
  const inOrder = members.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  return [...Map.groupBy(inOrder, ({ person }) => person).values()]
}

const rank = ({ role }: Member) => roleNames.indexOf(role)

type PersonProps = { c: C; place: Place; held: Member[]; coming?: boolean }

const Person = ({ c, place, held, coming = false }: PersonProps) => {
  const [{ name = "", email = "", bounced } = {}] = held
  return (
    <SummaryList
      card={{ title: name, headingLevel: 3 }}
      rows={[
        {
          key: "Email address",
          value: (
            <>
              {email}
              {bounced && <span class="beside">Letters to this address come back since {day(bounced)}</span>}
            </>
          ),
        },
        ...held.map((one) => ({
          key: capital(roles[one.role].words),
          value: coming ? `From ${day(one.from)} until ${day(one.to)}` : `Until ${day(one.to)}`,
          actions: actionsOn(c, place, one),
        })),
      ]}
    />
  )
}

const actionsOn = ({ var: { actor } }: C, place: Place, { person, grant, role }: Member) => {
  const at = `${place.here}/${person}/${grant}`
  const hidden = `as ${roles[role].words}`
  return [
    ...(mayWithPeople(actor, "change dates", place.id, role)
      ? [{ href: `${at}/dates`, text: "Extend or shorten", hidden: `access ${hidden}` }]
      : []),
    ...(mayWithPeople(actor, "end access", place.id, role)
      ? [{ href: `${at}/end`, text: "End access", hidden }]
      : []),
  ]
}

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
