import { Button, ButtonGroup } from "../govuk/button.tsx"
import { Details } from "../govuk/details.tsx"
import { Select } from "../govuk/select.tsx"

type Phase = { id: string; title: string }
type PhaseFilterProps = { scope: { phases: readonly Phase[]; phase?: Phase }; at: string }

/** Another phase than the one that runs now, where there are several. */
export const PhaseFilter = ({ scope: { phases, phase }, at }: PhaseFilterProps) =>
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
