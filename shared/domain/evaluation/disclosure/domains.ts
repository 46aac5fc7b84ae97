import { boundsOf, isOpen, type Limit, type Model } from "./model.ts"
import type { Question } from "./witness.ts"

/** After so many limits looked at in one go, what is not ruled out counts as possible. */
const patience = 400

export const mayHide = (model: Model, index: number) =>
  model.rests[index] === undefined &&
  (model.seen[index] ?? false) &&
  !model.settled[index] &&
  model.variables[index]?.kind === "small"

export const isActive = (model: Model, { shows }: Limit, isLoose: boolean) =>
  shows === undefined || (isOpen(model, shows) && (shows.settled || !isLoose))

export type Domains = ReturnType<typeof domainsOf>

/**
 * Between what each value may lie, while other values are looked for: narrowed by limits, and widened again by going
 * back. `isLoose`: as if everything were hidden that may still be hidden.
 */
export const domainsOf = (model: Model) => {
  const { variables, limits, limitsOf } = model
  const size = variables.length
  const lows = new Float64Array(size)
  const highs = new Float64Array(size)
  const loaded = new Int32Array(size)
  const waits = new Uint8Array(limits.length)
  let run = 0
  let question: Question = { target: -1, telling: "all" }
  let isLoose = false
  let queue: number[] = []
  const trail: number[] = []
  const lowsThen: number[] = []
  const highsThen: number[] = []

  const load = (index: number) => {
    const one = variables[index]
    const value = one?.value ?? Number.NaN
    const { knower, target, telling } = question
    const isOwn = knower !== undefined && one?.knownTo.includes(knower)
    const [low, high] = isOwn ? [value, value] : boundsOf(model, index, { target, telling, isLoose })
    lows[index] = low
    highs[index] = high
    loaded[index] = run
  }
  const low = (index: number) => {
    if (loaded[index] !== run) load(index)
    return lows[index] as number
  }
  const high = (index: number) => {
    if (loaded[index] !== run) load(index)
    return highs[index] as number
  }

  const narrow = (index: number, from: number, to: number): boolean => {
    const [l, h] = [low(index), high(index)]
    if (from <= l && to >= h) return true
    trail.push(index)
    lowsThen.push(l)
    highsThen.push(h)
    lows[index] = Math.max(l, from)
    highs[index] = Math.min(h, to)
    if (Math.max(l, from) > Math.min(h, to)) return false
    for (const one of limitsOf[index] ?? [])
      if (!waits[one]) {
        waits[one] = 1
        queue.push(one)
      }
    return true
  }

  const follow = ({ at, by, least, most }: Limit): boolean => {
    let bottom = 0
    let top = 0
    let opens = 0
    let shuts = 0
    for (let k = 0; k < at.length; k++) {
      const index = at[k] as number
      const times = by[k] as number
      const one = times * (times > 0 ? low(index) : high(index))
      const other = times * (times > 0 ? high(index) : low(index))
      if (Number.isFinite(one)) bottom += one
      else opens++
      if (Number.isFinite(other)) top += other
      else shuts++
    }
    if (opens === 0 && bottom > most) return false
    if (shuts === 0 && top < least) return false
    if (opens === 0 && shuts === 0 && bottom >= least && top <= most) return true
    if (opens > 1 && shuts > 1) return true
    for (let k = 0; k < at.length; k++) {
      const index = at[k] as number
      const times = by[k] as number
      const l = lows[index] as number
      const h = highs[index] as number
      if (l === h) continue
      const one = times * (times > 0 ? l : h)
      const other = times * (times > 0 ? h : l)
      const isOpen = !Number.isFinite(one)
      const isShut = !Number.isFinite(other)
      const bottomOfRest = opens - Number(isOpen) > 0 ? Number.NEGATIVE_INFINITY : bottom - (isOpen ? 0 : one)
      const topOfRest = shuts - Number(isShut) > 0 ? Number.POSITIVE_INFINITY : top - (isShut ? 0 : other)
      const first = (least - topOfRest) / times
      const second = (most - bottomOfRest) / times
      const from = Math.ceil((times > 0 ? first : second) - 1e-9)
      const to = Math.floor((times > 0 ? second : first) + 1e-9)
      if ((from > l || to < h) && !narrow(index, from, to)) return false
    }
    return true
  }

  return {
    begin: (asked: Question, loose: boolean) => {
      run++
      question = asked
      isLoose = loose
      trail.length = 0
      lowsThen.length = 0
      highsThen.length = 0
    },
    low,
    high,
    /** The true value, or the nearest that is left. */
    likely: (index: number) => Math.min(Math.max(variables[index]?.value as number, low(index)), high(index)),
    isSettled: (index: number) => low(index) === high(index),
    /** Whatever was narrowed so far. */
    moved: () => new Set(trail),
    mark: () => trail.length,
    back: (to: number) => {
      while (trail.length > to) {
        const index = trail.pop() as number
        lows[index] = lowsThen.pop() as number
        highs[index] = highsThen.pop() as number
      }
    },
    /** Gives one a value, with all that follows; false where it cannot be. */
    give: (index: number, value: number): boolean => {
      let left = patience
      let fits = narrow(index, value, value)
      for (let next = 0; next < queue.length; next++) {
        const one = queue[next] as number
        waits[one] = 0
        if (!fits || left-- <= 0) continue
        const limit = limits[one] as Limit
        fits = !isActive(model, limit, isLoose) || follow(limit)
      }
      queue = []
      return fits
    },
  }
}
