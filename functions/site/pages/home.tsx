import { type ListedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { may } from "../../../shared/domain/people/policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { type Sentence, sentenceOf } from "../../../shared/domain/submissions/sentence.ts"
import type { Shelved } from "../../../shared/domain/submissions/submission.ts"
import { dateWords, dayMomentWords, stampWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import type { C } from "../desk.ts"

type Props = {
  c: C
  organisation: Organisation
  items: Shelved[]
  rounds: ListedRound[]
  /** References of records that cannot be read: said, never left out. */
  unreadable: string[]
  next?: string
  all?: boolean
}

/** Has it gone, what is owed, who has it: the first lines somebody sees. Never empty. */
export const Home = ({ c, organisation, items, rounds, unreadable, next, all }: Props) => {
  const now = c.var.world.now()
  const mine = rolesAt(c.var.actor, organisation.id)
  const shown = items.flatMap((one) => {
    const round = rounds.find(({ id }) => id === one.round)
    return round ? [{ one, round, sentence: sentenceOf(one, round, now, mine) }] : []
  })
  const waits = shown.filter(({ one, round }) => waitsFor(one, round, mine, now))
  const begun = new Set(items.filter(({ state }) => state !== "withdrawn").map(({ round }) => round))
  const open = rounds.filter((round) => standingOf(round, now) === "open" && !begun.has(round.id))
  const here = `/organisations/${organisation.id}`
  return (
    <Page c={c} title={all ? `All submissions – ${organisation.name}` : organisation.name} wide>
      <span class="govuk-caption-l">You are here as {mine.map((one) => roles[one].words).join(", ")}</span>
      <h1 class="govuk-heading-l">{organisation.name}</h1>
      {!all && (
        <p class="govuk-body-l" data-first-line>
          {firstLine(waits.length, shown[0]?.sentence)}
        </p>
      )}
      {open.map((round) => (
        <div class="govuk-inset-text">
          <h2 class="govuk-heading-m">{round.title}</h2>
          <p class="govuk-body">
            Open now. It closes at {dayMomentWords(new Date(round.closes))}. Decisions come by{" "}
            {dateWords(round.decisionsBy)}. {`${organisation.shortName} has not begun one.`}
          </p>
          {may(c.var.actor, "start", { kind: round.kind, organisation: organisation.id }) ? (
            <Button href={`${here}/rounds/${round.id}/start`}>Start an expression of interest</Button>
          ) : (
            <p class="govuk-body">Your site lead can start it.</p>
          )}
        </div>
      ))}
      <h2 class="govuk-heading-m">{all ? "All submissions" : "What you have sent, and what is not sent"}</h2>
      {open.length === 0 && shown.length === 0 && <p class="govuk-body">No round is open now.</p>}
      {shown.length === 0 && <p class="govuk-body">Nothing yet. What your team begins is listed here.</p>}
      {shown.map(({ one, sentence }) => (
        <section>
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`${here}/submissions/${one.reference}`}>
              {one.title}
            </a>
          </h3>
          <SentenceOf sentence={sentence} />
          {one.state === "waiting" && one.waitingFor.some(({ role }) => mine.some((own) => own === role)) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${here}/submissions/${one.reference}/sign`}>
                Read it, and confirm or say not yet
              </a>
            </p>
          )}
          <p class="govuk-body-s">
            Last saved by {one.changedBy.name}, {stampWords(new Date(one.changedAt))}.
          </p>
        </section>
      ))}
      {unreadable.map((reference) => (
        <WarningText>
          {reference} cannot be shown now. Nothing of it is lost, and it has been reported.
        </WarningText>
      ))}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/submissions?after=${encodeURIComponent(next)}`}>
            Earlier submissions
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Your team</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${here}/people`}>
          People and access
        </a>
        : who can see this, who confirms, until when.
      </p>
    </Page>
  )
}

const waitsFor = (one: Shelved, round: ListedRound, mine: string[], now: Date) =>
  standingOf(round, now) === "open" &&
  ((one.state === "waiting" && one.waitingFor.some(({ role }) => mine.includes(role))) ||
    (one.state === "waiting" &&
      one.waitingFor.length === 0 &&
      (mine.includes("lead") || mine.includes("sponsor"))) ||
    (one.state === "draft" && (mine.includes("lead") || mine.includes("contributor"))))

const firstLine = (waiting: number, latest: Sentence | undefined) => {
  if (waiting === 1) return "One thing waits for you."
  if (waiting > 1) return `${waiting} things wait for you.`
  return latest ? "Nothing waits for you." : "Nothing is owed by you."
}
