import type { Child } from "hono/jsx"
import { type Action, actionWords, isLate } from "../../domain/actions/action.ts"
import { ageWords } from "../../domain/actions/action-words.ts"
import { londonDate } from "../../values/london.ts"
import type { Asking } from "../env.ts"
import { actionAt } from "./addresses.ts"

type Props = {
  c: Asking
  actions: readonly Action[]
  mayClose: (one: Action) => boolean
  /** What else is said of each. */
  more?: (one: Action) => Child
}

/** What is to be done, each with its day and its age, and the way to say that it is done. Late ones say so. */
export const ActionList = ({ c, actions, mayClose, more }: Props) => {
  const today = londonDate(c.var.world.now())
  return (
    <>
      {actions.map((one) => {
        const at = actionAt(one.organisation, one.id)
        const open = one.state === "open"
        const stands = actionWords(one, today)
        const age = open && ageWords(one, today)
        return (
          <section class="together">
            <p class="govuk-body">
              <a class="govuk-link" href={at}>
                {one.text}
              </a>
              <span class="beside">
                {isLate(one, today) ? <strong>Late. {stands}</strong> : stands}
                {age && `; ${age.toLowerCase()}`}
              </span>
              {(one.done?.evidence ?? one.dropped?.because) && (
                <span class="beside">{one.done?.evidence ?? one.dropped?.because}</span>
              )}
            </p>
            {more?.(one)}
            {open && mayClose(one) && (
              <p class="govuk-body">
                <a class="govuk-link" href={`${at}/done`}>
                  Say that it is done<span class="govuk-visually-hidden">: {one.text}</span>
                </a>
              </p>
            )}
          </section>
        )
      })}
    </>
  )
}
