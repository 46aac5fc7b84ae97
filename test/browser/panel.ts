import { expect } from "vitest"
import { because, department } from "../support/panel.ts"
import type { Client } from "../support/service.ts"
import { keyed, round, shortForm } from "../support/submission.ts"
import { clientOf } from "./client.ts"
import type { LocalRun } from "./local-run.ts"
import { beginIn } from "./submission.ts"

export { because, department }

/** What an applicant reads besides the decision, as the API takes it. */
export const feedback = {
  strengths: ["The need is dated and clear.", "Young people shaped the plan."],
  gaps: ["Cover for leave is not described.", "What happens afterwards is general."],
  seen: 0,
}

export const names = {
  halton: "Halton",
  bradford: "Bradford",
  shropshire: "Shropshire",
} as const
export type Site = keyof typeof names
export const sitesThatApply = Object.keys(names) as Site[]

/** An expression of interest, sent as a council sends it: its reference. */
export const sendFrom = async (run: LocalRun, site: Site): Promise<string> => {
  const [lead, sponsor] = await Promise.all([
    clientOf(run, `site-lead@${site}.example`),
    clientOf(run, `sponsor@${site}.example`),
  ])
  const one = await beginIn(lead, site, round)
  await one.fill(lead, shortForm)
  await one.sign(lead)
  await one.sign(sponsor)
  await one.send(lead)
  return one.here.split("/").at(-1) ?? ""
}

/** One of each council that applies, by its reference. */
export const sendThree = async (run: LocalRun) =>
  Object.fromEntries(
    await Promise.all(sitesThatApply.map(async (site) => [site, await sendFrom(run, site)])),
  ) as Record<Site, string>

const well = async (answer: Response) => {
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return answer.json()
}

/** What somebody of the panel does by the API, where a page is looked at and not tried. */
export const panelist = (who: Client) => {
  const move = (path: string, body: unknown = {}) =>
    who.api("POST", `${department}${path}`, body, keyed()).then(well)
  const read = (path: string) => who.api("GET", `${department}${path}`).then(well)
  return {
    move,
    read,
    /** One score, half-written. */
    keep: (reference: string, criterion: string, score: number) =>
      who.api("POST", `${department}/expressions/${reference}/score/${criterion}`, { score }).then(well),
    /** All scores of one sheet, in the order of the criteria, and sends it. */
    score: async (reference: string, scores: number[], because: string) => {
      for (const [at, score] of scores.entries()) {
        const criterion = `/expressions/${reference}/score/c${at + 1}`
        const { seen } = (await read(criterion)) as { seen: string }
        await who.api("POST", `${department}${criterion}`, { score, because, seen }).then(well)
      }
      await move(`/expressions/${reference}/score/send`)
    },
    decide: async (reference: string, decision: Record<string, unknown>) => {
      const at = `/expressions/${reference}/decision`
      const { seen } = (await read(at)) as { seen: string }
      await move(at, { seen, ...decision })
    },
  }
}

/** Addresses of a round's pages, and of the pages of one expression of interest. */
export const addressesOf = (references: Record<Site, string>) => ({
  oneAt: (site: Site, path = "") => `${department}/expressions/${references[site]}${path}`,
  submissionAt: (site: Site, path = "") => `/organisations/${site}/submissions/${references[site]}${path}`,
})
