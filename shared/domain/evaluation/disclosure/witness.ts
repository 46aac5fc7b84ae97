import { type Domains, isActive, mayHide } from "./domains.ts"
import { boundsOf, type Figure, isOpen, type Limit, type Model, type Telling } from "./model.ts"
import { toNearestFive } from "./rule.ts"

/** Other values than the true ones, by the index of a variable: with them, everybody would see the very same. */
export type Witness = ReadonlyMap<number, number>

/** Whom a count is kept from: everybody, or somebody who knows figures of their own. */
export type Question = { target: number; knower?: string | undefined; telling: Telling }

/** What of the table has to go for a witness, and how much is lost with it. */
export type Answer = { witness: Witness; counts: number[]; figures: Figure[]; loss: number }

/** How much is lost with a cell, from what everybody sees of it: totals are what a table is read for. */
const lossOf = (model: Model, index: number): number => {
  const { value } = model.variables[index] ?? { value: 0 }
  const figures = (model.figuresOf[index] ?? []).filter((one) => isOpen(model, one)).length
  const size = toNearestFive(value) <= 10 ? 3 : 4
  return (
    size +
    figures +
    (model.sharesOf[index] ?? 0) +
    (model.isTotal[index] ? 3 : 0) +
    (model.known[index] ? 20 : 0)
  )
}

const activity = ({ at, by }: Limit, valueIn: (index: number) => number): number => {
  let sum = 0
  for (let k = 0; k < at.length; k++) sum += (by[k] as number) * valueIn(at[k] as number)
  return sum
}
const isBroken = ({ least, most }: Limit, sum: number) => sum < least || sum > most

/** Whether with these values everybody would see the same: every limit is looked at that holds one of them. */
export const holds = (model: Model, witness: Witness, { target, knower, telling }: Question): boolean => {
  const valueIn = (index: number) => witness.get(index) ?? (model.variables[index]?.value as number)
  if (valueIn(target) === model.variables[target]?.value) return false
  for (const [index, value] of witness) {
    const variable = model.variables[index]
    if (!variable || !Number.isInteger(value)) return false
    if (knower !== undefined && variable.knownTo.includes(knower)) return false
    const [least, most] = boundsOf(model, index, { target, telling })
    if (value < least || value > most) return false
    for (const one of model.limitsOf[index] ?? []) {
      const limit = model.limits[one] as Limit
      if (isActive(model, limit, false) && isBroken(limit, activity(limit, valueIn))) return false
    }
  }
  return model.differ.every(([one, other]) => valueIn(one) !== valueIn(other))
}

/** By how much one variable has to move for a limit to hold again. */
const mending = ({ least, most }: Limit, sum: number, by: number): number => {
  const needed = sum < least ? least - sum : most - sum
  return Math.ceil(Math.abs(needed) / Math.abs(by) - 1e-9) * Math.sign(needed) * Math.sign(by)
}

/** What would have to be hidden for these values: what is seen of them would be another. */
const lostBy = (model: Model, domains: Domains, question: Question): Omit<Answer, "witness"> => {
  const counts: number[] = []
  const figures = new Set<Figure>()
  let loss = 0
  const moved = domains.moved()
  for (const index of moved) {
    if (!mayHide(model, index)) continue
    const [least, most] = boundsOf(model, index, question)
    const value = domains.likely(index)
    if (least <= value && value <= most) continue
    counts.push(index)
    loss += lossOf(model, index)
  }
  for (const index of moved)
    for (const one of model.limitsOf[index] ?? []) {
      const limit = model.limits[one] as Limit
      if (!limit.shows || figures.has(limit.shows) || limit.shows.settled || !isOpen(model, limit.shows))
        continue
      if (counts.includes(limit.shows.of)) continue
      if (!isBroken(limit, activity(limit, domains.likely))) continue
      figures.add(limit.shows)
      loss += 1
    }
  return { counts, figures: [...figures], loss }
}

type Choice = { index: number; wish: number; rank: number }

/** How the next to move is chosen: where one way does not come to an end, another may. */
export type Way = "few limits" | "few values"

/** More values than this are not tried of one variable. */
const enough = 9

/**
 * Looks for other values by mending: the count is given another, and for each limit that this breaks some variable of it
 * is given a value, what would mend it before any other, until nothing is broken. With some `loss` it looks as if all
 * were hidden that may be, and says what of it has to be. Deterministic: how long it looks is counted in steps.
 */
export const searchFor = (
  model: Model,
  domains: Domains,
  question: Question,
  { loss, steps, way }: { loss: number; steps: number; way: Way },
): Answer | undefined => {
  const isLoose = loss > 0
  domains.begin(question, isLoose)
  let left = steps

  const narrowestBroken = (): { limit: Limit; sum: number } | undefined => {
    let found: { limit: Limit; sum: number } | undefined
    let fewest = Number.POSITIVE_INFINITY
    for (const index of domains.moved())
      for (const one of model.limitsOf[index] ?? []) {
        const limit = model.limits[one] as Limit
        if (limit.at.length >= fewest || !isActive(model, limit, isLoose)) continue
        const sum = activity(limit, domains.likely)
        if (!isBroken(limit, sum)) continue
        found = { limit, sum }
        fewest = limit.at.length
      }
    return found
  }

  const bestOf = (limit: Limit, sum: number): Choice | undefined => {
    let best: Choice | undefined
    for (let k = 0; k < limit.at.length; k++) {
      const index = limit.at[k] as number
      if (domains.isSettled(index)) continue
      const was = domains.likely(index)
      const mended = was + mending(limit, sum, limit.by[k] as number)
      const wish = Math.min(Math.max(mended, domains.low(index)), domains.high(index))
      const [least, most] = boundsOf(model, index, question)
      const isLost = mayHide(model, index) && !(least <= wish && wish <= most)
      const wide = Math.min(domains.high(index) - domains.low(index), 50)
      const degree = (model.limitsOf[index] ?? []).length
      const rank =
        (way === "few limits" ? degree + wide / 100 : wide + degree / 100) +
        (wish === was ? 1000 : wish === mended ? 0 : 100) +
        (isLost ? 10_000 * lossOf(model, index) : 0)
      if (!best || rank < best.rank || (rank === best.rank && index < best.index))
        best = { index, wish, rank }
    }
    return best
  }

  const valuesOf = ({ index, wish }: Choice): number[] => {
    const [low, high] = [domains.low(index), domains.high(index)]
    const true_ = model.variables[index]?.value as number
    const near = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5].map((step) => true_ + step)
    const some = [wish, ...near].filter((value) => low <= value && value <= high)
    return [...new Set(some)].slice(0, enough)
  }

  const mended = (): Answer | undefined => {
    if (left-- <= 0) return
    const lost = isLoose ? lostBy(model, domains, question) : { counts: [], figures: [], loss: 0 }
    if (lost.loss > loss) return
    const broken = narrowestBroken()
    if (!broken) {
      const witness = new Map<number, number>()
      for (const index of domains.moved())
        if (domains.likely(index) !== model.variables[index]?.value) witness.set(index, domains.likely(index))
      return { witness, ...lost }
    }
    const next = bestOf(broken.limit, broken.sum)
    if (!next) return
    for (const value of valuesOf(next)) {
      const found = given(next.index, value)
      if (found || left <= 0) return found
    }
    return
  }

  const given = (index: number, value: number): Answer | undefined => {
    const mark = domains.mark()
    const found = domains.give(index, value) ? mended() : undefined
    if (!found) domains.back(mark)
    return found
  }

  const { value } = model.variables[question.target] as { value: number }
  for (const step of [1, -1, 2, -2, 3, -3, 4, -4]) {
    left = steps
    const found = given(question.target, value + step)
    if (found) return found
  }
  return
}
