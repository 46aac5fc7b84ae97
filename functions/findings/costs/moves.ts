import { answered } from "../../../shared/domain/answered.ts"
import { type CostLine, type Costs, mostLines } from "../../../shared/domain/evaluation/costs/costs.ts"
import { costForm, lineFrom } from "../../../shared/domain/evaluation/costs/form.ts"
import type { CostMove } from "../../../shared/domain/evaluation/costs/words.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putCosts } from "../../../shared/store/costs.ts"
import { findingsChanges } from "../../../shared/store/findings.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { type C, grantHere, whoHere } from "../here.ts"
import { estimateHere, lineHere, recordOf } from "./desk.ts"

export type Estimated = { phase: string; line: string; revision: number }

type Decided = { line: string; lines: CostLine[] }

/** One revision more of the estimate: it is kept beside all before it, with a line of history that holds no figure. */
const changing = async (
  c: C,
  { move, seen, key }: { move: CostMove; seen?: number; key: MoveKey },
  decide: (before: Costs) => Decided,
): Promise<Estimated> => {
  const { phase } = await estimateHere(c)
  const { table, settings, now } = c.var.world
  const by = grantHere(c, "estimate costs")
  const record = recordOf(phase.id)
  const title = "Costs and benefits"
  return findingsChanges(table, settings.programme).change<Estimated>(
    { record, move, by, at: now(), about: { kind: "costs", id: phase.id, title }, key },
    async () => {
      const { costs: before } = await estimateHere(c)
      if (seen !== undefined) asSeen(before, seen)
      const { line, lines } = decide(before)
      const at = now().toISOString()
      const after: Costs = { ...before, lines, at, by: whoHere(c), revision: before.revision + 1 }
      return { actions: [putCosts(after)], result: { phase: phase.id, line, revision: after.revision } }
    },
  )
}

export const addLine = (c: C, typed: Record<string, unknown>, key: MoveKey) => {
  const { world } = c.var
  const id = Buffer.from(world.random(6)).toString("hex")
  return changing(c, { move: "add cost line", key }, ({ lines }) => {
    if (lines.length >= mostLines)
      throw new Refused("not possible now", {
        says: `There are ${mostLines} lines already: put together what belongs together.`,
      })
    const one = lineFrom(id, answered(costForm(""), typed, world.now()))
    return { line: id, lines: [...lines, one] }
  })
}

export const changeLine = (c: C, typed: Record<string, unknown>, seen: number, key: MoveKey) =>
  changing(c, { move: "change cost line", seen, key }, (before) => {
    const { id } = lineHere(c, before)
    const one = lineFrom(id, answered(costForm(""), typed, c.var.world.now()))
    const lines = before.lines.map((each) => (each.id === id ? one : each))
    return { line: id, lines }
  })

export const removeLine = (c: C, seen: number, key: MoveKey) =>
  changing(c, { move: "remove cost line", seen, key }, (before) => {
    const { id } = lineHere(c, before)
    return { line: id, lines: before.lines.filter((one) => one.id !== id) }
  })

const asSeen = ({ revision, by, at }: Costs, seen: number) => {
  if (revision === seen) return
  throw new Refused("changed by someone else", {
    says: `The estimate was changed after you opened the page: by ${by.name}, ${stampWords(new Date(at))}. Nothing was changed. If yours is right, save it again.`,
  })
}
