import { type Session, sessionStates, sessionTitle } from "../../../../shared/domain/coaching/session.ts"
import { goneBy, goneByWords, toCome, waitingWords } from "../../../../shared/domain/coaching/stands.ts"
import { dayWords } from "../../../../shared/values/london.ts"
import { timeOfDayWords } from "../../../../shared/values/time-of-day.ts"
import { inPhaseAt, sessionAt, sessionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { todayHere } from "../here.ts"
import type { Listed } from "../listing.ts"

/** The sessions of a site in a phase: what is to come, what waits for somebody, then what is over, newest first. */
export const SessionsPage = ({ c, listed }: { c: C; listed: Listed }) => {
  const { organisation, phase, name } = placeHere(c)
  const at = sessionsAt(organisation, phase)
  const { head, past, earlier } = listed
  const first = c.req.query("before") === undefined
  const today = todayHere(c)
  const coming = toCome(head, today)
  const late = goneBy(head, today)
  return (
    <Page
      c={c}
      title={`Sessions – ${name}`}
      back={{ href: inPhaseAt(organisation, phase), text: "Coaching" }}
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Sessions</h1>
      {first && (
        <>
          <p class="govuk-body-l" data-first-line>
            {firstLine(coming[0], late.length + head.waits.length)}
          </p>
          <ButtonGroup>
            {mayHere(c, "plan session") && <Button href={`${at}/plan`}>Plan a session</Button>}
            {mayHere(c, "write session") && (
              <Button href={`${at}/write`} variant="secondary">
                Write up a session that was not planned
              </Button>
            )}
          </ButtonGroup>
          {coming.length > 0 && <h2 class="govuk-heading-m">To come</h2>}
          {coming.map((one) => (
            <One c={c} id={one.session} title={one.title} says={`${dayWords(one.on)}${at12(one.time)}`} />
          ))}
          {late.length + head.waits.length > 0 && <h2 class="govuk-heading-m">Waiting for somebody</h2>}
          {late.map((one) => (
            <One c={c} id={one.session} title={one.title} says={goneByWords(one)} />
          ))}
          {head.waits.map((one) => (
            <One c={c} id={one.session} title={one.title} says={waitingWords(one, today)} />
          ))}
        </>
      )}
      <h2 class="govuk-heading-m">{first ? "Over" : "Earlier"}</h2>
      {past.length === 0 && <p class="govuk-body">None {first ? "yet" : "on this page"}.</p>}
      {past.map((one) => (
        <One c={c} id={one.id} title={sessionTitle(one)} says={overWords(one)} />
      ))}
      {earlier && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}?before=${earlier}`}>
            Earlier
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}.csv`}>
          Download all of them (CSV)
        </a>
      </p>
    </Page>
  )
}

const One = ({ c, id, title, says }: { c: C; id: string; title: string; says: string }) => {
  const { organisation, phase } = placeHere(c)
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={sessionAt(organisation, phase, id)}>
        {title}
      </a>
      <span class="beside">{says}</span>
    </p>
  )
}

const firstLine = (next: Listed["head"]["planned"][number] | undefined, waits: number) => {
  const coming = next ? `Next: ${dayWords(next.on)}${at12(next.time)}.` : "No session is planned."
  if (waits === 0) return `${coming} None waits for anybody.`
  return `${coming} ${waits} ${waits === 1 ? "waits" : "wait"} for somebody.`
}

const at12 = (time: string | undefined) => (time ? ` at ${timeOfDayWords(time)}` : "")

const overWords = ({ state, closed }: Session) =>
  closed?.unanswered ? "Closed. The site was asked and did not answer." : `${sessionStates[state]}.`
