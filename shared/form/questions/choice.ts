import * as z from "zod"
import type { Json } from "../../values/canonical.ts"
import { type Asked, noTexts, nothingMissing, type Wording } from "../question.ts"

type Options<Key extends string> = { options: Record<Key, string> }

export const choice = <Key extends string>({ options, ...wording }: Wording & Options<Key>): Asked<Key> => ({
  ...wording,
  type: "choice",
  schema: z.enum(keysOf(options), { error: `Select ${wording.called}` }),
  read: (entries, name) => (entries[name] ? { value: entries[name] } : { blank: true }),
  write: (value, name) => ({ [name]: String(value) }),
  words: (value) => options[String(value) as Key] ?? String(value),
  texts: noTexts,
  missing: nothingMissing,
  ask: `Select ${wording.called}`,
  shape: { options },
})

/** Any of several, kept in the order they are asked, each once. */
export const choices = <Key extends string>({
  options,
  ...wording
}: Wording & Options<Key>): Asked<Key[]> => {
  const keys = keysOf(options)
  return {
    ...wording,
    type: "choices",
    schema: z
      .array(z.enum(keys, { error: `Select ${wording.called} from the list` }))
      .min(1, { error: `Select ${wording.called}` })
      .max(keys.length)
      .refine((given) => new Set(given).size === given.length, {
        error: `Select each of ${wording.called} once`,
      })
      .overwrite((given) => keys.filter((key) => given.includes(key))),
    read: (entries, name) => {
      const chosen = keys.filter((key) => entries[`${name}.${key}`] !== undefined || entries[name] === key)
      return chosen.length ? { value: chosen } : { blank: true }
    },
    write: (value, name) => Object.fromEntries((value as string[]).map((key) => [`${name}.${key}`, key])),
    words: (value) => (value as Key[]).map((key) => options[key] ?? key).join("\n"),
    texts: noTexts,
    missing: nothingMissing,
    ask: `Select ${wording.called}`,
    shape: { options },
  }
}

export const yesNo = (wording: Wording): Asked<boolean> => ({
  ...wording,
  type: "yesNo",
  schema: z.boolean({ error: `Select yes or no: ${wording.called}` }),
  read: (entries, name) => {
    const given = entries[name]
    if (!given) return { blank: true }
    return given === "yes" || given === "no"
      ? { value: given === "yes" }
      : { problem: `Select yes or no: ${wording.called}` }
  },
  write: (value, name) => ({ [name]: value ? "yes" : "no" }),
  words: (value: Json) => (value ? "Yes" : "No"),
  texts: noTexts,
  missing: nothingMissing,
  ask: `Select yes or no: ${wording.called}`,
  shape: { options: { yes: "Yes", no: "No" } },
})

const keysOf = <Key extends string>(options: Record<Key, string>) => Object.keys(options) as Key[]
