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

const balanceWords = ({ award, paid, toPay, recovered, actual, accrued, forecast, unallocated }: Balances) =>
  `Award ${pounds(award)}: ${pounds(paid)} paid, ${pounds(toPay)} to be paid${
    recovered > 0 ? `, ${pounds(recovered)} came back` : ""
  }; ${pounds(actual + accrued)} spent, ${pounds(forecast)} expected, ${pounds(unallocated)} left over.`
