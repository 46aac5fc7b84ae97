import { phaseStateOf } from "../../../../shared/domain/calendar/phase.ts"
import type { WithSites } from "../../../../shared/store/calendar.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { phaseAt, phasesAt } from "../addresses.ts"
import { type C, mayPlan } from "../desk.ts"
import { spanWords, stateWords } from "../words.ts"

type Props = { c: C; phases: WithSites[] }

/** Every phase of the programme, newest first: when it is, how many sites it has, how far it has come. */
export const PhasesPage = ({ c, phases }: Props) => {
  const now = c.var.world.now()
  const newest = phases.toSorted((a, b) => (b.from ?? "9999").localeCompare(a.from ?? "9999"))
  const preparing = newest.filter((one) => phaseStateOf(one, now) === "preparing")
  return (
    <Page c={c} title="Phases" back={{ href: "/programme", text: "The programme" }}>
      <h1 class="govuk-heading-l">Phases</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(phases, preparing)}
      </p>
      {mayPlan(c) && <Button href={`${phasesAt}/new`}>Prepare a new phase</Button>}
      {newest.length > 0 && (
        <Table
          caption="Phases, newest first"
          captionSize="m"
          firstCellIsHeader
          head={[
            { text: "Phase" },
            { text: "Dates" },
            { text: "Sites", numeric: true },
            { text: "Where it stands" },
          ]}
          rows={newest.map((one) => [
            {
              content: (
                <a class="govuk-link" href={phaseAt(one.id)}>
                  {one.title}
                </a>
              ),
            },
            { content: spanWords(one) },
            { content: one.sites.length, numeric: true },
            { content: stateWords(one, now) },
          ])}
        />
      )}
    </Page>
  )
}

const firstLine = (phases: WithSites[], preparing: WithSites[]) => {
  if (phases.length === 0) return "There is no phase yet. When one is prepared, it is listed here."
  const [one] = preparing
  if (!one) return "No phase is being prepared."
  if (preparing.length === 1) return `${one.title} is being prepared: nothing is asked of its sites yet.`
  return `${preparing.length} phases are being prepared: nothing is asked of their sites yet.`
}
