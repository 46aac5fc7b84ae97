import { desks } from "../../../shared/domain/actions/action.ts"
import { byScore, type Risk, type RiskFacts, scoreOf } from "../../../shared/domain/coaching/risk.ts"
import { proximities, riskCategories } from "../../../shared/domain/coaching/risk-words.ts"
import type { OnRegister } from "./desk.ts"

const columns = [
  "number",
  "risk",
  "about",
  "likelihood before",
  "impact before",
  "score before",
  "likelihood after",
  "impact after",
  "score after",
  "owner",
  "owner is of",
  "how soon",
  "next look",
]
const wholeColumns = ["what is done", "state", "why it is closed", "last look", "looked at by", "looks"]

/** The risks as rows, the highest first: every one for whoever sees the whole, the high ones for the department. */
export const riskRows = (register: OnRegister): string[][] =>
  register.view === "whole"
    ? [
        [...columns, ...wholeColumns],
        ...byScore(register.risks).map((one) => [...cellsOf(one), ...wholeCells(one)]),
      ]
    : [columns, ...register.high.map(cellsOf)]

const cellsOf = (one: Omit<RiskFacts, "doing"> & { id: string }): string[] => [
  String(Number(one.id)),
  one.title,
  riskCategories[one.category],
  String(one.before.likelihood),
  String(one.before.impact),
  String(scoreOf(one.before)),
  String(one.after.likelihood),
  String(one.after.impact),
  String(scoreOf(one.after)),
  one.owner.who,
  desks[one.owner.side],
  proximities[one.proximity],
  one.next,
]

const wholeCells = ({ doing = "", state, closings, looked, looks }: Risk): string[] => [
  doing,
  state,
  state === "closed" ? (closings.at(-1)?.because ?? "") : "",
  looked.at,
  looked.by.name,
  String(looks),
]
