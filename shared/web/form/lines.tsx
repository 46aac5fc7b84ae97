import { CharacterCount } from "../govuk/character-count.tsx"
import { Input } from "../govuk/input.tsx"
import { type ControlProps, common } from "./field.tsx"

export const Line = ({ question, name, entries, ...rest }: ControlProps) => (
  <Input {...common(question, name, rest)} value={entries[name] ?? ""} spellcheck />
)

export const Lines = ({ question, name, entries, ...rest }: ControlProps) => (
  <CharacterCount
    {...common(question, name, rest)}
    value={entries[name] ?? ""}
    maxWords={question.shape.words ?? 100}
    rows={(question.shape.words ?? 100) > 200 ? 12 : 6}
  />
)

export const Amount = ({ question, name, entries, ...rest }: ControlProps) => (
  <Input
    {...common(question, name, rest)}
    value={entries[name] ?? ""}
    prefix="£"
    width={10}
    inputmode={question.shape.signed ? "text" : "decimal"}
    spellcheck={false}
  />
)

export const Whole = ({ question, name, entries, ...rest }: ControlProps) => (
  <Input
    {...common(question, name, rest)}
    value={entries[name] ?? ""}
    width={5}
    inputmode="numeric"
    spellcheck={false}
  />
)

export const Decimal = ({ question, name, entries, ...rest }: ControlProps) => (
  <Input
    {...common(question, name, rest)}
    value={entries[name] ?? ""}
    width={5}
    inputmode="decimal"
    spellcheck={false}
  />
)
