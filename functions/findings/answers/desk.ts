import type { Answer } from "../../../shared/domain/evaluation/answers/answer.ts"
import { answerTotals, type QuestionTotal } from "../../../shared/domain/evaluation/answers/totals.ts"
import type { Wave } from "../../../shared/domain/evaluation/answers/wave.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { answersIn, wavesIn } from "../../../shared/store/answers.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { findingsAt, tellUsAt } from "../../../shared/web/evaluation/addresses.ts"
import { askingSecretFor } from "../../../shared/web/link-token.ts"
import { type C, only, phaseHere } from "../here.ts"

export const answersAt = (phase: string) => `${findingsAt}/${phase}/answers`
export const waveAt = (phase: string, wave: string) => `${answersAt(phase)}/waves/${wave}`

/** For whoever collects answers, and nobody else: true counts, and what people said. */
export const collectorOnly = (c: C): WithSites => {
  only(c, "collect answers")
  return phaseHere(c)
}

export const wavesHere = ({ var: { world } }: C) => wavesIn(world.table, world.settings.programme)

export const waveHere = async (c: C): Promise<Wave> => {
  const { id } = collectorOnly(c)
  const found = await wavesHere(c).one(id, c.req.param("wave") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

export const secretOf = ({ var: { world } }: C, { phase, link }: Pick<Wave, "phase" | "link">) =>
  askingSecretFor(world.settings.linkKey, phase, link)

export const linkOf = (c: C, one: Wave) => `${c.var.world.settings.origin}${tellUsAt(secretOf(c, one))}`

/** Every wave of a phase with how many answered, and every answer: a query for each site that is asked. */
export type Collected = { phase: WithSites; waves: (Wave & { answers: number })[]; all: Answer[] }

export const collectedHere = async (c: C): Promise<Collected> => {
  const phase = collectorOnly(c)
  const waves = await wavesHere(c).all(phase.id)
  const sites = [...new Set(waves.map(({ organisation }) => organisation))]
  const store = answersIn(c.var.world.table)
  const all = (await Promise.all(sites.map((site) => store.ofSite(site, phase.id)))).flat()
  return {
    phase,
    waves: waves.map((one) => ({ ...one, answers: all.filter(({ wave }) => wave === one.wave).length })),
    all,
  }
}

/** One wave, with what came of it. */
export type OneWave = { one: Wave; link: string; given: Answer[]; totals: QuestionTotal[] }

export const oneWaveHere = async (c: C): Promise<OneWave> => {
  const one = await waveHere(c)
  const given = await answersIn(c.var.world.table).ofWave(one)
  return { one, link: linkOf(c, one), given, totals: answerTotals(given) }
}
