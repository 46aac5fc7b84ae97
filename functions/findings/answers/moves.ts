import { answered } from "../../../shared/domain/answered.ts"
import {
  answerForm,
  answerOf,
  kindProblems,
  waveForm,
} from "../../../shared/domain/evaluation/answers/form.ts"
import { codeOf, isOpen, nextWave, type Wave, wave } from "../../../shared/domain/evaluation/answers/wave.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { answersIn, putWave, wavesChain } from "../../../shared/store/answers.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { nextLine } from "../../../shared/store/site-chain.ts"
import { shortHash } from "../../../shared/values/hash.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, grantHere, whoHere } from "../here.ts"
import { collectorOnly, secretOf, waveHere, wavesHere } from "./desk.ts"

const todayHere = (c: C) => londonDate(c.var.world.now())

export const waveFormHere = (c: C) => {
  const { sites } = collectorOnly(c)
  return waveForm(
    Object.fromEntries(sites.map(({ organisation, name }) => [organisation, name])),
    todayHere(c),
  )
}

export const slipFormHere = ({ group }: Wave) => answerForm(group, "A form on paper")

/** A wave more: one group of one site, by one link. */
export const openWave = async (
  c: C,
  typed: Record<string, unknown>,
  key: MoveKey,
): Promise<{ wave: string }> => {
  const phase = collectorOnly(c)
  const now = c.var.world.now()
  const { site, ...answers } = answered(waveFormHere(c), typed, now)
  const found = phase.sites.find(({ organisation }) => organisation === site)
  if (!found) throw new Refused("not found")
  const link = Buffer.from(c.var.world.random(18)).toString("base64url")
  return changing(c, key, "open questions", phase.id, async () => {
    const after = wave.parse({
      ...answers,
      organisation: found.organisation,
      name: found.name,
      phase: phase.id,
      wave: nextWave(await wavesHere(c).all(phase.id)),
      link,
      begun: { at: now.toISOString(), by: whoHere(c) },
      revision: 0,
    })
    return { after }
  })
}

/** From now on the link takes nothing more. */
export const closeWave = async (c: C, key: MoveKey): Promise<{ wave: string }> => {
  const { phase } = await waveHere(c)
  return changing(c, key, "close questions", phase, async () => {
    const before = await waveHere(c)
    if (!isOpen(before, todayHere(c)))
      throw new Refused("not possible now", { says: "These questions are closed already." })
    const after = { ...before, closed: { at: c.var.world.now().toISOString(), by: whoHere(c) } }
    return { after, before }
  })
}

type Decide = () => Promise<{ after: Wave; before?: Wave }>

const changing = (c: C, key: MoveKey, move: string, phase: string, decide: Decide) => {
  const { world } = c.var
  const { programme } = world.settings
  const where = { record: `answers-${phase}`, chains: wavesChain(programme) }
  const by = grantHere(c, "collect answers")
  return nextLine<{ wave: string }>(world.table, where, { by, at: world.now(), key }, async () => {
    const { after, before } = await decide()
    return {
      move,
      about: { kind: "questions", id: after.wave, title: codeOf(after) },
      actions: putWave(programme, secretOf(c, after), after, before),
      result: { wave: after.wave },
    }
  })
}

/**
 * A form that came on paper, typed in: also after the link was closed. The same key again is the same form. What people
 * wrote is taken as it is but for what says who somebody is.
 */
export const enterSlip = async (
  c: C,
  typed: Record<string, unknown>,
  key: MoveKey,
): Promise<{ wave: string }> => {
  const one = await waveHere(c)
  const now = c.var.world.now()
  const on = londonDate(now)
  const answers = answered(slipFormHere(one), typed, now, kindProblems(on))
  const { organisation, phase, wave: id, point, group } = one
  await answersIn(c.var.world.table).give({
    organisation,
    phase,
    wave: id,
    point,
    group,
    id: shortHash(key.key),
    on,
    by: "paper",
    ...answerOf(group, answers),
  })
  return { wave: id }
}
