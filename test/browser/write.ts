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

/** Everything that a round can ask, but the spending profile, in the order of its pages. */
export const writeFullForm = async (page: Page) => {
  await page.getByRole("link", { name: "Your organisation" }).click()
  await fillOrganisation(page)
  await next(page)
  await fillPeople(page)
  await next(page)
  await page
    .getByLabel("Why here?")
    .fill("In March 2017 eleven young people of the area lived far from home.")
  await page.getByLabel("What would you do differently?").fill("One named worker stays with each person.")
  await page.getByLabel("Who with lived experience").fill("The self-advocacy group wrote the first draft.")
  await next(page)
  await page.getByLabel("How will you free people’s time?").fill("Two posts are backfilled.")
  await page.getByLabel("How will you know it helps?").fill("People can say who their worker is.")
  await page.getByLabel("What happens afterwards?").fill("The workers stay.")
  await next(page)
  await page.getByLabel("How much do you ask for").fill("92827")
  await next(page)
  await page.getByLabel("Why is this needed here?").fill("Plans are made far from the people they are about.")
  await page.getByLabel("What is your proposal?").fill("A worker with the time to know somebody.")
  await page.getByLabel("How did people with lived experience take part").fill("They chair the group.")
  await next(page)
  await page.getByLabel("How many named social workers").fill("5")
  await page.getByLabel("How many full-time equivalents").fill("2.5")
  await next(page)
  await page.getByLabel("Name of the organisation").fill("Halton People First")
  await page.getByLabel("Voluntary or community").check()
  await page.getByLabel("What they commit").fill("A day a week.")
  await page.getByRole("group", { name: "Confirmed?" }).getByLabel("Yes").check()
  await next(page)
  await page.getByLabel("What you would measure").fill("How often a plan is changed by the person")
  await page.getByLabel("Where the figure comes from").fill("The records of the team")
  await page.getByRole("group", { name: "Do you have a baseline?" }).getByLabel("No").check()
  await page.getByLabel("Job title of who looks after it").fill("Team manager")
  await next(page)
  await next(page)
  await page.getByLabel("Risk", { exact: true }).fill("Nobody can be freed")
  await page.getByLabel("Likelihood, 1 to 5").fill("2")
  await page.getByLabel("Impact, 1 to 5").fill("4")
  await page.getByLabel("What you would do about it").fill("We start with two workers.")
  await next(page)
  await page.getByLabel("Day").fill("2")
  await page.getByLabel("Month").fill("oct")
  await page.getByLabel("Year").fill("2017")
  await page.getByLabel("Who covers the caseload?").fill("Two posts, for six months.")
  await page.getByLabel("How many weeks does recruitment take?").fill("6")
  await next(page)
  await page.getByLabel("What happens when the money ends?").fill("The workers stay in the team.")
  await next(page)
  await page.getByRole("group", { name: "Can your team take part" }).getByLabel("Yes").check()
  await page.getByLabel("How many days a month").fill("1.5")
  await next(page)
  for (const [name, who] of [
    ["Who is your section 151 officer", "The section 151 officer"],
    ["Who is your Caldicott Guardian", "The Caldicott Guardian"],
  ] as const) {
    const person = page.getByRole("group", { name })
    await person.getByLabel("Full name").fill(who)
    await person.getByLabel("Job title").fill("Officer")
    await person.getByLabel("Work email address").fill("officer@halton.example")
  }
  await page.getByLabel("In hand").check()
  await next(page)
  await page.getByRole("group", { name: "Does anybody involved have links" }).getByLabel("No").check()
  await page.getByLabel("I confirm all of this").check()
  await next(page)
}
