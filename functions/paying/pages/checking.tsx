import { checkResults } from "../../../shared/domain/funding/account.ts"
import { checkingForm } from "../../../shared/domain/funding/paying-forms.ts"
import { mayWithMoney } from "../../../shared/domain/people/funding-policy.ts"
import { momentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import {
  accountAt,
  checkAt,
  recoveriesAt,
  returnAt,
  sampleAt,
} from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { OnChecking } from "../settling.ts"

/** One claim that was chosen to be checked against its evidence, and what was found. */
export const CheckPage = ({ c, desk, tried }: { c: C; desk: OnChecking; tried?: Tried }) => {
  const { one, check, figures, checks } = desk
  const back = { href: sampleAt(one.phase), text: "Claims to check" }
  const title = figures?.title ?? "A claim that was opened again"
  const facts = <Facts c={c} desk={desk} />
  if (checks && check.result === "open")
    return (
      <FormPage
        c={c}
        section={{ ...checkingForm, title: `Check: ${title}` }}
        action={checkAt(one.phase, one.organisation, check.round)}
        back={back}
        caption={one.name}
        button="Record what was found"
        keyed
        tried={tried}
        before={facts}
      />
    )
  return (
    <Page c={c} title={`Check: ${title} – ${one.name}`} back={back}>
      <span class="govuk-caption-l">{one.name}</span>
      <h1 class="govuk-heading-l">Check: {title}</h1>
      {facts}
      {check.result === "wrong" && mayWithMoney(c.var.actor, "owe back") && one.state !== "closed" && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${recoveriesAt(one.phase, one.organisation)}?amount=${check.wrong ?? 0}`}
          >
            Ask for {pounds(check.wrong ?? 0)} back
          </a>
        </p>
      )}
    </Page>
  )
}

const Facts = ({ desk: { one, check, figures, amount } }: { c: C; desk: OnChecking }) => (
  <SummaryList
    rows={[
      { key: "Site", value: <Link href={accountAt(one.phase, one.organisation)} text={one.name} /> },
      ...(figures
        ? [
            {
              key: "Claim",
              value: (
                <Link
                  href={returnAt(one.phase, one.organisation, figures.reference)}
                  text={`${figures.title}, as it was accepted`}
                />
              ),
            },
          ]
        : []),
      ...(amount === undefined ? [] : [{ key: "Amount", value: pounds(amount) }]),
      { key: "Result", value: checkResults[check.result] },
      ...(check.wrong === undefined ? [] : [{ key: "Not right", value: pounds(check.wrong) }]),
      ...(check.because === undefined ? [] : [{ key: "What was found", value: check.because }]),
      ...(check.by && check.at
        ? [{ key: "Checked", value: `By ${check.by.name} at ${momentWords(new Date(check.at))}` }]
        : []),
    ]}
  />
)

const Link = ({ href, text }: { href: string; text: string }) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)
