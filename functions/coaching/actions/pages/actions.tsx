import { type Action, type Desk, desks, isLate } from "../../../../shared/domain/actions/action.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { ActionList } from "../../../../shared/web/coaching/action-list.tsx"
import { actionsAt, coachingAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, mayHere, siteHere, siteName } from "../../../../shared/web/coaching/here.ts"
import { mayClose } from "../../../../shared/web/coaching/may-close.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { backFrom } from "../../record/pages/record.tsx"
import type { Listed } from "../desk.ts"
import { ActionDetails } from "./details.tsx"
import { ActionFilters, withChosen } from "./filters.tsx"

type Props = { c: C; listed: Listed }

/** What is to be done about a site, wherever it comes from: by whose desk it lies on, what is late first. */
export const ActionsPage = ({ c, listed }: Props) => {
  const { actions, chosen, stood } = listed
  const open = actions.filter(({ state }) => state === "open")
  const over = actions.filter((one) => !open.includes(one))
  const list = (some: Action[]) => (
    <ActionList
      c={c}
      actions={some}
      mayClose={(one) => mayClose(c, one)}
      more={(one) => <ActionDetails c={c} one={one} stood={stood(one)} />}
    />
  )
  return (
    <Page
      c={c}
      title={`What is to be done – ${siteName(c)}`}
      back={backFrom(c, { organisation: siteHere(c), name: siteName(c) })}
    >
      <span class="govuk-caption-l">{siteName(c)}</span>
      <h1 class="govuk-heading-l">What is to be done</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(listed, londonDate(c.var.world.now()))}
      </p>
      {mayHere(c, "set action") && (
        <Button href={`${actionsAt(siteHere(c))}/set`} variant="secondary">
          Set an action
        </Button>
      )}
      {(Object.keys(desks) as Desk[]).map((desk) => {
        const some = open.filter(({ owner }) => owner === desk)
        return (
          some.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{headings[desk]}</h2>
              {list(some)}
            </>
          )
        )
      })}
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Done or dropped</h2>
          {list(over)}
        </>
      )}
      <ActionFilters c={c} chosen={chosen} />
      <p class="govuk-body">
        <a class="govuk-link" href={withChosen(`${actionsAt(siteHere(c))}.csv`, chosen)}>
          Save this list as a file (CSV)
        </a>
      </p>
      {mayHere(c, "see coaching") && (
        <p class="govuk-body">
          <a class="govuk-link" href={coachingAt(siteHere(c))}>
            Coaching
          </a>
        </p>
      )}
    </Page>
  )
}

const headings: Record<Desk, string> = {
  site: "For the site",
  coach: "For the coach",
  coordinators: "For the coordinators",
  department: "For the Department",
}

const standsIn = ({ actions, chosen }: Listed, today: string): string => {
  const open = actions.filter(({ state }) => state === "open")
  const late = open.filter((one) => isLate(one, today)).length
  const says = late > 0 ? ` ${late === 1 ? "One of them is" : `${late} of them are`} late.` : ""
  if (chosen.desk || chosen.state) return `${actions.length} of this choice.${says}`
  if (actions.length === 0) return "Nothing to do: no action is set."
  if (open.length === 0) return "Nothing to do: all of it is done."
  return `${open.length} of ${actions.length} still to do.${says}`
}
