import type { Browser, Page } from "playwright-core"
import { expect } from "vitest"
import { inspector } from "./inspect.ts"
import type { LocalRun } from "./local-run.ts"
import { signInAs, somebody } from "./people.ts"

/** Goes to pages as anybody, one browser a person, and looks at each. */
export const visitor = (at: () => { browser: Browser; run: LocalRun }) => {
  const { faults, look, watch } = inspector()
  const pages = new Map<string, Page>()
  const been: string[] = []

  /** One browser for each person, signed in; nobody is signed in where no address is given. */
  const browserOf = async (email = ""): Promise<Page> => {
    const known = pages.get(email)
    if (known) return known
    const { browser, run } = at()
    const { page } = await somebody(browser, run)
    pages.set(email, watch(page))
    if (email) await signInAs(page, email)
    return page
  }

  const visit = async (name: string, path: string, email?: string) => {
    const page = await browserOf(email)
    await page.goto(path)
    been.push(new URL(page.url()).pathname)
    await look(page, name)
    return page
  }

  /** Presses a button of the page and looks at what comes. */
  const press = async (name: string, page: Page, button: string) => {
    const loaded = page.waitForEvent("load")
    await page.locator("main").getByRole("button", { name: button, exact: true }).click()
    await loaded
    been.push(new URL(page.url()).pathname)
    await look(page, name)
  }

  const nothingWrong = () => expect(faults.splice(0)).toEqual([])

  return { been, browserOf, visit, press, look, nothingWrong }
}
