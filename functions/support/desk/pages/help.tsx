import { helpTitle } from "../../../../shared/domain/coaching/help.ts"
import { clockWords } from "../../../../shared/domain/coaching/help-clock.ts"
import { helpOneAt } from "../../../../shared/web/coaching/addresses.ts"
import type { C } from "../../scope.ts"
import type { OnDesk } from "../desk.ts"

/** What sites have asked of the department and wait for, the oldest first: in whichever phase. */
export const Help = ({ c, desk: { help } }: { c: C; desk: OnDesk }) => (
  <>
    <h2 class="govuk-heading-m">Help asked of the Department</h2>
    {help.length === 0 && <p class="govuk-body">Nothing waits for an answer of the Department.</p>}
    {help.map((one) => (
      <p class="govuk-body">
        <a class="govuk-link" href={helpOneAt(one.organisation, one.phase, one.number)}>
          {one.name}, {helpTitle(one)}
        </a>
        <span class="beside">{clockWords(one.clock, c.var.world.now())}</span>
      </p>
    ))}
  </>
)
