import { Button } from "../govuk/button.tsx"
import { newKey } from "../move-key.ts"
import type { Reader } from "./desk.ts"

type Pressed = { c: Reader; action: string; text: string; seen: number; variant?: "secondary" }

/** A button that is a whole form: what it does is said beside it. */
export const Press = ({ c, action, text, seen, variant }: Pressed) => (
  <form method="post" action={action}>
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    <input type="hidden" name="revision" value={String(seen)} />
    <Button variant={variant} preventDoubleClick>
      {text}
    </Button>
  </form>
)
