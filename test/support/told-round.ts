import { expect } from "vitest"
import type { Reading } from "../../shared/domain/selection/reading.ts"
import { type Applicant, department, openedRound, panelPeople, sheetsOf } from "./panel.ts"
import type { Service } from "./service.ts"
import { keyed } from "./submission.ts"
import { condition, decidedAs, wroteOf } from "./told.ts"

export const decisions = {
  halton: { decision: "with conditions" as const, amount: 9_282_700, conditions: [condition] },
  bradford: { decision: "reserve" as const, place: 1 },
  shropshire: { decision: "unsuccessful" as const },
}
type Decisions = Record<Applicant, Parameters<typeof decidedAs>[0]>

export const toldAt = "2017-09-14T09:00:00.000Z"

/** The round read and decided, and not told yet. */
export const decidedRound = async (
  service: Service,
  given: Decisions = decisions,
  more: Partial<Record<Applicant, Partial<Reading>>> = {},
) => {
  const readings = Object.fromEntries(
    Object.entries(given).map(([one, decided]) => [
      one,
      { ...decidedAs(decided), ...more[one as Applicant] },
    ]),
  )
  const references = await openedRound(service, readings)
  for (const one of Object.keys(given) as Applicant[]) {
    await service.table.write(wroteOf(service, references[one], given[one]))
    await sheetsOf(service, references[one], readings[one] ?? {})
  }
  service.at("2017-09-13T09:00:00.000Z")
  return { references, people: await panelPeople(service) }
}

/** The same told, by the decision-maker's own moves. */
export const toldRound = async (service: Service, given?: Decisions) => {
  const round = await decidedRound(service, given)
  service.at(toldAt)
  await tell(round.people.decider)
  return round
}

export const tell = async (decider: Awaited<ReturnType<typeof panelPeople>>["decider"]) => {
  for (const move of ["seal", "tell"]) {
    const answer = await decider.api("POST", `${department}/telling/${move}`, {}, keyed())
    expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  }
}

export { department }
