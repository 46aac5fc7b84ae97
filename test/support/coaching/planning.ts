import { expect } from "vitest"
import { type Promised, promise } from "../../../shared/domain/actions/promise.ts"
import type { Client } from "../service.ts"
import { keyed } from "../submission.ts"

export const planOf = (organisation: string, phase = "NSW2") =>
  `/organisations/${organisation}/coaching/${phase}/plan`

/** Whole answers of the first page, as the API takes them. */
export const wholePlan = {
  model: "One worker stays with each person.",
  changes: "People know whom to telephone.",
  stops: "Duty on Mondays; the second team covers it.",
  people: { number: 17 },
  team: [
    { role: "Named social worker", number: 4, days: 2.5 },
    { role: "Team manager", number: 1 },
  ],
  milestones: [
    { what: "Workers are named", by: "2017-10-20", who: "Team manager" },
    { what: "Everybody has met theirs", by: "2017-12-15", who: "Named social workers" },
  ],
}

export const wholeMore = {
  partners: "The self-advocacy group.",
  risks: [{ risk: "Cover falls through", against: "The agency holds two names." }, { risk: "Nobody joins" }],
}

/** What a council promised, as it is carried into the phase. */
export const promisedBy = (organisation: string): Promised =>
  promise.parse({
    organisation,
    phase: "NSW2",
    round: "nsw-2-2017",
    reference: "NSW2-HAL-E-7K3PQ4",
    version: 1,
    people: { number: 17 },
    groups: ["transition"],
    asked: 9_282_700,
    awarded: 9_282_700,
    answers: [
      { section: "proposal", question: "whyHere", label: "Why here?", words: "Eleven live far from home." },
      {
        section: "proposal",
        question: "differently",
        label: "What would you do differently?",
        words: "One worker stays with each person.",
      },
      {
        section: "delivery",
        question: "freeTime",
        label: "How will you free people’s time?",
        words: "Two posts are backfilled.",
      },
    ],
    at: "2017-09-14T09:00:00.000Z",
  })

export type ReadPlan = {
  says: string[]
  state: string
  versions: { version: number; fate: string }[]
  milestones: { all: number; done: number; late: number; next?: string }
  whole?: {
    revision: number
    began?: string
    agreed?: { version: number; hash: string; text: Said[] }
    proposed?: { version: number; text: Said[] }
    draft?: Said[]
    milestones: { id: string; what: string; by: string; late: boolean; done?: object; moved: object[] }[]
    comments: { id: string; on: string; label: string; text: string; notYet: boolean; dealt?: object }[]
    beside: { label: string; promised?: string; planned?: string; now?: string }[]
    risks: { row: string; risk: string; against?: string }[]
  }
}
type Said = { question: string; label: string; words: string; answer?: unknown; from?: string }

/** The plan of one site by the API, and what each of its people does about it. */
export const planBy = (at: string) => {
  const ok = async <Body>(answer: Response): Promise<Body> => {
    const body = await answer.json()
    expect(answer.status, JSON.stringify(body)).toBeLessThan(300)
    return body as Body
  }
  const read = async (who: Client) => ok<ReadPlan>(await who.api("GET", at))
  const move = (who: Client, what: string, body: unknown = {}, key?: string) =>
    who.api("POST", `${at}/${what}`, body, keyed(key))
  const save = async (who: Client, section: string, answers: Record<string, unknown>, revision?: number) =>
    who.api("POST", `${at}/sections/${section}`, {
      revision: revision ?? (await read(who)).whole?.revision ?? 0,
      answers,
    })
  return {
    at,
    read,
    move,
    save,
    /** Begun and written, and not proposed yet. */
    written: async (who: Client) => {
      await ok(await move(who, "begin"))
      await ok(await save(who, "core", wholePlan))
      await ok(await save(who, "more", wholeMore))
    },
    proposed: async (who: Client) =>
      ok<{ version: number; hash: string; waitsFor: string[] }>(await move(who, "propose")),
    agreed: async (who: Client, version: number) =>
      ok<{ agreed: boolean; waitsFor: string[]; risks: { row: string; risk: string }[] }>(
        await move(who, "agree", { version }),
      ),
  }
}
