import type { Head } from "../../../shared/domain/coaching/head.ts"
import { nextSession, toAgree } from "../../../shared/domain/coaching/home-words.ts"
import { mayCoach } from "../../../shared/domain/people/coaching-policy.ts"
import { dayWords, londonDate } from "../../../shared/values/london.ts"
import { coachingAt, sessionAt } from "../../../shared/web/coaching/addresses.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: string; heads: Head[] }

/** The coaching of the site on its home: what waits for an answer, when they meet next, and the way to all of it. */
export const HomeCoaching = ({ c, organisation, heads }: Props) => {
  const at = { organisation, coaches: [] }
  if (heads.length === 0 || !mayCoach(c.var.actor, "see coaching", at)) return null
  const next = nextSession(heads, londonDate(c.var.world.now()))
  return (
    <>
      <h2 class="govuk-heading-m">Coaching</h2>
      {heads.flatMap((head) =>
        toAgree(head).map(({ session, title }) => (
          <p class="govuk-body">
            NOT AGREED YET:{" "}
            <a class="govuk-link" href={sessionAt(organisation, head.phase, session)}>
              {title}
            </a>
            {!mayCoach(c.var.actor, "answer session", at) && ". Your site lead answers"}.
          </p>
        )),
      )}
      <p class="govuk-body">
        {next ? `Next: ${next.title.split(" of ")[0]} on ${dayWords(next.on)}. ` : "No session is planned. "}
        <a class="govuk-link" href={coachingAt(organisation)}>
          Coaching
        </a>
      </p>
    </>
  )
}
