import { evidencePath } from "../../../shared/domain/funding/evidence-letter.ts"
import { mayWithMoney } from "../../../shared/domain/people/funding-policy.ts"
import type { ReturnFacts } from "../../../shared/kinds/return-facts.ts"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import { workbookAt } from "../../../shared/web/submission-addresses.ts"
import type { C, OnDesk } from "../desk.ts"
import { at } from "./submission-page.tsx"

const Way = ({ to, text }: { to: string; text: string }) => (
  <a class="govuk-link" href={to}>
    {text}
  </a>
)

/** The other way to fill in a return, and the files that belong to one about money. */
export const Beside = ({ c, desk: { head, kind, facts, organisation, open } }: { c: C; desk: OnDesk }) => {
  const awarded = kind.needs === "the account" && (facts as ReturnFacts).funding
  return (
    <>
      {kind.asked !== "in a round" && !head.nil && open.includes("save") && (
        <p class="govuk-body">
          <Way to={workbookAt(organisation.id, head.reference)} text="Fill it in in Excel" />
        </p>
      )}
      {awarded && mayWithMoney(c.var.actor, "open evidence", organisation.id) && (
        <p class="govuk-body">
          <Way to={evidencePath(organisation.id, head.round)} text="Files that show what was spent" />
        </p>
      )}
    </>
  )
}

/** The whole of it, to be read, printed and proved, and the moves that are open. */
export const AllOfIt = ({ desk, desk: { head, open } }: { desk: OnDesk }) => {
  const here = at(desk)
  return (
    <ButtonGroup>
      <Button href={`${here}/check`} variant="secondary">
        Check all answers
      </Button>
      <Way to={`${here}/print`} text="Print or save a copy" />
      <Way to={`${here}/history`} text="History" />
      <Way to={`${here}/letters`} text="Letters" />
      {head.version > 0 && (
        <Way to={`${here}/receipts/${head.version}`} text={`Receipt of version ${head.version}`} />
      )}
      {open.includes("change") && <Way to={`${here}/change`} text="Change what you sent" />}
      {open.includes("withdraw") && <Way to={`${here}/withdraw`} text="Withdraw" />}
    </ButtonGroup>
  )
}
