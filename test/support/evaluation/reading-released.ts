import {
  type CellSays,
  everySite,
  type MeasureTable,
} from "../../../shared/domain/evaluation/analysis/table.ts"
import { atWords } from "../../../shared/domain/evaluation/analysis/words.ts"
import type { Unit } from "../../../shared/kinds/measures/measure.ts"
import { dateWords } from "../../../shared/values/london.ts"

/** A number as it stands somewhere, or its mark. */
export type Token = number | "[c]" | "[x]"
export type Part = "count" | "numerator" | "denominator" | "share" | "n" | "mean"
/** One cell as it was read: where, all numbers and marks in it in their order, and which number is what. */
export type Seen = {
  place: string
  measure: string
  at: string
  tokens: Token[]
  parts: Partial<Record<Part, Token>>
  asItIs: boolean
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
}
export const plain = (html: string) =>
  html
    .replace(/<span class="beside/g, "; <span")
    .replace(/<[^>]*>/g, "")
    .replace(/&[a-z#0-9]+;/g, (one) => entities[one] ?? one)
    .trim()

export const tokensIn = (text: string): Token[] =>
  [...text.matchAll(/\[[cx]\]|\d[\d,]*(?:\.\d+)?/g)].map(([one]) =>
    one === "[c]" || one === "[x]" ? one : Number(one.replaceAll(",", "")),
  )

const token = (text: string): Token => tokensIn(text)[0] ?? Number.NaN

const partsIn = (text: string): Seen["parts"] => {
  const [main = ""] = text.split("; ")
  const share = /^(?:(\d+)% \()?(\S+) of ([^\s)]+)\)?$/.exec(main)
  if (share)
    return {
      ...(share[1] && { share: token(share[1]) }),
      numerator: token(share[2] ?? ""),
      denominator: token(share[3] ?? ""),
    }
  const average = /^(\S+) \(of ([^\s)]+)\)$/.exec(main)
  if (average) return { mean: token(average[1] ?? ""), n: token(average[2] ?? "") }
  return /^[\d,]+$/.test(main) ? { count: token(main) } : {}
}

const marked = (text: string) => text.split("; ").some((one) => one.trim() === "as it is")

type Where = { place?: string; measure?: string }

/** Every cell of every table of a page; `of` is what the whole page is about. */
export const tablesIn = (html: string, of: Where): Seen[] =>
  [...html.matchAll(/<table[\s\S]*?<\/table>/g)].flatMap(([table]) => {
    const caption = plain(/<caption[^>]*>([\s\S]*?)<\/caption>/.exec(table)?.[1] ?? "")
    const head = [...table.matchAll(/<th scope="col"[^>]*>([\s\S]*?)<\/th>/g)].map(([, one = ""]) =>
      plain(one),
    )
    return [...table.matchAll(/<tr class="govuk-table__row"[^>]*>\s*<th scope="row"[\s\S]*?<\/tr>/g)].flatMap(
      ([row]) => {
        const label = plain(/<th scope="row"[^>]*>([\s\S]*?)<\/th>/.exec(row)?.[1] ?? "")
        const place =
          head[0] === "Site" ? label : (of.place ?? caption.replace(/,? (together|month by month).*/, ""))
        const measure = head[0] === "Site" ? (of.measure ?? "") : label
        return [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].flatMap(([, cell = ""], nth) => {
          const text = plain(cell)
          const at = head[nth + 1] ?? ""
          if (text === "not asked") return []
          const asItIs = marked(text)
          return [{ place, measure, at, tokens: tokensIn(text), parts: partsIn(text), asItIs }]
        })
      },
    )
  })

/** Every number of the pictures of a page, in what they say and in what is written beside them; the scale is not one. */
export const picturesIn = (html: string): Token[] =>
  [...html.matchAll(/<figure class="chart">[\s\S]*?<\/figure>/g)].flatMap(([figure]) => {
    const texts = [...figure.matchAll(/<(h2|title|desc|text)([^>]*)>([\s\S]*?)<\/\1>/g)]
    const said = texts.filter(([, , how = "", text]) => !how.includes('text-anchor="end"') && text !== "0")
    return said.flatMap(([, , , text = ""]) =>
      tokensIn(
        plain(text)
          .replace(/\b20\d\d\b/g, "")
          .replace(/^\[c\] hidden$|^\[c\] and hatched.*/, ""),
      ),
    )
  })

export const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ""

/** What stands on a page besides its tables and pictures. */
export const besidesIn = (html: string): Token[] =>
  tokensIn(
    plain(
      mainOf(html)
        .replace(/<table[\s\S]*?<\/table>/g, "")
        .replace(/<figure class="chart">[\s\S]*?<\/figure>/g, ""),
    ),
  )

const fields = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, one = ""]) =>
    one.startsWith('"') ? one.slice(1, -1).replaceAll('""', '"') : one,
  )

/** Every row of a file that is a cell. */
export const rowsIn = (csv: string, unitOf: (measure: string) => Unit): Seen[] =>
  csv
    .replace(/^\ufeff/, "")
    .split("\r\n")
    .slice(1)
    .map(fields)
    .filter(([, measure]) => measure)
    .map(([place = "", measure = "", at = "", number = "", of = "", percent = "", , words = ""]) => ({
      place,
      measure,
      at,
      tokens: tokensIn(words),
      parts: at === "Change" || number === "[x]" ? {} : partsOfRow(unitOf(measure), [number, of, percent]),
      asItIs: marked(words),
    }))

const partsOfRow = (unit: Unit, [number = "", of = "", percent = ""]: string[]): Seen["parts"] => {
  if (unit === "count") return { count: token(number) }
  if (unit === "share")
    return { numerator: token(number), denominator: token(of), ...(percent && { share: token(percent) }) }
  return { mean: token(number), ...(of && { n: token(of) }) }
}

/** Every cell of a table as the API gives it. */
export const cellsIn = (table: MeasureTable): (Seen & { beside: Token[] })[] =>
  table.cells.map(({ place, measure, at, says, released, interval, of }) => ({
    place: placeName(table, place),
    measure: table.measures.find(({ key }) => key === measure)?.measure.name ?? "",
    at: atWords(at),
    tokens: tokensOf(says),
    parts: partsOf(says),
    asItIs: released ?? false,
    beside: [
      ...(interval ? [interval.low, interval.high] : []),
      ...(of && of.missing > 0 && !("gap" in says) ? [of.sites, of.missing] : []),
    ],
  }))

const partsOf = (says: CellSays): Seen["parts"] => {
  if ("gap" in says || "change" in says) return {}
  if (!("amount" in says)) return says
  return { mean: says.amount, ...(says.n !== undefined && { n: says.n }) }
}

/** The numbers of a cell as words put them; what is hidden whole is one mark. */
const tokensOf = (says: CellSays): Token[] => {
  if ("gap" in says) return ["[x]", ...(says.knownBy ? tokensIn(dateWords(says.knownBy)) : [])]
  if ("count" in says) return [says.count]
  if ("change" in says)
    return says.change === 0 ? [] : [typeof says.change === "number" ? Math.abs(says.change) : says.change]
  if ("numerator" in says) {
    const { numerator, denominator, share } = says
    if (numerator === "[c]" && denominator === "[c]") return ["[c]"]
    return [...(typeof share === "number" ? [share] : []), numerator, denominator]
  }
  const main = "mean" in says ? says.mean : says.amount
  return main === "[c]" || says.n === undefined ? [main] : [main, says.n]
}

export const placeName = (table: MeasureTable, place: string) =>
  place === everySite ? "All sites" : (table.sites.find((one) => one.organisation === place)?.name ?? place)
