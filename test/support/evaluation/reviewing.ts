import { expect } from "vitest"
import type { AgreedPlan } from "../../../shared/domain/evaluation/agreed-plan.ts"
import { coreMeasureList } from "../../../shared/kinds/measures/core.ts"
import { putEvaluation } from "../../../shared/store/evaluation.ts"
import type { Published } from "../phase.ts"
import { returnOf } from "../phase.ts"
import { returnForms } from "../returns.ts"
import type { Client, Service } from "../service.ts"
import { begun, filled, keyed, newKey } from "../submission.ts"

/** A return of the evaluation of a site, filled in, signed and sent by its lead. */
export const sentEvaluation = async (
  service: Service,
  phase: Published,
  organisation = "halton",
  kind: "evaluation-baseline" | "evaluation-final" = "evaluation-baseline",
) => {
  const lead = await service.as(`site-lead@${organisation}.example`)
  const one = await begun(lead, organisation, returnOf(phase, organisation, kind))
  await filled(one, lead, returnForms[kind])
  expect((await one.sign(lead)).status).toBe(200)
  const sent = await one.send(lead)
  expect(sent.status, await sent.clone().text()).toBe(200)
  return { one, lead }
}

/** Where the evaluator reads it. */
export const evaluationReviewOf = (reference: string, organisation = "halton") => {
  const at = `/organisations/${organisation}/evaluation/NSW2/returns/${reference}`
  const read = async (who: Client) => (await (await who.api("GET", at)).json()) as Reviewed
  return {
    at,
    read,
    does: async (who: Client, path: string, body: Record<string, unknown> = {}, key = newKey()) =>
      who.api("POST", `${at}/${path}`, body, keyed(key)),
    /** The same with the revision that stands there. */
    seen: async (who: Client, path: string, body: Record<string, unknown> = {}, key = newKey()) => {
      const { revision } = await read(who)
      return who.api("POST", `${at}/${path}`, { revision, ...body }, keyed(key))
    },
  }
}

type Reviewed = {
  state: string
  revision: number
  version: number
  sentence: string
  plan: number
  lockedAt?: string
  counts?: string
  looked?: { by: string }
  inTheWay?: string
  questions: { number: number; state: string; about?: string; answer?: { text: string } }[]
  moves: string[]
}

/** The plan of a site as both agreed it: the core measures. */
export const agreedFor = async ({ table }: Service, organisation = "halton") => {
  const plan: AgreedPlan = {
    organisation,
    phase: "NSW2",
    version: 1,
    at: "2017-10-20T10:00:00.000Z",
    hash: "a".repeat(64),
    measures: [...coreMeasureList],
    notOurGroup: {},
    revision: 0,
  }
  expect((await table.write([putEvaluation("AGREEDPLAN", "", plan)])).written).toBe(true)
}
