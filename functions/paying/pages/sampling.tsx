import { checkResults } from "../../../shared/domain/funding/account.ts"
import { samplingForm } from "../../../shared/domain/funding/paying-forms.ts"
import { howChosen, leastRate } from "../../../shared/domain/funding/sample.ts"
import { momentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { checkAt, phaseAt, sampleAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { Details } from "../../../shared/web/govuk/details.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import type { OnSampling } from "../samples.ts"
import { Press } from "./press.tsx"

/** Which claims are checked against their evidence: how they were chosen, and what was found. */
export const SamplePage = ({ c, desk, tried }: { c: C; desk: OnSampling; tried?: Tried }) => {
  const { phase, claims, total, chooses } = desk
  const back = { href: phaseAt(phase.id), text: phase.title }
  const before = (
    <>
      <p class="govuk-body-l" data-first-line>
        {claims === 0
          ? "Nothing is accepted yet. Next: returns are accepted, then some of them are chosen to be checked."
          : `${claims} ${claims === 1 ? "claim is" : "claims are"} accepted, ${pounds(total)} in all.`}
      </p>
      <Samples c={c} desk={desk} />
      <Details summary="How they are chosen">
        {howChosen.map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </Details>
    </>
  )
  if (chooses && claims > 0)
    return (
      <FormPage
        c={c}
        section={samplingForm}
        action={sampleAt(phase.id)}
        back={back}
        caption={phase.title}
        button="Choose claims"
        keyed
        tried={tried}
        entries={{ rate: String(leastRate) }}
        before={before}
      />
    )
  return (
    <Page c={c} title={`${samplingForm.title} – ${phase.title}`} back={back}>
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">{samplingForm.title}</h1>
      {before}
    </Page>
  )
}

const Samples = ({ c, desk: { phase, samples, chooses } }: { c: C; desk: OnSampling }) => (
  <>
    {samples.map((one) => (
      <>
        <Table
          caption={`Chosen at ${momentWords(new Date(one.at))} by ${one.by.name}`}
          captionSize="m"
          head={[
            { text: "Site" },
            { text: "Claim" },
            { text: "Amount", numeric: true },
            { text: "What was found" },
          ]}
          rows={one.chosen.map(({ organisation, name, round, title, amount, check }) => [
            { content: name },
            {
              content: check ? (
                <a class="govuk-link" href={checkAt(phase.id, organisation, round)}>
                  {title}
                </a>
              ) : (
                title
              ),
            },
            { content: pounds(amount), numeric: true },
            { content: check ? checkResults[check.result] : "Not in the ledger of the site" },
          ])}
        />
        <p class="govuk-body">
          {pounds(one.value)} of {pounds(one.total)}, {one.chosen.length} of {one.claims} claims: at least{" "}
          {one.rate} per cent by value. The seed is “{one.seed}”.
        </p>
        {chooses && one.chosen.some(({ check }) => !check) && (
          <Press
            c={c}
            action={sampleAt(phase.id)}
            hidden={{ sample: one.id }}
            button="Go on with those that are missing"
          />
        )}
      </>
    ))}
  </>
)
