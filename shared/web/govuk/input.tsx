import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { descriptionOf, LabelledGroup } from "./form-group.tsx"
import type { LabelProps } from "./label.tsx"

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

type InputProps = {
  id: string
  name: string
  label: LabelProps
  hint?: Content
  errorMessage?: Content
  value?: string | number
  type?: string
  inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | "search" | "none"
  prefix?: Content
  suffix?: Content
  width?: InputWidth
  autocomplete?: string
  spellcheck?: boolean
  describedBy?: string
  disabled?: boolean
}

export const Input = ({
  label,
  hint,
  prefix,
  suffix,
  width,
  describedBy,
  type = "text",
  ...props
}: InputProps) => {
  const { id, errorMessage, ...attributes } = props
  const input = (
    <input
      class={classNames(
        "govuk-input",
        width && `govuk-input--width-${width}`,
        Boolean(errorMessage) && "govuk-input--error",
      )}
      id={id}
      type={type}
      aria-describedby={descriptionOf(id, { describedBy, hint, errorMessage })}
      {...attributes}
    />
  )
  return (
    <LabelledGroup id={id} label={label} hint={hint} errorMessage={errorMessage}>
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && <Affix side="prefix">{prefix}</Affix>}
          {input}
          {suffix && <Affix side="suffix">{suffix}</Affix>}
        </div>
      ) : (
        input
      )}
    </LabelledGroup>
  )
}

const Affix = ({ side, children }: { side: "prefix" | "suffix"; children: Content }) => (
  <div class={`govuk-input__${side}`} aria-hidden="true">
    {children}
  </div>
)
