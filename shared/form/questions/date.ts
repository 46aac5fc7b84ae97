import { dateWords, type PlainDate, plainDate, readDate } from "../../values/london.ts"
import { type Asked, noTexts, nothingMissing, type Wording } from "../question.ts"
import { capital } from "./text.ts"

type Bounds = { notBefore?: PlainDate; notAfter?: PlainDate }

/** A day, in three fields. */
export const date = ({ notBefore, notAfter, ...wording }: Wording & Bounds): Asked<PlainDate> => ({
  ...wording,
  type: "date",
  schema: plainDate
    .refine((given) => !notBefore || given >= notBefore, {
      error: `${capital(wording.called)} must be on or after ${notBefore && dateWords(notBefore)}`,
    })
    .refine((given) => !notAfter || given <= notAfter, {
      error: `${capital(wording.called)} must be on or before ${notAfter && dateWords(notAfter)}`,
    }),
  read: (entries, name) => {
    const [day = "", month = "", year = ""] = ["day", "month", "year"].map((part) =>
      entries[`${name}.${part}`]?.trim(),
    )
    if (`${day}${month}${year}` === "") return { blank: true }
    const found = readDate({ day, month, year })
    if ("date" in found) return { value: found.date }
    if (found.problem === "missing")
      return {
        problem: `${capital(wording.called)} must include a ${found.parts.join(" and a ")}`,
        part: found.parts[0],
      }
    return { problem: `${capital(wording.called)} must be a real date`, part: "day" }
  },
  write: (value, name) => {
    const [year = "", month = "", day = ""] = String(value).split("-")
    return {
      [`${name}.day`]: String(Number(day)),
      [`${name}.month`]: String(Number(month)),
      [`${name}.year`]: year,
    }
  },
  words: (value) => dateWords(String(value)),
  texts: noTexts,
  missing: nothingMissing,
  ask: `Enter ${wording.called}`,
  shape: {},
})
