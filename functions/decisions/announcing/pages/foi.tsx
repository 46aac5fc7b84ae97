import { foiForm } from "../../../../shared/domain/selection/foi.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { foiAt } from "../addresses.ts"
import type { OnFoi } from "../foi.ts"
import { whatIsIn, whatIsOut } from "../foi-readme.ts"

/** The round as files, for a request under the Freedom of Information Act: what is in them, what is not, and why it is made. */
export const FoiPage = ({ c, desk, tried }: { c: C; desk: OnFoi; tried?: Tried }) => {
  const { round, count, parts } = desk
  const back = { href: roundAt(round.id), text: "The round" }
  const says = standsIn(desk)
  if (says !== undefined)
    return (
      <Page c={c} title={`The round as files – ${round.title}`} back={back}>
        <span class="govuk-caption-l">{round.title}</span>
        <h1 class="govuk-heading-l">The round as files</h1>
        <p class="govuk-body-l">{says}</p>
        <Contents desk={desk} />
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={{ ...foiForm, title: "The round as files", asks: parts > 1 ? foiForm.asks : onePart }}
      action={foiAt(round.id)}
      back={back}
      caption={round.title}
      button="Make the file"
      keyed
      tried={tried}
      before={
        <>
          <p class="govuk-body-l">
            {count} expressions of interest, in {parts === 1 ? "one file" : `${parts} parts`}. Each file that
            is made is a line in the history of the round.
          </p>
          <Contents desk={desk} />
        </>
      }
    />
  )
}

const { part: _, ...onePart } = foiForm.asks

const standsIn = ({ owes, count }: OnFoi): string | undefined => {
  if (owes)
    return "You still have scores to send in this round. Next: send them, then you can export the round."
  if (count === 0)
    return "Nothing to export yet. Next: the round is opened, and you say which you have no link with."
  return undefined
}

const Contents = ({ desk: { notSaid } }: { desk: OnFoi }) => (
  <>
    <SummaryList rows={whatIsIn.map(([key, value]) => ({ key, value }))} />
    <h2 class="govuk-heading-m">What is taken out</h2>
    <ul class="govuk-list govuk-list--bullet">
      {whatIsOut.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
    {notSaid.length > 0 && (
      <p class="govuk-body">
        You have not said yet whether you have a link with {notSaid.map(({ name }) => name).join(", ")}.
      </p>
    )}
    <InsetText>Read a file before it goes out: no pattern finds every name.</InsetText>
  </>
)
