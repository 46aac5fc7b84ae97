import type { PlanRemark } from "../../../../shared/domain/coaching/plan-remark.ts"
import { type Role, roles } from "../../../../shared/domain/people/role.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { dealtAt } from "../addresses.ts"
import { Press } from "./plan-page.tsx"

type Props = { c: C; remarks: readonly PlanRemark[] }

/** What was said, with who and when; a writer says when it is dealt with. */
export const Remarks = ({ c, remarks }: Props) => (
  <>
    {remarks.map((one) => (
      <div class="govuk-inset-text">
        <p class="govuk-body-s">
          {one.by.name}
          {roleWords(one)}, {stampWords(new Date(one.at))}, on “{one.label}”,{" "}
          {one.draft ? `in the draft of version ${one.version}` : `in version ${one.version}`}
          {one.notYet && ". Not yet"}:
        </p>
        <p class="govuk-body answer">{one.text}</p>
        {one.dealt ? (
          <p class="govuk-body-s">
            Dealt with, {one.dealt.by.name}, {stampWords(new Date(one.dealt.at))}.
          </p>
        ) : (
          mayHere(c, "write evaluation plan") && (
            <Press c={c} action={dealtAt(one, one.id)} secondary>
              This is dealt with<span class="govuk-visually-hidden">: {one.text}</span>
            </Press>
          )
        )}
      </div>
    ))}
  </>
)

/** Those that were dealt with, folded away. */
export const Dealt = ({ c, remarks }: Props) => {
  const dealt = remarks.filter((one) => one.dealt)
  return dealt.length === 0 ? null : (
    <Details summary={`Comments that were dealt with (${dealt.length})`}>
      <Remarks c={c} remarks={dealt} />
    </Details>
  )
}

const roleWords = ({ role }: PlanRemark) =>
  Object.hasOwn(roles, role) ? ` (${roles[role as Role].words})` : ""
