import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"

type HintProps = { id?: string; class?: string; children: Content }

export const Hint = ({ id, class: name, children }: HintProps) => (
  <div id={id} class={classNames("govuk-hint", name)}>
    {children}
  </div>
)
