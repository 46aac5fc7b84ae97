import { expect } from "vitest"
import { tableName } from "../../infra/local/create-table.ts"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { clientFor, tableOn } from "../../shared/store/table.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import type { Client } from "../support/service.ts"
import { keyed } from "../support/submission.ts"
import { clientOf } from "./client.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { beginIn, submissionAt } from "./submission.ts"

export const september = "nsw2-spending-2017-09-30"
export const december = "nsw2-spending-2017-12-31"
export const march = "nsw2-spending-2018-03-31"
export const april = "nsw2-spending-2018-06-30"
export const statement = "nsw2-statement-2018-03-31"

export const accountOf = (site: string, path = "") => `/funding/phases/NSW2/sites/${site}${path}`
export const moneyOf = (site: string, path = "") => `/organisations/${site}/money${path}`
export const returnOf = (site: string, reference: string, path = "") =>
  accountOf(site, `/returns/${reference}${path}`)
export const draftOf = (site: string, reference: string, path = "") =>
  `/organisations/${site}/submissions/${reference}${path}`

/** The service on the day on which awards are offered: phase 2 is published, and nobody has been offered anything. */
export const startBeforeOffers = async (): Promise<{ engine: Engine; run: LocalRun }> => {
  const engine = await startEngine()
  const run = await startLocalRun({ endpoint: engine.endpoint })
  await publishPhaseTwo({ table: tableOn(clientFor(engine.endpoint), tableName) }, "2017-09-20")
  await run.putClock("2017-09-21T09:00:00Z")
  return { engine, run }
}

/** What somebody does by the API, where it is not the page that is tried. */
export const byApi = async (run: LocalRun, email: string) => {
  const who = await clientOf(run, email)
  const well = async (answer: Response) => {
    expect(answer.status, await answer.clone().text()).toBeLessThan(300)
    // biome-ignore lint/suspicious/noExplicitAny: whatever the operation gives
    return (await answer.json()) as any
  }
  const read = async (path: string) => well(await who.api("GET", path))
  const does = async (path: string, body: unknown = {}) => well(await who.api("POST", path, body, keyed()))
  return {
    who,
    read,
    does,
    /** A move about a return, as it stands when it is read. */
    seen: async (at: string, move: string, body: Record<string, unknown> = {}) => {
      const { revision } = await read(at)
      return does(`${at}/${move}`, { revision, ...body })
    },
  }
}

/** A return that is begun and filled in, by its reference. */
export const filledIn = async (
  who: Client,
  site: string,
  round: string,
  form: Record<string, Record<string, unknown>>,
): Promise<string> => {
  const one = await beginIn(who, site, round)
  await one.fill(who, form)
  return one.here.split("/").at(-1) ?? ""
}

/** Everybody who confirms it does, in this order; the last sends it. */
export const signedAndSent = async (site: string, reference: string, signers: Client[]) => {
  const one = submissionAt(draftOf(site, reference))
  for (const who of signers) await one.sign(who)
  const last = signers.at(-1)
  if (last) await one.send(last)
}

const pence = (rows: Record<string, Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([head, line]) => [
      head,
      Object.fromEntries(Object.entries(line).map(([column, pounds]) => [column, pounds * 100])),
    ]),
  )

/** What every quarterly return of Halton says alike; its figures are invented. */
const always = {
  staff: {
    posts: [
      { role: "Named social worker", share: 1, state: "filled", start: "2017-09-11", end: "2018-04-30" },
    ],
  },
  "other-funding": { any: false },
  checks: { ineligible: true },
}
const no = { any: false }

const q3 = "2017-12-31"
const q4 = "2018-03-31"
const q1 = "2018-06-30"

/** A pilot of £92,827 that spends in two financial years: by head of cost and quarter. */
export const profile = pence({
  practitioners: { "2017-09-30": 4_000, [q3]: 20_000, [q4]: 22_000, [q1]: 8_000 },
  backfill: { "2017-09-30": 1_500, [q3]: 9_000, [q4]: 11_000, [q1]: 3_500 },
  training: { "2017-09-30": 500, [q3]: 3_000, [q4]: 4_000, [q1]: 827 },
  coproduction: { [q3]: 2_000, [q4]: 3_000, [q1]: 500 },
})

/** Halton’s four quarterly returns. */
export const quarters = {
  september: {
    spending: {
      spending: pence({
        practitioners: { actual: 3_800 },
        backfill: { actual: 1_200 },
        training: { actual: 527 },
      }),
    },
    forecast: {
      forecast: pence({
        practitioners: { [q3]: 20_200, [q4]: 22_000, [q1]: 8_000 },
        backfill: { [q3]: 9_300, [q4]: 11_000, [q1]: 3_500 },
        training: { [q3]: 3_000, [q4]: 4_000, [q1]: 800 },
        coproduction: { [q3]: 2_000, [q4]: 3_000, [q1]: 500 },
      }),
    },
    moving: no,
    ending: { confidence: "4" },
    ...always,
  },
  december: {
    spending: {
      spending: pence({
        practitioners: { actual: 19_000 },
        backfill: { actual: 5_700 },
        training: { actual: 3_100 },
        coproduction: { actual: 1_800 },
      }),
    },
    forecast: {
      forecast: pence({
        practitioners: { [q4]: 23_000, [q1]: 8_000 },
        backfill: { [q4]: 9_500, [q1]: 3_500 },
        training: { [q4]: 5_500, [q1]: 827 },
        coproduction: { [q4]: 3_000, [q1]: 500 },
      }),
    },
    reasons: {
      reasons: [{ head: "backfill", reason: "recruitment", words: "The second cover began in December." }],
    },
    ending: { confidence: "3" },
    ...always,
  },
  march: {
    spending: {
      spending: pence({
        practitioners: { actual: 20_500, accrued: 600 },
        backfill: { actual: 6_900 },
        training: { actual: 5_200 },
        coproduction: { actual: 2_400 },
      }),
    },
    corrections: no,
    forecast: {
      forecast: pence({
        practitioners: { [q1]: 7_400 },
        backfill: { [q1]: 3_000 },
        training: { [q1]: 800 },
        coproduction: { [q1]: 500 },
      }),
    },
    reasons: {
      reasons: [{ head: "backfill", reason: "sickness", words: "The cover was ill in February." }],
    },
    moving: no,
    ending: {
      plan: "return",
      words: "Cover was short in two quarters. What is left comes back.",
      confidence: "4",
    },
    ...always,
  },
  april: {
    spending: {
      spending: pence({
        practitioners: { actual: 7_900 },
        backfill: { actual: 2_900 },
        training: { actual: 700 },
        coproduction: { actual: 400 },
      }),
    },
    corrections: no,
    moving: no,
    ending: { plan: "return", words: "What is left comes back.", confidence: "5" },
    ...always,
  },
}
