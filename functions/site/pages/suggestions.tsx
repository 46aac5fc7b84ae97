import { may } from "../../../shared/domain/people/policy.ts"
import { placeName } from "../../../shared/domain/submissions/figures.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { Button, ButtonGroup } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, OnDesk } from "../desk.ts"
import { at } from "./submission-page.tsx"

/** What a certifier would have in place of a figure: taken or left with one press. */
export const Suggestions = ({ c, desk }: { c: C; desk: OnDesk }) => {
  const { suggestions = [] } = desk.head
  if (suggestions.length === 0 || !desk.open.includes("keep")) return null
  return (
    <section>
      <h2 class="govuk-heading-m">
        {suggestions.length === 1 ? "A figure is suggested" : "Figures are suggested"}
      </h2>
      {suggestions.map((one) => (
        <InsetText>
          <h3 class="govuk-heading-s">{one.label}</h3>
          <p class="govuk-body">
            It is {pounds(one.before)}. {one.by.name} suggested {pounds(one.after)},{" "}
            {stampWords(new Date(one.at))}:
          </p>
          <p class="govuk-body answer">{one.note}</p>
          <form method="post" action={`${at(desk)}/suggestions`}>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="revision" value={String(desk.head.revision)} />
            <input type="hidden" name="figure" value={placeName(one)} />
            <ButtonGroup>
              <Button name="does" value="take" preventDoubleClick>
                {`Take it: ${pounds(one.after)}`}
              </Button>
              <Button name="does" value="keep" variant="secondary" preventDoubleClick>
                {`Leave it: ${pounds(one.before)}`}
              </Button>
            </ButtonGroup>
          </form>
          {may(c.var.actor, "sign", desk.head) && (
            <p class="govuk-body">
              If you take it, the figure is saved and confirmed by you at once, and {one.by.name} can certify
              it.
            </p>
          )}
        </InsetText>
      ))}
    </section>
  )
}
