import { Button, ButtonGroup } from "../../shared/web/govuk/button.tsx"
import { Details } from "../../shared/web/govuk/details.tsx"
import { Select } from "../../shared/web/govuk/select.tsx"
import type { Scope } from "./scope.ts"

/** Another phase than the one that runs now, where there are several. */
export const PhaseFilter = ({ scope: { phases, phase }, at }: { scope: Scope; at: string }) =>
  phases.length < 2 ? null : (
    <Details summary="Choose another phase">
      <form method="get" action={at}>
        <Select
          id="phase"
          name="phase"
          label={{ text: "Phase" }}
          items={phases.map(({ id, title }) => ({ value: id, text: title }))}
          value={phase?.id}
        />
        <ButtonGroup>
          <Button variant="secondary">Show this phase</Button>
        </ButtonGroup>
      </form>
    </Details>
  )
