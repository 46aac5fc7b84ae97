import type { Figure, Figures } from "../../../kinds/measures/figure.ts"
import { canonical, type Json } from "../../../values/canonical.ts"
import type { Entry } from "./rows.ts"

/** Values of one site at one point, as they are kept: in the order of their measures, whatever the order of the rows. */
export type ImportedSet = Pick<Entry, "organisation" | "phase" | "point"> & {
  figures: Figure[]
  /** The rows that they stand in. */
  rows: number[]
}

type Numbered = { number: number; entries: Entry[] }

const keyOf = ({ organisation, phase, point, figure }: Entry) =>
  [organisation, phase, point, figure.measure].join("\u0000")

/** Rows that say something else of the same measure of the same site at the same point: all of them, with which. */
export const conflicts = (rows: readonly Numbered[]): Map<number, string> => {
  const said = new Map<string, { values: Set<string>; rows: Set<number>; entry: Entry }>()
  for (const { number, entries } of rows)
    for (const entry of entries) {
      const one = said.get(keyOf(entry)) ?? { values: new Set(), rows: new Set(), entry }
      one.values.add(canonical(entry.figure as unknown as Json))
      one.rows.add(number)
      said.set(keyOf(entry), one)
    }
  const found = new Map<number, string>()
  for (const { values, rows: numbers, entry } of said.values()) {
    if (values.size < 2) continue
    const all = [...numbers].sort((a, b) => a - b)
    const where = all.length === 1 ? "it says" : `rows ${all.slice(0, -1).join(", ")} and ${all.at(-1)} say`
    for (const number of all)
      found.set(
        number,
        `${where} different things of “${entry.figure.measure}” of ${entry.organisation} at ${entry.point}`,
      )
  }
  return found
}

/** What the rows come to, one set for each site and point. */
export const setsOf = (rows: readonly Numbered[]): ImportedSet[] => {
  const sets = new Map<string, ImportedSet>()
  for (const { number, entries } of rows)
    for (const { organisation, phase, point, figure } of entries) {
      const key = [organisation, phase, point].join("\u0000")
      const one = sets.get(key) ?? { organisation, phase, point, figures: [], rows: [] }
      if (!one.figures.some(({ measure }) => measure === figure.measure)) one.figures.push(figure)
      if (!one.rows.includes(number)) one.rows.push(number)
      sets.set(key, one)
    }
  return [...sets.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => ({ ...one, figures: inOrder(one.figures), rows: one.rows.sort((a, b) => a - b) }))
}

const inOrder = (figures: readonly Figure[]) =>
  [...figures].sort((a, b) => (a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : 0))

/** What is kept after another file of the same source: what it says now, and what only the one before said. */
export const mergedWith = (before: readonly Figure[], now: readonly Figure[]): Figure[] =>
  inOrder([...before.filter((one) => !now.some(({ measure }) => measure === one.measure)), ...now])

/** Whether figures were taken over from a file, and come from no return. */
export const isImported = ({ kind }: Pick<Figures, "kind">) => kind === importedKind

export const importedKind = "import"

/** Where figures that were taken over of a point are kept. */
export const importedRound = (point: string) => `imported-${point}`

/**
 * Figures of a site as they may be counted: what was taken over says nothing beside a return or a tally that says the same
 * measure of the same point.
 */
export const countedOnce = (all: readonly Figures[]): Figures[] =>
  all.map((one) =>
    isImported(one)
      ? {
          ...one,
          figures: one.figures.filter(
            ({ measure }) =>
              !all.some(
                (other) =>
                  !isImported(other) &&
                  other.point === one.point &&
                  other.figures.some((figure) => figure.measure === measure),
              ),
          ),
        }
      : one,
  )
