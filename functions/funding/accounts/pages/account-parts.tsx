import type { Child } from "hono/jsx"
import { actionWords } from "../../../../shared/domain/actions/action.ts"
import type { Account } from "../../../../shared/domain/funding/account.ts"
import { conditionMet } from "../../../../shared/domain/funding/paying.ts"
import { conditionWords, type Payment, paymentStates } from "../../../../shared/domain/funding/payment.ts"
import { recoveryStates } from "../../../../shared/domain/funding/recovery.ts"
import { type FundingRight, mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { may } from "../../../../shared/domain/people/policy.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { paymentAt, recoveryAt, returnAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { OnAccount } from "../account.ts"

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

const Linked = ({ href, children }: { href: string; children: Child }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
)

/** Each payment: how far it is, what it waits for, and what can be done next. */
export const Payments = ({ c, account }: { c: C; account: Account }) => (
  <Table
    caption="Payments"
    captionSize="m"
    firstCellIsHeader
    head={[
      { text: "Payment" },
      { text: "Amount", numeric: true },
      { text: "When" },
      { text: "Where it stands" },
      { text: "Next" },
    ]}
    rows={account.payments.map((one) => [
      {
        content: (
          <Linked href={paymentAt(account.phase, account.organisation, one.number)}>
            Payment {one.number}
          </Linked>
        ),
      },
      { content: pounds(one.amount), numeric: true },
      { content: capital(conditionWords(one.condition)) },
      { content: standsFor(one) },
      { content: nextFor(c, account, one) },
    ])}
  />
)

const standsFor = ({ state, paid, authorised, reference }: Payment) => {
  if (paid)
    return `Paid on ${dateWords(paid.on)}, the payer’s reference ${paid.payerReference}. ${paid.remittance}`
  if (authorised) return `${paymentStates[state]} since ${day(authorised.at)}, reference ${reference ?? ""}`
  return paymentStates[state]
}

const nextFor = (c: C, account: Account, one: Payment): Child => {
  const step = (right: FundingRight, does: string, otherwise: string) =>
    mayWithMoney(c.var.actor, right) ? (
      <Linked href={paymentAt(account.phase, account.organisation, one.number)}>
        {does}
        <span class="govuk-visually-hidden"> payment {one.number}</span>
      </Linked>
    ) : (
      otherwise
    )
  if (one.state === "authorised")
    return step("confirm payment", "Record what the payer answered about", "It waits for the payer")
  if (one.state !== "scheduled" || account.state !== "accepted") return ""
  return conditionMet(account, one.condition)
    ? step("authorise payment", "Authorise", "It waits to be authorised")
    : "It waits for that"
}

export const Recoveries = ({ account }: { account: Account }) =>
  account.recoveries.length === 0 ? null : (
    <Table
      caption="Money to come back"
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: "Recovery" },
        { text: "Amount", numeric: true },
        { text: "Why" },
        { text: "Where it stands" },
      ]}
      rows={account.recoveries.map((one) => [
        {
          content: (
            <Linked href={recoveryAt(account.phase, account.organisation, one.number)}>
              Recovery {one.number}
            </Linked>
          ),
        },
        { content: pounds(one.amount), numeric: true },
        { content: one.because },
        { content: recoveryStates[one.state] },
      ])}
    />
  )

/** What is asked of the site about its money, and where each stands. */
export const Returns = ({ c, desk: { returns, site } }: { c: C; desk: OnAccount }) =>
  returns.length === 0 ? (
    <p class="govuk-body">No return of its spending is asked of {site.name} in this phase yet.</p>
  ) : (
    <Table
      caption="Returns of spending"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Return" }, { text: "Due" }, { text: "Where it stands" }, { text: "Who has it" }]}
      rows={returns.map(({ one, state, says, who }) => {
        const { stands, organisation, phase } = one
        const seen = stands && stands.version > 0 && may(c.var.actor, "read", one)
        return [
          {
            content: seen ? (
              <Linked href={returnAt(phase, organisation, stands.reference)}>{one.title}</Linked>
            ) : (
              one.title
            ),
          },
          { content: day(one.by) },
          { content: says },
          { content: state === "not open yet" ? "" : who },
        ]
      })}
    />
  )

export const Conditions = ({ desk: { actions, today } }: { desk: OnAccount }) =>
  actions.length === 0 ? null : (
    <Table
      caption="Conditions of the award"
      captionSize="m"
      head={[{ text: "What the site has to do" }, { text: "Where it stands" }]}
      rows={actions.map((one) => [{ content: one.text }, { content: actionWords(one, today) }])}
    />
  )

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
