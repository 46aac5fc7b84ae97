/**
 * What somebody can work out from what they see: whole numbers, each between two bounds, and sums of them between two
 * bounds. It knows nothing of how cells were hidden, and shares no code with what hides them.
 *
 * It narrows bounds until nothing narrows any more, then takes each value that a hidden count could have and looks
 * whether the rest can follow (shaving), and where few are left searches on until the others are found or ruled out.
 */
export type Problem = {
  /** Every number that is spoken of, by a name, and between what it is known to lie. `most` may be Infinity. */
  numbers: { name: string; least: number; most: number }[]
  /** Σ times · number lies between `least` and `most`; equal where these are the same. */
  facts: { of: [name: string, times: number][]; least: number; most: number }[]
  /** Two numbers that are known not to be the same. */
  apart?: [string, string][]
}

export type Verdict =
  | { pinned: number }
  /** `sure`: two values were found with everything else that goes with them. */
  | { pinned?: undefined; left: number; sure: boolean }

/** No count of a programme comes near it. */
const farthest = 100_000

/** Bounds can creep for ever towards each other: after so many steps what is not ruled out counts as possible. */
const patience = 20_000

/**
 * Adds what two sums say together that hold much the same numbers: the one less the other. "The total without me was 3
 * then, so it is 3 now" stands in neither of them.
 */
export const withDifferences = (problem: Problem): Problem => {
  const exact = problem.facts.filter(({ of, least, most }) => least === most && of.length > 3)
  const holding = new Map<string, number[]>()
  for (const [at, { of }] of exact.entries())
    for (const [name] of of) holding.set(name, [...(holding.get(name) ?? []), at])
  const shared = new Map<string, number>()
  for (const all of holding.values())
    for (const one of all)
      for (const other of all)
        if (one < other) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1)
  const more = [...shared].flatMap(([pair, many]): Problem["facts"] => {
    const [one, other] = pair.split(" ").map((at) => exact[Number(at)])
    if (!one || !other || many < 2) return []
    const sums = new Map(one.of)
    for (const [name, times] of other.of) sums.set(name, (sums.get(name) ?? 0) - times)
    const of = [...sums].filter(([, times]) => times !== 0)
    if (of.length === 0 || of.length >= one.of.length + other.of.length - 3) return []
    return [{ of, least: one.least - other.least, most: one.most - other.most }]
  })
  return { ...problem, facts: [...problem.facts, ...more] }
}

export type Solver = ReturnType<typeof solverOf>

export const solverOf = ({ numbers, facts, apart = [] }: Problem) => {
  const index = new Map(numbers.map(({ name }, at) => [name, at]))
  const at = (name: string) => {
    const found = index.get(name)
    if (found === undefined) throw new Error(`Nobody spoke of ${name}`)
    return found
  }
  const size = numbers.length
  const least = Float64Array.from(numbers, (one) => Math.max(one.least, -farthest))
  const most = Float64Array.from(numbers, (one) => Math.min(one.most, farthest))
  const ofFact = facts.map(({ of }) => Int32Array.from(of, ([name]) => at(name)))
  const times = facts.map(({ of }) => Float64Array.from(of, ([, by]) => by))
  const factsOf: number[][] = numbers.map(() => [])
  ofFact.forEach((ones, fact) => {
    for (const one of ones) factsOf[one]?.push(fact)
  })
  const apartFrom: number[][] = numbers.map(() => [])
  for (const [one, other] of apart) {
    apartFrom[at(one)]?.push(at(other))
    apartFrom[at(other)]?.push(at(one))
  }

  const trail: number[] = []
  const old: number[] = []
  const waits = new Uint8Array(facts.length)
  let queue: number[] = []

  const undo = (to: number) => {
    while (trail.length > to) {
      const what = trail.pop() as number
      const value = old.pop() as number
      if (what >= 0) least[what] = value
      else most[-what - 1] = value
    }
  }
  const wake = (number: number) => {
    for (const fact of factsOf[number] as number[])
      if (!waits[fact]) {
        waits[fact] = 1
        queue.push(fact)
      }
  }
  /** Narrows one number; false where nothing is left of it. */
  const narrow = (number: number, from: number, to: number): boolean => {
    const was = least[number] as number
    const wasMost = most[number] as number
    if (from <= was && to >= wasMost) return true
    if (from > was) {
      trail.push(number)
      old.push(was)
      least[number] = from
    }
    if (to < wasMost) {
      trail.push(-number - 1)
      old.push(wasMost)
      most[number] = to
    }
    const now = least[number] as number
    const nowMost = most[number] as number
    if (now > nowMost) return false
    wake(number)
    for (const other of apartFrom[number] as number[]) {
      if (now !== nowMost) break
      if (least[other] === now && !narrow(other, now + 1, most[other] as number)) return false
      if (most[other] === now && !narrow(other, least[other] as number, now - 1)) return false
    }
    return true
  }

  const follow = (fact: number): boolean => {
    const ones = ofFact[fact] as Int32Array
    const by = times[fact] as Float64Array
    const { least: from, most: to } = facts[fact] as Problem["facts"][number]
    let low = 0
    let high = 0
    for (let k = 0; k < ones.length; k++) {
      const one = ones[k] as number
      const t = by[k] as number
      low += t > 0 ? t * (least[one] as number) : t * (most[one] as number)
      high += t > 0 ? t * (most[one] as number) : t * (least[one] as number)
    }
    if (low > to || high < from) return false
    if (low >= from && high <= to) return true
    for (let k = 0; k < ones.length; k++) {
      const one = ones[k] as number
      const t = by[k] as number
      const l = least[one] as number
      const m = most[one] as number
      if (l === m) continue
      const restLow = low - (t > 0 ? t * l : t * m)
      const restHigh = high - (t > 0 ? t * m : t * l)
      const a = (from - restHigh) / t
      const b = (to - restLow) / t
      const newLeast = Math.ceil((t > 0 ? a : b) - 1e-9)
      const newMost = Math.floor((t > 0 ? b : a) + 1e-9)
      if ((newLeast > l || newMost < m) && !narrow(one, newLeast, newMost)) return false
    }
    return true
  }

  const settle = (): boolean => {
    let steps = 0
    while (queue.length > 0) {
      if (steps++ > patience) {
        for (const one of queue) waits[one] = 0
        queue = []
        return true
      }
      const fact = queue.pop() as number
      waits[fact] = 0
      if (follow(fact)) continue
      for (const one of queue) waits[one] = 0
      queue = []
      return false
    }
    return true
  }

  const allFollow = () => {
    for (let fact = 0; fact < facts.length; fact++) {
      waits[fact] = 1
      queue.push(fact)
    }
    return settle()
  }

  const isPossible = (number: number, value: number): boolean => {
    const to = trail.length
    const goesOn = narrow(number, value, value) && settle()
    if (!goesOn) {
      for (const one of queue) waits[one] = 0
      queue = []
    }
    undo(to)
    return goesOn
  }

  /** Whether everything can be said to its end: true, false, or nothing where `steps` were not enough. */
  const search = (near: number[], steps: { left: number }): boolean | undefined => {
    if (steps.left-- <= 0) return
    let number = -1
    let width = Number.POSITIVE_INFINITY
    for (const one of near) {
      const wide = (most[one] as number) - (least[one] as number)
      if (wide > 0 && wide < width) {
        number = one
        width = wide
      }
    }
    if (number < 0) return true
    const from = least[number] as number
    const to = most[number] as number
    const middle = Math.min(to, from + Math.floor(Math.min(width, 40) / 2))
    const values = width <= 40 ? spread(from, to) : [middle, from, to]
    let isSure = width <= 40
    for (const value of values) {
      const mark = trail.length
      const goesOn = narrow(number, value, value) && settle()
      if (!goesOn) {
        for (const one of queue) waits[one] = 0
        queue = []
      } else {
        const found = search(near, steps)
        if (found) {
          undo(mark)
          return true
        }
        if (found === undefined) isSure = false
      }
      undo(mark)
      if (steps.left <= 0) return
    }
    return isSure ? false : undefined
  }

  /** All that hangs together with a number through facts in which something is still open. */
  const around = (number: number): number[] => {
    const found = new Set([number])
    for (const one of found) {
      if (least[one] === most[one] && one !== number) continue
      for (const fact of factsOf[one] as number[])
        for (const other of ofFact[fact] as Int32Array) found.add(other)
    }
    return [...found]
  }

  const isConsistent = allFollow()

  return {
    /** False where no numbers at all fit what was said: then something false was said. */
    isConsistent,
    bounds: (name: string): [number, number] => [least[at(name)] as number, most[at(name)] as number],
    /** Adds what somebody knows besides, until the next call: for insiders. False where it cannot be. */
    knowing: (values: [string, number][]): { isConsistent: boolean; forget: () => void } => {
      const mark = trail.length
      const fits = values.every(([name, value]) => narrow(at(name), value, value)) && settle()
      for (const one of queue) waits[one] = 0
      queue = []
      return { isConsistent: fits, forget: () => undo(mark) }
    },
    /** Tries to find out what a hidden count is, among `from` to `to`. */
    attack: (name: string, [from, to]: [number, number], steps: number): Verdict => {
      const number = at(name)
      const first = Math.max(from, least[number] as number)
      const last = Math.min(to, most[number] as number)
      const values: number[] = []
      for (let value = first; value <= last; value++) if (isPossible(number, value)) values.push(value)
      if (values.length === 1) return { pinned: values[0] as number }
      if (steps === 0 || values.length === 0) return { left: values.length, sure: false }
      const near = around(number)
      let found = 0
      let left = 0
      let only = Number.NaN
      for (const value of values) {
        const mark = trail.length
        narrow(number, value, value)
        settle()
        const goesOn = search(near, { left: steps })
        undo(mark)
        if (goesOn === false) continue
        left++
        only = value
        if (goesOn) found++
        if (found >= 2) return { left: values.length, sure: true }
      }
      return left === 1 ? { pinned: only } : { left, sure: false }
    },
    size,
  }
}

const spread = (from: number, to: number): number[] => {
  const middle = Math.floor((from + to) / 2)
  const values = [middle]
  for (let step = 1; values.length < to - from + 1; step++) {
    if (middle + step <= to) values.push(middle + step)
    if (middle - step >= from) values.push(middle - step)
  }
  return values
}
