import type { Answers } from "../../../form/question.ts"
import { problemsIn, type Section } from "../../../form/section.ts"
import { londonDate } from "../../../values/london.ts"
import { type Finding, findPersonalData } from "../../../values/personal-data.ts"
import { sessionForm } from "../session-form.ts"
import { sessionMore } from "../session-more.ts"
import { cellIn, type Row } from "./cells.ts"
import { textColumns } from "./columns.ts"
import type { ImportMap } from "./map.ts"

/** What the coach has to do with a draft before it can be shared: what is too long, and what is not there. */
export const beforeSharing = (
  { core, more }: { core: Answers; more: Answers },
  { now, ends }: { now: Date; ends: boolean },
): string[] => {
  const form = sessionForm({ now, ends })
  const tooMuch = [...beyond(form, core), ...beyond(sessionMore, more)]
  const missing = problemsIn(form, core).filter(({ question }) => core[question] === undefined)
  return [
    ...tooMuch.map((says) => `Kept as it is, to change before it is shared: ${says}`),
    ...(missing.length > 0 ? [`To fill in before it is shared: ${missing.map(askedFor).join("; ")}`] : []),
    ...withoutDay(core),
  ]
}

const askedFor = ({ says }: { says: string }) => says.replace(/^(?:Enter|Select) /, "")

const withoutDay = ({ actions }: Answers) =>
  Array.isArray(actions) && actions.some((one) => !Object.hasOwn(one as object, "due"))
    ? ["To fill in before it is shared: the day that actions are due"]
    : []

/** What a question of the form would not take, in its own words: of an action, by its place. */
const beyond = ({ asks }: Section, answers: Answers): string[] =>
  Object.entries(answers).flatMap(([key, answer]) =>
    (asks[key]?.schema.safeParse(answer).error?.issues ?? []).map(({ path, message }) =>
      typeof path[0] === "number" && key === "actions" ? `action ${path[0] + 1}: ${message}` : message,
    ),
  )

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
