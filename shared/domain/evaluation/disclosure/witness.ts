import { boundsOf, type Figure, isOpen, type Limit, type Model, type Telling } from "./model.ts"
import { toNearestFive } from "./rule.ts"

/** Other values than the true ones, by the index of a variable: with them, everybody would see the very same. */
export type Witness = ReadonlyMap<number, number>

/** Whom a count is kept from: everybody, or somebody who knows figures of their own. */
export type Question = { target: number; knower?: string | undefined; telling: Telling }

/** What of the table has to go for a witness, and how much is lost with it. */
export type Answer = { witness: Witness; counts: number[]; figures: Figure[]; loss: number }

/** How much is lost with a cell, from what everybody sees of it: totals are what a table is read for. */
export const lossOf = (model: Model, index: number): number => {
  const { value } = model.variables[index] ?? { value: 0 }
  const figures = (model.figuresOf[index] ?? []).filter((one) => isOpen(model, one)).length
  const size = toNearestFive(value) <= 10 ? 3 : 4
  const total = model.isTotal[index] ? 3 : 0
  return size + figures + (model.sharesOf[index] ?? 0) + total + (model.known[index] ? 20 : 0)
}

export const mayHide = (model: Model, index: number) => {
  if (model.rests[index] || model.variables[index]?.kind !== "small") return false
  return model.seen[index]
    ? !model.settled[index] || (model.known[index] && !model.settledAsItIs[index])
    : false
}

export const isActive = (model: Model, { shows }: Limit, isLoose: boolean) =>
  shows === undefined || (isOpen(model, shows) && (shows.settled || !isLoose))

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
      if (!isActive(model, limit, false)) continue
      const sum = limit.at.reduce((sum, other, k) => sum + (limit.by[k] as number) * valueIn(other), 0)
      if (sum < limit.least || sum > limit.most) return false
    }
  }
  return telling === "nothing" || model.differ.every(([one, other]) => valueIn(one) !== valueIn(other))
}
