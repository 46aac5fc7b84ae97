import { aboutDecision, decide, notDecidable } from "../../../shared/domain/selection/deciding.ts"
import { decisionForm } from "../../../shared/domain/selection/deciding-form.ts"
import type { Decision } from "../../../shared/domain/selection/decision.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { markOf, textOf, toldFrom } from "../../../shared/domain/selection/telling.ts"
import { putRoundTold } from "../../../shared/store/directory.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { Action } from "../../../shared/store/table.ts"
import { putLetters, sealKeyOf } from "../../../shared/store/telling.ts"
import { sealedAbout } from "../../../shared/store/told.ts"
import { seal } from "../../../shared/values/seal.ts"
import { type C, changing, type Desk, deskHere, only, whoHere } from "../../../shared/web/panel/here.ts"
import { saysOf } from "./desk.ts"
import { freeIn } from "./joining-desk.ts"

const right = "decide"

const decidingBy = (c: C, { whole, round }: Desk) => ({
  ...whole,
  ceiling: round.ceiling,
  by: whoHere(c),
  at: c.var.world.now(),
  promotion: true as const,
})

/** One of the round, with the form on which a reserve is promoted. */
export const promotionForm = async (c: C) => {
  only(c, right, saysOf(right))
  const desk = await deskHere(c)
  const found = freeIn(desk, c.req.param("reference") ?? "")
  return { ...desk, ...found, section: decisionForm(aboutDecision(found.raw, decidingBy(c, desk))) }
}
export type OnPromotion = Awaited<ReturnType<typeof promotionForm>>

/** The same where it can be promoted: one in reserve, by somebody who did not score it. */
export const promotionHere = async (c: C): Promise<OnPromotion> => {
  const desk = await promotionForm(c)
  const refused = notDecidable(desk.raw, decidingBy(c, desk))
  if (refused) throw refused
  return desk
}

export type Promoted = { round: string; reference: string; decision: string; version: number }

/**
 * A reserve becomes successful, after the round was told: the decision, what its applicant reads and that a letter is
 * due are one write, and the letter follows.
 */
export const promote = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Promoted> => {
  only(c, right, saysOf(right))
  const { table, settings, now } = c.var.world
  const record = c.req.param("reference") ?? ""
  const promoted = await changing<Promoted>(
    c,
    { right, says: saysOf(right), record, move: "promote the reserve", key },
    async () => {
      const desk = await deskHere(c)
      const { raw } = freeIn(desk, record)
      const { reading, decision } = decide(raw, given, decidingBy(c, desk))
      const { round, store, whole } = desk
      return {
        actions: [
          store.addDecision(decision),
          ...(await sealing(c, desk, raw, reading, decision)),
          putRoundTold(settings.programme, {
            round: round.id,
            at: whole.panel?.told?.at ?? decision.at,
            lettered: false,
          }),
        ],
        result: {
          round: round.id,
          reference: raw.reference,
          decision: decision.decision,
          version: decision.version,
        },
      }
    },
  )
  await putLetters(table, { programme: settings.programme, round: promoted.round, at: now() })
  return promoted
}

/** What its applicant reads now, sealed with the key that has been open since the round was told. */
const sealing = async (
  c: C,
  { round, store, whole: { criteria } }: Desk,
  before: Reading,
  reading: Reading,
  decision: Decision,
): Promise<Action[]> => {
  const { table, random, now } = c.var.world
  const { organisation, reference } = reading
  const [feedback, key] = await Promise.all([store.feedback(reference), sealKeyOf(table, round.id, random)])
  const told = toldFrom({ round, criteria, reading, decision, feedback })
  const box = seal(textOf(told), key, random(12), sealedAbout(round.id, reference, told.version))
  const sealed = { mark: markOf(told), at: now().toISOString() }
  return [
    { put: { ...keys.sealed(organisation, reference), ...box, version: told.version } },
    store.put({ ...reading, sealed }, before),
  ]
}
