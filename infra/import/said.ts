import { findPersonalData } from "../../shared/values/personal-data.ts"

/** What became of one row of a file. `at` is the address of the session's page. */
export type Outcome = {
  number: number
  id?: string
  became: "taken over" | "already there" | "refused"
  at?: string
  because?: string
  notes: string[]
}

/** One line a row, what has to be known of it below, and at the end counts that add up to the rows of the file. */
export const outcomeLines = ({ number, id, became, at, because, notes }: Outcome, dry: boolean): string[] => [
  [
    `row ${number}`.padEnd(9),
    shownId(id).padEnd(20),
    wordsOf(became, dry).padEnd(dry ? 21 : 14),
    at ?? because ?? "",
  ]
    .join(" ")
    .trimEnd(),
  ...notes.map((note) => `            ${note}`),
]

const wordsOf = (became: Outcome["became"], dry: boolean) =>
  dry && became === "taken over" ? "would be taken over" : became

/** An id is shown as it is, unless it is long or looks like somebody's own. */
const shownId = (id = ""): string => {
  const personal = findPersonalData(id, { workMailDomains: [], today: "9999-12-31" }).length > 0
  return personal ? "(id not shown)" : id.length > 40 ? `${id.slice(0, 39)}…` : id
}

export const totalLines = (all: Outcome[], empty: number[], dry: boolean): string[] => {
  const counted = (became: Outcome["became"]) => all.filter((one) => one.became === became).length
  const rows = all.length === 1 ? "1 row" : `${all.length} rows`
  return [
    `${rows}: ${counted("taken over")} ${wordsOf("taken over", dry)}, ${counted("already there")} already there, ${counted("refused")} refused.`,
    ...(empty.length > 0
      ? [
          `Besides, ${empty.length} empty: ${empty.length > 10 ? `${empty.slice(0, 10).join(", ")} …` : empty.join(", ")}.`,
        ]
      : []),
    ...(dry ? ["Nothing was written: this was a dry run."] : []),
  ]
}
