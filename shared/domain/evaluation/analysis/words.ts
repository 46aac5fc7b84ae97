import type { Measure } from "../../../kinds/measures/measure.ts"
import { points } from "../../../kinds/measures/measure.ts"
import { dateWords, monthWords } from "../../../values/london.ts"
import { isMonth } from "./gathered.ts"
import {
  type CellAt,
  gaps,
  hiddenMark,
  type MeasureCell,
  type MeasureTable,
  missingMark,
  type Quantity,
} from "./table.ts"

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 })
const inTenths = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const numberWords = (one: Quantity) => (one === hiddenMark ? hiddenMark : grouped.format(one))
const scoreWords = (one: Quantity) => (one === hiddenMark ? hiddenMark : inTenths.format(one))

export const atWords = (at: CellAt): string => {
  if (at === "change") return "Change"
  if (at === "months") return "To date"
  return isMonth(at) ? monthWords(`${at}-01`) : points[at as keyof typeof points]
}

/** What a cell says, in one line; a gap is said, and is never empty or 0. */
export const cellWords = ({ says }: Pick<MeasureCell, "says">): string => {
  if ("gap" in says) return `${missingMark} ${gaps[says.gap]}`
  if ("count" in says) return numberWords(says.count)
  if ("numerator" in says) return shareWords(says)
  if ("mean" in says) return says.mean === hiddenMark ? hiddenMark : ofWords(scoreWords(says.mean), says.n)
  if ("change" in says) return changeWords(says.change, says.in)
  return says.amount === hiddenMark ? hiddenMark : ofWords(numberWords(says.amount), says.n)
}

const ofWords = (score: string, n: Quantity | undefined) =>
  n === undefined ? score : `${score} (of ${numberWords(n)})`

type Share = { numerator: Quantity; denominator: Quantity; share?: Quantity }

const shareWords = ({ numerator, denominator, share }: Share) => {
  if (numerator === hiddenMark && denominator === hiddenMark) return hiddenMark
  const counted = `${numberWords(numerator)} of ${numberWords(denominator)}`
  return typeof share === "number" ? `${share}% (${counted})` : counted
}

const changeWords = (change: Quantity, unit: "number" | "points") => {
  if (change === hiddenMark) return hiddenMark
  if (change === 0) return "no difference"
  const by = `${change > 0 ? "+" : "−"}${grouped.format(Math.abs(change))}`
  if (unit === "number") return by
  return `${by} percentage point${Math.abs(change) === 1 ? "" : "s"}`
}

/** How sure a number is: at the points, and in a file. */
export const sureOf = ({ interval, few }: MeasureCell): string[] => [
  ...(interval ? [`most likely between ${interval.low}% and ${interval.high}%`] : []),
  ...(few ? ["too few to say"] : []),
]

/** Whatever else there is to say of a cell: each a line of its own beside it. */
export const besideCell = (cell: MeasureCell): string[] => {
  const { says, of, imported, released, asReleased } = cell
  return [
    ...("gap" in says && says.knownBy ? [`known by ${dateWords(says.knownBy)}`] : []),
    ...("gap" in says && says.because ? [says.because] : []),
    ...(of && of.missing > 0 && !("gap" in says)
      ? [`from ${sitesWords(of.sites)}, ${of.missing} not there yet`]
      : []),
    ...(released ? ["as it is"] : []),
    ...(asReleased ? ["people’s own answers, as released"] : []),
    ...(imported ? ["taken over from a file"] : []),
  ]
}

const sitesWords = (sites: number) => `${sites} ${sites === 1 ? "site" : "sites"}`

/** How a measure adds up, in a line. */
export const addsUpWords = ({ unit, acrossSites, acrossTime }: Measure): string => {
  const across =
    unit === "share"
      ? "Over sites, everybody counted is set over everybody asked about"
      : unit === "mean" || (unit === "amount" && acrossSites !== "sum")
        ? "Over sites it is the average, weighted by how many"
        : "Sites are added up"
  const time = acrossTime === "sum" ? "months are added up" : "of months the last one counts"
  return `${across}; ${time}.`
}

/** The name of a site, or of all of them. */
export const placeWords = (table: Pick<MeasureTable, "sites">, place: string) =>
  table.sites.find(({ organisation }) => organisation === place)?.name ?? "All sites"

export const measureOf = (table: Pick<MeasureTable, "measures">, key: string) =>
  table.measures.find((one) => one.key === key)?.measure

export const trueWarning = "True counts: for the site, its coach and the evaluator. Do not pass them on."
