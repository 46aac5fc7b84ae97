import { releaseWithProofs } from "../../shared/domain/evaluation/disclosure/release.ts"
import type { Claims, ReleaseTruth } from "../../shared/domain/evaluation/disclosure/types.ts"
import { type Knowledge, knowledgeOf, type Wanted } from "./knowledge.ts"
import type { Programme } from "./programme.ts"
import { asFile, type Read, readFile } from "./rendered.ts"
import { type Solver, solverOf, withDifferences } from "./solver.ts"

export type Pin = { seed: number; who: string; name: string; value: number }
export type Outcome = {
  seed: number
  cells: number
  wanted: number
  /** Hidden only for another's sake. */
  second: number
  heldBack: number
  attempts: number
  sure: number
  /** Worked out from what stands in the files. */
  pins: Pin[]
  /** Worked out by somebody who is told besides which of the hidden cells are small: these are more. */
  told: Pin[]
  exposed: string[]
  /** Proofs that do not stand where the reader knows which cells are small. */
  untold: number
  spent: { releasing: number; attacking: number }
}

const everybody = "everybody"

/** Wide numbers, such as what scores come to, are not tried value by value where they are wider than this. */
const widest = 30

type Attempt = { solver: Solver; wanted: readonly Wanted[]; seed: number; steps: number }

/** Attacks as one who knows some values besides. */
const attackAs = (who: string, values: [string, number][], { solver, wanted, seed, steps }: Attempt) => {
  const pins: Pin[] = []
  let [attempts, sure] = [0, 0]
  const { isConsistent, forget } = solver.knowing(values)
  if (!isConsistent) throw new Error(`What seed ${seed} shows does not fit what ${who} knows`)
  for (const { name, value, among, knownTo } of wanted) {
    if (knownTo.includes(who)) continue
    const [least, most] = solver.bounds(name)
    const [from, to] = [Math.max(least, among[0]), Math.min(most, among[1])]
    if (to - from > widest) continue
    attempts++
    const first = solver.attack(name, [from, to], 0)
    const isNear = first.pinned === undefined && first.left <= 2
    const verdict = isNear || attempts % 16 === 0 ? solver.attack(name, [from, to], steps) : first
    if (verdict.pinned === undefined) {
      if (verdict.sure) sure++
      continue
    }
    if (verdict.pinned !== value) throw new Error(`Seed ${seed}: ${name} is ${value}, not ${verdict.pinned}`)
    pins.push({ seed, who, name, value })
  }
  forget()
  return { pins, attempts, sure }
}

/** Attacks what can be known, as everybody and as each who knows figures of their own. */
const attackAll = ({ problem, wanted, knownBy }: Knowledge, seed: number, steps: number) => {
  const solver = solverOf(withDifferences(problem))
  if (!solver.isConsistent) throw new Error(`What seed ${seed} shows fits nothing`)
  const all = [[everybody, []] as [string, [string, number][]], ...knownBy].map(([who, values]) =>
    attackAs(who, values, { solver, wanted, seed, steps }),
  )
  return {
    pins: all.flatMap(({ pins }) => pins),
    attempts: all.reduce((sum, one) => sum + one.attempts, 0),
    sure: all.reduce((sum, one) => sum + one.sure, 0),
  }
}

/** Those of the pins that stand without having been told which hidden cells are small. */
const withoutTelling = (
  pins: Pin[],
  { problem, wanted, knownBy }: Knowledge,
  seed: number,
  steps: number,
) => {
  if (pins.length === 0) return []
  const solver = solverOf(withDifferences(problem))
  return [...Map.groupBy(pins, ({ who }) => who)].flatMap(([who, theirs]) => {
    const names = new Set(theirs.map(({ name }) => name))
    const still = wanted.filter(({ name }) => names.has(name))
    return attackAs(who, knownBy.get(who) ?? [], { solver, wanted: still, seed, steps }).pins
  })
}

/** Attacks what stands in the files of all releases: `told` is what comes out where somebody tells which cells are small. */
export const attackFiles = (releases: Claims[], read: Read[], { seed = 0, steps = 200 } = {}) => {
  const knowledge = knowledgeOf(releases, read, true)
  const { pins: told, ...found } = attackAll(knowledge, seed, steps)
  const pins = withoutTelling(told, knowledgeOf(releases, read, false), seed, steps)
  return { ...found, wanted: knowledge.wanted.length, told, pins }
}

/** Releases a programme, one release after the other, and attacks all of it. */
export const attackOn = (
  { seed, releases }: Programme,
  { secondCells = true, steps = 200, clock = (): number => 0 } = {},
): Outcome => {
  const began = clock()
  const truths: ReleaseTruth[] = []
  const files: string[] = []
  const exposed: string[] = []
  let [untold, second, heldBack, cells] = [0, 0, 0, 0]
  for (const claims of releases) {
    const { table, truth, exposed: more, proofs } = releaseWithProofs(claims, truths, secondCells)
    truths.push(truth)
    files.push(asFile(table))
    exposed.push(...more)
    untold += proofs.filter((one) => one.telling !== "all").length
    const why = Object.values(truth.why)
    second += why.filter((one) => one === "second").length
    heldBack += why.filter((one) => one === "held back").length
    cells += [table.counts, table.shares, table.means].flatMap((one) => Object.keys(one)).length
  }
  const released = clock()
  const found = attackFiles(releases, files.map(readFile), { seed, steps })
  return {
    seed,
    cells,
    second,
    heldBack,
    exposed,
    untold,
    ...found,
    spent: { releasing: released - began, attacking: clock() - released },
  }
}
