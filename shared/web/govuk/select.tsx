import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { descriptionOf, LabelledGroup } from "./form-group.tsx"
import type { LabelProps } from "./label.tsx"

type SelectProps = {
  id: string
  name: string
  label: LabelProps
  hint?: Content
  errorMessage?: Content
  items: { value: string; text: string; selected?: boolean; disabled?: boolean }[]
  value?: string
}

export const Select = ({ id, name, label, hint, errorMessage, items, value: chosen }: SelectProps) => (
  <LabelledGroup id={id} label={label} hint={hint} errorMessage={errorMessage}>
    <select
      class={classNames("govuk-select", Boolean(errorMessage) && "govuk-select--error")}
      id={id}
      name={name}
      aria-describedby={descriptionOf(id, { hint, errorMessage })}
    >
      {items.map(({ value, text, selected = value === chosen, disabled }) => (
        <option value={value} selected={selected} disabled={disabled}>
          {text}
        </option>
      ))}
    </select>
  </LabelledGroup>
)
