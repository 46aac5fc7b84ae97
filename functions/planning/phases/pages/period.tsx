import { dayMomentWords, dayWords } from "../../../../shared/values/london.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { periodAt, phaseAt } from "../addresses.ts"
import type { C } from "../desk.ts"
import type { OnPeriod } from "../periods.ts"

type Props = { c: C; here: OnPeriod; tried?: Tried }

/** One return of every site, with the dates as they stand; whoever plans can set another for all of them. */
export const PeriodPage = ({ c, here, tried }: Props) => {
  const { phase, period, form, mayPlan } = here
  const back = { href: phaseAt(phase.id), text: "The phase" }
  if (!mayPlan || phase.published === undefined)
    return (
      <Page c={c} title={period.title} back={back}>
        <span class="govuk-caption-l">{phase.title}</span>
        <h1 class="govuk-heading-l">{period.title}</h1>
        <Owing here={here} />
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={form}
      action={periodAt(phase.id, period.id)}
      back={back}
      caption={`${phase.title}: ${period.title}`}
      button="Change the date"
      keyed
      tried={tried}
      before={<Owing here={here} changing />}
    />
  )
}

const Owing = ({ here: { period, sites }, changing }: { here: OnPeriod; changing?: boolean }) => (
  <>
    {period.by && (
      <InsetText>
        It was set to {dayMomentWords(new Date(period.by))}. Because: {period.because}
      </InsetText>
    )}
    {sites.length === 0 ? (
      <p class="govuk-body">No site owes it.</p>
    ) : (
      <Table
        caption={changing ? "Whom another date concerns" : "Who owes it"}
        captionSize="m"
        firstCellIsHeader
        head={[
          { text: "Site" },
          { text: "What it covers" },
          { text: "Due now" },
          ...(changing ? [{ text: "With another date" }] : []),
        ]}
        rows={sites.map(({ one, says }) => [
          { content: one.name },
          { content: one.covers ? `${dayWords(one.covers.from)} to ${dayWords(one.covers.to)}` : "" },
          { content: dayMomentWords(new Date(one.by)) },
          ...(changing ? [{ content: says }] : []),
        ])}
      />
    )}
  </>
)
