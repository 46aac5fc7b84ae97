import { answered } from "../../../shared/domain/answered.ts"
import type { Line } from "../../../shared/domain/calendar/phase.ts"
import { lineAnswers, lineForm, lineFrom } from "../../../shared/domain/calendar/phase-forms.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { putPhase } from "../../../shared/store/calendar.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, phaseHere, phaseToPlan, planning, seenOf, someoneElse } from "./desk.ts"

export type OnLine = { phase: string; line: string }

/** As many things as one phase can ask. */
const mostLines = 12

export const lineIn = ({ asks }: Pick<WithSites, "asks">, id: string): Line => {
  const found = asks.find((one) => one.id === id)
  if (!found) throw new Refused("not found")
  return found
}

/** What each site was told it is asked stands: another phase asks other things. */
export const stillPreparing = ({ published }: Pick<WithSites, "published">) => {
  if (published !== undefined)
    throw new Refused("not possible now", {
      says: "This phase is published: what it asks stands. Due dates can change, and so can its sites.",
    })
}

const twice = (asks: Line[], { id, kind, cadence, months }: Line) => {
  if (
    asks.some((one) => one.id !== id && one.kind === kind && one.cadence === cadence && one.months === months)
  )
    throw new Refused("not valid", {
      problems: [{ question: "kind", says: "The phase asks for this already, as often: change that one" }],
    })
}

/** Writes one line of what is asked, of a phase that is not published. */
const write = (
  c: C,
  asked: { phase: string; move: string; key?: MoveKey },
  change: (phase: WithSites) => [Line[], string],
) =>
  planning<OnLine>(c, asked, async () => {
    const phase = await phaseHere(c)
    stillPreparing(phase)
    const { sites: _, ...before } = phase
    const [asks, line] = change(phase)
    return {
      actions: [putPhase(c.var.world.settings.programme, { ...before, asks }, before)],
      result: { phase: phase.id, line },
    }
  })

export const addLine = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<OnLine> => {
  const { id } = await phaseToPlan(c)
  const answers = answered(lineForm, given, c.var.world.now())
  return write(c, { phase: id, move: "add line", key }, ({ asks }) => {
    const one = lineFrom(answers, asks)
    twice(asks, one)
    if (asks.length >= mostLines)
      throw new Refused("not possible now", { says: `A phase asks for ${mostLines} things at most.` })
    return [[...asks, one], one.id]
  })
}

export const changeLine = async (c: C, given: Record<string, unknown>, seen?: string): Promise<OnLine> => {
  const phase = await phaseToPlan(c)
  const id = c.req.param("line") ?? ""
  const next = (asks: Line[]) => {
    const before = lineIn({ asks }, id)
    const after = lineFrom(answered(lineForm, given, c.var.world.now()), asks, id)
    const [was, is] = [seenOf(lineAnswers(before)), seenOf(lineAnswers(after))]
    if (was !== is && seen !== undefined && seen !== was) throw someoneElse()
    twice(asks, after)
    return { after, same: was === is }
  }
  stillPreparing(phase)
  if (next(phase.asks).same) return { phase: phase.id, line: id }
  return write(c, { phase: phase.id, move: "change line" }, ({ asks }) => {
    const { after } = next(asks)
    return [asks.map((one) => (one.id === id ? after : one)), id]
  })
}

export const removeLine = async (c: C, key: MoveKey): Promise<OnLine> => {
  const { id: phase } = await phaseToPlan(c)
  const id = c.req.param("line") ?? ""
  return write(c, { phase, move: "remove line", key }, ({ asks }) => {
    const one = lineIn({ asks }, id)
    return [asks.filter((each) => each !== one), id]
  })
}
