import * as z from "zod"
import type { Asked } from "../../form/question.ts"
import { text } from "../../form/questions/text.ts"
import type { Organisation } from "./organisation.ts"

const unknown = "We know no organisation of this name. Look it up in the list of organisations"

/** An organisation by its name, its short name or its id, whichever way they are typed; kept as its id. */
export const organisationNamed = (organisations: Organisation[]): Asked<string> => {
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.shortName ?? id
  return {
    ...text({
      label: "Name of the organisation",
      called: "the name of the organisation",
      hint: "For example, Sheffield",
      upTo: 120,
    }),
    schema: z.string().refine((id) => organisations.some((one) => one.id === id), { error: unknown }),
    read: (entries, name) => {
      const typed = entries[name]?.trim().toLowerCase() ?? ""
      if (typed === "") return { blank: true }
      const found = organisations.find((one) =>
        [one.id, one.shortName, one.name].some((each) => each.toLowerCase() === typed),
      )
      return found ? { value: found.id } : { problem: unknown }
    },
    write: (value, name) => ({ [name]: nameOf(String(value)) }),
    words: (value) => nameOf(String(value)),
    texts: () => [],
  }
}

type Written = { label: string; called: string; hint: string; optional?: boolean }

/** One short code, as it is kept however it was typed. */
const coded = (
  wording: Written,
  pattern: RegExp,
  error: string,
  kept: (typed: string) => string,
): Asked<string> => ({
  ...text({ ...wording, upTo: 260 }),
  schema: z.string().max(260, { error }).regex(pattern, { error }),
  read: (entries, name) => {
    const typed = entries[name]?.trim() ?? ""
    return typed === "" ? { blank: true } : { value: kept(typed) }
  },
  texts: () => [],
})

export const gssCode = (optional = false) =>
  coded(
    {
      label: "GSS code",
      called: "the GSS code",
      hint: "A letter and 8 figures, like E08000039, from the Office for National Statistics.",
      optional,
    },
    /^[A-Z]\d{8}$/,
    "The GSS code must be a letter and 8 figures, like E08000039",
    (typed) => typed.toUpperCase().replaceAll(" ", ""),
  )

export const mailDomain = (optional = false) =>
  coded(
    {
      label: "Mail domain",
      called: "the mail domain",
      hint: "What stands after the @ in its own addresses, like sheffield.gov.uk. Whoever has an address there can start for it.",
      optional,
    },
    /^(?=.{4,253}$)[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/,
    "The mail domain must be like sheffield.gov.uk",
    (typed) => typed.toLowerCase().replace(/^.*@/, ""),
  )

export const referenceCode = coded(
  {
    label: "Code in references",
    called: "the code in references",
    hint: "3 to 8 letters and figures, like SHF. It cannot be changed later.",
  },
  /^[A-Z][A-Z0-9]{2,7}$/,
  "The code in references must be 3 to 8 capital letters and figures and begin with a letter, like SHF",
  (typed) => typed.toUpperCase(),
)
