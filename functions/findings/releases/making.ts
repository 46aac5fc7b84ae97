import { answered } from "../../../shared/domain/answered.ts"
import type { ReleaseRecord } from "../../../shared/domain/evaluation/released.ts"
import { ruleNow } from "../../../shared/domain/evaluation/releasing/release.ts"
import { releasable, releaseForm } from "../../../shared/domain/evaluation/releasing/release-form.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { findingsChanges } from "../../../shared/store/findings.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { checkReleasedFigures } from "../../../shared/store/released-figures.ts"
import { putRelease } from "../../../shared/store/releases.ts"
import { type C, grantHere, only, whoHere } from "../here.ts"
import { draftHere } from "./desk.ts"

export type Made = { release: number; shown: number; hidden: number }

type Given = { answers: Record<string, unknown>; stays: readonly string[]; seen?: string }

/**
 * The release, what stands behind it and the line of the chain in one write, made with what sites released as it was
 * read: a figure that is taken back at the same moment is in it or is taken back, and never both.
 */
export const makeRelease = async (c: C, { answers, stays, seen }: Given, key: MoveKey): Promise<Made> => {
  only(c, "make release")
  const { world } = c.var
  const { settings, table } = world
  const at = world.now()
  const given = answered(releaseForm, answers, at)
  askOnce(doubtsIn(releaseForm, given, { now: at }), stays)
  const { title, because } = given
  const record = `releases-${c.req.param("phase")}`
  return findingsChanges(table, settings.programme).change(
    {
      record,
      move: "make release",
      by: grantHere(c, "make release"),
      at,
      key,
      note: `${title}\n${because}`,
      salt: Buffer.from(world.random(12)).toString("base64url"),
    },
    async () => {
      const { phase, draft, last, changes, figures, seen: now } = await draftHere(c)
      releasable(draft, last, changes.length, { given: seen, now })
      const one: ReleaseRecord = {
        programme: settings.programme,
        phase: phase.id,
        number: (last?.number ?? 0) + 1,
        title: String(title),
        because: String(because),
        at: at.toISOString(),
        by: whoHere(c),
        rule: ruleNow,
        table: draft.table,
        shown: draft.shown,
        hidden: draft.hidden,
      }
      return {
        actions: [...putRelease(one, draft.truth), ...figures.map(checkReleasedFigures)],
        result: { release: one.number, shown: one.shown, hidden: one.hidden },
      }
    },
  )
}
