import type { Entries } from "../../form/question.ts"
import { Checkboxes } from "../govuk/checkboxes.tsx"
import type { Tried } from "./form.tsx"

const name = "stays"

/** What was said to stay, by its marks: in this form or in the one before it. */
export const staysIn = (entries: Entries): string[] => [
  ...new Set(
    Object.entries(entries).flatMap(([key, value]) =>
      key === name || key.startsWith(`${name}.`) ? [value] : [],
    ),
  ),
]

/** Beside a form whose words were doubtful: each doubt is answered by changing the words, or by saying that it stays. */
export const Doubts = ({ tried }: { tried?: Tried }) => {
  const asks = tried?.asks ?? []
  const before = staysIn(tried?.entries ?? {}).filter((mark) => asks.every((one) => one.mark !== mark))
  return (
    <>
      {before.map((mark) => (
        <input type="hidden" name={name} value={mark} />
      ))}
      {asks.length > 0 && (
        <Checkboxes
          idPrefix={name}
          name={name}
          fieldset={{ legend: { text: "Change the words, or say that this stays", size: "s" } }}
          hint="Nobody who draws on care, and no site, can be recognised by what stays."
          items={asks.map(({ mark, says }) => ({ value: mark, text: `It stays. ${says}` }))}
        />
      )}
    </>
  )
}
