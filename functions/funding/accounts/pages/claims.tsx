import { type Account, checkResults } from "../../../../shared/domain/funding/account.ts"
import { mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { checkAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"

/** Claims that were chosen to be checked against their evidence, and what was found. */
export const Claims = ({ c, account }: { c: C; account: Account }) =>
  account.checks.length === 0 ? null : (
    <Table
      caption="Claims checked against the evidence"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Claim" }, { text: "What was found" }]}
      rows={account.checks.map(({ round, result, wrong, because }) => {
        const title = account.figures.find((one) => one.round === round)?.title ?? round
        return [
          {
            content: mayWithMoney(c.var.actor, "check") ? (
              <a class="govuk-link" href={checkAt(account.phase, account.organisation, round)}>
                {title}
              </a>
            ) : (
              title
            ),
          },
          {
            content: [
              `${checkResults[result]}.`,
              ...(wrong === undefined ? [] : [`${pounds(wrong)} is not right.`]),
              ...(because === undefined ? [] : [because]),
            ].join(" "),
          },
        ]
      })}
    />
  )
