import * as z from "zod"
import type { Json } from "../../values/canonical.ts"
import type { AnswersOf, Asked, Entries, Question, Wording } from "../question.ts"
import { capital } from "./text.ts"

export type Row = { id: string } & Record<string, Json>

type Rows<Of> = { of: Of; upTo: number; calledRow: string }

/**
 * Up to so many rows of the same questions, never exactly. A row has an id given once by the server;
 * a new row arrives without one, or as `new-1` from a page. Rows with nothing in them are left out.
 */
export const repeated = <Of extends Record<string, Question>>({
  of,
  upTo,
  calledRow,
  ...wording
}: Wording & Rows<Of>): Asked<(AnswersOf<Of> & { id: string })[]> => ({
  ...wording,
  type: "repeated",
  schema: z
    .array(
      z.strictObject({
        id: z.string().regex(rowId, { error: "The id of a row is given by the service" }).optional(),
        ...Object.fromEntries(Object.entries(of).map(([key, { schema }]) => [key, schema.optional()])),
      }),
    )
    .max(upTo, { error: `${capital(wording.called)} must be ${upTo} or fewer` })
    .refine((rows) => new Set(rows.map(({ id }) => id ?? {})).size === rows.length, {
      error: "Each row has an id of its own",
    })
    .overwrite((rows) => rows.filter(({ id: _, ...row }) => Object.keys(row).length > 0))
    .min(1, { error: `Enter ${wording.called}` }),

  read: (entries, name) => {
    const rows: Record<string, unknown>[] = []
    for (const id of idsIn(entries, name)) {
      const row: Record<string, unknown> = {}
      for (const [key, question] of Object.entries(of)) {
        const read = question.read(entries, `${name}.${id}.${key}`)
        if ("problem" in read)
          return { problem: read.problem, part: [id, key, read.part].filter(Boolean).join(".") }
        if ("value" in read) row[key] = read.value
      }
      if (Object.keys(row).length > 0) rows.push({ id, ...row })
    }
    return rows.length ? { value: rows } : { blank: true }
  },
  write: (value, name) => {
    const rows = value as Row[]
    const fields = rows.flatMap(({ id, ...row }) =>
      Object.entries(row).map(([key, given]) => of[key]?.write(given, `${name}.${id}.${key}`) ?? {}),
    )
    return Object.assign({ [`${name}.rows`]: rows.map(({ id }) => id).join(",") }, ...fields)
  },
  words: (value) =>
    (value as Row[])
      .map((row, index) =>
        [
          `${capital(calledRow)} ${index + 1}`,
          ...asked(of, row).map(
            ([key, question]) =>
              `${question.label}${question.label.endsWith("?") ? "" : ":"} ${question.words(row[key] as Json)}`,
          ),
        ].join("\n"),
      )
      .join("\n\n"),
  texts: (value) =>
    (value as Row[]).flatMap((row) => asked(of, row).flatMap(([key, one]) => one.texts(row[key] as Json))),
  missing: (value) =>
    (value as Row[]).flatMap((row, index) =>
      Object.entries(of).flatMap(([key, question]) => {
        const given = row[key]
        if (given === undefined)
          return question.optional
            ? []
            : [{ part: `${row.id}.${key}`, says: `${question.ask} (${calledRow} ${index + 1})` }]
        return question.missing(given).map(({ part, says }) => ({
          part: [row.id, key, part].filter(Boolean).join("."),
          says: `${says} (${calledRow} ${index + 1})`,
        }))
      }),
    ),
  settle: (value, before, newId) => {
    const known = new Set(((before ?? []) as Row[]).map(({ id }) => id))
    const rows = value as Row[]
    if (rows.some(({ id }) => id !== undefined && !placeholder.test(id) && !known.has(id))) return undefined
    return rows.map((row, index) =>
      row.id !== undefined && known.has(row.id) ? row : { ...row, id: newId(`new-${index + 1}`) },
    )
  },
  ask: `Enter ${wording.called}`,
  shape: { of, upTo, calledRow },
})

/** Long enough for the id of a record of its own, where a row is one. */
const rowId = /^[A-Za-z0-9_-]{1,64}$/
const placeholder = /^new-\d{1,3}$/

const asked = (of: Record<string, Question>, row: Row) =>
  Object.entries(of).filter(([key]) => row[key] !== undefined)

/** The rows that a page sent, in its order. */
export const idsIn = (entries: Entries, name: string) =>
  (entries[`${name}.rows`] ?? "")
    .split(",", 200)
    .filter((id, index, all) => rowId.test(id) && all.indexOf(id) === index)
    .slice(0, 100)
