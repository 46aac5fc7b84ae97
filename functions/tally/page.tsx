import { isTaken, untilWords } from "../../shared/domain/calendar/window.ts"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import { derivedIn } from "../../shared/form/section.ts"
import { dayWords, stampWords } from "../../shared/values/london.ts"
import { DerivedTables } from "../../shared/web/derived.tsx"
import { ErrorSummary } from "../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../shared/web/layout.tsx"
import { SentenceOf } from "../../shared/web/sentence.tsx"
import { StateOf } from "../../shared/web/state.tsx"
import type { Desk } from "./desk.ts"
import { Form, type Props } from "./form.tsx"
import { fieldOf } from "./table.tsx"

/** A month of a team on one page: filled in, sent and changed there. */
export const TallyPage = (props: Props) => {
  const { c, desk, tried } = props
  const { expected, organisation, whole, occasion } = desk
  const { filling, world } = c.var
  const now = world.now()
  const problems = tried?.problems ?? []
  const errors = problems.map((one) => ({ text: one.says, href: `#${fieldOf(one)}` }))
  const version = whole?.head.version ?? 0
  return (
    <Page
      c={c}
      title={`${expected.title} – ${organisation.name}`}
      back={
        filling.until === undefined
          ? { href: `/organisations/${organisation.id}`, text: organisation.shortName }
          : undefined
      }
      wrong={errors.length > 0}
      wide
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">{expected.title}</h1>
      {whole ? (
        <SentenceOf sentence={sentenceOf(whole.head, occasion, now)} />
      ) : (
        <StateOf one={expected} at={now} />
      )}
      {whole?.head.state === "draft" && (
        <p class="govuk-body">
          Last saved by {whole.head.changedBy.name}, {stampWords(new Date(whole.head.changedAt))}. Anybody of
          the team can go on with it and send it.
        </p>
      )}
      {version > 0 && <Comes desk={desk} />}
      {version > 0 && filling.until === undefined && whole && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/organisations/${organisation.id}/submissions/${whole.head.reference}/receipts/${version}`}
          >
            The receipt of version {version}
          </a>
        </p>
      )}
      {desk.open ? <Filled {...props} /> : <Closed c={c} desk={desk} />}
      {filling.until !== undefined && (
        <ByLetter until={filling.until} next={`/organisations/${organisation.id}`} />
      )}
    </Page>
  )
}

/** What the rows come to, as they are kept. */
const Comes = ({ desk }: { desk: Desk }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <DerivedTables derived={derivedIn(desk.section, answersOf(desk.whole?.sections ?? {}))} />
    </div>
  </div>
)

const Closed = ({ c, desk: { expected, occasion } }: Pick<Props, "c" | "desk">) => (
  <p class="govuk-body">
    {expected.notNeeded
      ? `It is not needed this time: ${expected.notNeeded.because}`
      : isTaken(occasion.window, c.var.world.now())
        ? ""
        : untilWords(occasion.window, c.var.world.now())}
  </p>
)

const Filled = (props: Props) => {
  const { desk, tried } = props
  const { head } = desk.whole ?? {}
  const sent = head?.state === "sent"
  if (!sent || tried) return <Form {...props} />
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Change what was sent</span>
      </summary>
      <div class="govuk-details__text">
        <Form {...props} />
      </div>
    </details>
  )
}

const ByLetter = ({ until, next }: { until: string; next: string }) => (
  <p class="govuk-body">
    You came here by the link in your letter. It opens this tally and nothing else, until {dayWords(until)}.
    For everything else,{" "}
    <a class="govuk-link" href={`/sign-in?next=${encodeURIComponent(next)}`}>
      sign in
    </a>
    .
  </p>
)
