import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import type { Size } from "./heading.ts"

/** How a control is told its label. */
export type LabelProps = { text: Content; size?: Size; isPageHeading?: boolean }

type Props = {
  for: string | undefined
  size?: Size
  isPageHeading?: boolean
  class?: string
  children: Content
}

export const Label = ({ for: control, size, isPageHeading, class: name, children }: Props) => {
  const label = (
    <label class={classNames("govuk-label", size && `govuk-label--${size}`, name)} for={control}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
