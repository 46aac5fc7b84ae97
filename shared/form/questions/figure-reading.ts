import type { PlainDate } from "../../values/london.ts"
import { readDecimal, readWhole } from "../../values/number.ts"
import { withinWords } from "../../values/words.ts"
import type { Asked, Entries, FigureShape } from "../question.ts"
import {
  exampleOf,
  type FigureAnswer,
  type FigureValue,
  lower,
  moreThanAll,
  places,
  reasonWords,
} from "./figure-words.ts"

type Part = { value: FigureValue } | { blank: true } | { problem: string; part?: string }

export const readValue = (
  entries: Entries,
  name: string,
  shape: FigureShape,
  by: Asked<PlainDate>,
  named: string,
): Part => {
  const typed = (part: string) => entries[part]?.trim() ?? ""
  switch (entries[`${name}.is`]) {
    case "not known":
      return readNotKnown(entries, name, by, named)
    case "none": {
      const why = typed(`${name}.none`)
      if (!why) return { problem: `Say why: ${shape.none.toLowerCase()}`, part: "none" }
      return withinWords(why, reasonWords)
        ? { value: { notApplicable: why } }
        : { problem: `Say why in ${reasonWords} words or fewer`, part: "none" }
    }
    default:
      return readKnown([typed(name), typed(`${name}.of`)], shape, named)
  }
}

const readNotKnown = (entries: Entries, name: string, by: Asked<PlainDate>, named: string): Part => {
  const why = entries[`${name}.why`]?.trim() ?? ""
  if (!why) return { problem: `Say why ${lower(named)} is not known`, part: "why" }
  if (!withinWords(why, reasonWords))
    return { problem: `Say in ${reasonWords} words or fewer why it is not known`, part: "why" }
  const day = by.read(entries, `${name}.by`)
  if ("blank" in day)
    return { problem: `Enter the day by which ${lower(named)} will be known`, part: "by.day" }
  if ("problem" in day) return { problem: day.problem, part: `by.${day.part ?? "day"}` }
  const wrong = by.schema.safeParse(day.value).error?.issues[0]?.message
  return wrong ? { problem: wrong, part: "by.day" } : { value: { notKnown: why, knownBy: String(day.value) } }
}

const readKnown = ([main, of]: [string, string], shape: FigureShape, named: string): Part => {
  if (main === "" && of === "") return { blank: true }
  const wrong = { problem: `${named} must be ${exampleOf(shape)}` }
  const { unit } = shape
  const first = unit === "mean" || unit === "amount" ? readDecimal(main, places) : readWhole(main)
  if (!("value" in first)) return wrong
  if (unit === "count") return { value: { count: first.value } }
  if (unit === "amount" && of === "") return { value: { amount: first.value } }
  const second = readWhole(of)
  if (!("value" in second)) return { ...wrong, part: "of" }
  if (unit === "mean") return { value: { mean: first.value, n: second.value } }
  if (unit === "amount") return { value: { amount: first.value, n: second.value } }
  return first.value > second.value
    ? { problem: moreThanAll(named, first.value, second.value) }
    : { value: { numerator: first.value, denominator: second.value } }
}

type More = { value: Omit<FigureAnswer, "value"> } | { problem: string; part: string }

export const readMore = (entries: Entries, name: string, on: Asked<PlainDate>): More => {
  const typed = (part: string) => entries[`${name}.${part}`]?.trim() ?? ""
  const day = on.read(entries, `${name}.on`)
  if ("problem" in day) return { problem: day.problem, part: `on.${day.part ?? "day"}` }
  const complete = readWhole(typed("complete").replace(/%$/, ""))
  const isShare = "value" in complete && complete.value <= 100
  if (typed("complete") && !isShare)
    return { problem: "How much of the data is in it must be a whole number from 0 to 100", part: "complete" }
  const [method, attribution, because] = ["method", "attribution", "because"].map(typed)
  return {
    value: {
      ...("value" in day && { on: String(day.value) }),
      ...(method && { method }),
      ...("value" in complete && { complete: complete.value }),
      ...(attribution && { attribution }),
      ...(because && { because }),
    },
  }
}

export const writeValue = (value: FigureValue, name: string, by: Asked<PlainDate>): Entries => {
  const is = (kind: string) => ({ [`${name}.is`]: kind })
  if ("notKnown" in value)
    return { ...is("not known"), [`${name}.why`]: value.notKnown, ...by.write(value.knownBy, `${name}.by`) }
  if ("notApplicable" in value) return { ...is("none"), [`${name}.none`]: value.notApplicable }
  const [main, of] =
    "count" in value
      ? [value.count]
      : "numerator" in value
        ? [value.numerator, value.denominator]
        : "mean" in value
          ? [value.mean, value.n]
          : [value.amount, value.n]
  return {
    ...is("figure"),
    [name]: String(main),
    ...(of !== undefined && { [`${name}.of`]: String(of) }),
  }
}
