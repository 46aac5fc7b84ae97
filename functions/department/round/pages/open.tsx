import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { OnOpening } from "../opening.ts"

type Props = { c: C; opening: OnOpening; says?: string }

/** What opening does, why it cannot be done now, or how far it has come. */
export const OpenPage = ({ c, opening: found, says }: Props) => {
  const { round, whole, not, asks } = found
  const refused = says ?? not
  const here = roundAt(round.id)
  return (
    <Page c={c} title={`Open for reading – ${round.title}`} back={{ href: here, text: "The round" }} plain>
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Open the round for reading</h1>
      {refused && <InsetText>{refused}</InsetText>}
      {asks.own > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/late`}>
            Asks to be late
          </a>
        </p>
      )}
      <p class="govuk-body">{standsWords(found)}</p>
      {!not && !whole.panel?.told && buttonOf(found) && (
        <form method="post" action={`${here}/open`} novalidate>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <Button preventDoubleClick>{buttonOf(found)}</Button>
        </form>
      )}
    </Page>
  )
}

const standsWords = ({ whole: { panel }, sent, taken, left }: OnOpening) => {
  if (panel?.told) return "Every applicant was told what was decided: nothing more is taken in."
  if (!panel?.opening)
    return `${sent} ${sent === 1 ? "expression of interest was" : "expressions of interest were"} sent. Once the round is open each member of the panel says whether they have a link, and reads. An ask to be late can then only be refused.`
  if (!panel.opening.done) return `${taken} taken in so far. Nothing is lost: go on to take in the rest.`
  if (left > 0) return `${taken} taken in. ${left} came since.`
  return `${taken} taken in: everything that was sent. If one comes in later, it is taken in here.`
}

const buttonOf = ({ whole: { panel }, left }: OnOpening) => {
  if (!panel?.opening) return "Open for reading"
  if (!panel.opening.done) return "Go on"
  return left > 0 ? "Take in what came since" : undefined
}
