import { type Action, actionWords, doneForm } from "../../../../shared/domain/actions/action.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { ActionList } from "../../../../shared/web/coaching/action-list.tsx"
import { actionAt, actionsAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, siteHere, siteName } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { mayClose } from "../moves.ts"

/** What is to be done about a site, wherever it comes from: what is open first. */
export const ActionsPage = ({ c, actions }: { c: C; actions: Action[] }) => {
  const open = actions.filter(({ state }) => state === "open")
  const over = actions.filter((one) => !open.includes(one))
  return (
    <Page
      c={c}
      title={`What is to be done – ${siteName(c)}`}
      back={{ href: `/organisations/${siteHere(c)}`, text: siteName(c) }}
    >
      <span class="govuk-caption-l">{siteName(c)}</span>
      <h1 class="govuk-heading-l">What is to be done</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(actions, open.length)}
      </p>
      <ActionList c={c} actions={open} mayClose={(one) => mayClose(c, one)} />
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Done</h2>
          <ActionList c={c} actions={over} mayClose={() => false} />
        </>
      )}
    </Page>
  )
}

const standsIn = (all: Action[], open: number): string => {
  if (all.length === 0) return "Nothing to do: no action is set."
  if (open === 0) return "Nothing to do: all of it is done."
  return `${open} of ${all.length} still to do.`
}

export const DonePage = ({ c, one, tried }: { c: C; one: Action; tried?: Tried }) => (
  <FormPage
    c={c}
    section={doneForm}
    action={`${actionAt(one.organisation, one.id)}/done`}
    back={{ href: actionsAt(one.organisation), text: "What is to be done" }}
    button="Say that it is done"
    keyed
    tried={tried}
    before={
      <InsetText>
        {one.text} {actionWords(one, londonDate(c.var.world.now()))}
      </InsetText>
    }
  />
)
