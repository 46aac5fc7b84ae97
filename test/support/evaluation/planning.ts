import { expect } from "vitest"
import type { AgreedPlan } from "../../../shared/domain/evaluation/agreed-plan.ts"
import type { Measure } from "../../../shared/kinds/measures/measure.ts"
import { evaluationIn, putEvaluation } from "../../../shared/store/evaluation.ts"
import type { Client, Service } from "../service.ts"
import { keyed } from "../submission.ts"

export const evaluationPlanOf = (organisation: string, phase = "NSW2") =>
  `/organisations/${organisation}/evaluation/${phase}/plan`

/** Seven boxes, whole. */
export const wholeTheory = {
  inputs: "Four named social workers\nTwo protected days a week",
  activities: "One worker stays with each person",
  mechanisms: "Somebody who knows a person speaks up early",
  people: "People decide for themselves\nPeople know whom to telephone",
  workers: "Workers are surer of what the law gives people",
  system: "Fewer people go into hospital",
  assumptions: "Other teams take over duty",
}

export const wholeMeasure = {
  name: "Plans in people’s own words",
  question: "Are plans written with people?",
  definition: "Plans that the person wrote, or said word for word, of all that were reviewed.",
  level: "people",
  unit: "share",
  counts: "plans in people’s own words",
  outOf: "plans that were reviewed",
  direction: "more",
  source: "A form at the review",
}

type Version = {
  version?: number
  hash?: string
  theory: { box: string; lines: string[] }[]
  text: { section: string; question: string; words: string }[]
  measures?: Measure[]
  notOurGroup?: Record<string, string>
}
export type ReadEvaluationPlan = {
  says: string[]
  lockedAt?: string
  agreed?: Version
  whole?: {
    revision: number
    state: string
    began?: string
    versions: { version: number; fate: string }[]
    proposed?: Version
    draft?: Version
    entries: { id: string; library?: string; takesPlaceOf?: string }[]
    comments: { id: string; on: string; text: string; notYet: boolean; dealt?: object }[]
  }
}

/** The evaluation plan of one site by the API, and what each of its people does about it. */
export const evaluationPlanBy = (at: string) => {
  const ok = async <Body>(answer: Response): Promise<Body> => {
    const body = await answer.json()
    expect(answer.status, JSON.stringify(body)).toBeLessThan(300)
    return body as Body
  }
  const read = async (who: Client) => ok<ReadEvaluationPlan>(await who.api("GET", at))
  const move = (who: Client, what: string, body: unknown = {}, key?: string) =>
    who.api("POST", `${at}/${what}`, body, keyed(key))
  const save = async (who: Client, section: string, answers: Record<string, unknown>, revision?: number) =>
    who.api("POST", `${at}/sections/${section}`, {
      revision: revision ?? (await read(who)).whole?.revision ?? 0,
      answers,
    })
  const add = async (who: Client, from: string) =>
    (await ok<{ measure: string }>(await move(who, "measures", { from }))).measure
  return {
    at,
    ok,
    read,
    move,
    save,
    add,
    /** Begun and written, with one measure of its own and one of the library; not proposed yet. */
    written: async (who: Client) => {
      await ok(await move(who, "begin"))
      await ok(await save(who, "theory", wholeTheory))
      await ok(await save(who, "group", { admissions: "asked" }))
      const own = await add(who, "own")
      await ok(await save(who, own, wholeMeasure))
      await add(who, "library.settled-home")
      return own
    },
    proposed: async (who: Client, agrees = false) =>
      ok<{ version: number; hash: string; agreed: boolean; waitsFor: string[] }>(
        await move(who, "propose", { agrees }),
      ),
    agreed: async (who: Client, version: number) =>
      ok<{ agreed: boolean; waitsFor: string[] }>(await move(who, "agree", { version })),
  }
}

/** What the acceptance of a baseline leaves: the measures are locked. */
export const lockedAt = async ({ table }: Pick<Service, "table">, site: string, at: string) => {
  const before = (await evaluationIn(table).agreed(site, "NSW2")) as AgreedPlan
  const written = await table.write([putEvaluation("AGREEDPLAN", "", { ...before, lockedAt: at }, before)])
  expect(written.written).toBe(true)
}
