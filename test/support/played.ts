import { expect } from "vitest"
import { type Applicant, applicants, because, department, type PanelPeople } from "./panel.ts"
import type { Client } from "./service.ts"
import { keyed, newKey } from "./submission.ts"

/** One applicant's reading: five scores of each of two readers, what is settled, and what is decided. */
export type Played = {
  reader: number[]
  chair: number[]
  settled?: Record<string, number>
  decision: Record<string, unknown>
}

const words = (many: number) => Array.from({ length: many }, (_, at) => `word${at}`).join(" ")

/** A move that must be taken, by the operation of the API. */
export const does = async (
  who: Client,
  path: string,
  body: Record<string, unknown> = {},
): Promise<Record<string, unknown>> => {
  const answer = await who.api("POST", path, body, keyed(newKey()))
  const given = await answer.text()
  expect(answer.status, `${path}: ${given}`).toBeLessThan(300)
  return JSON.parse(given) as Record<string, unknown>
}

const reads = async (who: Client, path: string) => {
  const answer = await who.api("GET", path)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Record<string, unknown>
}

export const expressionAt = (reference: string) => `${department}/expressions/${reference}`

/** The round opened, everybody free of links, each checked, and read by the reader and the chair. */
export const opened = async (people: PanelPeople, references: Record<Applicant, string>) => {
  const all = Object.values(references)
  await does(people.chair, `${department}/open`)
  for (const one of [people.chair, people.reader, people.decider, people.adviser, people.coordinator])
    await does(one, `${department}/links`, { linked: [], none: all })
  for (const reference of all) await does(people.chair, `${expressionAt(reference)}/check`, { answer: "yes" })
  await does(people.chair, `${department}/assign`, {
    pairs: all.flatMap((reference) => ["p-reader", "p-chair"].map((person) => ({ reference, person }))),
  })
}

/** One reader's sheet, written and sent. */
export const scores = async (who: Client, reference: string, given: number[]) => {
  for (const [at, score] of given.entries())
    await does(who, `${expressionAt(reference)}/score/c${at + 1}`, { score, because })
  await does(who, `${expressionAt(reference)}/score/send`)
}

/** Everything from the sheets to the decisions: what is given of each applicant. */
export const decided = async (
  people: PanelPeople,
  references: Record<Applicant, string>,
  given: Record<Applicant, Played>,
) => {
  for (const one of applicants) {
    await scores(people.reader, references[one], given[one].reader)
    await scores(people.chair, references[one], given[one].chair)
  }
  for (const one of applicants) {
    const here = expressionAt(references[one])
    const { settled, decision } = given[one]
    if (settled)
      await does(people.chair, `${here}/moderation`, {
        points: settled,
        reasons: Object.fromEntries(Object.keys(settled).map((id) => [id, because])),
      })
    await does(people.chair, `${here}/feedback`, {
      strengths: ["The need is clear.", "Young people shaped the plan."],
      gaps: ["Cover for leave is not described.", "What happens afterwards is general."],
    })
    const { seen } = await reads(people.decider, `${here}/decision`)
    await does(people.decider, `${here}/decision`, { seen, reason: words(40), ...decision })
  }
}

/** Sealed and told. */
export const told = async ({ decider }: PanelPeople) => {
  await does(decider, `${department}/telling/seal`)
  await does(decider, `${department}/telling/tell`)
}
