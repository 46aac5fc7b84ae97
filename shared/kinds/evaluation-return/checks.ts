import type { Answers, Problem } from "../../form/question.ts"
import type { FigureAnswer, FigureValue } from "../../form/questions/figure-words.ts"
import type { Measure, Point } from "../measures/measure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { atBaseline, baselineOf, talliedOf } from "./earlier.ts"
import { measuresAt } from "./measured.ts"
import { beginning } from "./words.ts"

export type All = Record<string, Answers>
type Found = Problem & { section: string }

export const answerTo = (all: All, { level, id }: Measure): FigureAnswer | undefined =>
  all[level]?.[id] as FigureAnswer | undefined

/** A baseline has every figure and its days, or says why there is none. */
export const baselineChecks = (facts: ReturnFacts, all: All): Found[] => {
  const begins = all[beginning.id] ?? {}
  if (begins.none !== undefined) return []
  const days = (["first", "asOf"] as const)
    .filter((key) => begins[key] === undefined)
    .map((key) => ({
      section: beginning.id,
      question: key,
      says: `${beginning.asks[key]?.ask}, or why there is no baseline`,
    }))
  const figures = measuresAt(facts, "baseline")
    .filter((one) => !answerTo(all, one))
    .map(({ level, id, name }) => ({
      section: level,
      question: id,
      says: `Enter “${name}”, say that it is not known, or why there is no baseline`,
    }))
  return [...days, ...figures]
}

/** Questions that the figures ask of each other: none of them stands in the way of sending. */
export const figureWarnings = (facts: ReturnFacts, all: All, point: Point): Found[] => {
  const measures = measuresAt(facts, point)
  const people = peopleIn(all, measures)
  return measures.flatMap((one) => {
    const value = answerTo(all, one)?.value
    if (!value) return []
    const at = { section: one.level, question: one.id }
    return [
      tallied(facts, one, value, point),
      moreThanPeople(one, value, people),
      shrunk(facts, all, one, value, point),
    ].flatMap((says) => (says ? [{ ...at, says }] : []))
  })
}

const peopleIn = (all: All, measures: Measure[]): number | undefined => {
  const one = measures.find(({ id }) => id === "people")
  const value = one && answerTo(all, one)?.value
  return value && "count" in value ? value.count : undefined
}

/** The tallies know what was counted month by month: a figure that says otherwise is asked about. */
const tallied = (facts: ReturnFacts, one: Measure, value: FigureValue, point: Point) => {
  const found = point !== "baseline" && one.from === "tally" ? talliedOf(facts, one) : undefined
  if (!found || !("count" in value) || !("count" in found.value)) return undefined
  const { count } = found.value
  if (one.acrossTime === "sum")
    return value.count < count || (found.months === found.of && value.count !== count)
      ? `“${one.name}”: the monthly tallies come to ${count}, and this says ${value.count}. Is it right?`
      : undefined
  return value.count !== count
    ? `“${one.name}”: the last monthly tally says ${count}, and this says ${value.count}. Did somebody join or leave since?`
    : undefined
}

/** Of a measure of people, nobody answers twice. */
const moreThanPeople = ({ level, name }: Measure, value: FigureValue, people: number | undefined) =>
  level === "people" && people !== undefined && "n" in value && value.n !== undefined && value.n > people
    ? `“${name}” is from ${value.n} people, and ${people} have a named social worker. Is it right?`
    : undefined

/** Fewer than at first need a reason: without one a better share may only be a smaller group. */
const shrunk = (facts: ReturnFacts, all: All, one: Measure, value: FigureValue, point: Point) => {
  if (point === "baseline" || !baselineOf(facts) || one.acrossTime !== "last") return undefined
  const before = baseOf(atBaseline(facts, one.id))
  const now = baseOf(value)
  if (before === undefined || now === undefined || now >= before || all.people?.fewer !== undefined)
    return undefined
  return `“${one.name}” is of ${now}, and the baseline was of ${before}. Why are they fewer: did some leave, die, withdraw or move? Say so with the figures of people`
}

/** Of how many a figure is. */
const baseOf = (value: FigureValue | undefined): number | undefined => {
  if (!value) return undefined
  if ("denominator" in value) return value.denominator
  if ("mean" in value) return value.n
  return "count" in value ? value.count : undefined
}
