import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { stateOf } from "../../../shared/domain/calendar/state.ts"
import { isTaken } from "../../../shared/domain/calendar/window.ts"
import { may } from "../../../shared/domain/people/policy.ts"
import { tallyAt } from "../../../shared/web/evaluation/addresses.ts"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import type { C } from "../desk.ts"
import { fillsIn } from "../own-page.ts"
import { openForms, returnForms } from "../return-forms.ts"

export const returnAt = ({ organisation, round }: Pick<Expected, "organisation" | "round">) =>
  `/organisations/${organisation}/returns/${round}`

/** What this person can do about a return: begin it or go on with it, and the pages beside it. */
export const ReturnLinks = ({ c, one }: { c: C; one: Expected }) => {
  const about = { kind: one.kind, organisation: one.organisation }
  const { stands } = one
  if (fillsIn(c, one)) return <FilledIn c={c} one={one} />
  const begun = stands && stands.state !== "withdrawn"
  const starts =
    !begun && !one.notNeeded && isTaken(one, c.var.world.now()) && may(c.var.actor, "start", about)
  return (
    <ButtonGroup>
      {starts && (
        <Button href={`/organisations/${one.organisation}/rounds/${one.round}/start`}>
          Start: {one.title}
        </Button>
      )}
      {begun && may(c.var.actor, "read", about) && (
        <a class="govuk-link" href={`/organisations/${one.organisation}/submissions/${stands.reference}`}>
          {stands.state === "sent" || stands.state === "accepted"
            ? "Read what was sent"
            : may(c.var.actor, "save", about)
              ? "Go on with it"
              : "Read it"}
          <Which one={one} />
        </a>
      )}
      {openForms(c, one).map((name) => (
        <a class="govuk-link" href={`${returnAt(one)}/${name}`}>
          {returnForms[name].link}
          <Which one={one} />
        </a>
      ))}
    </ButtonGroup>
  )
}

/** What is filled in and sent on one page of its own. */
const FilledIn = ({ c, one }: { c: C; one: Expected }) => {
  const open = isTaken(one, c.var.world.now()) && !one.notNeeded
  const sent = stateOf(one, c.var.world.now()) === "reported"
  const at = tallyAt(one.organisation, one.round)
  return open && !sent ? (
    <Button href={at}>Fill in: {one.title}</Button>
  ) : (
    <p class="govuk-body">
      <a class="govuk-link" href={at}>
        {open ? "See it or change it" : "See it"}
        <Which one={one} />
      </a>
    </p>
  )
}

const Which = ({ one }: { one: Expected }) => <span class="govuk-visually-hidden">: {one.title}</span>
