import { type Action, actionWords, isLate } from "../../domain/actions/action.ts"
import { londonDate } from "../../values/london.ts"
import type { Asking } from "../env.ts"
import { actionAt } from "./addresses.ts"

type Props = { c: Asking; actions: readonly Action[]; mayClose: (one: Action) => boolean }

/** What is to be done, each with its day and the way to say that it is done. */
export const ActionList = ({ c, actions, mayClose }: Props) => {
  const today = londonDate(c.var.world.now())
  return (
    <>
      {actions.map((one) => (
        <section>
          <p class="govuk-body">{one.text}</p>
          <p class="govuk-body">
            {isLate(one, today) ? <strong>{actionWords(one, today)}</strong> : actionWords(one, today)}
            {one.done && <span class="beside">{one.done.evidence}</span>}
          </p>
          {one.state === "open" && mayClose(one) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${actionAt(one.organisation, one.id)}/done`}>
                Say that it is done<span class="govuk-visually-hidden">: {one.text}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
