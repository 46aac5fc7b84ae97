import * as z from "zod"
import { dateWords, type PlainDate } from "../../values/london.ts"
import { oneLine } from "../../values/text.ts"
import { withinWords } from "../../values/words.ts"
import type { Asked, FigureShape, Read, Wording } from "../question.ts"
import { date } from "./date.ts"
import { readMore, readValue, writeValue } from "./figure-reading.ts"
import {
  exampleOf,
  type FigureAnswer,
  type FigureValue,
  isKnownFigure,
  lower,
  moreThanAll,
  places,
  reasonWords,
  valueWords,
} from "./figure-words.ts"
import { capital } from "./text.ts"

type Asks = FigureShape & {
  /** What may have made the difference, where that is asked. */
  causes?: Record<string, string>
  /** The first and the last day by which it can be said that it will be known. */
  knownBy: { notBefore: PlainDate; notAfter: PlainDate }
}

const most = 100_000
const becauseWords = 60

/** One value of a measure, by what it is made of. */
export const figure = ({ causes, knownBy, ...rest }: Wording & Asks): Asked<FigureAnswer> => {
  const { unit, counts, outOf, scale, none, ...wording } = rest
  const shape: FigureShape = { unit, counts, none, ...(outOf && { outOf }), ...(scale && { scale }) }
  const named = capital(wording.called)
  const by = date({ label: "By when", called: "the day by which it will be known", ...knownBy })
  const on = date({ label: "Day", called: "the day of the data", notBefore: "2000-01-01" })
  return {
    ...wording,
    type: "figure",
    schema: z.strictObject({
      value: z.union([knownOf(shape), notKnownOf(by.schema), z.strictObject({ notApplicable: reason })], {
        error: ({ input }) => wrongIn(input, shape, named),
      }),
      on: on.schema.optional(),
      method: oneLine.pipe(z.string().min(1).max(200)).optional(),
      complete: z.int().min(0).max(100).optional(),
      ...(causes && { attribution: z.enum(Object.keys(causes) as [string]).optional() }),
      ...(causes && { because: within(becauseWords).optional() }),
    }) as z.ZodType,
    read: (entries, name): Read => {
      const value = readValue(entries, name, shape, by, named)
      if ("problem" in value) return value
      const more = readMore(entries, name, on)
      if ("problem" in more) return more
      if ("blank" in value)
        return Object.keys(more.value).length === 0 ? value : { problem: askOf(wording.called) }
      return { value: { value: value.value, ...more.value } }
    },
    write: (given, name) => {
      const { value, on: day, method, complete, attribution, because } = given as FigureAnswer
      return {
        ...writeValue(value, name, by),
        ...(day && on.write(day, `${name}.on`)),
        ...(method && { [`${name}.method`]: method }),
        ...(complete !== undefined && { [`${name}.complete`]: String(complete) }),
        ...(attribution && { [`${name}.attribution`]: attribution }),
        ...(because && { [`${name}.because`]: because }),
      }
    },
    words: (given) => {
      const { value, on: day, method, complete, attribution, because } = given as FigureAnswer
      return [
        valueWords(value, none),
        ...(day ? [`Of ${dateWords(day)}`] : []),
        ...(method ? [`How it was found: ${method}`] : []),
        ...(complete === undefined ? [] : [`${complete}% of the data is in it`]),
        ...(attribution ? [causes?.[attribution] ?? attribution] : []),
        ...(because ? [because] : []),
      ].join("\n")
    },
    texts: (given) => {
      const { value, method, because } = given as FigureAnswer
      const why = "notKnown" in value ? value.notKnown : "notApplicable" in value ? value.notApplicable : ""
      return [why, method ?? "", because ?? ""].filter(Boolean)
    },
    missing: (given) => {
      const { value, attribution } = given as FigureAnswer
      return causes && isKnownFigure(value) && !attribution
        ? [{ part: "attribution", says: `Select what made the difference to ${wording.called}` }]
        : []
    },
    ask: askOf(wording.called),
    shape: { figure: shape, ...(causes && { options: causes }) },
  }
}

const askOf = (called: string) => `Enter ${called}, or say that it is not known`

const reason = oneLine
  .refine((text) => text !== "", { error: "Say why" })
  .refine((text) => withinWords(text, reasonWords), { error: `Say why in ${reasonWords} words or fewer` })

const within = (words: number) =>
  oneLine.pipe(
    z
      .string()
      .min(1)
      .refine((text) => withinWords(text, words), { error: `It must be ${words} words or fewer` }),
  )

const whole = (least = 0) => z.int().min(least).max(most)
const decimal = (least: number, greatest: number) =>
  z
    .number()
    .min(least)
    .max(greatest)
    .refine((one) => Number(one.toFixed(places)) === one)

const knownOf = ({ unit, scale }: FigureShape): z.ZodType<FigureValue> => {
  switch (unit) {
    case "count":
      return z.strictObject({ count: whole() })
    case "share":
      return z
        .strictObject({ numerator: whole(), denominator: whole() })
        .refine(({ numerator, denominator }) => numerator <= denominator)
    case "mean":
      return z.strictObject({ mean: decimal(scale?.least ?? 0, scale?.most ?? most), n: whole(1) })
    case "amount":
      return z.strictObject({ amount: decimal(0, most), n: whole(1).optional() })
  }
}

const notKnownOf = (by: z.ZodType) =>
  z.strictObject({ notKnown: reason, knownBy: by }) as unknown as z.ZodType<FigureValue>

/** Why a value is none, in words: the first thing that is wrong with it. */
const wrongIn = (input: unknown, shape: FigureShape, named: string): string => {
  const given = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>
  if ("notKnown" in given)
    return `Say in ${reasonWords} words or fewer why ${lower(named)} is not known, and by which day it will be`
  if ("notApplicable" in given)
    return `Say in ${reasonWords} words or fewer: ${shape.none.toLowerCase()}, because`
  const { numerator, denominator } = given
  if (typeof numerator === "number" && typeof denominator === "number" && numerator > denominator)
    return moreThanAll(named, numerator, denominator)
  return `${named} must be ${exampleOf(shape)}`
}
