import type { Balances } from "../../../../shared/domain/funding/balances.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { accountAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnLedger } from "../account.ts"
import { ledgerAt } from "../addresses.ts"

/** Every line of an award's ledger, oldest first, with what the account came to after each. */
export const LedgerPage = ({ c, ledger }: { c: C; ledger: OnLedger }) => {
  const { site, phase, lines } = ledger
  return (
    <Page
      c={c}
      title={`The ledger of ${site.name} – ${phase.title}`}
      back={{ href: accountAt(phase.id, site.organisation), text: site.name }}
      wide
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">The ledger of {site.name}</h1>
      <p class="govuk-body">
        Nothing here was ever changed or taken away: what was wrong has a line of its own after it. The
        account is what these lines come to.
      </p>
      <Table
        caption={lines.length === 1 ? "1 line" : `${lines.length} lines, oldest first`}
        captionSize="m"
        head={[
          { text: "Line" },
          { text: "What, and what the account came to then" },
          { text: "Who, and when" },
          { text: "Amount", numeric: true },
        ]}
        rows={lines.map(({ number, at, by, says, amount, balances }) => [
          { content: String(number) },
          {
            content: (
              <>
                {says}
                <span class="beside govuk-hint">{balanceWords(balances)}</span>
              </>
            ),
          },
          {
            content: (
              <>
                {by}
                <span class="beside">{stampWords(new Date(at))}</span>
              </>
            ),
          },
          { content: amount === undefined ? "" : pounds(amount), numeric: true },
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${ledgerAt(phase.id, site.organisation)}.csv`}>
          Download the ledger as a CSV file
        </a>
      </p>
    </Page>
  )
}

const balanceWords = ({ award, paid, toPay, toRecover, recovered, ...spending }: Balances) => {
  const { actual, accrued, forecast, unallocated } = spending
  const where = (when: boolean, words: string) => (when ? [words] : [])
  const paying = [
    `${pounds(paid)} paid`,
    `${pounds(toPay + toRecover)} to be paid`,
    ...where(toRecover > 0, `${pounds(toRecover)} to come back`),
    ...where(recovered > 0, `${pounds(recovered)} came back`),
  ]
  const spent = [
    `${pounds(actual)} spent`,
    ...where(accrued > 0, `${pounds(accrued)} had and not paid for`),
    `${pounds(forecast)} expected`,
    unallocated < 0 ? `${pounds(-unallocated)} too much` : `${pounds(unallocated)} left over`,
  ]
  return `Award ${pounds(award)}: ${paying.join(", ")}; ${spent.join(", ")}.`
}
