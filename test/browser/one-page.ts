import { OnePagePage } from "../../functions/evaluation/one-page/page.tsx"
import { settingsFor } from "../../infra/local/settings.ts"
import { type OnePageFacts, partsOf } from "../../shared/domain/evaluation/one-page.ts"
import { ruleNow } from "../../shared/domain/evaluation/releasing/release.ts"
import type { Inside } from "../../shared/web/evaluation/here.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"

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

/** The page with as much as may stand on it, in the style of the service. */
export const fullestOnePage = async (style: string) => {
  const app = serviceApp(world)
  const place = { organisation: "halton", phase: "NSW2", name: "Halton" }
  app.get("/page", (given) => {
    const c = given as unknown as Parameters<typeof OnePagePage>[0]["c"]
    c.set("phases", [] as Inside["Variables"]["phases"])
    c.set("actor", { id: "p", name: "Ann", email: "ann@halton.example", grants: [] })
    const title = "The Named Social Worker pilot at Halton"
    return c.html(OnePagePage({ c, taken: { place, title, parts: partsOf(fullest) } }))
  })
  return (await (await app.request("/page")).text()).replace("</head>", `<style>${style}</style></head>`)
}
