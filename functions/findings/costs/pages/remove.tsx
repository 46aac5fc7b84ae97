import type { CostLine, Costs } from "../../../../shared/domain/evaluation/costs/costs.ts"
import type { WithSites } from "../../../../shared/store/calendar.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { costsAt } from "../../desk/links.ts"
import type { C } from "../../here.ts"
import { LinesOf } from "./parts.tsx"

type Props = { c: C; phase: WithSites; costs: Costs; line: CostLine; tried?: Tried }

/** Before a line is taken out of the estimate. */
export const RemovePage = ({ c, phase, costs, line, tried }: Props) => (
  <Page
    c={c}
    title={`Take out a line – ${phase.title}`}
    back={{ href: costsAt(phase.id), text: "Costs and benefits" }}
    plain
  >
    {tried?.says && <WarningText>{tried.says}</WarningText>}
    <span class="govuk-caption-l">{phase.title}</span>
    <h1 class="govuk-heading-l">Take out a line</h1>
    <p class="govuk-body">The estimate is kept as it was until now, with its lines.</p>
    <LinesOf lines={[line]} />
    <form method="post" action={`${costsAt(phase.id)}/lines/${line.id}/remove`}>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <input type="hidden" name="revision" value={String(costs.revision)} />
      <Button variant="warning" preventDoubleClick>
        Take out this line
      </Button>
    </form>
  </Page>
)
