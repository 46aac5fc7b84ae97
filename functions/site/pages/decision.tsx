import { DecisionOf } from "../../../shared/web/told-decision.tsx"
import type { DecisionDesk } from "../decision.ts"
import type { C } from "../desk.ts"
import { at, SubmissionPage } from "./submission-page.tsx"

/** What was decided, as it lay sealed until everybody who applied was told. */
export const DecisionPage = ({ c, desk, heard, whole }: DecisionDesk & { c: C }) => (
  <SubmissionPage
    c={c}
    desk={desk}
    title="The decision"
    back={{ href: at(desk), text: `Your ${desk.kind.called}` }}
  >
    <DecisionOf
      told={heard}
      contact={c.var.world.settings.contact}
      whole={whole}
      announced={heard.announced}
    />
  </SubmissionPage>
)
