import type { Details } from "../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../shared/form/question.ts"
import { Control } from "../../shared/web/form/controls.tsx"
import { Button, ButtonGroup } from "../../shared/web/govuk/button.tsx"
import { Checkboxes } from "../../shared/web/govuk/checkboxes.tsx"
import { InsetText } from "../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../shared/web/move-key.ts"
import type { Desk } from "./desk.ts"
import type { C } from "./here.ts"
import { Reasons, TallyTable } from "./table.tsx"

/** What was typed and could not be taken, with why. */
export type Tried = { problems: Problem[]; says?: string; asks?: Details["asks"] }

export type Props = {
  c: C
  desk: Desk
  entries: Entries
  tried?: Tried
  /** The month that "Same as last month" is about, where there was one. */
  before?: string
  /** It was filled in from that month, and nothing of it is kept yet. */
  filled?: boolean
}

/** The table with why something is not known, and the three things that can be done with it. */
export const Form = ({ c, desk, entries, tried, before, filled }: Props) => {
  const { filling, world } = c.var
  const { head } = desk.whole ?? {}
  const problems = tried?.problems ?? []
  const asks = tried?.asks ?? []
  const workers = desk.section.asks.workers
  return (
    <>
      <p class="govuk-body">{desk.section.intro}</p>
      {before && !head && !filled && (
        <Button variant="secondary" href={`${filling.at}?as=${sameAsBefore}`}>
          Same as last month
        </Button>
      )}
      {filled && (
        <InsetText>
          Filled in from {before}. Nothing is sent or kept yet. Nobody started or stopped, and what was 0 is
          still 0: change what is not so. What happened in that month is left empty: say what happened in this
          one.
        </InsetText>
      )}
      <form method="post" action={`${filling.at}/send`} novalidate>
        <EnterCounts at={filling.at} />
        <input type="hidden" name="key" value={newKey(world)} />
        <input type="hidden" name="revision" value={String(entries.revision ?? head?.revision ?? 0)} />
        <TallyTable desk={desk} entries={entries} problems={problems} />
        <Reasons desk={desk} entries={entries} problems={problems} />
        {workers && <Control question={workers} name="workers" entries={entries} problems={problems} />}
        {asks.length > 0 && (
          <Checkboxes
            idPrefix="stays"
            name="stays"
            fieldset={{ legend: { text: "Is it so?", size: "s" } }}
            items={asks.map(({ mark, says }) => ({ value: mark, text: `It is so. ${says}` }))}
          />
        )}
        <ButtonGroup>
          <Button preventDoubleClick>{head && head.version > 0 ? "Send it again" : "Send"}</Button>
          <Button variant="secondary" formaction={`${filling.at}/save`}>
            Save as a draft
          </Button>
          <Button variant="secondary" formaction={`${filling.at}/rows`}>
            Add rows
          </Button>
        </ButtonGroup>
      </form>
    </>
  )
}

/** Enter, in the middle of a table, sends nothing and keeps nothing: it adds up what is typed. */
const EnterCounts = ({ at }: { at: string }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and said nowhere
  <button
    type="submit"
    formaction={`${at}/rows`}
    class="govuk-visually-hidden"
    tabindex={-1}
    aria-hidden="true"
  >
    Add it up
  </button>
)

export const sameAsBefore = "last-month"
