import type { ListedRound } from "../../../shared/domain/calendar/round.ts"
import { type Actor, rolesAt } from "../../../shared/domain/people/actor.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayEnterProgramme, mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { dayMomentWords } from "../../../shared/values/london.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Contact } from "../../../shared/web/errors.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Page } from "../../../shared/web/layout.tsx"

type Props = { c: Asking; actor: Actor; places: Organisation[]; open: ListedRound[]; own?: Organisation }

/** For whoever has several places, or none yet, or a role in the programme. Never empty. */
export const HomesPage = ({ c, actor, places, open, own }: Props) => {
  const here = actor.grants.filter(({ organisation }) => !organisation).map(({ role }) => roles[role].words)
  return (
    <Page c={c} title="Your work">
      <h1 class="govuk-heading-l">Your work</h1>
      <p class="govuk-body">
        You are signed in as {actor.name}
        {here.length > 0 && `, ${here.join(", ")}`}.
      </p>
      {here.length > 0 && (
        <p class="govuk-body">
          {mayEnterProgramme(actor) ? (
            <>
              <a class="govuk-link" href="/programme">
                Questions and answers
              </a>
              : see how many questions wait for an answer, and how long the oldest has waited
              {mayInProgramme(actor, "publish answers") && "; publish the answers"}.
            </>
          ) : (
            "Nothing waits for you here."
          )}{" "}
          {open.length === 0
            ? "No round is open."
            : `Next: ${open.map((one) => `“${one.title}” closes at ${dayMomentWords(new Date(one.closes))}`).join("; ")}.`}{" "}
          Expressions of interest are sealed until then.
        </p>
      )}
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
      {places.length === 0 && here.length === 0 && !own && (
        <>
          <p class="govuk-body">
            You have no access to an organisation now: it may have ended. Its lead can invite you again.
          </p>
          <Contact c={c} />
        </>
      )}
    </Page>
  )
}
