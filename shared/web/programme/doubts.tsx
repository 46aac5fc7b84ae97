import * as z from "zod"
import type { Entries } from "../../form/question.ts"
import { Checkboxes } from "../govuk/checkboxes.tsx"
import type { Tried } from "./form.tsx"

const name = "stays"

/** The same in an operation of the API. */
export const stays = z
  .array(z.string().max(40))
  .max(200)
  .optional()
  .meta({ description: "The marks of what was asked about and stays: `asks` of the answer before" })

/** What was said to stay, by its marks: in this form or in the one before it. */
export const staysIn = (entries: Entries): string[] => [
  ...new Set(
    Object.entries(entries).flatMap(([key, value]) =>
      key === name || key.startsWith(`${name}.`) ? [value] : [],
    ),
  ),
]

type Props = { tried?: Pick<Tried, "asks" | "entries">; hint?: string }

/** Where it stays between a site and those who coach it. */
export const recognised = "Staff can be named. Nobody who draws on care can be recognised by what stays."

const nobody = "Nobody who draws on care, and no site, can be recognised by what stays."

/** Beside a form whose words were doubtful: each doubt is answered by changing the words, or by saying that it stays. */
export const Doubts = ({ tried, hint = nobody }: Props) => {
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
          hint={hint}
          items={asks.map(({ mark, says }) => ({ value: mark, text: `It stays. ${says}` }))}
        />
      )}
    </>
  )
}
