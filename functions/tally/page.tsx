import { isTaken, untilWords } from "../../shared/domain/calendar/window.ts"
import type { Details } from "../../shared/domain/refused.ts"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { derivedIn } from "../../shared/form/section.ts"
import { dayWords, stampWords } from "../../shared/values/london.ts"
import { DerivedTables } from "../../shared/web/derived.tsx"
import { Control } from "../../shared/web/form/controls.tsx"
import { Button, ButtonGroup } from "../../shared/web/govuk/button.tsx"
import { Checkboxes } from "../../shared/web/govuk/checkboxes.tsx"
import { ErrorSummary } from "../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../shared/web/layout.tsx"
import { newKey } from "../../shared/web/move-key.ts"
import { SentenceOf } from "../../shared/web/sentence.tsx"
import { StateOf } from "../../shared/web/state.tsx"
import type { Desk } from "./desk.ts"
import type { C } from "./here.ts"
import { fieldOf, Reasons, TallyTable } from "./table.tsx"

/** What was typed and could not be taken, with why. */
export type Tried = { problems: Problem[]; says?: string; asks?: Details["asks"] }

type Props = {
  c: C
  desk: Desk
  entries: Entries
  tried?: Tried
  /** The month that "Same as last month" is about, where there was one. */
  before?: string
  /** It was filled in from that month, and nothing of it is kept yet. */
  filled?: boolean
}

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
  <DerivedTables derived={derivedIn(desk.section, answersOf(desk.whole?.sections ?? {}))} />
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

const Form = ({ c, desk, entries, tried, before, filled }: Props) => {
  const { filling, world } = c.var
  const { head } = desk.whole ?? {}
  const problems = tried?.problems ?? []
  const asks = tried?.asks ?? []
  const workers = desk.section.asks.workers
  return (
    <>
      <p class="govuk-body">{desk.section.intro}</p>
      {before && !head && !filled && (
        <Button variant="secondary" href={`${filling.at}?as=${sameAsBefore}`}>
          Same as last month
        </Button>
      )}
      {filled && (
        <InsetText>
          Filled in from {before}. Nothing is sent or kept yet. What happened in that month is not filled in:
          say what happened in this one, or 0.
        </InsetText>
      )}
      <form method="post" action={`${filling.at}/send`} novalidate>
        <EnterCounts at={filling.at} />
        <input type="hidden" name="key" value={newKey(world)} />
        <input type="hidden" name="revision" value={String(entries.revision ?? head?.revision ?? 0)} />
        <TallyTable desk={desk} entries={entries} problems={problems} />
        <Reasons desk={desk} entries={entries} problems={problems} />
        {workers && <Control question={workers} name="workers" entries={entries} problems={problems} />}
        {asks.length > 0 && (
          <Checkboxes
            idPrefix="stays"
            name="stays"
            fieldset={{ legend: { text: "Is it so?", size: "s" } }}
            items={asks.map(({ mark, says }) => ({ value: mark, text: `It is so. ${says}` }))}
          />
        )}
        <ButtonGroup>
          <Button preventDoubleClick>{head && head.version > 0 ? "Send it again" : "Send"}</Button>
          <Button variant="secondary" formaction={`${filling.at}/save`}>
            Save as a draft
          </Button>
          <Button variant="secondary" formaction={`${filling.at}/rows`}>
            Add rows
          </Button>
        </ButtonGroup>
      </form>
    </>
  )
}

/** Enter, in the middle of a table, sends nothing and keeps nothing: it adds up what is typed. */
const EnterCounts = ({ at }: { at: string }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and said nowhere
  <button
    type="submit"
    formaction={`${at}/rows`}
    class="govuk-visually-hidden"
    tabindex={-1}
    aria-hidden="true"
  >
    Add it up
  </button>
)

export const sameAsBefore = "last-month"

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
