import type { Action } from "../../../shared/domain/actions/action.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { firstLine } from "../../../shared/domain/calendar/first-line.ts"
import { matterOf } from "../../../shared/domain/calendar/matter.ts"
import { type ListedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import { isSettled, stateOf } from "../../../shared/domain/calendar/state.ts"
import type { Head } from "../../../shared/domain/coaching/head.ts"
import { coachComes, coachingWaits } from "../../../shared/domain/coaching/home-words.ts"
import type { EvaluationHead } from "../../../shared/domain/evaluation/head.ts"
import { evaluationWaits, isTally, storiesWait } from "../../../shared/domain/evaluation/home-words.ts"
import type { Account } from "../../../shared/domain/funding/account.ts"
import { moneyWaits } from "../../../shared/domain/funding/home-money.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { openOf } from "../../../shared/domain/selection/asking.ts"
import { londonDate, stampWords } from "../../../shared/values/london.ts"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { SentenceOf } from "../../../shared/web/sentence.tsx"
import type { C } from "../desk.ts"
import { asksHere, listedSentence } from "../panel-questions-sentence.ts"
import type { OnShelf } from "../shelf.ts"
import { HomeActions } from "./home-actions.tsx"
import { Beyond } from "./home-beyond.tsx"
import { HomeCoaching } from "./home-coaching.tsx"
import { HomeEvaluation } from "./home-evaluation.tsx"
import { HomeMoney } from "./home-money.tsx"
import { OpenRounds } from "./home-open.tsx"
import { Owed, ToSign } from "./home-owed.tsx"

type Props = {
  c: C
  organisation: Organisation
  items: OnShelf[]
  rounds: ListedRound[]
  expected: Expected[]
  /** What is to be done about the site besides, and where its coaching and its evaluation stand in each phase. */
  actions?: Action[]
  heads?: Head[]
  evaluations?: EvaluationHead[]
  /** The money of the site, for whoever has a part in it. */
  accounts?: Account[]
  /** References of records that cannot be read: said, never left out. */
  unreadable: string[]
  next?: string
  all?: boolean
}

/** Has it gone, what is owed, who has it: the first lines somebody sees. Never empty. */
export const Home = (props: Props) => {
  const {
    c,
    organisation,
    items,
    rounds,
    expected,
    actions = [],
    heads = [],
    evaluations = [],
    accounts,
    unreadable,
    next,
    all,
  } = props
  const { actor, world } = c.var
  const now = world.now()
  const mine = rolesAt(actor, organisation.id)
  const returns = all ? [] : expected.filter(({ owed }) => owed).sort((a, b) => a.by.localeCompare(b.by))
  const later = returns.filter((one) => stateOf(one, now) === "not open yet")
  const coming = later.filter((one) => !isTally(one) || one === later.find(isTally))
  const owed = returns.filter((one) => !later.includes(one) && !isSettled(one, now))
  const listed = items.filter(({ one }) => !owed.some(({ round }) => round === one.round))
  const begun = new Set(items.filter(({ one }) => one.state !== "withdrawn").map(({ one }) => one.round))
  const open = rounds.filter((round) => standingOf(round, now) === "open" && !begun.has(round.id))
  const matters = [
    ...returns,
    ...items
      .filter(({ one }) => !returns.some(({ round }) => round === one.round))
      .map((each) => ({
        ...matterOf(each.one, each.occasion),
        panelAsks: asksHere(c, each, expected),
      })),
  ]
  const reader = { actor, organisation: organisation.id, today: londonDate(now) }
  const waits = [
    ...coachingWaits(heads, actions, reader),
    ...evaluationWaits(evaluations, reader),
    ...moneyWaits(accounts ?? [], actor, organisation.id),
  ]
  const here = `/organisations/${organisation.id}`
  return (
    <Page c={c} title={all ? `All submissions – ${organisation.name}` : organisation.name} wide>
      <span class="govuk-caption-l">You are here as {mine.map((one) => roles[one].words).join(", ")}</span>
      <h1 class="govuk-heading-l">{organisation.name}</h1>
      {!all && (
        <p class="govuk-body-l" data-first-line>
          {[
            firstLine(
              matters,
              { actor, organisation, at: now },
              { waits, says: storiesWait(evaluations, reader) },
            ),
            ...coachComes(heads, reader),
          ].join(" ")}
        </p>
      )}
      <OpenRounds c={c} organisation={organisation} rounds={open} />
      {returns.length > 0 && <Owed c={c} owed={owed} coming={coming} here={here} />}
      <HomeCoaching c={c} organisation={organisation.id} heads={heads} />
      {!all && <HomeEvaluation c={c} organisation={organisation.id} heads={evaluations} returns={returns} />}
      <HomeActions c={c} organisation={organisation.id} actions={actions} />
      {accounts && <HomeMoney c={c} organisation={organisation.id} accounts={accounts} />}
      <h2 class="govuk-heading-m">{all ? "All submissions" : "What you have sent, and what is not sent"}</h2>
      {open.length === 0 && items.length === 0 && returns.length === 0 && (
        <p class="govuk-body">No round is open now.</p>
      )}
      {listed.length === 0 && (
        <p class="govuk-body">
          {items.length === 0
            ? "Nothing yet. What your team begins is listed here."
            : "Nothing besides what is owed above."}
        </p>
      )}
      {listed.map(({ one, occasion, heard }) => (
        <section>
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`${here}/submissions/${one.reference}`}>
              {one.title}
            </a>
          </h3>
          <SentenceOf sentence={listedSentence(c, { one, occasion, heard }, expected, mine)} />
          {openOf(asksHere(c, { one, occasion, heard }, expected), now).length > 0 && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${here}/submissions/${one.reference}`}>
                See what is asked<span class="govuk-visually-hidden"> about {one.title}</span>
              </a>
            </p>
          )}
          {heard && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${here}/submissions/${one.reference}/decision`}>
                Read the decision<span class="govuk-visually-hidden"> about {one.title}</span>
              </a>
            </p>
          )}
          {one.state === "waiting" && one.waitingFor.some(({ role }) => mine.some((own) => own === role)) && (
            <ToSign at={`${here}/submissions/${one.reference}`} />
          )}
          {one.state !== "accepted" && (
            <p class="govuk-body-s">
              Last saved by {one.changedBy.name}, {stampWords(new Date(one.changedAt))}.
            </p>
          )}
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
      {!all && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/submissions`}>
            All submissions
          </a>
          , also of earlier years.
        </p>
      )}
      <Beyond here={here} others={returns.length > 0} />
    </Page>
  )
}
