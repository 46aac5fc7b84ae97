import { isAnnounced, phase as phaseSchema } from "../domain/calendar/phase.ts"
import { type RoundTold, roundTold, type ToldDecision, toldDecision } from "../domain/selection/told.ts"
import { type Sealed, unseal } from "../values/seal.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type About = { organisation: string; reference: string; round: string }

/** What a seal is bound to, beside its key. */
export const sealedAbout = (round: string, reference: string, version: number) =>
  `${round}/${reference}/${version}`

/** The one switch of a round: there from the moment all its applicants are told. */
export const roundToldIn = async (table: Table, round: string): Promise<RoundTold | undefined> => {
  const item = await table.get(keys.roundTold(round), { strong: true })
  return item && roundTold.parse(item)
}

/** What lies sealed for one applicant, opened with the key of a round that was told. */
export const openedIn = async (
  table: Table,
  { organisation, reference, round }: About,
  { key }: RoundTold,
): Promise<ToldDecision | undefined> => {
  const item = await table.get(keys.sealed(organisation, reference), { strong: true })
  if (!item) return undefined
  const about = sealedAbout(round, reference, Number(item.version))
  return toldDecision.parse(JSON.parse(unseal(item as unknown as Sealed, key, about)))
}

/** What was decided about one, once its round was told. Before, one request, and the same nothing for everybody. */
export const toldDecisionOf = async (table: Table, about: About): Promise<ToldDecision | undefined> => {
  const told = await roundToldIn(table, about.round)
  return told && openedIn(table, about, told)
}

/** What an applicant has heard of their own, and whether everybody has. */
export type Heard = ToldDecision & { announced: boolean }

/** The same, with whether it is still in confidence. */
export const heardOf = async (
  table: Table,
  { programme, phase, at, ...about }: About & { programme: string; phase: string; at: Date },
): Promise<Heard | undefined> => {
  const told = await toldDecisionOf(table, about)
  if (!told) return undefined
  const item = await table.get(keys.phase(programme, phase))
  const stands = item && phaseSchema.safeParse(item).data
  return { ...told, announced: stands !== undefined && isAnnounced(stands, at) }
}
