import {
  conditionWords,
  type Payment,
  paymentName,
  paymentStates,
} from "../../../shared/domain/funding/payment.ts"
import { seesOwnSitesMoney } from "../../../shared/domain/people/funding-policy.ts"
import { dateWords, momentWords } from "../../../shared/values/london.ts"
import { accountAt, paymentAt, paymentsAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { OnPayment } from "../payments.ts"
import { Press, Said } from "./press.tsx"

/** One payment of an award: where it stands, and the button that says that it may be paid. */
export const PaymentPage = ({ c, desk, says }: { c: C; desk: OnPayment; says?: string }) => {
  const { one, payment, not } = desk
  const { organisation, phase, name } = one
  return (
    <Page
      c={c}
      title={`${paymentName(payment)} – ${name}`}
      back={{ href: accountAt(phase, organisation), text: name }}
    >
      <Said says={says} />
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{paymentName(payment)}</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(payment)}
      </p>
      <SummaryList rows={rowsOf(payment)} />
      {payment.state === "scheduled" &&
        (not === undefined ? (
          <>
            <p class="govuk-body">
              You say that it may be paid. This service authorises and records: it moves no money. The payer
              pays it by{" "}
              <a class="govuk-link" href={paymentsAt}>
                the file of payments
              </a>
              .
            </p>
            <Press
              c={c}
              action={paymentAt(phase, organisation, payment.number)}
              button="Authorise this payment"
            />
          </>
        ) : (
          <p class="govuk-body">{not}</p>
        ))}
      {payment.state === "authorised" && (
        <p class="govuk-body">
          It is in{" "}
          {seesOwnSitesMoney(c.var.actor) ? (
            "the file of payments"
          ) : (
            <a class="govuk-link" href={paymentsAt}>
              the file of payments
            </a>
          )}{" "}
          until the payer has answered.
        </p>
      )}
    </Page>
  )
}

const standsIn = ({ state, condition, authorised, paid, unpaid }: Payment): string => {
  if (paid) return `Paid on ${dateWords(paid.on)}.`
  if (authorised)
    return `Authorised by ${authorised.by.name} at ${momentWords(new Date(authorised.at))}. The payer has not answered yet.`
  if (state === "cancelled") return "Not to be paid."
  return unpaid.length > 0
    ? "The payer could not make it. It can be authorised again."
    : `Planned: ${conditionWords(condition)}.`
}

const rowsOf = ({ state, condition, reference, authorised, paid, unpaid }: Payment) => [
  { key: "Where it stands", value: paymentStates[state] },
  { key: "To be paid", value: conditionWords(condition) },
  ...(reference ? [{ key: "Our reference", value: <span class="reference">{reference}</span> }] : []),
  ...(authorised
    ? [
        {
          key: "Authorised",
          value: `By ${authorised.by.name} at ${momentWords(new Date(authorised.at))}`,
        },
      ]
    : []),
  ...(paid
    ? [
        { key: "Paid", value: dateWords(paid.on) },
        { key: "The payer’s reference", value: paid.payerReference },
        { key: "Remittance text", value: paid.remittance },
        { key: "Recorded", value: `By ${paid.by.name} at ${momentWords(new Date(paid.at))}` },
      ]
    : []),
  ...unpaid.map(({ because, at, reference }) => ({
    key: "Not paid",
    value: `${because} (${reference ? `${reference}, ` : ""}recorded at ${momentWords(new Date(at))})`,
  })),
]
