import { askingForm, owingForm, receivingForm } from "../../../shared/domain/funding/paying-forms.ts"
import { type Recovery, recoveryStates } from "../../../shared/domain/funding/recovery.ts"
import { dateWords, dayWords, momentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { accountAt, recoveriesAt, recoveryAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { OnOwing, OnRecovery } from "../recoveries.ts"
import { Press, Said } from "./press.tsx"

type Owing = { c: C; desk: OnOwing; tried?: Tried; entries?: Record<string, string> }

/** Money that was paid and is not the site's to keep. */
export const OwingPage = ({ c, desk: { one, held }, tried, entries }: Owing) => (
  <FormPage
    c={c}
    section={owingForm}
    action={recoveriesAt(one.phase, one.organisation)}
    back={{ href: accountAt(one.phase, one.organisation), text: one.name }}
    caption={one.name}
    button="Record that it is due back"
    keyed
    tried={tried}
    entries={entries}
    before={
      <p class="govuk-body">
        {pounds(held)} was paid to {one.name} and has neither come back nor been asked for.
      </p>
    }
  />
)

type Props = { c: C; desk: OnRecovery; tried?: Tried }

/** One recovery: where it stands and, for whoever may, the next step of it on the same page. */
export const RecoveryPage = ({ c, desk, tried }: Props) => {
  const { one, recovery, asks, approves, notApprove, receives, usualDay } = desk
  const action = recoveryAt(one.phase, one.organisation, recovery.number)
  const back = { href: accountAt(one.phase, one.organisation), text: one.name }
  const title = `${pounds(recovery.amount)} ${recovery.state === "received" ? "came" : "to come"} back`
  const facts = (
    <>
      <p class="govuk-body-l" data-first-line>
        {recoveryStates[recovery.state]}.
      </p>
      <SummaryList rows={rowsOf(recovery)} />
    </>
  )
  if (asks || receives)
    return (
      <FormPage
        c={c}
        section={{ ...(asks ? askingForm : receivingForm), title }}
        action={action}
        back={back}
        caption={one.name}
        button={asks ? "Ask for it" : "Record that it came back"}
        hidden={{ step: asks ? "ask" : "receive" }}
        keyed
        tried={tried}
        entries={asks ? (askingForm.asks.payBy?.write(usualDay, "payBy") ?? {}) : {}}
        before={facts}
      />
    )
  return (
    <Page c={c} title={`${title} – ${one.name}`} back={back}>
      <Said says={tried?.says} />
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {facts}
      {approves && (
        <>
          <p class="govuk-body">
            You say that it is right to ask for it. The site’s lead, sponsor and section 151 officer are
            written to at once, with the day and the reference to quote.
          </p>
          <Press
            c={c}
            action={action}
            hidden={{ step: "approve" }}
            button="Approve it and write to the site"
          />
        </>
      )}
      {notApprove !== undefined && <p class="govuk-body">{notApprove}</p>}
    </Page>
  )
}

const rowsOf = ({ because, asked, approved, received }: Recovery) => [
  { key: "Why", value: because },
  ...(asked
    ? [
        { key: "Asked for", value: `By ${asked.by.name} at ${momentWords(new Date(asked.at))}` },
        { key: "To be paid by", value: dayWords(asked.payBy) },
        { key: "Reference to quote", value: <span class="reference">{asked.reference}</span> },
      ]
    : []),
  ...(approved
    ? [{ key: "Approved", value: `By ${approved.by.name} at ${momentWords(new Date(approved.at))}` }]
    : []),
  ...(received
    ? [
        { key: "Received", value: dateWords(received.on) },
        { key: "The bank’s reference", value: received.payerReference },
      ]
    : []),
]
