import { isOpen, type Model, modelOf } from "./model.ts"
import { protect } from "./protect.ts"
import { isSmall, percentage, toNearestFive } from "./rule.ts"
import type { Cell, Claims, MakeRelease, Reason, Release, ReleaseTruth } from "./types.ts"
import { type Told, told } from "./variables.ts"

const shownOf = (model: Model, index: number): Cell => {
  const { value } = model.variables[index] ?? { value: Number.NaN }
  if (!model.seen[index]) return "c"
  return { shown: model.known[index] ? value : toNearestFive(value) }
}

const figureOf = (model: Model, key: string): Cell => {
  const figure = model.figures.get(key)
  return figure && isOpen(model, figure) ? { shown: figure.shown } : "c"
}

/**
 * A share says no more than the counts beside it: it is worked out from what is shown of them, of which one may be rounded
 * and the other not.
 */
const shareOf = (numerator: Cell, denominator: Cell): Cell => {
  if (numerator === "x" || denominator === "x") return "x"
  if (numerator === "c" || denominator === "c" || denominator.shown === 0) return "c"
  return { shown: Math.min(100, percentage(numerator.shown, denominator.shown)) }
}

const scaled = (cell: Cell): Cell => (typeof cell === "object" ? { shown: cell.shown / 10 } : cell)

const tableOf = (claims: Claims, model: Model, all: Told): Release["table"] => {
  const count = (id: string): Cell => {
    const key = all.counts.get(id)
    return key === undefined ? "x" : shownOf(model, model.indexOf.get(key) ?? -1)
  }
  const mean = (id: string): Cell => {
    const key = all.meanKeys.get(id)
    return key === undefined ? "x" : scaled(figureOf(model, `mean:${key}`))
  }
  const visible = claims.counts.filter(({ kind }) => kind !== "scores")
  const isKnown = (id: string) => model.known[model.indexOf.get(all.counts.get(id) ?? "") ?? -1] ?? false
  return {
    counts: Object.fromEntries(visible.map(({ id }) => [id, count(id)])),
    shares: Object.fromEntries(
      claims.shares.map(({ id, numerator, denominator }) => [
        id,
        shareOf(count(numerator), count(denominator)),
      ]),
    ),
    means: Object.fromEntries(claims.means.map(({ id }) => [id, mean(id)])),
    asTheyAre: visible
      .filter(({ id, kind }) => kind === "small" && isKnown(id))
      .map(({ id }) => id)
      .sort(),
  }
}

/** What was not said before: of every variable and every figure, what everybody now sees of it. */
const addedBy = (model: Model, earlier: readonly ReleaseTruth[]): Pick<ReleaseTruth, "shown" | "known"> => {
  const before = new Set(earlier.flatMap(({ shown }) => Object.keys(shown)))
  const knownBefore = new Set(earlier.flatMap(({ known }) => known))
  const cells = [
    ...model.variables.flatMap(({ key, kind }, index): [string, Cell][] =>
      kind === "scores" || model.rests[index] ? [] : [[key, shownOf(model, index)]],
    ),
    ...[...model.figures.keys()].map((key): [string, Cell] => [key, figureOf(model, key)]),
  ]
  return {
    shown: Object.fromEntries(cells.filter(([key]) => !before.has(key))),
    known: model.variables.flatMap(({ key, kind }, index) =>
      kind === "small" && model.known[index] && !knownBefore.has(key) ? [key] : [],
    ),
  }
}

const reasonsFor = (claims: Claims, model: Model, all: Told): Record<string, Reason> => {
  const at = (id: string) => model.indexOf.get(all.counts.get(id) ?? "") ?? -1
  const counts = claims.counts.flatMap(({ id, kind, released }): [string, Reason][] => {
    const index = at(id)
    if (index < 0 || kind === "scores") return []
    if (released && !model.known[index]) return [[id, "held back"]]
    if (model.seen[index]) return []
    return [[id, isSmall(model.variables[index]?.value ?? 0) ? "small" : "second"]]
  })
  const of = new Map(counts)
  const shares = claims.shares.flatMap(({ id, numerator, denominator }): [string, Reason][] => {
    const why = [numerator, denominator].flatMap((one) => of.get(one) ?? [])
    return why.length > 0 ? [[id, why.includes("small") ? "small" : "second"]] : []
  })
  const means = claims.means.flatMap(({ id, n }): [string, Reason][] => {
    const figure = model.figures.get(`mean:${all.meanKeys.get(id)}`)
    if (!figure || isOpen(model, figure)) return []
    return [[id, isSmall(model.variables[at(n)]?.value ?? 0) ? "small" : "second"]]
  })
  return Object.fromEntries([...counts, ...shares, ...means])
}

/** As `makeRelease`, with what proves it; and, for the test of its tests, without second cells. */
export const releaseWithProofs = (
  claims: Claims,
  earlier: readonly ReleaseTruth[],
  secondCells = true,
): Release & { model: Model; proofs: ReturnType<typeof protect>["proofs"] } => {
  const all = told(claims, earlier)
  const released = new Set(
    claims.counts.flatMap(({ id, released }) => (released ? [all.counts.get(id) ?? ""] : [])),
  )
  const model = modelOf(all, earlier, (key) => released.has(key))
  const { proofs, exposed } = protect(model, secondCells)
  return {
    table: tableOf(claims, model, all),
    truth: { ...all.added, ...addedBy(model, earlier), why: reasonsFor(claims, model, all) },
    exposed: exposed.map((index) => model.variables[index]?.id ?? ""),
    model,
    proofs,
  }
}

/**
 * The tables of a release: small counts hidden, and as little else as keeps them so, whatever was released before and
 * whoever of those that know figures of their own reads them.
 */
export const makeRelease: MakeRelease = (claims, earlier) => {
  const { table, truth, exposed } = releaseWithProofs(claims, earlier)
  return { table, truth, exposed }
}
