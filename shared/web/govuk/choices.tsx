import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { descriptionOf, type Explained, FieldsetGroup, type GroupFieldset } from "./form-group.tsx"
import { Hint } from "./hint.tsx"
import { Label } from "./label.tsx"

export type Choice = {
  value: string
  text: Content
  hint?: Content
  checked?: boolean
  /** Shown while the choice is made; always shown without JavaScript. */
  conditional?: Content
  behaviour?: "exclusive"
}

export type Divider = { divider: string }

export type ChoicesProps = Explained & {
  idPrefix: string
  name: string
  fieldset?: GroupFieldset
  items: (Choice | Divider)[]
  small?: boolean
}

type Props = ChoicesProps & { part: "checkboxes" | "radios"; chosen: string[]; inline?: boolean }

/** What checkboxes and radios share. The first choice has the plain id, so an error can link to it. */
export const Choices = ({ part, chosen, idPrefix, name, items, small, inline, ...group }: Props) => {
  const describedBy = part === "checkboxes" && !group.fieldset ? descriptionOf(idPrefix, group) : undefined
  return (
    <FieldsetGroup id={idPrefix} {...group}>
      <div
        class={classNames(
          `govuk-${part}`,
          small && `govuk-${part}--small`,
          inline && `govuk-${part}--inline`,
        )}
        data-module={`govuk-${part}`}
      >
        {items.map((item, index) => {
          if ("divider" in item) return <div class={`govuk-${part}__divider`}>{item.divider}</div>
          const id = index ? `${idPrefix}-${index + 1}` : idPrefix
          const checked = item.checked ?? chosen.includes(item.value)
          return (
            <Item {...item} part={part} id={id} name={name} checked={checked} describedBy={describedBy} />
          )
        })}
      </div>
    </FieldsetGroup>
  )
}

type ItemProps = Choice & { part: Props["part"]; id: string; name: string; describedBy?: string }

const Item = ({
  part,
  id,
  text,
  hint,
  checked,
  conditional,
  behaviour,
  describedBy,
  ...input
}: ItemProps) => (
  <>
    <div class={`govuk-${part}__item`}>
      <input
        class={`govuk-${part}__input`}
        id={id}
        type={part === "radios" ? "radio" : "checkbox"}
        checked={checked}
        data-aria-controls={conditional ? `conditional-${id}` : undefined}
        data-behaviour={behaviour}
        aria-describedby={classNames(describedBy, Boolean(hint) && `${id}-item-hint`) || undefined}
        {...input}
      />
      <Label for={id} class={`govuk-${part}__label`}>
        {text}
      </Label>
      {hint && (
        <Hint id={`${id}-item-hint`} class={`govuk-${part}__hint`}>
          {hint}
        </Hint>
      )}
    </div>
    {conditional && (
      <div
        class={classNames(`govuk-${part}__conditional`, !checked && `govuk-${part}__conditional--hidden`)}
        id={`conditional-${id}`}
      >
        {conditional}
      </div>
    )}
  </>
)
