import type { ListedRound } from "../../../../shared/domain/calendar/round.ts"
import { mayInSupport } from "../../../../shared/domain/people/coaching-policy.ts"
import { mayEnterFunding } from "../../../../shared/domain/people/funding-policy.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { countsOf, countWords } from "../../../../shared/domain/selection/arrivals.ts"
import { nextIn, type RoundSeen } from "../../../../shared/domain/selection/next.ts"
import { waitingLine, waitsIn } from "../../../../shared/domain/selection/waiting.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { supportAt } from "../../../../shared/web/coaching/addresses.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { First } from "../first.ts"

/** What waits for whoever reads it, round by round, or that nothing does and what comes next. Never empty. */
export const FirstPage = ({ c, first: { seen, rounds, earlier } }: { c: C; first: First }) => {
  const reader = { actor: c.var.actor, at: c.var.world.now() }
  return (
    <Page c={c} title="Selection panel" back={backFor(c)}>
      <h1 class="govuk-heading-l">Selection panel</h1>
      <p class="govuk-body-l" data-first-line>
        {waitingLine(seen, rounds, reader)}
      </p>
      {mayEnterFunding(c.var.actor) && (
        <p class="govuk-body">
          <a class="govuk-link" href="/funding">
            Money of all sites
          </a>
          : offers, decisions in the middle of a pilot, payments.
        </p>
      )}
      {mayInSupport(c.var.actor, "see support") && (
        <p class="govuk-body">
          <a class="govuk-link" href={supportAt}>
            Coaching of all sites
          </a>
          : the help that sites ask the Department for, and how each is going.
        </p>
      )}
      {seen.map((one) => (
        <OneRound one={one} reader={reader} />
      ))}
      {earlier.length > 0 && <Earlier rounds={earlier} />}
    </Page>
  )
}

/** To whatever else this person does: nobody is sent round in a circle. */
const backFor = ({ var: { actor } }: C) => {
  if (actor.grants.some(({ organisation }) => organisation)) return { href: "/home", text: "Your work" }
  return mayInProgramme(actor, "see programme")
    ? { href: "/programme", text: "Your work in the programme" }
    : undefined
}

type Reader = Parameters<typeof waitsIn>[1]

const OneRound = ({ one, reader }: { one: RoundSeen; reader: Reader }) => {
  const waits = waitsIn(one, reader)
  const { id, title } = one.round
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={roundAt(id)}>
          {title}
        </a>
      </h2>
      <p class="govuk-body">{nextIn(one, reader, "This round")}</p>
      <p class="govuk-body">{countWords(countsOf(one.arrivals))}</p>
      {waits.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {waits.map(({ says, to }) => (
            <li>
              <a class="govuk-link" href={`${roundAt(id)}${to}`}>
                {says}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Earlier = ({ rounds }: { rounds: ListedRound[] }) => (
  <>
    <h2 class="govuk-heading-m">Earlier rounds</h2>
    <ul class="govuk-list">
      {rounds.map(({ id, title, closes }) => (
        <li>
          <a class="govuk-link" href={roundAt(id)}>
            {title}
          </a>
          , closed on {dateWords(londonDate(new Date(closes)))}
        </li>
      ))}
    </ul>
  </>
)
