import { choice, longText, money, repeated, yesNo } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { lineWords } from "../lines.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { isMoreThan } from "../variance.ts"
import { comparedHeads, openProfile } from "./against-profile.ts"

type Moving = { from?: string; to?: string; amount?: number }

/** Money moved between heads of cost, in what is left of the profile: what one has less the other has more. */
export const moving = (facts: ReturnFacts) => {
  if (comparedHeads(facts) !== heads) return []
  const options = Object.fromEntries(heads.map(({ id, label }) => [id, label]))
  const award = facts.site.award ?? 0
  return [
    section({
      id: "moving",
      title: "Money moved between heads of cost",
      minutes: 5,
      money: true,
      asks: {
        any: yesNo({
          label: "Do you move money from one head of cost to another?",
          called: "whether you move money from one head of cost to another",
          hint: "It moves in the quarters of your profile that are left.",
        }),
        moves: repeated({
          label: "What do you move?",
          called: "what you move",
          when: { question: "any", is: true },
          upTo: 10,
          calledRow: "move",
          of: {
            from: choice({ label: "From", called: "what it is taken from", options }),
            to: choice({ label: "To", called: "what it goes to", options }),
            amount: money({ label: "Amount", called: "the amount", least: 1 }),
            kind: choice({
              label: "Is it spent so already?",
              called: "whether it is spent so already",
              options: { actual: "Yes", forecast: "No, it will be" },
            }),
            why: longText({ label: "Why?", called: "why it is moved", words: 100 }),
          },
        }),
      },
      checks: [
        {
          at: "moves",
          needs: ["moves"],
          holds: ({ any, moves }) => !any || moves.every(({ from, to }) => !from || from !== to),
          otherwise: "Money is moved from one head of cost to another: select two",
        },
        {
          at: "moves",
          needs: ["moves"],
          holds: ({ any, moves }) => !any || tooMuch(facts, moves) === undefined,
          otherwise: ({ moves }) => tooMuch(facts, moves) ?? "",
        },
        {
          at: "moves",
          needs: ["moves"],
          weighs: "warning",
          holds: ({ any, moves }) => !any || !isMoreThan(10, movedInAll(facts, moves), award),
          otherwise: ({ moves }) =>
            `With this you move ${pounds(movedInAll(facts, moves))} in all, which is more than 10 % of your award: it needs the Department’s approval`,
        },
      ],
    }),
  ]
}

const total = (rows: readonly Moving[]) => rows.reduce((sum, { amount = 0 }) => sum + amount, 0)

const movedInAll = ({ funding }: ReturnFacts, rows: readonly Moving[]) =>
  total((funding?.earlier ?? []).flatMap(({ posting }) => posting.virements)) + total(rows)

/** The first head that has less left in the profile than is taken from it. */
const tooMuch = (facts: ReturnFacts, rows: readonly Moving[]): string | undefined => {
  if (!facts.funding) return undefined
  const open = openProfile(facts)
  for (const { id } of heads) {
    const taken = total(rows.filter(({ from }) => from === id))
    const left = open[id] ?? 0
    if (taken > left)
      return `${lineWords(id)} has ${pounds(left)} left in the profile: you cannot move ${pounds(taken)} from it`
  }
  return undefined
}
