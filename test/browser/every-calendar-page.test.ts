import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { factsPages } from "../../shared/domain/calendar/round-facts/pages.ts"
import { noticeNames } from "../../shared/domain/notices/notices.ts"
import { everyDoor } from "../support/doors.ts"
import { startChromium } from "./chromium.ts"
import { dayIn } from "./day-in.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { openRound } from "./rounds.ts"
import { visitor } from "./visits.ts"

let engine: Engine
let run: LocalRun
let browser: Browser
const { been, visit, press, nothingWrong } = visitor(() => ({ browser, run }))

beforeAll(async () => {
  ;[engine, browser] = await Promise.all([startEngine(), startChromium()])
  run = await startLocalRun({ endpoint: engine.endpoint, scene: "mid-phase" })
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

const coordinator = "coordinator@innovation-unit.example"
const coach = "coach@innovation-unit.example"
const administrator = "administrator@doh.example"
const lead = "site-lead@halton.example"
const halton = "/organisations/halton"
const spending = "nsw2-spending-2017-12-31"
const statement = "nsw2-statement-2018-03-31"
const phase = "/programme/phases/NSW2"

const all = async (paths: string[], who = coordinator) => {
  for (const path of paths) await visit(`${path}, for ${who}`, path, who)
}
/** A form as it is, and sent with nothing in it. */
const emptily = async (path: string, button: string, who = coordinator) => {
  const page = await visit(path, path, who)
  await press(`${path}, not filled in`, page, button)
  return page
}

test("the programme in the middle of its year, for each role in it", async () => {
  await all([
    "/programme",
    "/programme/board",
    "/programme/board?phase=NSW2&later=yes",
    "/programme/board?phase=NSW2&state=not+started",
    "/programme/next?days=90",
    "/programme/letters",
    "/programme/letters?site=bradford",
    "/programme/cover",
    "/programme/asks",
    "/programme/notices",
    ...noticeNames.slice(0, 2).map((one) => `/programme/notices/${one}`),
    "/programme/sites/bradford",
    `/programme/sites/bradford/returns/${spending}`,
  ])
  for (const role of ["chair", "finance"]) await all(["/programme"], `${role}@doh.example`)
  await all(
    [
      "/programme",
      "/programme/sites/bradford",
      phase,
      `${phase}/periods/${spending}`,
      "/programme/rounds/nsw-2-2017",
      "/programme/organisations/halton",
    ],
    coach,
  )
  await visit("a page that only planners have", `${phase}/facts`, coach)
  nothingWrong()
}, 60_000)

test("phases, one that is published and one that is prepared", async () => {
  await all(["/programme/phases", phase, "/programme/phases/NSW1", `${phase}/facts`])
  await all([`${phase}/sites/bradford`, `${phase}/sites/bradford/remove`, `${phase}/lines/new`])
  await emptily(`${phase}/periods/${spending}`, "Change the date")
  const page = await emptily("/programme/phases/new", "Prepare it")
  await page.getByLabel("What is its code?").fill("NSW4")
  await page.getByLabel("What is the phase called?").fill("Phase 4 (invented)")
  await press("a phase, just begun", page, "Prepare it")
  const four = "/programme/phases/NSW4"
  await all([`${four}/publish`, `${four}/sites/new`])
  await emptily(`${four}/facts`, "Save")
  await emptily(`${four}/lines/new`, "Ask for it")
  await page.getByLabel("Spending update").check()
  await page.getByLabel("Once, at the end").check()
  await page.getByLabel("How many working days are there to send it?").fill("15")
  await page.getByLabel("For how many working days is a late one still taken?").fill("20")
  await page.getByLabel("Why is it asked?").fill("Public money is accounted for.")
  await press("a phase that asks for something", page, "Ask for it")
  await page.getByRole("link", { name: "Change Spending update" }).click()
  const { pathname } = new URL(page.url())
  await all([pathname, `${pathname}/remove`])
  nothingWrong()
}, 60_000)

test("rounds, one that closed, one to come, one that is open and one that is prepared", async () => {
  await openRound(engine.endpoint, "to-come", {
    title: "A round to come",
    opens: "2018-03-01T09:00:00Z",
    closes: "2018-03-30T16:00:00Z",
    questionsUntil: "2018-03-20",
    decisionsBy: "2018-04-20",
  })
  await openRound(engine.endpoint, "open-now", {
    title: "A round that is open",
    opens: "2018-01-08T09:00:00Z",
    closes: "2018-02-16T17:00:00Z",
    questionsUntil: "2018-02-02",
    decisionsBy: "2018-03-09",
  })
  await all(["/programme/rounds", "/programme/rounds/nsw-2-2017", "/programme/rounds/to-come"])
  await all(["/programme/rounds/open-now", "/programme/board?round=open-now", "/programme"])
  await emptily("/programme/rounds/to-come/take-back", "Take it back to draft")
  await emptily("/programme/rounds/open-now/closing", "Move it")
  const page = await emptily("/programme/rounds/new", "Prepare it")
  await page.getByLabel("What is the round called?").fill("Phase 4: expression of interest (invented)")
  await page.getByLabel("What is the code of its phase?").fill("NSW4")
  await press("a round, just begun", page, "Prepare it")
  const { pathname } = new URL(page.url())
  await all(["preview", "publish", ...factsPages.map(({ id }) => id)].map((one) => `${pathname}/${one}`))
  nothingWrong()
}, 60_000)

test("organisations, and every way in which one changes", async () => {
  await all([
    "/programme/organisations",
    "/programme/organisations?q=nowhere",
    "/programme/organisations/halton",
  ])
  await all(["/home", "/programme/organisations"], administrator)
  await emptily("/programme/organisations/new", "Add it")
  for (const way of ["names", "gss", "domains", "domains-take-away", "end"])
    await visit(way, `/programme/organisations/halton/${way}`, coordinator)
  nothingWrong()
}, 60_000)

test("people of the programme and of a site, their dates and their ends", async () => {
  const team = "/programme/people"
  await all([team, `${team}/of`, `${team}/invite`, `${team}/changes`], administrator)
  await all([`${team}/p-coach/g-coach/dates`, `${team}/p-coach/g-coach/end`], administrator)
  const own = `${halton}/people`
  await all([own, `${own}/invite`, `${own}/changes`], lead)
  const contributor = `${own}/p-halton-contributor/g-halton-contributor`
  await all([`${contributor}/dates`, `${contributor}/end`], lead)
  nothingWrong()
}, 60_000)

test("a site in the middle of its year, and what it asks", async () => {
  await all([halton, `${halton}/returns`, `${halton}/returns/${spending}`, "/home/calendar"], lead)
  for (const role of ["contributor", "sponsor", "section-151", "governance"])
    await all([halton, `${halton}/returns/${spending}`], `${role}@halton.example`)
  await emptily(`${halton}/returns/${spending}/nothing`, "Send: nothing to report", lead)
  const page = await emptily(`${halton}/returns/${spending}/more-time`, "Ask for more time", lead)
  await dayIn(page, "Until when do you need?", "2018-01-29")
  await page.getByLabel("Why do you need more time?").fill("The ledger closes late.")
  await press("a return for which more time is asked", page, "Ask for more time")
  await all([halton, `${halton}/returns/${spending}/more-time`], lead)
  await page.goto(`${halton}/returns/${spending}`)
  await page.getByRole("link", { name: "Go on with it" }).click()
  const draft = new URL(page.url()).pathname
  await all([draft, `${draft}/withdraw`, `${draft}/send`, `${draft}/check`, `${draft}/history`], lead)

  const asked = `/programme/sites/halton/returns/${spending}`
  await all(["/programme", "/programme/asks", asked, `${asked}/needed`])
  await emptily(`${asked}/refuse`, "Refuse it")
  await emptily(`${asked}/not-needed`, "It is not needed this time")
  const desk = await emptily(`${asked}/time`, "Give more time")
  await desk.getByLabel("Why?", { exact: true }).fill("The ledger closes late there.")
  await press("what sites ask, answered", desk, "Give more time")
  await all([asked, "/programme/letters"])
  await all([halton, `${halton}/returns/${spending}`], lead)

  const theirs = "site-lead@hertfordshire.example"
  const nil = await visit(
    "nothing to report",
    `/organisations/hertfordshire/returns/${spending}/nothing`,
    theirs,
  )
  await nil.getByLabel("Why is there nothing to report?").fill("The post was vacant.")
  await press("the receipt of nothing to report", nil, "Send: nothing to report")
  await all(["/organisations/hertfordshire", `/organisations/hertfordshire/returns/${spending}`], theirs)
  nothingWrong()
}, 60_000)

/** These come last: the clock only goes forward. */
test("returns that are late, and who certifies the next", async () => {
  await run.putClock("2018-01-23T10:00:00Z")
  await all(["/programme", "/programme/board", `/programme/sites/liverpool/returns/${spending}`])
  await all(["/organisations/liverpool"], "site-lead@liverpool.example")
  await run.putClock("2018-01-30T10:00:00Z")
  const late = `/programme/sites/liverpool/returns/${spending}`
  await all([late, `${late}/sponsor`, "/programme/cover"])
  await run.putClock("2018-04-11T10:00:00Z")
  const certifier = "section-151@bradford.example"
  const at = `/organisations/bradford/returns/${statement}`
  await all(["/organisations/bradford", at], certifier)
  const page: Page = await emptily(`${at}/cover`, "Save", certifier)
  await page.getByLabel("Somebody else certifies now").check()
  await press("a return without a certifier", page, "Save")
  await all(["/programme/cover", `/programme/sites/bradford/returns/${statement}`])
  nothingWrong()
}, 60_000)

test("no page of the programme, of returns or of people is left out", () => {
  const pattern = (door: string) => new RegExp(`^${door.replace("GET ", "").replaceAll(/:\w+/g, "[^/]+")}$`)
  const pages = everyDoor
    .filter(({ door }) => /^GET \/(programme|organisations\/:organisation\/(people|returns))/.test(door))
    .filter(({ door }) => !door.endsWith(".csv") && !door.includes("/questions"))
  const left = pages.filter(({ door }) => !been.some((path) => pattern(door).test(path)))
  expect(left.map(({ door }) => door)).toEqual([])
})
