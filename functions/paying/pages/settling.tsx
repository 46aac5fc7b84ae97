import { reconcilingForm } from "../../../shared/domain/funding/paying-forms.ts"
import { momentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { accountAt, closeAt, reconcileAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { OnClosing, OnReconciling } from "../settling.ts"
import { Press, Said } from "./press.tsx"

type Props<Desk> = { c: C; desk: Desk; tried?: Tried }

/** What was awarded, paid and certified, in sentences; and what pressing the button makes of it. */
export const ReconcilePage = ({ c, desk, tried }: Props<OnReconciling>) => {
  const { one, not } = desk
  const back = { href: accountAt(one.phase, one.organisation), text: one.name }
  const facts = sentencesOf(desk).map((line) => <p class="govuk-body">{line}</p>)
  if (not === undefined)
    return (
      <FormPage
        c={c}
        section={reconcilingForm}
        action={reconcileAt(one.phase, one.organisation)}
        back={back}
        caption={one.name}
        button="Reconcile the award"
        keyed
        tried={tried}
        before={facts}
      />
    )
  return (
    <Page c={c} title={`${reconcilingForm.title} – ${one.name}`} back={back}>
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">{reconcilingForm.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {not}
      </p>
      {facts}
      {one.reconciled?.because && <p class="govuk-body">Why they differ: {one.reconciled.because}</p>}
      {one.reconciled && (
        <p class="govuk-body">
          Reconciled by {one.reconciled.by.name} at {momentWords(new Date(one.reconciled.at))}.
        </p>
      )}
    </Page>
  )
}

const sentencesOf = ({ one, award, paid, recovered, certified, rest }: OnReconciling): string[] => {
  const { name, usage, reconciled } = one
  const agreed = one.versions.at(-1)?.amount ?? award
  const facts = [
    reconciled && agreed !== award
      ? `${pounds(agreed)} was agreed with ${name}. The award came to ${pounds(award)}.`
      : `The award of ${name} is ${pounds(award)}.`,
    recovered > 0
      ? `${pounds(paid)} was paid, and ${pounds(recovered)} of it has come back.`
      : `${pounds(paid)} was paid.`,
  ]
  if (certified === undefined || rest === undefined)
    return [...facts, "Nothing is certified yet: the statement of grant usage is not accepted."]
  facts.push(`${usage?.certifiedBy} certified that ${pounds(certified)} was used.`)
  if (certified > award)
    facts.push(`The council carries ${pounds(certified - award)} that was used beyond the award.`)
  if (certified < award) facts.push(`${pounds(award - certified)} of the award was not used.`)
  if (rest > 0) return [...facts, `${pounds(rest)} is left to pay, as one last payment.`]
  return [
    ...facts,
    rest === 0 ? "Nothing is left to pay, and nothing is due back." : `${pounds(-rest)} is due back.`,
  ]
}

/** The end of an award: nothing can be done in it afterwards. */
export const ClosePage = ({ c, desk, tried }: Props<OnClosing>) => {
  const { one, balances, not } = desk
  const { award, paid, recovered, actual } = balances
  return (
    <Page
      c={c}
      title={`Close the award – ${one.name}`}
      back={{ href: accountAt(one.phase, one.organisation), text: one.name }}
    >
      <Said says={tried?.says} />
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">Close the award</h1>
      <p class="govuk-body-l" data-first-line>
        {not ?? "Nothing is left to be paid, to come back or to be checked."}
      </p>
      <SummaryList
        rows={[
          { key: "Award", value: pounds(award) },
          { key: "Paid", value: pounds(paid) },
          { key: "Came back", value: pounds(recovered) },
          { key: one.usage ? "Certified as used" : "Spent", value: pounds(actual) },
          ...(one.closed
            ? [
                {
                  key: "Closed",
                  value: `By ${one.closed.by.name} at ${momentWords(new Date(one.closed.at))}`,
                },
              ]
            : []),
        ]}
      />
      {not === undefined && (
        <Press c={c} action={closeAt(one.phase, one.organisation)} button="Close the award">
          <p class="govuk-body">Nothing can be changed in it afterwards. Its ledger stays readable.</p>
        </Press>
      )}
    </Page>
  )
}
