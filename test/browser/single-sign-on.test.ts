import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startChromium } from "./chromium.ts"
import { inspector } from "./inspect.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { signInByLink, somebody } from "./people.ts"

let run: LocalRun
let browser: Browser

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun(), startChromium()])
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor()
const press = (page: Page) =>
  page.getByRole("button", { name: "Sign in with your department account" }).click()

/** The ordinary sign-in page, the department's, and then the provider's, which is another site. */
const atProvider = async (page: Page, next: string) => {
  await page.goto(next)
  await page.getByRole("link", { name: "Sign in with your department account" }).click()
  await heading(page, "Sign in with your department account")
  await press(page)
  await heading(page, "Who are you?")
  expect(new URL(page.url()).hostname).toBe("localhost")
}
const sessions = async (page: Page) =>
  (await page.context().cookies(run.base)).filter(({ name }) => name === "__Host-session")

describe.each([
  { name: "with JavaScript", javaScript: true },
  { name: "without JavaScript", javaScript: false },
])("$name", ({ javaScript }) => {
  test("the chair signs in with the department's account, comes where they were going, and signs out", async () => {
    const { page } = await somebody(browser, run, { javaScript })
    await atProvider(page, "/programme/board")
    await page.getByRole("link", { name: /^Chair of the selection panel/ }).click()
    await page.waitForURL(`${run.base}/programme/board`)
    expect(await sessions(page)).toHaveLength(1)
    const left = (await page.context().cookies(run.base)).map(({ name }) => name)
    expect(left).not.toContain("__Host-department-sign-in")
    await page.goto("/sign-out")
    await page.locator("main").getByRole("button", { name: "Sign out" }).click()
    await heading(page, "You are signed out")
    expect(await page.locator("main").innerText()).toContain("Your department account stays signed in")
    expect(await sessions(page)).toEqual([])
  })

  test("whom nobody has invited is told so and whom to ask, and has no session", async () => {
    const { page } = await somebody(browser, run, { javaScript })
    await atProvider(page, "/home")
    await page.getByRole("link", { name: /^Somebody else at the department/ }).click()
    await heading(page, "You do not have access")
    expect(await page.locator("main").innerText()).toContain("programme@innovation-unit.example")
    expect(await sessions(page)).toEqual([])
    await page.reload()
    await heading(page, "Sign-in did not finish")
  })

  test("whoever says no at the provider can start again", async () => {
    const { page } = await somebody(browser, run, { javaScript })
    await atProvider(page, "/programme/board")
    await page.getByRole("link", { name: "Do not sign in" }).click()
    await heading(page, "Sign-in did not finish")
    expect(await sessions(page)).toEqual([])
    await page.getByRole("button", { name: "Start again" }).click()
    await press(page)
    await page.getByRole("link", { name: /^Reader/ }).click()
    await page.waitForURL(`${run.base}/programme/board`)
  })
})

test("a reader who came by link is shown the way to the department's pages", async () => {
  const { page } = await somebody(browser, run)
  await signInByLink(page, run, "reader@doh.example")
  await heading(page, "Your work")
  await page.getByRole("link", { name: "Sign in with your department account" }).click()
  await press(page)
  await page.getByRole("link", { name: /^Reader/ }).click()
  await page.waitForURL(`${run.base}/department`)
  await page.goto("/home")
  await page.waitForURL(`${run.base}/department`)
})

test("its pages have nothing wrong with them", async () => {
  const { faults, look, watch } = inspector()
  const { page } = await somebody(browser, run)
  watch(page)
  await page.goto("/sign-in")
  await look(page, "the ordinary sign-in")
  await page.goto("/cookies")
  await look(page, "cookies")
  await page.goto("/sign-in/department")
  await look(page, "the department's sign-in")
  await press(page)
  await page.getByRole("link", { name: /^Somebody else/ }).click()
  await look(page, "no access")
  await page.goto("/sign-in/department/back")
  await look(page, "not finished")
  await signInByLink(page, run, "finance@doh.example")
  await heading(page, "Your work")
  await look(page, "home by link")
  expect(faults).toEqual([])
})
