import { answered } from "../../../shared/domain/answered.ts"
import type { MeasureCell } from "../../../shared/domain/evaluation/analysis/table.ts"
import {
  asShown,
  figureTitle,
  released,
  releaseFigureForm,
  takenBack,
} from "../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { putReleasedFigures } from "../../../shared/store/released-figures.ts"
import { notReleasedYet, releases } from "../../../shared/store/releases.ts"
import { type C, changeHere, only, whoHere } from "../../../shared/web/evaluation/here.ts"
import { figureHere } from "./desk.ts"

export type Moved = { measure: string; at: string; state: string }

type Given = { answers: Record<string, unknown>; stays: readonly string[]; seen?: string }

/** Released as it is, with why: everybody sees it with the next release. */
export const releaseFigure = (c: C, { answers, stays, seen }: Given, key: MoveKey): Promise<Moved> => {
  only(c, "release figure")
  return changeHere(c, { right: "release figure", key }, async () => {
    const { cell, figures } = await figureHere(c)
    const now = c.var.world.now()
    const given = answered(releaseFigureForm, answers, now)
    askOnce(doubtsIn(releaseFigureForm, given, { now }), stays)
    asShown(cell, seen)
    const after = released(figures, cell, { by: whoHere(c), on: now, because: String(given.because) })
    return {
      move: "release figure",
      about: aboutOf(cell),
      note: String(given.because),
      actions: [putReleasedFigures(after, figures)],
      result: { measure: cell.measure, at: cell.at, state: "released" },
    }
  })
}

/** Taken back, before a release has said it: one that is made at the same moment comes first, or does not have it. */
export const takeBack = (c: C, key: MoveKey): Promise<Moved> => {
  only(c, "release figure")
  return changeHere(c, { right: "release figure", key }, async () => {
    const { cell, figures, place } = await figureHere(c)
    const { table, settings, now } = c.var.world
    const of = { programme: settings.programme, phase: place.phase.id }
    const all = await releases(table, of)
    const after = takenBack(figures, cell, all, { by: whoHere(c), on: now() })
    return {
      move: "take release back",
      about: aboutOf(cell),
      actions: [putReleasedFigures(after, figures), notReleasedYet(of, (all[0]?.number ?? 0) + 1)],
      result: { measure: cell.measure, at: cell.at, state: "taken back" },
    }
  })
}

const aboutOf = ({ measure, at }: MeasureCell) => ({
  kind: "figure" as const,
  id: `${measure}.${at}`,
  title: figureTitle(at),
})
