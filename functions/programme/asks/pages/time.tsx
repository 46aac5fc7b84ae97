import type { Expected } from "../../../../shared/domain/calendar/expected.ts"
import { timeForm } from "../../../../shared/domain/calendar/granting.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { C } from "../../desk.ts"
import { asksAt, returnAt } from "../addresses.ts"
import { AboutReturn } from "./about.tsx"

type Props = { c: C; one: Expected; tried?: Tried }

/** More time for one return: what the site asks, where it asks, and what can be decided instead. */
export const TimePage = ({ c, one, tried }: Props) => {
  const section = timeForm(one)
  const here = returnAt(one.organisation, one.round)
  const begins = { scope: "this", ...(one.asked && { until: one.asked.until }) }
  return (
    <FormPage
      c={c}
      section={section}
      action={`${here}/time`}
      back={one.asked ? { href: asksAt, text: "What sites ask" } : { href: here, text: "The return" }}
      caption={`${one.name}: ${one.title}`}
      button="Give more time"
      entries={fieldsOf(section, begins)}
      keyed
      tried={tried}
      before={
        <>
          <AboutReturn one={one} now={c.var.world.now()} />
          <ul class="govuk-list">
            {one.asked && (
              <li>
                <a class="govuk-link" href={`${here}/refuse`}>
                  Refuse it, with a reason
                </a>
              </li>
            )}
            <li>
              <a class="govuk-link" href={`${here}/${one.notNeeded ? "needed" : "not-needed"}`}>
                {one.notNeeded ? "It is needed after all" : "It is not needed this time"}
              </a>
            </li>
          </ul>
        </>
      }
    />
  )
}
