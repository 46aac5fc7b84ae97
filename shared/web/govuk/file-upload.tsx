import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { descriptionOf, LabelledGroup } from "./form-group.tsx"
import type { LabelProps } from "./label.tsx"

type FileUploadProps = {
  id: string
  name: string
  label: LabelProps
  hint?: Content
  errorMessage?: Content
  accept?: string
}

export const FileUpload = ({ id, name, label, hint, errorMessage, accept }: FileUploadProps) => (
  <LabelledGroup id={id} label={label} hint={hint} errorMessage={errorMessage}>
    <input
      class={classNames("govuk-file-upload", Boolean(errorMessage) && "govuk-file-upload--error")}
      id={id}
      name={name}
      type="file"
      aria-describedby={descriptionOf(id, { hint, errorMessage })}
      accept={accept}
    />
  </LabelledGroup>
)
