import type { Page } from "playwright-core"

const next = (page: Page) => page.getByRole("button", { name: "Save and continue" }).click()

/** The short expression of interest, filled in as a site lead would, from its first section to the last. */
export const writeShortForm = async (page: Page) => {
  await page.getByRole("link", { name: "Your organisation" }).click()
  await fillOrganisation(page)
  await next(page)
  await fillPeople(page)
  await next(page)
  await page
    .getByLabel("Why here?")
    .fill("In March 2017 eleven young people of Halton lived far from home.\n\nTheir families told us why.")
  await page
    .getByLabel("What would you do differently?")
    .fill("One named worker stays with each person, and may say no to the system.")
  await page
    .getByLabel("Who with lived experience")
    .fill("The self-advocacy group wrote the first draft, and is paid for its time.")
  await next(page)
  await page.getByLabel("How will you free people’s time?").fill("Two posts are backfilled.")
  await page.getByLabel("How will you know it helps?").fill("People can say who their worker is.")
  await page.getByLabel("What happens afterwards?").fill("The workers stay in the Transition Team.")
  await next(page)
  await page.getByLabel("How much do you ask for").fill("£92,827.00")
  await next(page)
  await page.getByRole("group", { name: "Does anybody involved have links" }).getByLabel("No").check()
  await page.getByLabel("I confirm all of this").check()
  await next(page)
}

export const fillOrganisation = async (page: Page) => {
  const lead = page.getByRole("group", { name: "Who leads this expression of interest?" })
  await lead.getByLabel("Job title").fill("Principal manager, Transition Team")
  const sponsor = page.getByRole("group", { name: "Who is the sponsor?" })
  await sponsor.getByLabel("Job title").fill("Director of adult social services")
  const together = page.getByRole("group", { name: "Are you applying with other organisations?" })
  await together.getByLabel("No", { exact: true }).check()
}

export const fillPeople = async (page: Page) => {
  await page.getByLabel("Young people moving to adult services, 14 to 25").check()
  await page.getByRole("group", { name: "About how many people" }).getByLabel("Number").fill("17")
}
