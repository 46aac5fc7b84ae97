import { Choices, type ChoicesProps } from "./choices.tsx"

type CheckboxesProps = ChoicesProps & { values?: string[] }

export const Checkboxes = ({ values = [], ...props }: CheckboxesProps) => (
  <Choices part="checkboxes" chosen={values} {...props} />
)
