import type { Child } from "hono/jsx"
import type { Account } from "../../../shared/domain/funding/account.ts"
import { agreedOn } from "../../../shared/domain/funding/agreed.ts"
import { balancesOf } from "../../../shared/domain/funding/balances.ts"
import { evidencePath } from "../../../shared/domain/funding/evidence-letter.ts"
import { nextPayment } from "../../../shared/domain/funding/next-payment.ts"
import { conditionWords } from "../../../shared/domain/funding/payment.ts"
import { openTasks, setUpProgress } from "../../../shared/domain/funding/set-up.ts"
import { pounds } from "../../../shared/values/money.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { StateOf } from "../../../shared/web/state.tsx"
import { leaveAt, offerAt, setUpAt } from "../addresses.ts"
import type { OnMoney, OnPhase } from "../desk.ts"
import { type C, mayHere } from "../here.ts"
import { QuarterChart } from "./chart.tsx"

/** What a site has, owes and waits for: by phase, the newest first. */
export const MoneyPage = ({ c, desk: { organisation, phases } }: { c: C; desk: OnMoney }) => (
  <Page
    c={c}
    title={`Money – ${organisation.name}`}
    back={{ href: `/organisations/${organisation.id}`, text: organisation.name }}
    wide
  >
    <span class="govuk-caption-l">{organisation.name}</span>
    <h1 class="govuk-heading-l">Money</h1>
    {phases.length === 0 && (
      <p class="govuk-body-l" data-first-line>
        Nothing has been offered yet. An award stands here from the day it is offered: what is paid, and what
        comes next.
      </p>
    )}
    {phases.map((one) => (
      <InPhase c={c} one={one} />
    ))}
  </Page>
)

const InPhase = ({ c, one: { account, title, says, owed }, one }: { c: C; one: OnPhase }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="govuk-body-l" data-first-line>
      {says.stands} {inBrief(account)}
    </p>
    <SummaryList
      rows={[
        { key: "Award", value: <Lines lines={says.award} /> },
        { key: "Paid", value: <Lines lines={says.paid} /> },
        { key: "Spent", value: <Lines lines={says.spent} /> },
        { key: "Left", value: <Lines lines={says.left} /> },
        { key: "Next payment", value: <Lines lines={says.next} /> },
        { key: "To send next", value: <Owed c={c} owed={owed} /> },
        { key: "To pay back", value: <Lines lines={says.back} /> },
      ]}
    />
    <Links c={c} one={one} />
    {account.state !== "declined" && <QuarterChart one={account} />}
    <Table
      caption="What we agreed"
      captionSize="s"
      head={[{ text: "When" }, { text: "What" }]}
      rows={agreedOn(account).map(({ on, says, because }) => [
        { content: on },
        {
          content: (
            <>
              <span class="answer">{says}</span>
              {because && <span class="beside answer">{because}</span>}
            </>
          ),
        },
      ])}
    />
  </section>
)

/** What is paid of it, and what is paid next. */
const inBrief = (one: Account) => {
  if (one.state !== "accepted") return ""
  const next = nextPayment(one)
  return [
    `${pounds(balancesOf(one).paid)} is paid to you.`,
    next &&
      `Next: ${pounds(next.amount)}, ${next.state === "authorised" ? "with the payer" : conditionWords(next.condition)}.`,
  ]
    .filter(Boolean)
    .join(" ")
}

export const Lines = ({ lines }: { lines: string[] }): Child => (
  <>
    {lines.map((line) => (
      <p class="govuk-body answer">{line}</p>
    ))}
  </>
)

const Owed = ({ c, owed }: { c: C; owed: OnPhase["owed"] }) =>
  owed ? (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/organisations/${owed.organisation}/returns/${owed.round}`}>
          {owed.title}
        </a>
      </p>
      <StateOf one={owed} at={c.var.world.now()} />
      {mayHere(c, "open evidence") && (
        <p class="govuk-body">
          <a class="govuk-link" href={evidencePath(owed.organisation, owed.round)}>
            Files that show what was spent
          </a>
        </p>
      )}
    </>
  ) : (
    <p class="govuk-body">Nothing about money is owed now.</p>
  )

const Links = ({ c, one: { account, title } }: { c: C; one: OnPhase }) => {
  const { organisation, phase, state, leaving, usage } = account
  const named = <span class="govuk-visually-hidden">: {title}</span>
  const live = state === "accepted"
  return (
    <ul class="govuk-list no-print">
      <li>
        <a class="govuk-link" href={offerAt(organisation, phase)}>
          The offer, with its letter and terms{named}
        </a>
      </li>
      {live && (
        <li>
          <a class="govuk-link" href={setUpAt(organisation, phase)}>
            Set up{named}
          </a>
          {openTasks(account).length > 0 && ` (${setUpProgress(account)})`}
        </li>
      )}
      {live && !leaving && !usage && mayHere(c, "leave") && (
        <li>
          <a class="govuk-link" href={leaveAt(organisation, phase)}>
            Leave the programme early{named}
          </a>
        </li>
      )}
    </ul>
  )
}
