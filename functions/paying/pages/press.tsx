import type { Child } from "hono/jsx"
import type { C } from "../../../shared/web/funding/here.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { newKey } from "../../../shared/web/move-key.ts"

type Props = { c: C; action: string; button: string; hidden?: Record<string, string>; children?: Child }

/** One button that does one thing, however often it is pressed. */
export const Press = ({ c, action, button, hidden = {}, children }: Props) => (
  <form method="post" action={action} novalidate>
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    <Button preventDoubleClick>{button}</Button>
  </form>
)

/** What a move was refused for, above the page that it was pressed on. */
export const Said = ({ says }: { says?: string }) =>
  says === undefined ? null : (
    <div class="govuk-inset-text" role="alert">
      {says}
    </div>
  )
