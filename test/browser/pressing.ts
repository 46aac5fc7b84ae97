import type { Page } from "playwright-core"

export const main = (page: Page) => page.locator("main")
export const text = (page: Page) => main(page).innerText()
export const buttons = (page: Page) => main(page).getByRole("button").allInnerTexts()

/** Presses a button of the page, and waits for what comes. */
export const press = async (page: Page, name: string) => {
  await Promise.all([
    page.waitForEvent("load"),
    main(page).getByRole("button", { name, exact: true }).click(),
  ])
}

/** Follows the first link, or what looks like a button and is one. */
export const follow = async (page: Page, name: string | RegExp) => {
  await Promise.all([page.waitForEvent("load"), main(page).locator("a", { hasText: name }).first().click()])
}
