import type { ListedRound } from "../../../shared/domain/calendar/round.ts"
import { type Actor, rolesAt } from "../../../shared/domain/people/actor.ts"
import { mayLearn } from "../../../shared/domain/people/coaching-policy.ts"
import { mayEnterFunding } from "../../../shared/domain/people/funding-policy.ts"
import { type Organisation, programmeItself } from "../../../shared/domain/people/organisation.ts"
import { mayInProgramme, mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { type Role, roleNames, roles } from "../../../shared/domain/people/role.ts"
import { mayEnterSelection } from "../../../shared/domain/people/selection-policy.ts"
import { dateWords, dayMomentWords, londonDate } from "../../../shared/values/london.ts"
import { learningAt } from "../../../shared/web/coaching/addresses.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Contact } from "../../../shared/web/errors.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { calendarAt } from "../calendar.ts"
import { programmePeopleAt } from "../people.ts"
import { departmentSignIn } from "./sign-in.tsx"

type Props = {
  c: Asking
  actor: Actor
  places: Organisation[]
  open: ListedRound[]
  own?: Organisation
  /** What somebody who has no access yet will have; without a place it is in the programme. */
  coming: { role: Role; place?: string; from: string }[]
}

/** For whoever has several places, or none yet, or a role in the programme. Never empty. */
export const HomesPage = ({ c, actor, places, open, own, coming }: Props) => {
  const withheld = c.var.entered?.withheld ?? []
  const here = actor.grants.filter(({ organisation }) => !organisation).map(({ role }) => roles[role].words)
  return (
    <Page c={c} title="Your work">
      <h1 class="govuk-heading-l">Your work</h1>
      <p class="govuk-body">
        You are signed in as {actor.name}
        {here.length > 0 && `, ${here.join(", ")}`}.
      </p>
      {withheld.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={departmentSignIn()}>
            Sign in with your department account
          </a>{" "}
          to see the department’s pages. You are {withheld.map((role) => roles[role].words).join(" and ")},
          and the link we email does not open them.
        </p>
      )}
      {here.length > 0 && <InProgramme actor={actor} open={open} />}
      {places.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Choose an organisation</h2>
          <ul class="govuk-list">
            {places.map((one) => (
              <li>
                <a class="govuk-link" href={`/organisations/${one.id}`}>
                  {one.name}
                </a>
                , as{" "}
                {rolesAt(actor, one.id)
                  .toSorted((a, b) => roleNames.indexOf(a) - roleNames.indexOf(b))
                  .map((role) => roles[role].words)
                  .join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {own && (
        <>
          <h2 class="govuk-heading-m">{own.name}</h2>
          <p class="govuk-body">
            Your address belongs to {own.name}. If nobody leads for it yet, you can: you begin its expression
            of interest, invite colleagues, and can hand it over.
          </p>
          <form method="post" action="/home/lead">
            <input type="hidden" name="organisation" value={own.id} />
            <Button preventDoubleClick>Lead for {own.shortName}</Button>
          </form>
        </>
      )}
      {coming.map(({ role, place, from }) => (
        <p class="govuk-body">
          Your access as {roles[role].words}
          {place ? ` for ${place}` : " in the programme"} begins on {dateWords(londonDate(new Date(from)))}.
          There is nothing for you to do before then.
        </p>
      ))}
      {places.length === 0 && here.length + withheld.length + coming.length === 0 && !own && (
        <>
          <p class="govuk-body">
            You have no access to an organisation now: it may have ended. Its lead can invite you again.
          </p>
          <Contact c={c} />
        </>
      )}
      {(places.length > 0 || here.length > 0) && (
        <p class="govuk-body">
          <a class="govuk-link" href={calendarAt}>
            Your calendar
          </a>
          : put what is due into Outlook or Google Calendar.
        </p>
      )}
    </Page>
  )
}

const InProgramme = ({ actor, open }: Pick<Props, "actor" | "open">) => {
  const works = mayInProgramme(actor, "see programme")
  const people = mayWithPeople(actor, "see people", programmeItself)
  const selects = mayEnterSelection(actor)
  const pays = mayEnterFunding(actor)
  const learns = mayLearn(actor, "see learning")
  return (
    <>
      {!works && !selects && !pays && (
        <p class="govuk-body">
          {people ? "Nothing waits for you. You let people in and out:" : "Nothing waits for you here."}
        </p>
      )}
      {(works || people || selects || pays || learns) && (
        <ul class="govuk-list govuk-list--bullet">
          {works && (
            <li>
              <a class="govuk-link" href="/programme">
                Your work in the programme
              </a>
              : what waits for you there, and how long it has waited
            </li>
          )}
          {selects && (
            <li>
              <a class="govuk-link" href="/department">
                The selection panel
              </a>
              : the expressions of interest, and what waits for you
            </li>
          )}
          {pays && (
            <li>
              <a class="govuk-link" href="/funding">
                Money
              </a>
              : what is to be accepted, authorised or paid, and where the money of each site stands
            </li>
          )}
          {learns && (
            <li>
              <a class="govuk-link" href={learningAt}>
                What sites have learned
              </a>
              : ideas that were shared, and when sites meet
            </li>
          )}
          {people && (
            <>
              <li>
                <a class="govuk-link" href={programmePeopleAt}>
                  People of the programme
                </a>
                : who works in it, and until when
              </li>
              <li>
                <a class="govuk-link" href={`${programmePeopleAt}/of`}>
                  People of an organisation
                </a>
                : let somebody in anywhere, or end their access
              </li>
              {!works && mayInProgramme(actor, "see organisations") && (
                <li>
                  <a class="govuk-link" href="/programme/organisations">
                    Organisations
                  </a>
                  : who may take part, and how they have changed
                </li>
              )}
            </>
          )}
        </ul>
      )}
      <p class="govuk-body">
        {open.length === 0
          ? "No round is open."
          : `Next: ${open.map((one) => `“${one.title}” closes at ${dayMomentWords(new Date(one.closes))}`).join("; ")}. Expressions of interest are sealed until then.`}
      </p>
    </>
  )
}
