import { conditionWords } from "../../../shared/domain/funding/payment.ts"
import { mayWithMoney } from "../../../shared/domain/people/funding-policy.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { payerFilesAt, paymentAt, paymentsAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { Line, OnPayments } from "../payments.ts"

/** What could be authorised, and what is with the payer, at every site. */
export const PaymentsPage = ({ c, desk }: { c: C; desk: OnPayments }) => {
  const { ready, withPayer } = desk
  return (
    <Page c={c} title="Payments" back={{ href: "/funding", text: "Money of all sites" }} wide>
      <h1 class="govuk-heading-l">Payments</h1>
      <p class="govuk-body-l" data-first-line>
        {counted(ready.length, "payment")} to authorise. {counted(withPayer.length, "payment")} with the
        payer, {pounds(sumOf(withPayer))} in all.
      </p>
      {ready.length > 0 && (
        <Table
          caption="To authorise"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Site" }, { text: "Payment" }, { text: "Amount", numeric: true }, { text: "Paid" }]}
          rows={ready.map((line) => [
            { content: line.one.name },
            { content: <Named line={line} /> },
            { content: pounds(line.payment.amount), numeric: true },
            { content: conditionWords(line.payment.condition) },
          ])}
        />
      )}
      {withPayer.length > 0 && (
        <>
          <Table
            caption="With the payer"
            captionSize="m"
            firstCellIsHeader
            head={[
              { text: "Site" },
              { text: "Payment" },
              { text: "Amount", numeric: true },
              { text: "Our reference" },
              { text: "Authorised" },
            ]}
            rows={withPayer.map((line) => [
              { content: line.one.name },
              { content: <Named line={line} /> },
              { content: pounds(line.payment.amount), numeric: true },
              { content: <span class="reference">{line.payment.reference}</span> },
              { content: authorisedOn(line) },
            ])}
          />
          {mayWithMoney(c.var.actor, "send payments to the payer") && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${paymentsAt}.csv`}>
                The file of payments for the payer (CSV)
              </a>
            </p>
          )}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={payerFilesAt}>
          What the payer answered
        </a>
      </p>
    </Page>
  )
}

const Named = ({ line: { one, payment, phase } }: { line: Line }) => (
  <>
    <a class="govuk-link" href={paymentAt(one.phase, one.organisation, payment.number)}>
      Payment {payment.number}
      <span class="govuk-visually-hidden"> of {one.name}</span>
    </a>
    , {phase}
  </>
)

const authorisedOn = ({ payment: { authorised } }: Line) =>
  authorised ? `${dateWords(londonDate(new Date(authorised.at)))}, ${authorised.by.name}` : ""

const sumOf = (lines: readonly Line[]) => lines.reduce((sum, { payment }) => sum + payment.amount, 0)

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`
