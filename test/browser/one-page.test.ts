import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { OnePagePage } from "../../functions/evaluation/one-page/page.tsx"
import { buildAssets } from "../../infra/assets.ts"
import { settingsFor } from "../../infra/local/settings.ts"
import { type OnePageFacts, partsOf } from "../../shared/domain/evaluation/one-page.ts"
import { ruleNow } from "../../shared/domain/evaluation/releasing/release.ts"
import type { Inside } from "../../shared/web/evaluation/here.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { startChromium } from "./chromium.ts"

let browser: Browser
let style: string
beforeAll(async () => {
  const into = mkdtempSync(join(tmpdir(), "one-page-"))
  const { css } = await buildAssets("generic", into)
  style = readFileSync(join(into, css), "utf8")
  rmSync(into, { recursive: true })
  browser = await startChromium()
})
afterAll(() => browser.close())

const words = (many: number) =>
  Array.from(
    { length: many },
    (_, at) => ["Named", "workers", "stay", "with", "people", "through", "every", "change"][at % 8],
  ).join(" ")

/** As long as everything on it may be. */
const fullest: OnePageFacts = {
  from: "2017-09-01",
  to: "2018-04-30",
  award: 9_282_700,
  spent: { amount: 9_100_000, to: "2018-03-31" },
  stories: [1, 2, 3].map(() => ({ name: "Peter", words: words(500), own: true })),
  released: {
    on: "2018-05-03",
    rule: ruleNow.words,
    figures: ["people", "a", "b", "c", "d", "e", "f", "g", "h", "i"].map((measure) => ({
      measure,
      label: "Challenges after which something changed for people at the site",
      says: "baseline 100% (125 of 125); final 100% (125 of 125), as it is",
    })),
  },
  limits: words(100),
  own: { posts: words(40), adulthood: words(60), asks: words(60) },
  next: { title: "Final evaluation", by: "2018-06-11" },
}

const table = { metered: () => table } as unknown as World["table"]
const world = {
  now: () => new Date("2018-05-08T09:00:00Z"),
  machineNow: () => new Date("2026-01-05T09:00:00Z"),
  table,
  random: (bytes: number) => new Uint8Array(bytes),
  settings: settingsFor("http://127.0.0.1:3000", "a key for tests that is long enough to be one"),
  log: { info: () => {}, error: () => {} },
} as World

const htmlOf = async (facts: OnePageFacts) => {
  const app = serviceApp(world)
  const place = { organisation: "halton", phase: "NSW2", name: "Halton" }
  app.get("/page", (given) => {
    const c = given as unknown as Parameters<typeof OnePagePage>[0]["c"]
    c.set("phases", [] as Inside["Variables"]["phases"])
    c.set("actor", { id: "p", name: "Ann", email: "ann@halton.example", grants: [] })
    const title = "The Named Social Worker pilot at Halton"
    return c.html(OnePagePage({ c, taken: { place, title, parts: partsOf(facts) } }))
  })
  return (await (await app.request("/page")).text()).replace("</head>", `<style>${style}</style></head>`)
}

test("the council’s page is one side of A4, however much there is to say", async () => {
  const page = await browser.newPage()
  const margin = { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" }
  for (const facts of [fullest, { stories: [], own: {} }]) {
    await page.setContent(await htmlOf(facts))
    const printed = Buffer.from(await page.pdf({ format: "A4", margin })).toString("latin1")
    expect(printed.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  }
})
