import { type Action, inOrder, isLate } from "../../../shared/domain/actions/action.ts"
import { owesWords } from "../../../shared/domain/actions/action-words.ts"
import { closesBy } from "../../../shared/domain/actions/by-hand.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { ActionList } from "../../../shared/web/coaching/action-list.tsx"
import { actionsAt } from "../../../shared/web/coaching/addresses.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: string; actions: Action[] }

/** What the site has to do, on a home, and what others owe it that is late: there only where something is open. */
export const HomeActions = ({ c, organisation, actions }: Props) => {
  const today = londonDate(c.var.world.now())
  const shown = inOrder(actions).filter((one) => one.owner === "site" || isLate(one, today))
  if (shown.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What is to be done</h2>
      <ActionList
        c={c}
        actions={shown}
        mayClose={(one) => closesBy(c.var.actor, one, { organisation, coaches: [] }) !== undefined}
        more={({ owner }) => owner !== "site" && <p class="govuk-body">{owesWords(owner)}.</p>}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={actionsAt(organisation)}>
          Everything that is to be done, with what is done
        </a>
      </p>
    </>
  )
}
