import type { Value } from "../../../kinds/measures/figure.ts"
import { percentage } from "../disclosure/rule.ts"
import {
  type CellAt,
  type CellSays,
  hiddenMark,
  type MeasureCell,
  type MeasureTable,
  type Quantity,
} from "./table.ts"

/** From how many a range is given for a share; below it, too few to say. */
export const enoughForRange = 30
/** The same for an average, of which no range is given: its spread is not asked for. */
const enoughForAverage = 10

/** What a cell says of a value, with nothing worked out yet. */
export const saysOf = (value: Value): CellSays => {
  if ("notKnown" in value) return { gap: "not known", because: value.notKnown, knownBy: value.knownBy }
  if ("notApplicable" in value) return { gap: "not applicable", because: value.notApplicable }
  return { ...value }
}

/**
 * What follows from the numbers of a cell and from nothing else: the share, the range it most likely lies in, and
 * whether there are too few to say anything. Of what is hidden nothing follows.
 */
export const withWhatFollows = (cell: MeasureCell): MeasureCell => {
  const { says } = cell
  if ("numerator" in says) {
    const share = says.share ?? shareOf(says)
    if (share === undefined) return cell
    const after = { ...cell, says: { ...says, share } }
    if (typeof share !== "number" || typeof says.denominator !== "number") return after
    return says.denominator < enoughForRange
      ? { ...after, few: true }
      : { ...after, interval: wilson(share / 100, says.denominator) }
  }
  if ("mean" in says && typeof says.n === "number" && says.n < enoughForAverage) return { ...cell, few: true }
  return cell
}

const shareOf = ({ numerator, denominator }: { numerator: Quantity; denominator: Quantity }) => {
  if (typeof numerator !== "number" || typeof denominator !== "number") return hiddenMark
  return denominator === 0 ? undefined : percentage(numerator, denominator)
}

/** The range of Wilson in which a share most likely lies, 95 times in 100, in whole percentages. */
const wilson = (given: number, n: number) => {
  const z = 1.96
  const share = Math.min(1, given)
  const middle = share + z ** 2 / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  const percent = (one: number) => Math.round((100 * one) / (1 + z ** 2 / n))
  return { low: Math.max(0, percent(middle - half)), high: Math.min(100, percent(middle + half)) }
}

/** The number of a cell that a change and a picture are about. */
export const mainOf = (says: CellSays): Quantity | undefined => {
  if ("count" in says) return says.count
  if ("numerator" in says) return says.share
  if ("mean" in says) return says.mean
  if ("amount" in says) return says.amount
  return undefined
}

/** From baseline to final, wherever both are asked: worked out from what the two cells show. */
export const changesIn = (cells: readonly MeasureCell[]): MeasureCell[] => {
  const at = (when: CellAt) =>
    new Map(cells.filter((one) => one.at === when).map((one) => [`${one.measure} ${one.place}`, one]))
  const finals = at("final")
  return [...at("baseline")].flatMap(([name, before]) => {
    const after = finals.get(name)
    return after ? [changeOf(before, after, sameSites(cells, before, after))] : []
  })
}

const changeOf = (before: MeasureCell, after: MeasureCell, same: boolean): MeasureCell => {
  const cell = { place: after.place, measure: after.measure, at: "change" as const }
  for (const { says } of [after, before]) if ("gap" in says) return { ...cell, says: { gap: says.gap } }
  if (!same) return { ...cell, says: { gap: "not the same sites" } }
  const [was, is] = [mainOf(before.says), mainOf(after.says)]
  const unit = "numerator" in after.says ? ("points" as const) : ("number" as const)
  if (was === undefined || is === undefined) return { ...cell, says: { gap: "not applicable" } }
  if (was === hiddenMark || is === hiddenMark) return { ...cell, says: { change: hiddenMark, in: unit } }
  if (before.released !== after.released) return { ...cell, says: { gap: "one is rounded" } }
  const few = before.few || after.few ? { few: true as const } : {}
  return { ...cell, says: { change: rounded(is - was), in: unit }, ...few }
}

const rounded = (one: number) => Math.round(one * 100) / 100

/** Whether a total is of the same sites at both times. A gap is no secret. */
const sameSites = (cells: readonly MeasureCell[], before: MeasureCell, after: MeasureCell) => {
  if (before.of === undefined || after.of === undefined) return true
  const sitesAt = ({ measure, at }: MeasureCell) =>
    cells
      .filter((one) => one.measure === measure && one.at === at && !one.of && !("gap" in one.says))
      .map(({ place }) => place)
      .sort()
      .join()
  return sitesAt(before) === sitesAt(after)
}

/** The columns that a table has, in order. */
export const columnsOf = (cells: readonly MeasureCell[]): MeasureTable["at"] => {
  const has = new Set(cells.map(({ at }) => at))
  const months = [...has].filter((at) => /^\d/.test(at)).sort()
  return [
    ...(["baseline", "midpoint", "final", "change"] as const).filter((at) => has.has(at)),
    ...months,
    ...(["months"] as const).filter((at) => has.has(at)),
  ]
}
