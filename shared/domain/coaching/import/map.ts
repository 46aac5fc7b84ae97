import * as z from "zod"
import { type Desk, desks } from "../../actions/action.ts"
import { sessionKindNames, stages, type Topic, topics } from "../session-kinds.ts"
import { dateFormats } from "./dates.ts"

/** Words on one line with a space between: how columns and their values are known again. */
export const folded = (words: string) => words.replace(/\s+/gu, " ").trim()

const column = z.string().transform(folded).pipe(z.string().min(1))
const keysOf = <Key extends string>(of: Record<Key, string>) => Object.keys(of) as [Key, ...Key[]]

/** The day is in the first of these columns that is filled in. */
const day = z.strictObject({
  columns: z.array(column).min(1),
  formats: z.array(z.enum(dateFormats)).min(1),
})

/** A column, or one with the heading that its text stands under. Without one, the column's own name where there are several. */
const written = z.union([column, z.strictObject({ column, heading: z.string().trim().min(1) })])
const texts = z.array(written).min(1)

export const splits = ["bullets", "lines", "semicolons"] as const
export type Split = (typeof splits)[number]

const due = z.union([
  z.strictObject({ days: z.int().min(0).max(730) }),
  z.strictObject({
    column,
    formats: z.array(z.enum(dateFormats)).min(1),
    /** Days after the session, where its cell is empty. */
    days: z.int().min(0).max(730).optional(),
  }),
])

const actions = z.strictObject({
  column,
  owner: z.enum(keysOf(desks) as [Desk, ...Desk[]]),
  due,
  split: z.enum(splits),
  /** Lines that are no action and are left out, each as it stands there: "Next steps:". */
  without: z.array(z.string().trim().min(1)).default([]),
})
export type ActionsColumn = z.infer<typeof actions>

/**
 * What the columns of a file of visit reports kept elsewhere become: written once for a file by whoever knows it. What is
 * taken over stays the row's own; nothing in it is worked out that neither the row nor the map says.
 */
export const importMap = z.strictObject({
  /** What the file comes from: with the id of a row, how the row is known again. */
  source: z.string().trim().min(1).max(120),
  id: column,
  site: z.strictObject({ column, sites: z.record(z.string(), z.string().min(1)) }),
  phase: z
    .union([
      z.string().trim().min(1),
      z.strictObject({ column, phases: z.record(z.string(), z.string().min(1)) }),
    ])
    .optional(),
  on: day,
  kind: z.union([
    z.strictObject({
      column,
      kinds: z.record(z.string(), z.enum(sessionKindNames)),
      otherwise: z.enum(sessionKindNames).optional(),
    }),
    z.strictObject({ otherwise: z.enum(sessionKindNames) }),
  ]),
  /** Who coached, by their address; the coach who is named as the file is taken over, where it is not said. */
  coach: z.strictObject({ column, people: z.record(z.string(), z.email()) }).optional(),
  who: z.array(column).default([]),
  talked: texts,
  actions: z.array(actions).default([]),
  next: day.optional(),
  topics: z
    .array(
      z.strictObject({
        column,
        split: z.enum(["lines", "semicolons", "commas"]),
        /** `null` where it is none of the topics here. */
        topics: z.record(z.string(), z.enum(keysOf(topics) as [Topic, ...Topic[]]).nullable()),
      }),
    )
    .default([]),
  minutes: z.strictObject({ column, unit: z.enum(["hours", "minutes"]) }).optional(),
  more: z
    .strictObject({
      aim: texts.optional(),
      heard: texts.optional(),
      tested: texts.optional(),
      measures: texts.optional(),
      secondCoach: z.array(column).min(1).optional(),
      stage: z.strictObject({ column, stages: z.record(z.string(), z.enum(keysOf(stages))) }).optional(),
    })
    .default({}),
  /** What is taken into no answer, and why. It stays with the coaches, in the row as it was. */
  ignore: z
    .array(z.strictObject({ columns: z.array(column).min(1), because: z.string().trim().min(1) }))
    .default([]),
  separator: z.enum([",", ";", "tab"]).default(","),
})
export type ImportMap = z.infer<typeof importMap>
export type Written = z.infer<typeof written>
export type DayColumns = z.infer<typeof day>

/** What a map says of a value of a cell, whatever white space stands around and between its words. */
export const said = <To>(values: Record<string, To>, cell: string): To | undefined =>
  Object.entries(values).find(([value]) => folded(value) === folded(cell))?.[1]
