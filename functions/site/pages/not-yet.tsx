import type { Problem } from "../../../shared/form/question.ts"
import { Checkboxes } from "../../../shared/web/govuk/checkboxes.tsx"
import type { OnDesk } from "../desk.ts"
import { isReviewed } from "../reviewed.ts"

type Props = { desk: OnDesk; chosen?: string[]; problems?: Problem[] }

/** Which sections should change, where there are several: only those are open to the team then. */
export const WhichSections = ({ desk, chosen = [], problems = [] }: Props) =>
  isReviewed(desk) && desk.visible.length > 1 ? (
    <>
      <input type="hidden" name="by-section" value="yes" />
      <Checkboxes
        idPrefix="sections"
        name="sections"
        fieldset={{ legend: { text: "Which sections need changes?", size: "s" } }}
        items={desk.visible.map(({ id, title }) => ({ value: id, text: title }))}
        values={chosen}
        errorMessage={problems.find(({ question }) => question === "sections")?.says}
      />
    </>
  ) : null
