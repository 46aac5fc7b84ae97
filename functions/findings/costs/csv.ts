import {
  beneficiaries,
  type CostLine,
  type Costs,
  confidences,
  effects,
  sorts,
  worthOf,
} from "../../../shared/domain/evaluation/costs/costs.ts"
import { priceYearWords } from "../../../shared/domain/evaluation/costs/words.ts"

const inPounds = (pence: number) => (pence / 100).toFixed(2)

const columns: [string, (one: CostLine) => string][] = [
  ["what changed", ({ change }) => change],
  ["shown by", ({ shownBy }) => shownBy],
  ["effect", ({ effect }) => effects[effect]],
  ["count, least", ({ count }) => String(count.low)],
  ["count, most", ({ count }) => String(count.high)],
  ["each costs, least, pounds", ({ unit }) => inPounds(unit.low)],
  ["each costs, most, pounds", ({ unit }) => inPounds(unit.high)],
  ["worth, least, pounds", (one) => inPounds(worthOf(one).low)],
  ["worth, most, pounds", (one) => inPounds(worthOf(one).high)],
  ["prices of", ({ priceYear }) => priceYearWords(priceYear)],
  ["source", ({ source }) => source],
  ["confidence", ({ confidence }) => confidences[confidence]],
  ["of use to", ({ benefits }) => beneficiaries[benefits]],
  ["sort of value", ({ sort }) => sorts[sort]],
]

/** A row for each line, fiscal and social by their sort: no total is among them. */
export const costRows = ({ lines }: Costs): string[][] => [
  columns.map(([title]) => title),
  ...lines.map((one) => columns.map(([, says]) => says(one))),
]
