import type { Answers } from "../../../form/question.ts"
import { choice, longText, money, text, wholeNumber } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { beneficiaries, type CostLine, confidences, costLine, effects, sorts } from "./costs.ts"

/** More of anything than a pilot changes, at more than anything of it costs: a sum of lines stays whole. */
const most = { count: 10_000, unit: 100_000_000 }

/** What is asked of one line. */
export const costForm = (title: string) =>
  section({
    id: "line",
    title,
    minutes: 5,
    intro:
      "Always from the least to the most: where you are sure, both are the same. Small counts stay with evaluators: others read totals in a report, to the nearest thousand pounds.",
    asks: {
      change: text({
        label: "What changed?",
        called: "what changed",
        hint: "Such as: days in a hospital far from home",
        upTo: 120,
      }),
      shownBy: text({
        label: "Which measure shows it, or what else?",
        called: "which measure shows it",
        upTo: 160,
      }),
      effect: choice({
        label: "Is it saved or gained, or does it cost more?",
        called: "whether it is saved or costs more",
        options: effects,
      }),
      countLow: wholeNumber({
        label: "How many, at the least?",
        called: "how many at the least",
        most: most.count,
      }),
      countHigh: wholeNumber({
        label: "How many, at the most?",
        called: "how many at the most",
        most: most.count,
      }),
      unitLow: money({
        label: "What each costs at the least, in pounds",
        called: "what each costs at the least",
        most: most.unit,
      }),
      unitHigh: money({
        label: "What each costs at the most, in pounds",
        called: "what each costs at the most",
        most: most.unit,
      }),
      priceYear: wholeNumber({
        label: "In which year’s prices?",
        called: "the year of the prices",
        hint: "The year in which the financial year begins: 2017 for 2017 to 2018",
        least: 2000,
        most: 2100,
      }),
      source: longText({
        label: "Where do the figures come from?",
        called: "where the figures come from",
        hint: "Such as: the unit costs of health and social care of that year, with the page",
        words: 60,
      }),
      confidence: choice({ label: "How sure is it?", called: "how sure it is", options: confidences }),
      benefits: choice({
        label: "Whom is it of use to?",
        called: "whom it is of use to",
        options: beneficiaries,
      }),
      sort: choice({
        label: "Which sort of value is it?",
        called: "which sort of value it is",
        options: sorts,
      }),
    },
    checks: [
      {
        at: "countHigh",
        needs: ["countLow", "countHigh"],
        holds: ({ countLow, countHigh }) => countLow <= countHigh,
        otherwise: ({ countLow }) => `How many at the most must be ${countLow} or more`,
      },
      {
        at: "unitHigh",
        needs: ["unitLow", "unitHigh"],
        holds: ({ unitLow, unitHigh }) => unitLow <= unitHigh,
        otherwise: "What each costs at the most must not be less than at the least",
      },
    ],
  })

export const lineFrom = (id: string, answers: Answers): CostLine => {
  const { countLow, countHigh, unitLow, unitHigh, ...rest } = answers
  return costLine.parse({
    ...rest,
    id,
    count: { low: countLow, high: countHigh },
    unit: { low: unitLow, high: unitHigh },
  })
}

export const answersFrom = ({ id: _, count, unit, ...rest }: CostLine): Answers => ({
  ...rest,
  countLow: count.low,
  countHigh: count.high,
  unitLow: unit.low,
  unitHigh: unit.high,
})
