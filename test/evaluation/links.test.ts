import { afterAll, beforeAll, expect, test } from "vitest"
import { count, figuresAt, putMeasured } from "../support/evaluation/measured.ts"
import { evaluationPlanBy, evaluationPlanOf } from "../support/evaluation/planning.ts"
import { agreeing, shared } from "../support/evaluation/stories.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { emails } from "../support/roles.ts"
import { type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service, "2017-10-12", true)
  service.at("2018-01-16T09:00:00Z")
  const [lead, evaluator] = [await service.as(emails.lead), await service.as(emails.evaluator)]
  const plan = evaluationPlanBy(evaluationPlanOf("halton"))
  await plan.written(lead)
  await plan.agreed(evaluator, (await plan.proposed(lead, true)).version)
  await putMeasured(service.table, [figuresAt("halton", { at: "baseline", figures: [count("people", 17)] })])
  const writer = await service.as(emails.contributor)
  await shared(
    { writer, officer: await service.as(emails.governance) },
    agreeing({ reports: true, sites: true }),
  )
  const release = { title: "The first", because: "The baseline is in." }
  expect((await evaluator.api("POST", "/findings/NSW2/releases/new", release, keyed())).status).toBe(201)
})
afterAll(() => service.stop())

const site = "/organisations/halton"
const indexes = [
  "/",
  "/home",
  "/findings",
  site,
  `${site}/evaluation`,
  `${site}/evaluation/NSW2/plan`,
  `${site}/evaluation/NSW2/measures`,
  `${site}/evaluation/NSW2/released`,
  `${site}/evaluation/NSW2/answers`,
  `${site}/evaluation/NSW2/one-page`,
  `${site}/stories/NSW2`,
  "/findings/NSW2/measures",
  "/findings/NSW2/releases",
  "/findings/NSW2/reports",
  "/findings/stories",
]

const linksOn = (page: string): string[] =>
  [...page.matchAll(/ href="([^"]+)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&").split("#")[0] ?? "")
    .filter((href) => /^\/(?!assets|sign-out|local|\/)/.test(href))

const readers = ["evaluator", "lead", "governance", "coach", "coordinator"] as const

test.each(readers)(
  "every link that the pages of the evaluation show to the %s leads somewhere",
  async (role) => {
    const who = await service.as(emails[role])
    const links = new Map<string, string>()
    for (const index of indexes) {
      const page = await who.get(index)
      if (page.status !== 200) continue
      for (const link of linksOn(await page.text())) if (!links.has(link)) links.set(link, index)
    }
    expect(links.size).toBeGreaterThan(20)
    const dead: string[] = []
    for (const [link, from] of links) {
      const { status } = await who.get(link)
      if (status >= 400) dead.push(`${link} (${status}), from ${from}`)
    }
    expect(dead).toEqual([])
  },
)

test("the first pages lead to everything that each may read", async () => {
  const ways: [(typeof readers)[number], string, string[]][] = [
    [
      "evaluator",
      "/findings",
      ["NSW2/measures", "NSW2/releases", "NSW2/answers", "NSW2/costs", "stories", "NSW2/reports"].map(
        (one) => `/findings/${one}`,
      ),
    ],
    [
      "coordinator",
      "/findings",
      ["NSW2/measures", "NSW2/releases", "stories", "NSW2/reports"].map((one) => `/findings/${one}`),
    ],
    [
      "lead",
      `${site}/evaluation`,
      ["plan", "measures", "released", "answers", "one-page"].map((one) => `${site}/evaluation/NSW2/${one}`),
    ],
    ["lead", `${site}/evaluation`, [`${site}/stories/NSW2`]],
    ["lead", site, [`${site}/evaluation`]],
    [
      "coordinator",
      `${site}/evaluation`,
      ["plan", "measures"].map((one) => `${site}/evaluation/NSW2/${one}`),
    ],
  ]
  for (const [role, index, expected] of ways) {
    const links = linksOn(await (await (await service.as(emails[role])).get(index)).text())
    expect(links, `${role} ${index}`).toEqual(expect.arrayContaining(expected))
  }
  const all = linksOn(await (await service.nobody.get("/")).text())
  expect(all).toEqual(expect.arrayContaining(["/taking-part", "/reports"]))
})
