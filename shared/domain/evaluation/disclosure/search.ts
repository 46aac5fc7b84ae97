import { boundsOf, type Figure, isOpen, type Limit, type Model } from "./model.ts"
import { type Answer, isActive, lossOf, mayHide, type Question } from "./witness.ts"

/** How many moves are made before another beginning is tried, and how often all beginnings are. */
const usually = 150
const rounds = 3
const steps = [1, -1, 2, -2, 3, -3, 4, -4]

/**
 * Looks for other values by mending: the count is given another, and as long as a limit is broken the variable of it is
 * moved that leaves least broken. What stays broken weighs more and more, so that it does not go round in a circle. It is
 * deterministic. A search that finds nothing proves nothing; one that finds something is checked by `holds`.
 */
export const searchIn = (model: Model) => {
  const { variables, limits, limitsOf } = model
  const truth = Float64Array.from(variables, ({ value }) => value)
  const now = Float64Array.from(truth)
  const sumOf = ({ at, by }: Limit) =>
    at.reduce((sum, one, k) => sum + (by[k] as number) * (truth[one] as number), 0)
  const trueSums = Float64Array.from(limits, sumOf)
  const sums = Float64Array.from(trueSums)
  /** How often a variable is counted in each of its limits, in their order. */
  const timesOf = limitsOf.map((ones, index) =>
    Float64Array.from(ones, (one) => {
      const { at, by } = limits[one] as Limit
      return by[at.indexOf(index)] as number
    }),
  )
  const scale = Float64Array.from(limits, ({ by }) => 1 / Math.max(...by.map(Math.abs)))
  const weights = new Float64Array(limits.length).fill(1)
  const rests = new Int32Array(variables.length)
  const apart = new Map<number, number[]>()
  for (const [one, other] of model.differ) {
    apart.set(one, [...(apart.get(one) ?? []), other])
    apart.set(other, [...(apart.get(other) ?? []), one])
  }

  const short = (limit: number, sum: number) => {
    const { least, most } = limits[limit] as Limit
    const far = sum < least ? least - sum : sum > most ? sum - most : 0
    return far * (scale[limit] as number)
  }

  return (question: Question, isLoose: boolean, patience = usually): Answer | undefined => {
    const { target, knower, telling } = question
    const touched = new Set<number>()
    const weighed = new Set<number>()
    const broken = new Set<number>()
    const lows = new Map<number, readonly [number, number]>()
    let chance = 1

    const boundsIn = (index: number) => {
      const found = lows.get(index)
      if (found) return found
      const isOwn = knower !== undefined && variables[index]?.knownTo.includes(knower)
      const value = truth[index] as number
      const bounds = isOwn ? ([value, value] as const) : boundsOf(model, index, { target, telling, isLoose })
      lows.set(index, bounds)
      return bounds
    }
    const lossAt = (index: number, value: number) => {
      if (!isLoose || !mayHide(model, index)) return 0
      const [least, most] = boundsOf(model, index, { target, telling })
      return least <= value && value <= most ? 0 : lossOf(model, index)
    }
    const move = (index: number, value: number) => {
      const change = value - (now[index] as number)
      now[index] = value
      touched.add(index)
      for (const [nth, one] of (limitsOf[index] as readonly number[]).entries()) {
        const limit = limits[one] as Limit
        sums[one] = (sums[one] as number) + change * (timesOf[index]?.[nth] as number)
        if (isActive(model, limit, isLoose) && short(one, sums[one] as number) > 0) broken.add(one)
        else broken.delete(one)
      }
    }
    const restart = () => {
      for (const index of touched) {
        now[index] = truth[index] as number
        rests[index] = 0
        for (const one of limitsOf[index] as readonly number[]) sums[one] = trueSums[one] as number
      }
      for (const one of weighed) weights[one] = 1
      touched.clear()
      weighed.clear()
      broken.clear()
    }

    const apartFrom = (index: number) => (telling === "nothing" ? [] : (apart.get(index) ?? []))
    const isTaken = (index: number, value: number) => apartFrom(index).some((one) => now[one] === value)
    /** What was corrected to the very value that is tried has to be another itself. */
    const giveWay = (index: number, value: number) => {
      for (const one of apartFrom(index)) {
        if (now[one] !== value) continue
        const [low, high] = boundsIn(one)
        const other = [value + 1, value - 1].find(
          (wish) => low <= wish && wish <= high && !isTaken(one, wish),
        )
        if (other !== undefined) move(one, other)
      }
    }
    const mendOne = (time: number) => {
      let which = time % broken.size
      let limit = -1
      for (const one of broken) {
        limit = one
        if (which-- === 0) break
      }
      const { at, by, least, most } = limits[limit] as Limit
      const sum = sums[limit] as number
      const needed = sum < least ? least - sum : most - sum
      let best = -1
      let bestValue = 0
      let bestScore = Number.POSITIVE_INFINITY
      for (let k = 0; k < at.length; k++) {
        const index = at[k] as number
        if (index === target) continue
        const times = by[k] as number
        const [low, high] = boundsIn(index)
        const was = now[index] as number
        const wish = was + Math.ceil(Math.abs(needed / times) - 1e-9) * Math.sign(needed) * Math.sign(times)
        const value = Math.min(Math.max(wish, low), high)
        if (value === was || isTaken(index, value)) continue
        let score = (rests[index] as number) > time ? 1000 : 0
        const ones = limitsOf[index] as readonly number[]
        const often = timesOf[index] as Float64Array
        for (let nth = 0; nth < ones.length; nth++) {
          const one = ones[nth] as number
          if (!isActive(model, limits[one] as Limit, isLoose)) continue
          const before = sums[one] as number
          const after = before + (value - was) * (often[nth] as number)
          score += (weights[one] as number) * (short(one, after) - short(one, before))
        }
        const far = Math.abs(value - (truth[index] as number)) - Math.abs(was - (truth[index] as number))
        score += 0.05 * far + (lossAt(index, value) - lossAt(index, was)) / 8
        chance = (chance * 16807) % 2147483647
        score += (chance % 64) / 6400
        if (score < bestScore) {
          best = index
          bestValue = value
          bestScore = score
        }
      }
      if (best < 0) return false
      move(best, bestValue)
      rests[best] = time + 4 + (chance % 5)
      if (bestScore >= 0)
        for (const one of broken) {
          weights[one] = (weights[one] as number) + 1
          weighed.add(one)
        }
      return true
    }

    const answer = (): Answer | undefined => {
      const moved = [...touched].filter((index) => now[index] !== truth[index]).sort((one, two) => one - two)
      const counts = moved.filter((index) => lossAt(index, now[index] as number) > 0)
      const figures = new Set<Figure>()
      for (const index of isLoose ? moved : [])
        for (const one of limitsOf[index] as readonly number[]) {
          const { shows } = limits[one] as Limit
          if (!shows || shows.settled || !isOpen(model, shows) || counts.includes(shows.of)) continue
          if (short(one, sums[one] as number) > 0) figures.add(shows)
        }
      const loss = counts.reduce((sum, index) => sum + lossOf(model, index), figures.size)
      return {
        witness: new Map(moved.map((index) => [index, now[index] as number])),
        counts,
        figures: [...figures],
        loss,
      }
    }

    let best: Answer | undefined
    const [low, high] = boundsIn(target)
    for (let round = 1; round <= rounds && (!best || isLoose); round++)
      for (const step of steps) {
        const value = (truth[target] as number) + step
        if (value < low || value > high) continue
        chance = round * 7919
        giveWay(target, value)
        move(target, value)
        for (let time = 0; time < patience && broken.size > 0; time++) if (!mendOne(time)) break
        const isFound = broken.size === 0 && [...touched].every((one) => !isTaken(one, now[one] as number))
        const found = isFound ? answer() : undefined
        restart()
        if (found && (!best || found.loss < best.loss)) best = found
        if (best && !isLoose) break
      }
    return best
  }
}
