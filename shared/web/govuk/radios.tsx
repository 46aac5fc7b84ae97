import { Choices, type ChoicesProps } from "./choices.tsx"

type RadiosProps = ChoicesProps & { value?: string; inline?: boolean }

export const Radios = ({ value, ...props }: RadiosProps) => (
  <Choices part="radios" chosen={value === undefined ? [] : [value]} {...props} />
)
