import type { Child } from "hono/jsx"
import type { Reviewing } from "../../form/workflow.ts"
import { ButtonGroup } from "../govuk/button.tsx"
import type { OnReview, Reader } from "./desk.ts"
import { Press } from "./press.tsx"
import { movesOn } from "./shown.ts"

type Props = {
  c: Reader
  desk: OnReview
  at: string
  /** Who accepts it, where this person does not. */
  accepts: string
  /** Beside the button that begins to read it. */
  besides?: (may: (move: Reviewing) => boolean) => Child
  /** What accepting comes to, with its button; and what it came to. */
  accepting: Child
  accepted: string
}

/** What this person may do about it now; and who else does what. */
export const Acts = ({ c, desk, at, accepts, besides, accepting, accepted }: Props) => {
  const moves = movesOn(desk)
  const { head } = desk
  const may = (move: Reviewing) => moves.includes(move)
  const begins = may("look") && !head.review?.looked
  const more = besides?.(may)
  return (
    <section id="next">
      <h2 class="govuk-heading-m">What happens next</h2>
      {moves.length === 0 && <p class="govuk-body">{elsewhere(desk, accepts)}</p>}
      {(begins || more) && (
        <ButtonGroup>
          {begins && (
            <Press
              c={c}
              action={`${at}/look`}
              text="Begin to read it"
              variant="secondary"
              seen={head.revision}
            />
          )}
          {more}
        </ButtonGroup>
      )}
      {(may("ask") || may("send back") || may("reopen")) && (
        <ul class="govuk-list">
          {may("ask") && <Go href={`${at}/questions`} text="Ask a question" />}
          {may("send back") && <Go href={`${at}/send-back`} text="Send it back for changes" />}
          {may("reopen") && <Go href={`${at}/reopen`} text="Open it again" />}
        </ul>
      )}
      {may("accept") && accepting}
      {head.state === "accepted" && <p class="govuk-body">{accepted}</p>}
    </section>
  )
}

const elsewhere = ({ head, organisation }: OnReview, accepts: string) => {
  if (head.state === "accepted") return "Nothing waits for you."
  return head.state === "sent"
    ? accepts
    : `${organisation.shortName} has it. It comes back here when it is sent again.`
}

const Go = ({ href, text }: { href: string; text: string }) => (
  <li>
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </li>
)

/** How many questions go on in which return, as a line of what accepting comes to. */
export const goesOnWords = (open: number, next: string | undefined) =>
  `${open === 1 ? "1 question goes on" : `${open} questions go on`} in ${next}.`
