import type { Account } from "../../../shared/domain/funding/account.ts"
import { homeMoney } from "../../../shared/domain/funding/home-money.ts"
import { openTasks } from "../../../shared/domain/funding/set-up.ts"
import { mayWithMoney } from "../../../shared/domain/people/funding-policy.ts"
import type { C } from "../desk.ts"

type Props = { c: C; organisation: string; accounts: Account[] }

/** A few words about money on a home, with the way to all of it. */
export const HomeMoney = ({ c, organisation, accounts }: Props) => {
  const here = `/organisations/${organisation}/money`
  const open = accounts.filter((one) => one.state === "accepted" && openTasks(one).length > 0)
  const sees = mayWithMoney(c.var.actor, "see own money", organisation)
  if (!sees && open.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Money</h2>
      {sees && homeMoney(accounts).map((says) => <p class="govuk-body">{says}</p>)}
      <ul class="govuk-list">
        {sees && (
          <li>
            <a class="govuk-link" href={here}>
              {accounts.length > 0 ? "What is paid, what comes next, and what we agreed" : "Money"}
            </a>
          </li>
        )}
        {sees &&
          accounts
            .filter(({ state }) => state === "offered")
            .map(({ phase }) => (
              <li>
                <a class="govuk-link" href={`${here}/${phase}/offer`}>
                  The offer, with its letter and terms
                </a>
              </li>
            ))}
        {open.map(({ phase }) => (
          <li>
            <a class="govuk-link" href={`${here}/${phase}/set-up`}>
              What is to be set up
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
