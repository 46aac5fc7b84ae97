import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { ErrorMessage } from "./error-message.tsx"
import { Fieldset, type FieldsetProps } from "./fieldset.tsx"
import { Hint } from "./hint.tsx"
import { Label, type LabelProps } from "./label.tsx"

export type Explained = { hint?: Content; errorMessage?: Content }
type Described = Explained & { describedBy?: string }

/** The ids of what describes a control, in the order a screen reader speaks them. */
export const descriptionOf = (id: string, { describedBy, hint, errorMessage }: Described) =>
  classNames(describedBy, Boolean(hint) && `${id}-hint`, Boolean(errorMessage) && `${id}-error`) || undefined

type LabelledProps = Explained & { id: string; label: LabelProps; class?: string; children: Content }

/** One control with its label, hint and error. Any other attribute goes on the group. */
export const LabelledGroup = ({ id, label, hint, errorMessage, children, ...group }: LabelledProps) => {
  const { text, ...look } = label
  return (
    <Group errorMessage={errorMessage} {...group}>
      <Label for={id} {...look}>
        {text}
      </Label>
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </Group>
  )
}

export type GroupFieldset = Pick<FieldsetProps, "legend" | "describedBy">

type FieldsetGroupProps = Explained & {
  id: string
  fieldset?: GroupFieldset
  role?: string
  children: Content
}

/** Controls that are one question, with its legend, hint and error. */
export const FieldsetGroup = ({ id, fieldset, role, hint, errorMessage, children }: FieldsetGroupProps) => {
  const inside = (
    <>
      <HintAndError id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </>
  )
  const described = descriptionOf(id, { describedBy: fieldset?.describedBy, hint, errorMessage })
  return (
    <Group errorMessage={errorMessage}>
      {fieldset ? (
        <Fieldset legend={fieldset.legend} role={role} describedBy={described}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </Group>
  )
}

type GroupProps = { errorMessage?: Content; class?: string; children: Content }

const Group = ({ errorMessage, class: name, children, ...attributes }: GroupProps) => (
  <div
    class={classNames("govuk-form-group", Boolean(errorMessage) && "govuk-form-group--error", name)}
    {...attributes}
  >
    {children}
  </div>
)

const HintAndError = ({ id, hint, errorMessage }: Explained & { id: string }) => (
  <>
    {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
    {errorMessage && <ErrorMessage id={`${id}-error`}>{errorMessage}</ErrorMessage>}
  </>
)
