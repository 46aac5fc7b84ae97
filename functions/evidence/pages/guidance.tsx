import { mostFiles } from "../../../shared/domain/funding/evidence.ts"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"

/** What may be in a file, before one is chosen. */
export const MayNotHold = () => (
  <>
    <WarningText>
      Take people out of a file before you add it: no names of staff, payroll numbers, or anything about a
      person you support.
    </WarningText>
    <p class="govuk-body">
      A ledger extract is enough. It can be a PDF, a CSV or an Excel workbook (XLSX) without macros, of up to
      10 MB, and a return can have up to {mostFiles} files. Each is checked for viruses before anybody can
      open it. Save one that has a password without it.
    </p>
  </>
)
