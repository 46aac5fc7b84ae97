import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { FieldsetGroup, type GroupFieldset } from "./form-group.tsx"
import type { InputWidth } from "./input.tsx"
import { Label } from "./label.tsx"

export type DatePart = {
  name: string
  label?: Content
  value?: string | number
  width?: InputWidth
  id?: string
  autocomplete?: string
}

type DateInputProps = {
  id: string
  namePrefix?: string
  fieldset?: GroupFieldset
  hint?: Content
  errorMessage?: Content
  items: DatePart[]
}

/** A date to be typed. Each part is sent as its name after the prefix, and labelled with its name unless told. */
export const DateInput = ({ id, namePrefix, items, ...group }: DateInputProps) => (
  <FieldsetGroup id={id} role="group" {...group}>
    <div class="govuk-date-input" id={id}>
      {items.map((item) => (
        <div class="govuk-date-input__item">
          <Part
            {...item}
            id={item.id ?? `${id}-${item.name}`}
            label={item.label ?? capitalised(item.name)}
            name={namePrefix ? `${namePrefix}-${item.name}` : item.name}
            width={item.width ?? (item.name === "year" ? 4 : 2)}
            wrong={Boolean(group.errorMessage)}
          />
        </div>
      ))}
    </div>
  </FieldsetGroup>
)

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const Part = ({ id, label, width, wrong, ...input }: DatePart & { wrong: boolean }) => (
  <div class="govuk-form-group">
    <Label for={id} class="govuk-date-input__label">
      {label}
    </Label>
    <input
      class={classNames(
        "govuk-input govuk-date-input__input",
        wrong && "govuk-input--error",
        `govuk-input--width-${width}`,
      )}
      id={id}
      type="text"
      inputmode="numeric"
      {...input}
    />
  </div>
)
