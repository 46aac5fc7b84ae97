import type { AnswersOf, Question, Wording } from "../../form/question.ts"
import { count, decimal, text } from "../../form/questions/index.ts"
import type { Count } from "../../values/count.ts"
import type { CoreMeasureId } from "../measures/core.ts"
import type { ReturnFacts } from "../return-facts.ts"

/** The measure of the library that a site may choose besides: hours of direct work. */
export const hoursMeasure = "contact-hours"

const counted = (wording: Wording) => count({ ...wording, most: 2_000 })

/** What a row says, whatever the site counts: what is there at the end of the month, and what happened in it. */
const always = {
  name: text({
    label: "Who is this row for?",
    called: "who this row is for",
    hint: "The worker’s short name or initials, or Team where one row is for everybody. Never a person you support.",
    upTo: 30,
  }),
  people: counted({
    label: "People with a named social worker at the end of the month",
    called: "how many people have a named social worker",
  }),
  kept: counted({
    label: "Of them, those who have kept the same worker since they began",
    called: "how many kept the same worker",
  }),
  started: counted({ label: "People who started in the month", called: "how many people started" }),
  stopped: counted({ label: "People who stopped in the month", called: "how many people stopped" }),
  admissions: counted({
    label: "Admissions to a specialist hospital bed in the month",
    called: "how many admissions there were",
  }),
  discharges: counted({ label: "Discharges in the month", called: "how many discharges there were" }),
  formal: counted({
    label: "Professional challenges raised formally in the month",
    called: "how many challenges were raised formally",
  }),
  meeting: counted({
    label: "Professional challenges raised in a meeting in the month",
    called: "how many challenges were raised in a meeting",
  }),
  changed: counted({
    label: "Of the challenges, those after which something changed",
    called: "after how many challenges something changed",
  }),
  days: decimal({
    label: "Protected days a week that they really had",
    called: "how many protected days a week they really had",
    most: 7,
    places: 1,
    optional: true,
  }),
  noDays: text({
    label: "If the protected days are not known, why?",
    called: "why the protected days are not known",
    upTo: 120,
    optional: true,
  }),
} satisfies Record<string, Question>

const hours = count({
  label: "Hours of direct work with people in the month",
  called: "how many hours of direct work there were",
  most: 20_000,
})

type Always = typeof always
export type Columns = Omit<Always, "admissions" | "discharges"> &
  Partial<Pick<Always, "admissions" | "discharges">> & { hours?: typeof hours }
export type TallyRow = AnswersOf<Always & { hours: typeof hours }> & { id: string }

/** What is said at the head of its column. */
export const heads: Record<keyof Always | "hours", string> = {
  name: "Worker",
  people: "People now",
  kept: "Kept the same worker",
  started: "Started",
  stopped: "Stopped",
  admissions: "Admissions",
  discharges: "Discharges",
  formal: "Formal challenges",
  meeting: "Meeting challenges",
  changed: "Something changed after",
  days: "Protected days a week",
  noDays: "Why days are not known",
  hours: "Hours of direct work",
}

/** Which measure of the core a column is for, where it is for one alone. */
const measureOf: Partial<Record<keyof Always, CoreMeasureId>> = {
  admissions: "admissions",
  discharges: "discharges",
}

/** The columns of a site: without what does not fit its group, with the hours where it chose to measure them. */
export const columnsOf = ({ evaluation }: ReturnFacts): Columns => {
  const left = Object.entries(always).filter(([key]) => {
    const measure = measureOf[key as keyof Always]
    return measure === undefined || evaluation?.notOurGroup[measure] === undefined
  })
  const chosen = evaluation?.measures.some(({ id }) => id === hoursMeasure)
  return { ...(Object.fromEntries(left) as Columns), ...(chosen && { hours }) }
}

/** The columns of counts, in the order of the table. */
export const countColumns = [
  "people",
  "kept",
  "started",
  "stopped",
  "admissions",
  "discharges",
  "formal",
  "meeting",
  "changed",
  "hours",
] as const
export type CountColumn = (typeof countColumns)[number]

/** What a column comes to over all rows: a number only where every row has one. */
export type Total = { number: number } | { counted: number; notKnown: string[] } | { missing: true }

/** Blank is never nought: a row that says nothing makes the whole column say nothing. */
export const totalOf = (rows: readonly TallyRow[], column: CountColumn): Total => {
  const given = rows.map((row): Count | undefined => row[column])
  const numbers = given.flatMap((one) => (one && "number" in one ? [one.number] : []))
  const counted = numbers.reduce((sum, one) => sum + one, 0)
  const reasons = given.flatMap((one) => (one && "notKnown" in one ? [one.notKnown] : []))
  if (numbers.length + reasons.length < rows.length || rows.length === 0) return { missing: true }
  return reasons.length > 0 ? { counted, notKnown: distinct(reasons) } : { number: counted }
}

/** The days of a worker on average, in tenths that are whole until the end: the order of rows makes no difference. */
export const daysOf = (rows: readonly TallyRow[]): Total => {
  const known = rows.flatMap(({ days }) => (days === undefined ? [] : [Math.round(days * 10)]))
  const reasons = rows.flatMap(({ days, noDays }) => (days === undefined && noDays ? [noDays] : []))
  const sum = known.reduce((all, one) => all + one, 0)
  if (known.length + reasons.length < rows.length || rows.length === 0) return { missing: true }
  if (reasons.length > 0) return { counted: sum / 10, notKnown: distinct(reasons) }
  return { number: Math.round((sum * 10) / rows.length) / 100 }
}

const distinct = (reasons: string[]) => [...new Set(reasons)].sort()

/** "12", "Not known: the list is with a colleague (9 counted)", "Not said". */
export const totalWords = (total: Total): string => {
  if ("number" in total) return String(total.number)
  if ("missing" in total) return "Not said"
  return `Not known: ${total.notKnown.join("; ")} (${total.counted} counted)`
}
