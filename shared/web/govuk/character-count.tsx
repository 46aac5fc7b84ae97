import type { Content } from "./content.ts"
import { descriptionOf, LabelledGroup } from "./form-group.tsx"
import { Hint } from "./hint.tsx"
import type { LabelProps } from "./label.tsx"
import { TextareaControl } from "./textarea.tsx"

type CharacterCountProps = {
  id: string
  name: string
  label: LabelProps
  hint?: Content
  errorMessage?: Content
  value?: string
  rows?: number
  maxWords?: number
  maxLength?: number
  threshold?: number
  spellcheck?: boolean
}

/** A textarea that counts as you type. Without JavaScript it states the limit. */
export const CharacterCount = ({
  label,
  hint,
  maxWords,
  maxLength,
  threshold,
  ...props
}: CharacterCountProps) => {
  const { id, errorMessage } = props
  const limit = maxWords ?? maxLength
  const described = descriptionOf(id, { describedBy: `${id}-info`, hint, errorMessage })
  return (
    <LabelledGroup
      id={id}
      label={label}
      hint={hint}
      errorMessage={errorMessage}
      class="govuk-character-count"
      data-module="govuk-character-count"
      data-maxlength={maxLength}
      data-maxwords={maxWords}
      data-threshold={threshold}
      data-count-type={maxWords ? "words" : undefined}
    >
      <TextareaControl {...props} describedBy={described} class="govuk-js-character-count" />
      <Hint id={`${id}-info`} class="govuk-character-count__message">
        {limit && `You can enter up to ${limit} ${maxWords ? "words" : "characters"}`}
      </Hint>
    </LabelledGroup>
  )
}
