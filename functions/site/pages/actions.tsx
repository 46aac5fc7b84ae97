import { type Action, actionWords, doneForm, isLate } from "../../../shared/domain/actions/action.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { actionsAt, mayClose } from "../actions.ts"
import type { C } from "../desk.ts"

/** The conditions of an award, as things to do: what is open first. */
export const ActionsPage = ({
  c,
  organisation,
  actions,
}: {
  c: C
  organisation: Organisation
  actions: Action[]
}) => {
  const open = actions.filter(({ state }) => state === "open")
  const over = actions.filter((one) => !open.includes(one))
  return (
    <Page
      c={c}
      title={`Conditions of your award – ${organisation.name}`}
      back={{ href: `/organisations/${organisation.id}`, text: organisation.name }}
    >
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Conditions of your award</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(actions, open.length)}
      </p>
      <ActionList c={c} actions={open} />
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Done</h2>
          <ActionList c={c} actions={over} />
        </>
      )}
    </Page>
  )
}

const standsIn = (all: Action[], open: number): string => {
  if (all.length === 0) return "Nothing to do: your award has no conditions."
  if (open === 0) return "Nothing to do: all of them are done."
  return `${open} of ${all.length} still to do.`
}

/** The same on a home: there only where something is open. */
export const HomeActions = ({
  c,
  organisation,
  actions,
}: {
  c: C
  organisation: string
  actions: Action[]
}) =>
  actions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Conditions of your award</h2>
      <ActionList c={c} actions={actions} />
      <p class="govuk-body">
        <a class="govuk-link" href={actionsAt(organisation)}>
          Every condition, with what is done
        </a>
      </p>
    </>
  )

const ActionList = ({ c, actions }: { c: C; actions: Action[] }) => {
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
          {one.state === "open" && mayClose(c) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${actionsAt(one.organisation)}/${one.id}/done`}>
                Say that it is done<span class="govuk-visually-hidden">: {one.text}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

export const DonePage = ({ c, one, tried }: { c: C; one: Action; tried?: Tried }) => (
  <FormPage
    c={c}
    section={doneForm}
    action={`${actionsAt(one.organisation)}/${one.id}/done`}
    back={{ href: actionsAt(one.organisation), text: "Conditions of your award" }}
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
