import type { Decision } from "../../../shared/domain/selection/decision.ts"
import { decisions as decisionNames } from "../../../shared/domain/selection/decision-word.ts"
import type { Comparable } from "../../../shared/domain/selection/portfolio.ts"
import type { ScoreRow } from "../../../shared/domain/selection/ranking.ts"
import { exactWords } from "../../../shared/domain/selection/total.ts"
import { dateWords, stampWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import type { C } from "../../../shared/web/panel/here.ts"

const scoreHead = [
  "Reference",
  "Name",
  "Criterion",
  "Criterion in words",
  "Weight out of 100",
  "Reader",
  "Score 0 to 4",
  "Moderated score",
]

/** Whole numbers only: whoever has this file can work out the ranking again, to the last digit. */
export const scoresCsv = (rows: ScoreRow[]): string[][] => [
  scoreHead,
  ...rows.map(({ reference, name, criterion, title, weight, reader, score, moderated }) => [
    reference,
    name,
    criterion,
    title,
    String(weight),
    reader,
    String(score),
    moderated === undefined ? "" : String(moderated),
  ]),
]

/** One that is decided, with its decision that counts. */
export type DecidedRow = { one: Comparable; decision: Decision }

const decisionHead = [
  "Reference",
  "Name",
  "Decision",
  "Amount",
  "Place on the reserve list",
  "Asked for",
  "Total out of 100",
  "Reason",
  "Conditions",
  "How views were used",
  "Why a 0 goes ahead",
  "Why more than asked for",
  "Why decided anew",
  "Decided by",
  "Decided at",
  "Decision number",
]

export const decisionsCsv = (rows: DecidedRow[]): string[][] => [
  decisionHead,
  ...rows.map(({ one, decision }) => [
    one.reference,
    one.name,
    decisionNames[decision.decision],
    decision.amount === undefined ? "" : pounds(decision.amount),
    decision.place === undefined ? "" : String(decision.place),
    one.amount === undefined ? "" : pounds(one.amount),
    one.compared.total ? exactWords(one.compared.total.total) : "",
    decision.reason,
    decision.conditions.map(({ text, due }) => `${text} (by ${dateWords(due)})`).join("\n"),
    decision.viewsUsed ?? "",
    decision.zeroBecause ?? "",
    decision.overBecause ?? "",
    decision.anewBecause ?? "",
    decision.by.name,
    stampWords(new Date(decision.at)),
    String(decision.version),
  ]),
]

export const fileOf = (c: C, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
