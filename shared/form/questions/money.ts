import * as z from "zod"
import { pounds, readPounds } from "../../values/money.ts"
import { type Asked, noTexts, nothingMissing, type Read, type Wording } from "../question.ts"
import { capital } from "./text.ts"

type Bounds = { least?: number; most?: number }

/** An amount in whole pence. `least` and `most` are pence too: less than nothing is taken only where `least` is. */
export const money = ({ least = 0, most = maximum, ...wording }: Wording & Bounds): Asked<number> => ({
  ...wording,
  type: "money",
  schema: pence(wording.called, least, most),
  read: (entries, name) => readMoney(entries[name] ?? "", wording.called, least < 0),
  write: (value, name) => ({ [name]: pounds(Number(value)).replace("£", "") }),
  words: (value) => pounds(Number(value)),
  texts: noTexts,
  missing: nothingMissing,
  ask: `Enter ${wording.called} in pounds`,
  shape: least < 0 ? { signed: true } : {},
})

/** Ten million pounds: more than any award of a pilot, less than what a sum of rows can lose a penny of. */
export const maximum = 1_000_000_000

export const pence = (called: string, least = 0, most = maximum) =>
  z
    .int({ error: `${capital(called)} must be a whole number of pence` })
    .min(least, { error: `${capital(called)} must be ${pounds(least)} or more` })
    .max(most, { error: `${capital(called)} must be ${pounds(most)} or less` })

/** Money as people type it: "92,827", "£92,827.00", "1200.5"; with a minus only where the question is of a difference. */
export const readMoney = (typed: string, called: string, negative = false): Read => {
  const found = readPounds(typed, { negative })
  if ("pence" in found) return { value: found.pence }
  switch (found.problem) {
    case "empty":
      return { blank: true as const }
    case "more than two decimals":
      return {
        problem: `${capital(called)} must have pence of two figures or none, like 92,827 or 92,827.50`,
      }
    case "negative":
      return { problem: `${capital(called)} must be £0 or more` }
    case "too large":
      return { problem: `${capital(called)} must be ${pounds(maximum)} or less` }
    case "not money":
      return { problem: `${capital(called)} must be an amount in pounds, like 92,827 or 92,827.50` }
  }
}
