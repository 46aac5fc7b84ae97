import type { Answers } from "../../../form/question.ts"
import { londonDate } from "../../../values/london.ts"
import { type Finding, findPersonalData } from "../../../values/personal-data.ts"
import { sessionForm } from "../session-form.ts"
import { sessionMore } from "../session-more.ts"
import { unready } from "../session-ready.ts"
import { cellIn, type Row } from "./cells.ts"
import { textColumns } from "./columns.ts"
import type { ImportMap } from "./map.ts"

/**
 * What the coach has to do with a draft before it can be shared, as its own page says it: what no question takes as it is,
 * and what is not there. Who is named is said by the columns of the row (`personalDataIn`).
 */
export const beforeSharing = (
  text: { core: Answers; more: Answers },
  { now, ends }: { now: Date; ends: boolean },
): string[] => {
  const all = unready([sessionForm({ now, ends }), sessionMore], text, now)
  const missing = all.filter(({ because }) => because === "missing")
  const days = missing.filter(({ part }) => part?.endsWith(".due"))
  const others = missing.filter((one) => !days.includes(one))
  return [
    ...all
      .filter(({ because }) => because === "wrong")
      .map(({ says }) => `Kept as it is, to change before it is shared: ${says}`),
    ...(others.length > 0 ? [`To fill in before it is shared: ${others.map(askedFor).join("; ")}`] : []),
    ...(days.length > 0 ? ["To fill in before it is shared: the day that actions are due"] : []),
  ]
}

const askedFor = ({ says }: { says: string }) => says.replace(/^(?:Enter|Select) /, "")

export type Found = { column: string; finding: Finding }

/** What looks like personal data in a row: in what goes into answers, and in what is only kept beside them. */
export const personalDataIn = (row: Row, map: ImportMap, now: Date): { texts: Found[]; beside: Found[] } => {
  const inTexts = new Set(textColumns(map))
  const today = londonDate(now)
  const all = Object.keys(row).flatMap((column) =>
    findPersonalData(cellIn(row, column), { workMailDomains: [], today }).map((finding) => ({
      column,
      finding,
    })),
  )
  return {
    texts: all.filter(({ column }) => inTexts.has(column)),
    beside: all.filter(({ column }) => !inTexts.has(column)),
  }
}

/** "Notes: word 12 looks like an email address." */
export const foundWords = ({ column, finding: { says, severity } }: Found): string => {
  const [what = ""] = says.split(". ")
  const then =
    severity === "block" ? "It has to be taken out before it is shared." : "Look at it before it is shared."
  return `${column}: ${what.charAt(0).toLowerCase()}${what.slice(1)}. ${then}`
}
