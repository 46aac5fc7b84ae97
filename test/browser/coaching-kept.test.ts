import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startChromium } from "./chromium.ts"
import { everybody, siteAt, startPhaseTwo, team } from "./coaching.ts"
import { dayIn } from "./day-in.ts"
import { signInAs, somebody } from "./people.ts"
import { follow, main, press, text } from "./pressing.ts"

/** What is typed about a session survives a lost connection, in that browser, for whoever typed it. */
let run: Awaited<ReturnType<typeof startPhaseTwo>>["run"]
let stop: () => Promise<void>
let browser: Browser
let at: Awaited<ReturnType<typeof everybody<"coach">>>

const sessions = siteAt("sheffield", "/sessions")

beforeAll(async () => {
  ;[{ run, stop }, browser] = await Promise.all([startPhaseTwo("2018-01-11T15:00:00Z"), startChromium()])
  at = await everybody(run, { coach: team.coach })
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

const offer = (page: Page) => main(page).getByRole("region", { name: "What you typed before" })
const talked = (page: Page) => page.getByLabel("What did you talk about?")

/** The connection goes, the button leads nowhere, and the telephone is put away. */
const loses = async (context: BrowserContext, page: Page, button: string) => {
  await context.setOffline(true)
  await main(page).getByRole("button", { name: button, exact: true }).click()
  await page.waitForURL("chrome-error://chromewebdata/")
  await page.close()
  await context.setOffline(false)
}

test("typed on a train, offered when its coach comes back, and offered no longer once it is saved", async () => {
  const { context, page } = await somebody(browser, run)
  await signInAs(page, team.coach)
  const planned = await at.coach.does(`${sessions}/plan`, { kind: "visit", on: "2018-01-11" })
  const here = `${sessions}/${planned.session}/write`
  for (const path of [`${sessions}/write`, here]) {
    const first = await context.newPage()
    await first.goto(path)
    await first.getByLabel("Site visit").check()
    await talked(first).fill(`Typed at ${path}`)
    await first
      .getByRole("group", { name: "New action 1" })
      .getByLabel("What", { exact: true })
      .fill("Name it.")
    await loses(context, first, "Save and come back later")

    const again = await context.newPage()
    await again.goto(path)
    expect(await talked(again).inputValue()).toBe("")
    await offer(again)
      .getByRole("button", { name: /^Bring back/ })
      .click()
    expect(await talked(again).inputValue()).toBe(`Typed at ${path}`)
    expect(await again.getByLabel("Site visit").isChecked()).toBe(true)
    expect(await offer(again).innerText()).toContain("It is not saved yet.")
    await dayIn(again, "When was it?", "2018-01-11")
    await press(again, "Save and come back later")
    const saved = new URL(again.url()).pathname
    expect(await text(again)).toContain("NOT SHARED YET")
    await follow(again, "Go on writing")
    expect(await offer(again).count()).toBe(0)
    expect(await talked(again).inputValue()).toBe(`Typed at ${path}`)
    expect(await again.locator("[name$='.text']").first().inputValue()).toBe("Name it.")
    expect(saved).toMatch(new RegExp(`^${sessions}/2018-01-11-`))
    await again.goto(path)
    expect(await offer(again).count()).toBe(0)
    await again.close()
  }
})

test("somebody else on the same browser is offered nothing, and what was typed goes as its writer signs out", async () => {
  const answers = { on: "2018-01-11", kind: "visit", who: "The lead", talked: "Cover.", next: "2018-02-08" }
  const { session } = await at.coach.does(`${sessions}/write`, { answers })
  await at.coach.does(`${sessions}/${session}/share`, { revision: 1 })
  const here = `${sessions}/${session}/change`
  const { context, page } = await somebody(browser, run)
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("typed ")).length)
  const all = () => page.getByLabel("Something about all of it")
  await signInAs(page, "site-lead@sheffield.example")
  await page.goto(here)
  await all().fill("We talked about the agency too.")
  expect(await kept()).toBe(1)

  await signInAs(page, "contributor@sheffield.example")
  await page.goto(here)
  expect(await offer(page).count()).toBe(0)
  expect(await all().inputValue()).toBe("")

  await signInAs(page, "site-lead@sheffield.example")
  await page.goto(here)
  expect(await offer(page).count()).toBe(1)
  await page.goto("/sign-out")
  await press(page, "Sign out")
  expect(await kept()).toBe(0)
  await signInAs(page, "contributor@sheffield.example")
  await page.goto(here)
  expect(await offer(page).count()).toBe(0)
  await context.close()
})
