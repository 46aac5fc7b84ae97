import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startChromium } from "./chromium.ts"
import { dayIn } from "./day-in.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { signInAs, somebody } from "./people.ts"

let run: LocalRun
let browser: Browser

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun({ scene: "mid-phase" }), startChromium()])
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const coordinator = "coordinator@innovation-unit.example"
const leadOf = (site: string) => `site-lead@${site}.example`

const signedIn = async (email: string, javaScript = true): Promise<Page> => {
  const { page } = await somebody(browser, run, { javaScript })
  await signInAs(page, email)
  return page
}
const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp) => page.locator("main").getByRole("link", { name }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor()
const text = (page: Page) => page.locator("main").innerText()

/** One row of a table, by the heading of the row. */
const row = (page: Page, name: string | RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) })

describe.each([
  { name: "with JavaScript", javaScript: true, site: "bradford", called: "Bradford" },
  { name: "without JavaScript", javaScript: false, site: "liverpool", called: "Liverpool" },
])("$name", ({ javaScript, site, called }) => {
  test("a site asks for more time, a coordinator finds that and gives it, and the site sees until when and why", async () => {
    const lead = await signedIn(leadOf(site), javaScript)
    await follow(lead, /^Ask for more time.*Spending/)
    await press(lead, "Ask for more time")
    await lead.getByRole("alert").waitFor()
    await dayIn(lead, "Until when do you need?", "2018-01-29")
    await lead.getByLabel("Why do you need more time?").fill("Our ledger closes a week later this year.")
    await press(lead, "Ask for more time")
    await heading(lead, /^Spending update, \w+ to December 2017/)
    expect(await text(lead)).toContain("It is not answered yet.")

    const desk = await signedIn(coordinator, javaScript)
    await desk.goto("/programme")
    const ask = desk.locator(".row-of-many").filter({ hasText: called })
    expect(await ask.innerText()).toContain("Our ledger closes a week later this year.")
    await ask.getByRole("link", { name: "Answer it" }).click()
    await desk.getByLabel("Why?", { exact: true }).fill("The ledger closes later.")
    await press(desk, "Give more time")
    await heading(desk, "What sites ask")
    expect(await text(desk)).not.toContain(called)

    await lead.goto(`/organisations/${site}`)
    const home = await text(lead)
    expect(home).toContain("Due at 5pm on Monday 29 January 2018")
    expect(home).toContain("It was due at 5pm on Monday 22 January 2018.")
    expect(home).toContain("“The ledger closes later.”")
  })
})

test("a lead says that there is nothing to report, gets a receipt, and the board says so", async () => {
  const lead = await signedIn(leadOf("hertfordshire"))
  await follow(lead, /^There is nothing to report/)
  await lead.getByLabel("Why is there nothing to report?").fill("The post was vacant until the new year.")
  await press(lead, "Send: nothing to report")
  await lead.locator("[data-sentence='SENT']").waitFor()
  const reference = /NSW2-HRT-F-\w{6}/.exec(await text(lead))?.[0] ?? "none"
  expect(new URL(lead.url()).pathname).toContain(`/submissions/${reference}`)
  const [download] = await Promise.all([
    lead.waitForEvent("download"),
    lead.getByRole("button", { name: "Download your receipt" }).click(),
  ])
  expect(download.suggestedFilename()).toContain(reference)

  const desk = await signedIn(coordinator)
  await desk.goto("/programme/board")
  expect(await row(desk, "Hertfordshire").innerText()).toContain("Nothing to report")
})

test("access is ended while somebody is signed in, and their next click finds nothing", async () => {
  const [lead, contributor] = await Promise.all([
    signedIn(leadOf("sheffield")),
    signedIn("contributor@sheffield.example"),
  ])
  await contributor.goto("/organisations/sheffield")
  await lead.goto("/organisations/sheffield/people")
  await follow(lead, /^End access as contributor/)
  await press(lead, "End access")
  await heading(lead, "People and access")
  await follow(contributor, "Every return, past and to come")
  await heading(contributor, "Page not found")
})

test("somebody with a role at two sites chooses one, and sees the returns of that one alone", async () => {
  const page = await signedIn("finance-partner@halton.example")
  const returnsAt = async (site: string, name: string) => {
    await page.goto("/home")
    await heading(page, "Choose an organisation")
    await follow(page, name)
    await follow(page, "Every return, past and to come")
    await heading(page, "Returns")
    const links = await page
      .locator("main tbody a")
      .evaluateAll((found) => found.map((one) => one.getAttribute("href") ?? ""))
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter((href) => !href.startsWith(`/organisations/${site}/returns/`))).toEqual([])
    return row(page, /^(?:Spending update|Quarterly funding return), \w+ to December 2017/).innerText()
  }
  expect(await returnsAt("shropshire", "Shropshire Council")).toContain("Nothing to report")
  expect(await returnsAt("halton", "Halton Borough Council")).toContain("In hand")
})

test.each([
  { name: "with JavaScript", javaScript: true, from: "Monday 22", to: "Wednesday 24", day: "2018-01-24" },
  {
    name: "without JavaScript",
    javaScript: false,
    from: "Wednesday 24",
    to: "Thursday 25",
    day: "2018-01-25",
  },
])(
  "$name: a coordinator changes a due date, and what will happen next changes with it",
  async ({ javaScript, from, to, day }) => {
    const desk = await signedIn(coordinator, javaScript)
    const dueOn = async (date: string) => {
      await desk.goto("/programme/next")
      const table = desk.getByRole("table", { name: `${date} January 2018` })
      return (await table.getByRole("row", { name: /^5pm Due/ }).allInnerTexts()).join()
    }
    expect(await dueOn(from)).toContain("Halton")
    expect(await dueOn(to)).not.toContain("Halton")
    await desk.goto("/programme/phases/NSW2")
    await row(desk, "Spending update, October to December 2017").getByRole("link").click()
    await press(desk, "Change the date")
    await desk.getByRole("alert").waitFor()
    await dayIn(desk, "On which day is it due?", day)
    await desk.getByLabel("Why does it change?").fill("The ledgers of the sites close later.")
    await press(desk, "Change the date")
    await desk.getByText("It is saved.").waitFor()
    expect(await dueOn(from)).not.toContain("Halton")
    expect(await dueOn(to)).toContain("Halton")
  },
)

/** This comes last: the clock only goes forward. */
test("reported, nothing to report and missing are three different words on the board", async () => {
  await run.putClock("2018-01-26T10:00:00Z")
  const page = await signedIn(coordinator)
  await page.goto("/programme/board")
  const says = async (site: string) =>
    (
      await row(page, site)
        .getByRole("cell", { name: /(?:Spending update|Quarterly funding return), \w+ to December/ })
        .innerText()
    )
      .split(": ")
      .at(-1)
      ?.trim()
  expect(await says("Sheffield")).toBe("Reported")
  expect(await says("Shropshire")).toBe("Nothing to report")
  expect(await says("Halton")).toMatch(/^Missing/)
})
