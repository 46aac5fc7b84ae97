import type { Action } from "../../../shared/domain/actions/action.ts"
import { closesBy } from "../../../shared/domain/actions/by-hand.ts"
import { stoodOn } from "../../../shared/domain/actions/stood-on.ts"
import { londonDate, monthWords } from "../../../shared/values/london.ts"
import { ActionList } from "../../../shared/web/coaching/action-list.tsx"
import type { C, OnDesk } from "../desk.ts"

type Props = { c: C; desk: OnDesk; actions: Action[] }

/** What the site still has to do, on a return: since when, and whether it went with what was sent. */
export const StillOpen = ({ c, desk: { expected, organisation }, actions }: Props) =>
  !expected || actions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Still open at {organisation.shortName}</h2>
      <ActionList
        c={c}
        actions={actions}
        mayClose={(one) =>
          closesBy(c.var.actor, one, { organisation: organisation.id, coaches: [] }) !== undefined
        }
        more={(one) =>
          one.set && (
            <p class="govuk-body">
              Open since {monthWords(londonDate(new Date(one.set.at)))}
              {stoodOn(one, [expected]).length > 0 && "; carried into this return when it was sent"}.
            </p>
          )
        }
      />
    </>
  )
