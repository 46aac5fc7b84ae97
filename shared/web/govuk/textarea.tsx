import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { descriptionOf, LabelledGroup } from "./form-group.tsx"
import type { LabelProps } from "./label.tsx"

type TextareaProps = {
  id: string
  name: string
  label: LabelProps
  hint?: Content
  errorMessage?: Content
  value?: string
  rows?: number
  spellcheck?: boolean
  autocomplete?: string
}

export const Textarea = ({ label, hint, ...props }: TextareaProps) => (
  <LabelledGroup id={props.id} label={label} hint={hint} errorMessage={props.errorMessage}>
    <TextareaControl {...props} describedBy={descriptionOf(props.id, { hint, ...props })} />
  </LabelledGroup>
)

type ControlProps = Omit<TextareaProps, "label" | "hint"> & { describedBy?: string; class?: string }

/**
 * The box alone. Every line of the value comes back as it was: a browser drops the first newline
 * inside a textarea, so a value that starts with one is given another to lose.
 */
export const TextareaControl = ({
  value = "",
  rows = 5,
  describedBy,
  errorMessage,
  ...props
}: ControlProps) => {
  const { class: name, ...attributes } = props
  return (
    <textarea
      class={classNames("govuk-textarea", Boolean(errorMessage) && "govuk-textarea--error", name)}
      rows={rows}
      aria-describedby={describedBy}
      {...attributes}
    >
      {/^[\r\n]/.test(value) ? `\n${value}` : value}
    </textarea>
  )
}
