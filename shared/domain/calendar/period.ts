import * as z from "zod"
import { kindIds } from "../../kinds/index.ts"
import {
  addDays,
  addMonths,
  daysBetween,
  monthName,
  monthWords,
  type PlainDate,
  plainDate,
} from "../../values/london.ts"
import type { Line, Phase } from "./phase.ts"

/**
 * One period of one kind of return, for all sites of a phase. `by` stands in place of the rule where a coordinator
 * has set a date of its own.
 */
export const period = z.object({
  id: z.string(),
  phase: z.string(),
  line: z.string(),
  kind: z.enum(kindIds),
  title: z.string(),
  from: plainDate,
  to: plainDate,
  by: z.iso.datetime().optional(),
  because: z.string().optional(),
  revision: z.int().default(0),
})
export type Period = z.infer<typeof period>

export type Span = { from: PlainDate; to: PlainDate }

/** The end of every period stands in its id, so that a record of it can be found without asking for the rest. */
export const periodId = (phase: string, { id }: Pick<Line, "id">, to: PlainDate) =>
  `${phase.toLowerCase()}-${id}-${to}`
export const endIn = (periodId: string): PlainDate => periodId.slice(-10)

/** The periods that a line of a phase comes to between two days. */
export const periodsOf = ({ id }: Pick<Phase, "id">, span: Span, line: Line, title: string): Period[] =>
  spansOf(line, span).map((one) => ({
    id: periodId(id, line, one.to),
    phase: id,
    line: line.id,
    kind: line.kind,
    title: titleOf(title, line, one),
    ...one,
    revision: 0,
  }))

const spansOf = ({ cadence, months = 0 }: Line, { from, to }: Span): Span[] => {
  switch (cadence) {
    case "month":
    case "quarter": {
      const spans: Span[] = []
      for (let start = firstOf(cadence, from); start <= to; start = addMonths(start, lengths[cadence]))
        spans.push({ from: start, to: addDays(addMonths(start, lengths[cadence]), -1) })
      return spans
    }
    case "start":
      return [{ from, to: from }]
    case "middle":
      return [halfOf({ from, to })]
    case "end":
      return [{ from, to }]
    case "after":
      return [{ from: to, to: addMonths(to, months) }]
  }
}

/** From its first day to the day in its middle. */
export const halfOf = ({ from, to }: Span): Span => ({
  from,
  to: addDays(from, Math.floor(daysBetween(from, to) / 2)),
})

const lengths = { month: 1, quarter: 3 } as const

const firstOf = (cadence: "month" | "quarter", day: PlainDate): PlainDate => {
  const [year = "", month = ""] = day.split("-")
  const first = cadence === "month" ? Number(month) : Number(month) - ((Number(month) - 1) % 3)
  return `${year}-${String(first).padStart(2, "0")}-01`
}

/** What a return is called by what it covers: at a site that joins two periods it says both. */
export const titleOf = (title: string, { cadence, months }: Line, { from, to }: Span) => {
  if (cadence === "month" || (cadence === "quarter" && monthWords(from) === monthWords(to)))
    return `${title}, ${monthWords(to)}`
  if (cadence === "quarter") return `${title}, ${monthName(from)} to ${monthWords(to)}`
  return cadence === "after" ? `${title}, ${months} months after the end` : title
}
