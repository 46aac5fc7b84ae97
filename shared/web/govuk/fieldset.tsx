import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import type { Size } from "./heading.ts"

type LegendProps = { text: Content; size?: Size; isPageHeading?: boolean }

export type FieldsetProps = { legend?: LegendProps; describedBy?: string; role?: string; children?: Content }

export const Fieldset = ({ legend, describedBy, role, children }: FieldsetProps) => (
  <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy}>
    {legend && <Legend {...legend} />}
    {children}
  </fieldset>
)

const Legend = ({ text, size, isPageHeading }: LegendProps) => (
  <legend class={classNames("govuk-fieldset__legend", size && `govuk-fieldset__legend--${size}`)}>
    {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
  </legend>
)
