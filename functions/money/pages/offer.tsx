import { type Account, forms } from "../../../shared/domain/funding/account.ts"
import {
  acceptedBy,
  decliningForm,
  offeredAmount,
  offerStands,
} from "../../../shared/domain/funding/offer-words.ts"
import { conditionWords, paymentStates } from "../../../shared/domain/funding/payment.ts"
import type { Profile } from "../../../shared/domain/funding/profile.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { inConfidence, whomToTell } from "../../../shared/domain/selection/letter.ts"
import { dateWords, dayWords, londonDate } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { moneyAt, offerAt } from "../addresses.ts"
import { type C, mayHere } from "../here.ts"
import type { OnOffer } from "../offer.ts"
import { NotNow } from "./not-now.tsx"
import { ProfileTable } from "./profile.tsx"

/** The offer as it was made, who has accepted it, and the button for whoever has still to. It prints whole. */
export const OfferPage = ({ c, desk, says }: { c: C; desk: OnOffer; says?: string }) => {
  const { account, title, inConfidence: secret } = desk
  const { organisation, name, offer } = account
  return (
    <Page c={c} title={`The offer – ${name}`} back={{ href: moneyAt(organisation), text: "Money" }} wide>
      {says && <InsetText>{says}</InsetText>}
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">The offer to {name}</h1>
      <p class="govuk-body-l" data-first-line>
        {offerStands(account)}
      </p>
      {secret && (
        <InsetText>
          {inConfidence} {whomToTell}
        </InsetText>
      )}
      <AboutOffer one={account} />
      <h2 class="govuk-heading-m">The letter</h2>
      <p class="govuk-body">
        {offer.by.name}, {dateWords(londonDate(new Date(offer.at)))}
      </p>
      {offer.letter.map((line) => (
        <p class="govuk-body answer">{line}</p>
      ))}
      <Payments one={account} />
      <ProfileTable profile={profileOf(account)} />
      <h2 class="govuk-heading-m">The terms, edition {offer.terms.edition}</h2>
      <ol class="govuk-list govuk-list--number">
        {offer.terms.lines.map((line) => (
          <li class="answer">{line}</li>
        ))}
      </ol>
      <Answering c={c} desk={desk} />
    </Page>
  )
}

const profileOf = ({ versions, offer }: Account): Profile =>
  versions.find(({ version }) => version === offer.version)?.profile ?? []

const AboutOffer = ({ one }: { one: Account }) => {
  const words = acceptedBy(one)
  return (
    <SummaryList
      rows={[
        { key: "Amount", value: pounds(offeredAmount(one)) },
        { key: "Pilot", value: `${dayWords(one.from)} to ${dayWords(one.to)}` },
        {
          key: "How you report spending",
          value: (
            <>
              {forms[one.form.is]}
              <span class="beside answer">{one.form.because}</span>
            </>
          ),
        },
        { key: "Answer by", value: dayWords(one.offer.answerBy) },
        { key: "Accepted by", value: words.length > 0 ? words.join("; ") : "Nobody yet" },
      ]}
    />
  )
}

const Payments = ({ one: { payments } }: { one: Account }) => (
  <Table
    caption="How it is paid"
    captionSize="m"
    firstCellIsHeader
    head={[{ text: "Payment" }, { text: "Amount", numeric: true }, { text: "When" }]}
    rows={payments.map(({ number, amount, condition, state, paid }) => [
      { content: String(number) },
      { content: pounds(amount), numeric: true },
      {
        content:
          state === "scheduled"
            ? capital(conditionWords(condition))
            : paid
              ? `${paymentStates[state]} on ${dateWords(paid.on)}`
              : paymentStates[state],
      },
    ])}
  />
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const Answering = ({ c, desk: { account, mine } }: { c: C; desk: OnOffer }) => {
  const { organisation, phase, offer, state } = account
  const here = offerAt(organisation, phase)
  if (state !== "offered") return null
  return (
    <div class="no-print">
      {mine.length > 0 ? (
        <form method="post" action={`${here}/accept`} novalidate>
          <h2 class="govuk-heading-m">Accept it</h2>
          <p class="govuk-body">
            You accept the letter and the terms above for {account.name}, as{" "}
            {mine.map((role) => roles[role].words).join(" and ")}.
          </p>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="hash" value={offer.hash} />
          <Button preventDoubleClick>Accept the offer</Button>
        </form>
      ) : (
        <p class="govuk-body">Nothing for you to do here now.</p>
      )}
      {mayHere(c, "decline offer") && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/decline`}>
            Decline the offer
          </a>
        </p>
      )}
    </div>
  )
}

export const DeclinePage = ({ c, account, tried }: { c: C; account: Account; tried?: Tried }) => {
  const here = offerAt(account.organisation, account.phase)
  const back = { href: here, text: "The offer" }
  if (account.state !== "offered")
    return <NotNow c={c} title={decliningForm.title} says={offerStands(account)} back={back} />
  return (
    <FormPage
      c={c}
      section={decliningForm}
      action={`${here}/decline`}
      back={back}
      caption={account.name}
      button="Decline the offer"
      keyed
      tried={tried}
      before={<InsetText>{offerStands(account)}</InsetText>}
    />
  )
}
