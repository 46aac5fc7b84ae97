import type { Action } from "../../../shared/domain/actions/action.ts"
import { mayCoach } from "../../../shared/domain/people/coaching-policy.ts"
import { ActionList } from "../../../shared/web/coaching/action-list.tsx"
import { actionsAt } from "../../../shared/web/coaching/addresses.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: string; actions: Action[] }

/** What is to be done, on a home: there only where something is open. */
export const HomeActions = ({ c, organisation, actions }: Props) =>
  actions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What is to be done</h2>
      <ActionList
        c={c}
        actions={actions}
        mayClose={({ owner }) =>
          owner === "site" && mayCoach(c.var.actor, "close action of the site", { organisation, coaches: [] })
        }
      />
      <p class="govuk-body">
        <a class="govuk-link" href={actionsAt(organisation)}>
          Everything that is to be done, with what is done
        </a>
      </p>
    </>
  )
