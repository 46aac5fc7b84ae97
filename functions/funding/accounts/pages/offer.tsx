import { type Form, forms } from "../../../../shared/domain/funding/account.ts"
import type { Offered } from "../../../../shared/domain/funding/offering.ts"
import { isLive } from "../../../../shared/domain/people/grant.ts"
import { mayWithPeople } from "../../../../shared/domain/people/policy.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import type { Entries } from "../../../../shared/form/question.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { accountAt } from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { actAt, previewAt } from "../addresses.ts"
import type { OnOffer } from "../offering.ts"
import { offerAnswersFor } from "../worked-out.ts"
import { PaymentsPlanned, ProfilePlanned } from "./planned.tsx"

type Props = { c: C; desk: OnOffer; entries?: Entries; tried?: Tried }

/** The form of an offer: it is read as a letter before it is sent. */
export const OfferPage = ({ c, desk, entries, tried }: Props) => {
  const { site, phase, section, form, account } = desk
  const { organisation } = site
  return (
    <FormPage
      c={c}
      section={section}
      action={previewAt(phase.id, organisation)}
      back={{ href: accountAt(phase.id, organisation), text: site.name }}
      caption={site.name}
      button="Read the letter before it is sent"
      entries={entries ?? offerAnswersFor(desk)}
      tried={tried}
      hidden={{ form }}
      before={
        <>
          {account && (
            <InsetText>
              {account.declined
                ? `${account.declined.by.name} declined the offer of ${pounds(account.award)} on ${dateWords(londonDate(new Date(account.declined.at)))}: ${account.declined.because}`
                : `${pounds(account.award)} was offered on ${dateWords(londonDate(new Date(account.offer.at)))}. A new offer takes its place: whoever has accepted accepts again.`}
            </InsetText>
          )}
          <Missing c={c} desk={desk} />
          <FormChoice form={form} at={actAt("offer", phase.id, organisation)} />
          <p class="govuk-body">
            Where nobody says otherwise the award is spread over the quarters by their days, all of it under
            the first head of cost, and paid 40, 40 and 20 per cent. The site says in its setting up whether
            it agrees.
          </p>
        </>
      }
      after={<WorkOut />}
    />
  )
}

export const WorkOut = () => (
  <p>
    <Button variant="secondary" name="go" value="work out">
      Work out quarters and payments from the amount
    </Button>
  </p>
)

/** Which form the site reports by, and the way to the other. */
export const FormChoice = ({ form, at }: { form: Form; at: string }) => {
  const other = form === "full" ? "light" : "full"
  return (
    <p class="govuk-body">
      It reports by this form: {forms[form]}.{" "}
      <a class="govuk-link" href={`${at}?form=${other}`}>
        Ask for the other form instead
      </a>
      : {forms[other]}.
    </p>
  )
}

/** Said before an offer is made: whose word it needs and who is not there. The offer can be made. */
const Missing = ({ c, desk: { missing, site } }: { c: C; desk: OnOffer }) =>
  missing.length === 0 ? null : (
    <>
      <WarningText>
        {site.name} has nobody as {missing.map((role) => roles[role].words).join(" or as ")}: nobody can
        accept the offer for them.
      </WarningText>
      <p class="govuk-body">
        {mayWithPeople(c.var.actor, "see people", site.organisation) ? (
          <a class="govuk-link" href={`/organisations/${site.organisation}/people`}>
            People and access of {site.name}
          </a>
        ) : (
          "Its site lead, or a programme coordinator, gives somebody access in People and access."
        )}
      </p>
    </>
  )

/** The offer as the site will read it. Nothing is sent before it is sent from here. */
export const PreviewPage = ({
  c,
  desk,
  offered,
  typed,
}: {
  c: C
  desk: OnOffer
  offered: Offered
  typed: Entries
}) => {
  const { site, phase, members } = desk
  const at = c.var.world.now()
  const to = members.filter((one) => isLive(one, at) && ["sponsor", "certifier", "lead"].includes(one.role))
  const fields = Object.entries(typed).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ))
  return (
    <Page
      c={c}
      title={`The offer to ${site.name}, before it is sent`}
      back={{ href: actAt("offer", phase.id, site.organisation), text: "Make an offer" }}
      plain
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">The offer to {site.name}</h1>
      <p class="govuk-body-l">
        <strong>NOT SENT YET.</strong> This is what the site reads and accepts.
      </p>
      <h2 class="govuk-heading-m">The letter</h2>
      {offered.letter.map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      <PaymentsPlanned payments={offered.payments} />
      <ProfilePlanned profile={offered.profile} />
      <h2 class="govuk-heading-m">Terms, edition {String(offered.terms.edition)}</h2>
      <ol class="govuk-list govuk-list--number">
        {offered.terms.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      <Missing c={c} desk={desk} />
      <p class="govuk-body">
        {to.length === 0
          ? "Nobody is written to: nobody there is sponsor, section 151 officer or site lead."
          : `Written to by email: ${to.map(({ name, role }) => `${name}, ${roles[role].words}`).join("; ")}.`}
      </p>
      <form method="post" action={actAt("offer", phase.id, site.organisation)} novalidate>
        {fields}
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Button preventDoubleClick>Send the offer</Button>
      </form>
      <form method="post" action={previewAt(phase.id, site.organisation)} novalidate>
        {fields}
        <Button variant="secondary" name="go" value="change">
          Change it
        </Button>
      </form>
    </Page>
  )
}
