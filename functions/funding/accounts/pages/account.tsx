import {
  accountSentences,
  closingList,
  decidedSentences,
  identitySentences,
} from "../../../../shared/domain/funding/account-words.ts"
import { type FundingRight, mayWithMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { yearsIn } from "../../../../shared/kinds/financial-year.ts"
import { dateWords, dayWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { closeAt, phaseAt, reconcileAt, recoveriesAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnAccount } from "../account.ts"
import { actAt, ledgerAt } from "../addresses.ts"
import { Conditions, Payments, Recoveries, Returns } from "./account-parts.tsx"
import { SetUp, Versions } from "./agreed.tsx"
import { Claims } from "./claims.tsx"

/** The money of one site in one phase: sentences first, then everything that they are made of. */
export const AccountPage = ({ c, desk }: { c: C; desk: OnAccount }) => {
  const { site, phase, account } = desk
  return (
    <Page
      c={c}
      title={`${site.name} – Money – ${phase.title}`}
      back={{ href: phaseAt(phase.id), text: "Money of all sites" }}
      wide
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">{site.name}</h1>
      <p class="govuk-body-l" data-first-line>
        {account ? accountSentences(account).join(" ") : withoutOffer(desk)}
      </p>
      <Acts c={c} desk={desk} />
      {account && (account.state === "accepted" || account.state === "closed") && (
        <>
          <ul class="govuk-list govuk-list--bullet" data-identities>
            {identitySentences(account).map((says) => (
              <li>{says}</li>
            ))}
          </ul>
          {decidedSentences(account).map((says) => (
            <p class="govuk-body">{says}</p>
          ))}
          {account.leaving && (
            <SummaryList
              card={{ title: "To be done before it is closed" }}
              rows={closingList(account).map(({ what, stands }) => ({ key: what, value: stands }))}
            />
          )}
        </>
      )}
      {account && <Payments c={c} account={account} />}
      {account && <Recoveries account={account} />}
      <Returns c={c} desk={desk} />
      {account && <Claims c={c} account={account} />}
      {account && <SetUp account={account} />}
      <Conditions desk={desk} />
      {account && <Versions account={account} />}
      {account && (
        <p class="govuk-body">
          <a class="govuk-link" href={ledgerAt(phase.id, site.organisation)}>
            The ledger: {account.entries.number === 1 ? "1 line" : `${account.entries.number} lines`}
          </a>
        </p>
      )}
    </Page>
  )
}

const withoutOffer = ({ site }: OnAccount) =>
  `Nothing has been offered to ${site.name} yet.${site.award === undefined ? " No award is recorded for it." : ` Its award is ${pounds(site.award)}.`}${
    site.from && site.to ? ` Its pilot is from ${dayWords(site.from)} to ${dateWords(site.to)}.` : ""
  }`

type Does = { href: string; words: string; right: FundingRight; main?: true }

/** What can be done now, for whoever may. */
const Acts = ({ c, desk }: { c: C; desk: OnAccount }) => {
  const possible = actsOn(desk).filter(({ right }) => mayWithMoney(c.var.actor, right))
  if (possible.length === 0) return null
  return (
    <ButtonGroup>
      {possible.map(({ href, words, main }) => (
        <Button href={href} variant={main ? undefined : "secondary"}>
          {words}
        </Button>
      ))}
    </ButtonGroup>
  )
}

const actsOn = ({ account, site, phase }: OnAccount): Does[] => {
  const here = [phase.id, site.organisation] as const
  const offer = (words: string): Does => ({
    href: actAt("offer", ...here),
    words,
    right: "offer",
    main: true,
  })
  if (!account) return site.from && site.to ? [offer("Make an offer")] : []
  const { state, usage, leaving, reconciled, midPhase } = account
  if (state === "offered" || state === "declined") return [offer("Make the offer anew")]
  if (state === "closed") return []
  const does = (when: boolean, words: string, right: FundingRight, href: string): Does[] =>
    when ? [{ href, words, right }] : []
  return [
    ...does(!usage, "Change the award", "vary", actAt("vary", ...here)),
    ...does(
      !leaving && !reconciled,
      "Decide in the middle of the pilot",
      "decide mid-phase",
      actAt("mid-phase", ...here),
    ),
    ...does(midPhase?.decision === "stop" && !leaving, "Set its last day", "leave", actAt("leave", ...here)),
    ...does(
      yearsIn(account).length > 1 && !usage,
      "Agree to carry money over",
      "consent to carry over",
      actAt("carry-over", ...here),
    ),
    ...does(true, "Say that money is due back", "owe back", recoveriesAt(...here)),
    ...does(Boolean(usage) && !reconciled, "Reconcile", "reconcile", reconcileAt(...here)),
    ...does(Boolean(reconciled), "Close", "close", closeAt(...here)),
  ]
}
