import * as z from "zod"
import { oneLine } from "../../values/text.ts"
import { type Asked, noTexts, type Wording } from "../question.ts"

export type Person = { name: string; jobTitle?: string; email?: string }

const schema = z.strictObject({
  name: oneLine.pipe(
    z
      .string()
      .min(1, { error: "Enter a full name" })
      .max(100, { error: "The name must be 100 characters or fewer" }),
  ),
  jobTitle: oneLine
    .pipe(z.string().min(1).max(100, { error: "The job title must be 100 characters or fewer" }))
    .optional(),
  email: z
    .email({ error: "Enter an email address in the correct format, like name@example.gov.uk" })
    .max(254)
    .optional(),
})

/** A member of staff: name, job title, work email. Never a person who draws on care. */
export const person = (wording: Wording): Asked<Person> => ({
  ...wording,
  type: "person",
  schema,
  read: (entries, name) => {
    const given = Object.fromEntries(
      (["name", "jobTitle", "email"] as const)
        .map((part) => [part, entries[`${name}.${part}`]?.trim()] as const)
        .filter(([, typed]) => typed),
    )
    if (Object.keys(given).length === 0) return { blank: true }
    return given.name
      ? { value: given }
      : { problem: `Enter the full name of ${wording.called}`, part: "name" }
  },
  write: (value, name) =>
    Object.fromEntries(Object.entries(value as Person).map(([part, typed]) => [`${name}.${part}`, typed])),
  words: (value) => {
    const { name, jobTitle, email } = value as Person
    return [name, jobTitle, email].filter(Boolean).join("\n")
  },
  texts: noTexts,
  missing: (value) => {
    const { jobTitle, email } = value as Person
    return [
      ...(jobTitle ? [] : [{ part: "jobTitle", says: `Enter the job title of ${wording.called}` }]),
      ...(email ? [] : [{ part: "email", says: `Enter the email address of ${wording.called}` }]),
    ]
  },
  ask: `Enter ${wording.called}`,
  shape: {},
})
