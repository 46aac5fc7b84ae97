import { releaseWithProofs } from "../../shared/domain/evaluation/disclosure/release.ts"
import type { ReleaseTruth } from "../../shared/domain/evaluation/disclosure/types.ts"
import { type Knowledge, knowledgeOf } from "./knowledge.ts"
import type { Programme } from "./programme.ts"
import { asFile, readFile } from "./rendered.ts"
import { solverOf } from "./solver.ts"

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
  pins: Pin[]
  exposed: string[]
  /** Proofs that do not stand where the reader knows which cells are small. */
  untold: number
  spent: { releasing: number; attacking: number }
}

const everybody = "everybody"

/** Attacks what somebody knows, as everybody and as each who knows figures of their own. */
export const attackAll = (
  { problem, wanted, knownBy }: Knowledge,
  seed: number,
  steps: number,
): Pick<Outcome, "pins" | "attempts" | "sure"> => {
  const solver = solverOf(problem)
  if (!solver.isConsistent) throw new Error(`What seed ${seed} shows fits nothing`)
  const pins: Pin[] = []
  let attempts = 0
  let sure = 0
  const attackAs = (who: string, values: [string, number][]) => {
    const { isConsistent, forget } = solver.knowing(values)
    if (!isConsistent) throw new Error(`What seed ${seed} shows does not fit what ${who} knows`)
    for (const { name, value, among, knownTo } of wanted) {
      if (knownTo.includes(who)) continue
      const [least, most] = solver.bounds(name)
      const wide = among[1] > 4
      if (wide && most - least > 30) continue
      attempts++
      const verdict = solver.attack(name, wide ? [least, most] : among, steps)
      if (verdict.pinned === undefined) {
        if (verdict.sure) sure++
        continue
      }
      if (verdict.pinned !== value)
        throw new Error(`Seed ${seed}: ${name} is ${value}, not ${verdict.pinned}`)
      pins.push({ seed, who, name, value })
    }
    forget()
  }
  attackAs(everybody, [])
  for (const [who, values] of knownBy) attackAs(who, values)
  return { pins, attempts, sure }
}

/** Releases a programme, one release after the other, and attacks all of it. */
export const attackOn = (
  { seed, releases }: Programme,
  { secondCells = true, telling = true, steps = 60, clock = () => 0 } = {},
): Outcome => {
  const began = clock()
  const truths: ReleaseTruth[] = []
  const files: string[] = []
  const exposed: string[] = []
  let untold = 0
  let second = 0
  let heldBack = 0
  let cells = 0
  for (const claims of releases) {
    const { table, truth, exposed: more, proofs } = releaseWithProofs(claims, truths, secondCells)
    truths.push(truth)
    files.push(asFile(table))
    exposed.push(...more)
    untold += proofs.filter((one) => one.telling !== "all").length
    const why = Object.values(truth.why)
    second += why.filter((one) => one === "second").length
    heldBack += why.filter((one) => one === "held back").length
    cells +=
      Object.keys(table.counts).length + Object.keys(table.shares).length + Object.keys(table.means).length
  }
  const released = clock()
  const knowledge = knowledgeOf(releases, files.map(readFile), telling)
  const found = attackAll(knowledge, seed, steps)
  return {
    seed,
    cells,
    wanted: knowledge.wanted.length,
    second,
    heldBack,
    exposed,
    untold,
    ...found,
    spent: { releasing: released - began, attacking: clock() - released },
  }
}
