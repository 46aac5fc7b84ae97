import { arisenForm, finalWords, linkForm } from "../../../../shared/domain/selection/linking.ts"
import { isOpen } from "../../../../shared/domain/selection/seen.ts"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, OnDesk } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { linkAt } from "../addresses.ts"
import { pageAfter } from "../next.ts"

type Props = { c: C; desk: OnDesk; tried?: Tried }

/** Whether somebody has a link with one of them: asked before anything of it is shown, but whose it is. */
export const LinkPage = ({ c, desk: { one, round }, tried }: Props) => {
  const said = isOpen(one)
  return (
    <FormPage
      c={c}
      section={said ? arisenForm(one.name) : linkForm(one.name)}
      action={linkAt(round.id, one.reference)}
      back={
        said
          ? { href: pageAfter(c.var.actor, round.id, one.reference), text: one.name }
          : { href: roundAt(round.id), text: "All expressions of interest" }
      }
      caption={round.title}
      button={said ? "I have a link" : "Continue"}
      keyed
      tried={tried}
      after={<WarningText>{finalWords}</WarningText>}
    />
  )
}
