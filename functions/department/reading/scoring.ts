import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import {
  againForm,
  differs,
  type Scored,
  scoreForm,
  sentFrom,
  toSend,
  withScore,
} from "../../../shared/domain/selection/scoring.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, changing, whoHere } from "../../../shared/web/panel/here.ts"
import { criterionHere, type Scoring, sheetHere } from "./here.ts"
import { isChange } from "./mark.ts"

type Given = { score?: unknown; because?: unknown }

const kept = z.object({ score: z.coerce.number().optional(), because: z.string().optional() })

/** A criterion of a sheet as it is compared: the same marks for the same answers. */
export const asKept = (scored: Scored | undefined) =>
  scored?.score === undefined && scored?.because === undefined
    ? undefined
    : { score: scored.score ?? null, because: scored.because ?? null }

/** Saves one criterion of this reader's own sheet, whatever is still missing. The same answers change nothing. */
export const saveScore = async (c: C, { score, because }: Given, seen?: string): Promise<string> => {
  const here = await sheetHere(c)
  const criterion = criterionHere(c, here)
  const { world } = c.var
  const given = { score: typeof score === "number" ? String(score) : score, because }
  const wanted = kept.parse(answered(scoreForm(criterion), given, world.now()))
  const isSame = ({ own }: Scoring) => !isChange(asKept(own.scores[criterion.id]), asKept(wanted), seen)
  const result = criterion.id
  if (!here.closed && isSame(here)) return result
  return keyedWrite(world.table, undefined, async () => {
    const now = await sheetHere(c)
    const { own, before, closed, store, raw } = now
    if (closed) throw new Refused("not possible now", { says: closed })
    if (isSame(now)) return { actions: [store.unchanged(raw)], result }
    const after = withScore(own, criterion.id, wanted, world.now().toISOString())
    return { actions: [store.putSheet(after, before)], result }
  })
}

export type SentScores = { reference: string; version: number; at: string }

const again = z.object({ why: z.string() })

/**
 * Sends this reader's own sheet: one version more, and what was sent before stays. Whoever sends again says why. No
 * score stands in the line of history.
 */
export const sendScores = async (c: C, given: { why?: unknown }, key: MoveKey): Promise<SentScores> => {
  const { one } = await sheetHere(c)
  const why = one.own?.sent && whyIn(given, c.var.world.now())
  const asked = {
    right: "score" as const,
    says: "Readers score.",
    record: one.reference,
    move: why ? "send scores again" : "send scores",
    ...(why && "note" in why && { note: why.note }),
    key,
  }
  return changing(c, asked, async () => {
    const { raw, own, before, sent, closed, store, whole, one: now } = await sheetHere(c)
    if (closed) throw new Refused("not possible now", { says: closed })
    if (now.own?.sent && (!why || !differs(whole.criteria, own.scores, sent.at(-1)?.scores)))
      throw new Refused("not possible now", { says: "These scores are sent already." })
    const problems = toSend(whole.criteria, own.scores)
    if (!before || problems.length > 0)
      throw new Refused("not complete", { says: "Your scores were not sent.", problems })
    if (why && "refused" in why) throw why.refused
    const at = c.var.world.now().toISOString()
    const after = sentFrom(raw, before, { by: whoHere(c), at, criteria: whole.criteria })
    return {
      actions: [
        store.put(after.reading, raw),
        store.putSheet(after.sheet, before),
        store.addSent(after.sent),
      ],
      result: { reference: raw.reference, version: after.sent.version, at },
    }
  })
}

/** Why somebody sends again; what is wrong with it is said only where nothing was sent by the same key before. */
const whyIn = (given: { why?: unknown }, now: Date): { note: string } | { refused: unknown } => {
  try {
    return { note: again.parse(answered(againForm, given, now)).why }
  } catch (refused) {
    return { refused }
  }
}
