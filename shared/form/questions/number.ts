import * as z from "zod"
import { readDecimal, readWhole } from "../../values/number.ts"
import { type Asked, noTexts, nothingMissing, type Wording } from "../question.ts"
import { capital } from "./text.ts"

type Bounds = { least?: number; most?: number }

export const wholeNumber = ({
  least = 0,
  most = 1_000_000,
  ...wording
}: Wording & Bounds): Asked<number> => ({
  ...wording,
  type: "wholeNumber",
  schema: z
    .int({ error: `${capital(wording.called)} must be a whole number, like 17` })
    .min(least, { error: `${capital(wording.called)} must be ${least} or more` })
    .max(most, { error: `${capital(wording.called)} must be ${most} or fewer` }),
  read: (entries, name) =>
    readNumber(readWhole(entries[name] ?? ""), `${capital(wording.called)} must be a whole number, like 17`),
  write: (value, name) => ({ [name]: String(value) }),
  words: String,
  texts: noTexts,
  missing: nothingMissing,
  ask: `Enter ${wording.called}`,
  shape: {},
})

/** A number with at most `places` figures after the point, kept as it was typed: 3.4 is 3.4. */
export const decimal = ({
  least = 0,
  most = 1_000_000,
  places = 1,
  ...wording
}: Wording & Bounds & { places?: number }): Asked<number> => {
  const example = `${capital(wording.called)} must be a number with at most ${places} decimal ${places === 1 ? "place" : "places"}, like 2.5`
  return {
    ...wording,
    type: "decimal",
    schema: z
      .number({ error: example })
      .min(least, { error: `${capital(wording.called)} must be ${least} or more` })
      .max(most, { error: `${capital(wording.called)} must be ${most} or less` })
      .refine((given) => Number(given.toFixed(places)) === given, { error: example }),
    read: (entries, name) => readNumber(readDecimal(entries[name] ?? "", places), example),
    write: (value, name) => ({ [name]: String(value) }),
    words: String,
    texts: noTexts,
    missing: nothingMissing,
    ask: `Enter ${wording.called}`,
    shape: {},
  }
}

const readNumber = (found: { value: number } | { problem: string }, otherwise: string) => {
  if ("value" in found) return found
  return found.problem === "empty" ? { blank: true as const } : { problem: otherwise }
}
