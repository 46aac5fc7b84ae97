import { core } from "../../kinds/expression-of-interest/core.ts"
import { sample } from "../../kinds/expression-of-interest/facts.ts"
import { type DecisionWord, decisions, isFunded } from "./decision-word.ts"
import type { Compared, Open } from "./seen.ts"

/** What somebody may compare. */
export type Comparable = Open & { compared: Compared }
export const isComparable = (one: Open): one is Comparable => one.compared !== undefined

/** One row of a table of the portfolio. Amounts are pence. */
export type Share = { of: string; applied: number; asked: number; funded: number; amount: number }

export type Waiting = {
  reference: string
  name: string
  place: number
  /** Pence: what they ask for. */
  asked: number
  /** Pence: what is decided, with this one and all before it on the list. */
  sum: number
  fits: boolean
}

export type Portfolio = {
  /** Pence. */
  envelope?: number
  /** Pence: the sum of what is decided. */
  decided: number
  /** Pence: below 0 where more is decided than there is. */
  remains?: number
  decisions: { decision: DecisionWord; count: number; amount: number }[]
  undecided: number
  regions: Share[]
  groups: Share[]
  reserves: Waiting[]
}

/** What is decided against what there is, made of nothing but what somebody may see. */
export const portfolioOf = (seen: Comparable[], envelope?: number): Portfolio => {
  const decided = sum(seen.map(amountOf))
  return {
    ...(envelope !== undefined && { envelope, remains: envelope - decided }),
    decided,
    decisions: (Object.keys(decisions) as DecisionWord[]).map((decision) => {
      const those = seen.filter(({ compared }) => compared.decided?.decision === decision)
      return { decision, count: those.length, amount: sum(those.map(amountOf)) }
    }),
    undecided: seen.filter(({ compared }) => !compared.decided).length,
    regions: sharesOf(seen, ({ region }) => [region ?? "Not known"]),
    groups: sharesOf(seen, ({ groups }) =>
      groups.length > 0 ? groups.map((id) => groupNames[id] ?? id) : ["Not said"],
    ),
    reserves: waitingOf(seen, decided, envelope),
  }
}

const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)

/** Pence that one has by what is decided. */
const amountOf = ({ compared: { decided } }: Comparable) =>
  decided && isFunded(decided.decision) ? (decided.amount ?? 0) : 0

const sharesOf = (seen: Comparable[], partsOf: (one: Comparable) => string[]): Share[] =>
  [...new Set(seen.flatMap(partsOf))].sort().map((of) => {
    const those = seen.filter((one) => partsOf(one).includes(of))
    return {
      of,
      applied: those.length,
      asked: sum(those.map(({ amount }) => amount ?? 0)),
      funded: those.filter(({ compared: { decided } }) => decided && isFunded(decided.decision)).length,
      amount: sum(those.map(amountOf)),
    }
  })

/** The reserve list in its order, each with what it would come to if all before it were promoted too. */
const waitingOf = (seen: Comparable[], decided: number, envelope?: number): Waiting[] => {
  const list = seen
    .flatMap(({ reference, name, amount = 0, compared: { decided } }) =>
      decided?.decision === "reserve" ? [{ reference, name, asked: amount, place: decided.place ?? 0 }] : [],
    )
    .sort((a, b) => a.place - b.place)
  return list.map((one, at) => {
    const until = decided + sum(list.slice(0, at + 1).map(({ asked }) => asked))
    return { ...one, sum: until, fits: envelope === undefined || until <= envelope }
  })
}

const groupNames: Record<string, string> =
  core(sample).find(({ id }) => id === "people")?.asks.groups?.shape.options ?? {}
