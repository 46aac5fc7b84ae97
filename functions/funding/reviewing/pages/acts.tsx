import { pounds } from "../../../../shared/values/money.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { acceptingOf, carriedOn, earlierThan, nextAfter } from "../accepting.ts"
import { hereAt, type OnReview } from "../desk.ts"
import { inTheWayOf, movesOn } from "../shown.ts"

type Props = { c: C; desk: OnReview }

/** What this person may do about it now; and who else does what. */
export const Acts = ({ c, desk }: Props) => {
  const moves = movesOn(desk)
  const { head, organisation } = desk
  const here = hereAt(desk)
  const may = (move: (typeof moves)[number]) => moves.includes(move)
  const begins = may("look") && !head.review?.looked
  const checks = may("check completeness") && head.review?.checked?.version !== head.version
  return (
    <section id="next">
      <h2 class="govuk-heading-m">What happens next</h2>
      {moves.length === 0 && <p class="govuk-body">{elsewhere(desk)}</p>}
      {(begins || checks) && (
        <ButtonGroup>
          {begins && (
            <Press
              c={c}
              action={`${here}/look`}
              text="Begin to read it"
              variant="secondary"
              seen={head.revision}
            />
          )}
          {checks && (
            <Press
              c={c}
              action={`${here}/check`}
              text="It is complete"
              variant="secondary"
              seen={head.revision}
            />
          )}
        </ButtonGroup>
      )}
      {(may("ask") || may("send back") || may("reopen")) && (
        <ul class="govuk-list">
          {may("ask") && <Go href={`${here}/questions`} text="Ask a question" />}
          {may("send back") && <Go href={`${here}/send-back`} text="Send it back for changes" />}
          {may("reopen") && <Go href={`${here}/reopen`} text="Open it again" />}
        </ul>
      )}
      {may("accept") && <Accepting c={c} desk={desk} />}
      {head.state === "accepted" && (
        <p class="govuk-body">
          It counts in the account of {organisation.shortName}. What was wrong is corrected in the next
          return.
        </p>
      )}
    </section>
  )
}

const elsewhere = ({ head, organisation }: OnReview) => {
  if (head.state === "accepted") return "Nothing waits for you."
  return head.state === "sent"
    ? "The department’s finance people accept it."
    : `${organisation.shortName} has it. It comes back here when it is sent again.`
}

const Go = ({ href, text }: { href: string; text: string }) => (
  <li>
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </li>
)

const Accepting = ({ c, desk }: Props) => {
  const inTheWay = inTheWayOf(desk)
  if (inTheWay !== undefined) return <InsetText>{inTheWay}</InsetText>
  const open = carriedOn(desk).length
  const missing = earlierThan(desk).filter(({ stands }) => stands?.state !== "sent")
  const unchecked = desk.head.review?.checked?.version !== desk.head.version
  return (
    <>
      <h3 class="govuk-heading-s">Accept it</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>{countsFor(desk)}</li>
        {unchecked && <li>No coordinator has said that this version is complete.</li>}
        {open > 0 && (
          <li>
            {open === 1 ? "1 question goes on" : `${open} questions go on`} in {nextAfter(desk)?.title}.
          </li>
        )}
        {missing.map(({ title }) => (
          <li>{title} is not accepted, and cannot be once this one is.</li>
        ))}
        <li>A payment that waits for it is authorised by another person than you.</li>
      </ul>
      <Press c={c} action={`${hereAt(desk)}/accept`} text="Accept" seen={desk.head.revision} />
    </>
  )
}

const countsFor = (desk: OnReview) => {
  const accepting = acceptingOf(desk)
  if (accepting.verb === "accept statement") {
    const used = Object.values(accepting.given.used).reduce((sum, one) => sum + one, 0)
    return `${pounds(used)} counts as used, and ${pounds(accepting.given.unspent)} as unspent.`
  }
  const { spent, corrections, forecast } = accepting.given.posting
  const sum = (all: readonly { amount: number }[]) => all.reduce((total, { amount }) => total + amount, 0)
  const corrected = corrections.length > 0 ? ` with corrections of ${pounds(sum(corrections))},` : ""
  return `${pounds(sum(spent))} counts as spent,${corrected} and ${pounds(sum(forecast))} as still expected.`
}

type Pressed = { c: C; action: string; text: string; seen: number; variant?: "secondary" }

/** A button that is a whole form: what it does is said beside it. */
export const Press = ({ c, action, text, seen, variant }: Pressed) => (
  <form method="post" action={action}>
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    <input type="hidden" name="revision" value={String(seen)} />
    <Button variant={variant} preventDoubleClick>
      {text}
    </Button>
  </form>
)
