import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { startChromium } from "./chromium.ts"
import { clientOf } from "./client.ts"
import { inspector } from "./inspect.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { signInAs, somebody } from "./people.ts"
import { everythingAsked, openRound } from "./rounds.ts"
import { beginIn } from "./submission.ts"
import { writeFullForm } from "./write.ts"

let engine: Engine
let run: LocalRun
let browser: Browser
const { faults, look } = inspector()

beforeAll(async () => {
  ;[engine, browser] = await Promise.all([startEngine(), startChromium()])
  run = await startLocalRun({ endpoint: engine.endpoint })
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

const signedIn = async (email: string, javaScript: boolean): Promise<Page> => {
  const { page } = await somebody(browser, run, { javaScript })
  await signInAs(page, email)
  return page
}

const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click()
const text = (page: Page) => page.locator("main").innerText()
const total = (page: Page) => page.locator("[data-total]").innerText()
const cell = (page: Page, name: string) => page.getByRole("textbox", { name: `${name}, in pounds` })

const backfill = "Backfill, Q3 2017/18 (Oct to Dec 2017)"
const training = "Training and learning events, Q2 2017/18 (Jul to Sep 2017)"

test.each([
  { name: "with JavaScript", javaScript: true, council: "halton" },
  { name: "without JavaScript", javaScript: false, council: "shropshire" },
])(
  "$name: a round that asks everything, written, confirmed by four people, and sent",
  async ({ javaScript, council }) => {
    const round = await openRound(engine.endpoint, `everything-${council}`, everythingAsked)
    const { here } = await beginIn(await clientOf(run, `site-lead@${council}.example`), council, round.id)
    const page = await signedIn(`site-lead@${council}.example`, javaScript)
    await page.goto(here)
    await writeFullForm(page)
    await page.getByRole("heading", { name: "Check your answers" }).waitFor()

    await page.goto(`${here}/sections/profile`)
    await cell(page, backfill).fill("£90,000")
    await cell(page, training).fill("2,800.00")
    expect(await total(page)).toBe(javaScript ? "£92,800" : "£0")
    await press(page, "Save and come back later")
    await page.getByRole("heading", { name: "1. Answer the questions" }).waitFor()
    const difference = "Your figures come to £92,800. You asked for £92,827. The difference is £27"
    await page.goto(`${here}/check`)
    expect(await text(page)).toContain(difference)
    expect(await page.getByRole("button", { name: "Go on to confirm" }).count()).toBe(0)
    await page.getByRole("link", { name: difference }).click()
    expect(await text(page)).toContain(difference)
    expect(await total(page)).toBe("£92,800")

    await cell(page, training).fill("2827")
    expect(await total(page)).toBe(javaScript ? "£92,827" : "£92,800")
    await press(page, "Save and come back later")
    await page.goto(`${here}/sections/profile`)
    expect(await total(page)).toBe("£92,827")
    expect(await page.locator("[data-row-total='backfill']").innerText()).toBe("£90,000")

    await page.goto(`${here}/sign`)
    await press(page, "Confirm")
    await page.locator("[data-sentence='NOT SENT YET']").waitFor()

    const certifier = await signedIn(`section-151@${council}.example`, javaScript)
    await certifier.goto(`${here}/sign`)
    expect(await text(certifier)).toContain("£92,827")
    expect(await text(certifier)).not.toContain("One named worker")
    await certifier.goto(`${here}/check`)
    expect(await certifier.locator("main").getByRole("heading", { level: 2 }).allInnerTexts()).toEqual([
      "The amount",
      "Spending profile",
    ])
    expect((await certifier.goto(`${here}/sections/proposal`))?.status()).toBe(404)
    await certifier.goto(`${here}/sign`)
    await press(certifier, "Confirm")
    await certifier.locator("[data-sentence='NOT SENT YET']").waitFor()

    for (const mailbox of ["sponsor", "governance"]) {
      const other = await signedIn(`${mailbox}@${council}.example`, javaScript)
      await other.goto(`${here}/sign`)
      await press(other, "Confirm")
      await other.locator("[data-sentence='NOT SENT YET']").waitFor()
    }
    await page.goto(`${here}/send`)
    await press(page, "Send expression of interest")
    await page.getByRole("heading", { name: "Expression of interest sent" }).waitFor()
    expect(await text(page)).toContain("Confirmed by the section 151 officer")
    expect(await text(page)).toContain("Confirmed by the information-governance officer")
    expect(await text(page)).toContain("Total: £92,827")
  },
  90_000,
)

test("the pages of a round that asks everything have nothing wrong with them", async () => {
  const round = await openRound(engine.endpoint, "everything-looked-at", everythingAsked)
  const writer = await clientOf(run, "site-lead@bradford.example")
  const { here } = await beginIn(writer, "bradford", round.id)
  const page = await signedIn("site-lead@bradford.example", true)
  const visit = async (name: string, path: string) => {
    await page.goto(path)
    await look(page, name)
  }
  await visit("the round", `/rounds/${round.id}`)
  await visit("its questions", `/rounds/${round.id}/questions`)
  await visit("the task list", here)
  for (const { id } of everythingAsked.sections) await visit(`section ${id}`, `${here}/sections/${id}`)

  await page.goto(`${here}/sections/profile`)
  await cell(page, backfill).fill("a lot")
  await press(page, "Save and continue")
  await look(page, "section profile, with mistakes")
  expect(await cell(page, backfill).inputValue()).toBe("a lot")
  await page.goto(`${here}/sections/measures`)
  await page.getByLabel("What you would measure").fill("How often plans change")
  await press(page, "Add another measure")
  await page.getByRole("group", { name: "Measure 2" }).waitFor()
  await look(page, "section measures, with two")
  await page.goto(`${here}/sections/backfill`)
  await page.getByLabel("Day").fill("31")
  await page.getByLabel("Month").fill("feb")
  await page.getByLabel("Year").fill("2018")
  await press(page, "Save and continue")
  await look(page, "section backfill, with mistakes")
  await visit("check", `${here}/check`)
  await visit("print", `${here}/print`)
  expect(faults).toEqual([])
}, 60_000)
