import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { afterClose, because, department, round } from "../support/panel.ts"
import { startChromium } from "./chromium.ts"
import { dayIn } from "./day-in.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { addressesOf, names, type Site, sendThree, sitesThatApply } from "./panel.ts"
import { eventually, signInAs, somebody } from "./people.ts"

/**
 * The smallest department: four people. The chair reads too, and who is there for the money is given the reader's role
 * besides, since the reader has a link with Bradford.
 */
let run: LocalRun
let browser: Browser
let references: Record<Site, string>
let chair: Page
let reader: Page
let decider: Page
let finance: Page

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun(), startChromium()])
  references = await sendThree(run)
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const signedIn = async (email: string): Promise<Page> => {
  const { page } = await somebody(browser, run)
  await signInAs(page, email)
  return page
}
const leadOf = (site: Site) => signedIn(`site-lead@${site}.example`)
const main = (page: Page) => page.locator("main")
const text = (page: Page) => main(page).innerText()
const press = async (page: Page, name: string) => {
  await Promise.all([
    page.waitForEvent("load"),
    main(page).getByRole("button", { name, exact: true }).click(),
  ])
}
const follow = (page: Page, name: string | RegExp) => main(page).getByRole("link", { name }).first().click()
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name }).first().waitFor()
const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name })
const oneAt = (site: Site, path = "") => addressesOf(references).oneAt(site, path)
const submissionAt = (site: Site, path = "") => addressesOf(references).submissionAt(site, path)

/** Everything in the document, for what must not be in it anywhere. */
const source = async (page: Page, path: string) => {
  const answer = await page.goto(path)
  return { status: answer?.status(), html: (await answer?.text()) ?? "" }
}

test("the chair opens the round once it has closed, and nobody could read anything before", async () => {
  chair = await signedIn("chair@doh.example")
  await chair.goto(department)
  expect(await text(chair)).toContain("Nobody reads what is sent before then.")
  expect((await source(chair, oneAt("halton"))).status).toBe(404)

  await run.putClock(afterClose)
  await chair.goto("/home")
  await heading(chair, "Selection panel")
  await follow(chair, "3 sent: open the round for reading")
  await press(chair, "Open for reading")
  await chair.goto("/department")
  expect(await text(chair)).toContain("3 applicants: say whether you have a link")
})

test("an administrator gives the reader’s role to who is there for the money", async () => {
  const administrator = await signedIn("administrator@doh.example")
  await administrator.goto("/programme/people/invite")
  await administrator.getByLabel("Their full name").fill("Department finance (demonstration)")
  await administrator.getByLabel("Their work email address").fill("finance@doh.example")
  await administrator.getByRole("radio", { name: "Reader" }).check()
  await press(administrator, "Give access")
  finance = await signedIn("finance@doh.example")
  await finance.goto("/department")
  await heading(finance, "Selection panel")
})

test("everybody says their links; the reader has one with Bradford, and never sees it again", async () => {
  reader = await signedIn("reader@doh.example")
  decider = await signedIn("decision-maker@doh.example")
  await reader.goto("/department")
  await follow(reader, "3 applicants: say whether you have a link")
  await reader.getByLabel(names.bradford).check()
  await reader.getByLabel("I helped them, or coached them").check()
  await reader.getByLabel("I have no link with any of those that I did not tick").check()
  await press(reader, "Continue")
  expect(await text(reader)).toContain("You will not see anything of those again.")
  for (const path of [department, "/department", `${department}/list.csv`, `${department}/ranking`])
    expect((await (await reader.request.get(path)).text()).includes("Bradford"), path).toBe(false)
  for (const path of ["", "/score", "/links", "/questions"])
    expect((await reader.request.get(oneAt("bradford", path))).status(), path).toBe(404)

  for (const page of [chair, decider, finance]) {
    await page.goto(`${department}/links`)
    await page.getByLabel("I have no link with any of those that I did not tick").focus()
    await page.keyboard.press("Space")
    const loaded = page.waitForEvent("load")
    await page.keyboard.press("Enter")
    await loaded
    expect(await text(page)).toContain("You have said that you have no link with these.")
  }
})

test("the chair says who can apply, one with a caveat, and gives each to two readers", async () => {
  for (const site of sitesThatApply) {
    await chair.goto(oneAt(site, "/check"))
    if (site === "halton") {
      await chair.getByLabel("Yes, with a caveat", { exact: true }).check()
      await chair.getByLabel(/^Nobody is in post yet/).check()
    } else await chair.getByLabel("Yes", { exact: true }).check()
    await press(chair, "Save the answer")
  }
  await chair.goto(`${department}/assign`)
  await follow(chair, "Set a date")
  await dayIn(chair, "The last day", "2017-09-06")
  await press(chair, "Set the date")
  const readers = main(chair).getByRole("group", { name: "To whom?" })
  const give = async (sites: Site[], to: RegExp) => {
    for (const site of sites) await chair.getByLabel(names[site], { exact: true }).check()
    for (const one of [/^Chair/, to]) await readers.getByLabel(one).check()
    await press(chair, "Give each ticked one to each ticked reader")
  }
  await give(["halton", "shropshire"], /^Reader/)
  await give(["bradford"], /^Department finance/)
  expect(await text(chair)).toContain("Every one has its readers.")
})

/** Every score of one sheet, typed, and sent. */
const score = async (page: Page, site: Site, scores: number[]) => {
  await page.goto(oneAt(site, "/score/c1"))
  for (const given of scores) {
    await page.getByRole("radio", { name: new RegExp(`^${given} –`) }).check()
    await page.getByLabel("Why?").fill(because)
    await press(page, "Save and continue")
  }
  await press(page, "Send your scores")
  expect(await text(page)).toMatch(/Sent at|sent/)
}

test("the readers score, and see what the others gave only when all of their own is sent", async () => {
  await score(reader, "halton", [4, 4, 3, 3, 2])
  await reader.goto(oneAt("halton", "/score"))
  expect(await text(reader)).toContain("You see what the others scored once you have sent all of your own")
  await score(reader, "shropshire", [1, 2, 1, 2, 1])
  await score(finance, "bradford", [3, 3, 3, 2, 2])
  await score(chair, "halton", [2, 4, 3, 3, 2])
  await score(chair, "bradford", [3, 3, 2, 3, 2])
  expect(await text(chair)).not.toContain("Department finance")
  await score(chair, "shropshire", [1, 1, 1, 2, 1])
})

test("an applicant is asked a question, without who asks, and answers it", async () => {
  await chair.goto(oneAt("halton"))
  await follow(chair, "Questions to the applicant")
  await chair.getByLabel("Amount").check()
  await chair.getByLabel("What do you ask?").fill("What does the first month buy?")
  await press(chair, "Send the question")
  expect(await text(chair)).toContain("1 question: 1 waiting for an answer.")

  const lead = await leadOf("halton")
  await lead.goto("/organisations/halton")
  await lead.goto(submissionAt("halton"))
  await press(lead, "Answer question 1")
  expect(await text(lead)).not.toContain("Chair")
  await lead.getByLabel("What is your answer?").fill("Two posts, from October.")
  await press(lead, "Send the answer")
  await chair.goto(oneAt("halton", "/questions"))
  expect(await text(chair)).toContain("Two posts, from October.")
})

test("a gap of two points is moderated by the chair before anything is decided", async () => {
  await chair.goto(`${department}/ranking`)
  await follow(chair, `Moderate ${names.halton}`)
  await chair.getByRole("group", { name: /^Need/ }).getByLabel("3 – Good").check()
  await chair.getByLabel("Need: why?").fill(because)
  await press(chair, "Settle these scores")
  expect(await text(chair)).toContain("It is settled.")
  await chair.goto(`${department}/ranking`)
  const placed = await chair.getByRole("row").allInnerTexts()
  const at = (site: Site) => placed.findIndex((one) => one.includes(names[site]))
  expect(at("halton")).toBeLessThan(at("bradford"))
  expect(at("bradford")).toBeLessThan(at("shropshire"))
})

test("what every applicant will read is written, and the decision-maker decides about all three", async () => {
  for (const site of sitesThatApply) {
    await chair.goto(oneAt(site, "/feedback"))
    await chair.getByLabel("First strength").fill("The need is dated and clear.")
    await chair.getByLabel("Second strength").fill("Young people shaped the plan.")
    await chair.getByLabel("First gap").fill("Cover for leave is not described.")
    await chair.getByLabel("Second gap").fill("What happens afterwards is general.")
    await press(chair, "Save")
  }
  await decider.goto("/department")
  expect(await text(decider)).toContain("3 to decide")
  const decide = async (site: Site, decision: string, more: () => Promise<void> = async () => {}) => {
    await decider.goto(`${department}/ranking`)
    await follow(decider, `Decide ${names[site]}`)
    await decider.getByLabel(decision, { exact: true }).check()
    await more()
    await decider.getByLabel("Why?", { exact: true }).fill(because)
    await press(decider, "Decide")
    expect(await text(decider)).toContain("It is decided. Nobody outside the panel is told yet.")
  }
  await decide("halton", "Successful, with conditions", async () => {
    await decider.getByLabel("Condition", { exact: true }).fill("Name who covers the other work.")
    await dayIn(decider, "By which day?", "2017-10-31")
    await decider.getByLabel("How much?").fill("92827")
  })
  await decide("bradford", "Reserve", () => decider.getByLabel("Which place on the reserve list?").fill("1"))
  await decide("shropshire", "Unsuccessful")
  await decider.goto(`${department}/portfolio`)
  expect(await text(decider)).toContain("£92,827 of £400,000 is decided")
})

/** What a lead sees of what was sent, without what is theirs alone. */
const sentenceFor = async (site: Site) => {
  const lead = await leadOf(site)
  await lead.goto(submissionAt(site))
  const says = await main(lead).locator("[data-sentence]").innerText()
  expect((await source(lead, submissionAt(site, "/decision"))).status, site).toBe(404)
  return says.replaceAll(references[site], "").replaceAll(names[site], "")
}

test("before they are told all three applicants read the same; afterwards each reads their own", async () => {
  const before = await Promise.all(sitesThatApply.map(sentenceFor))
  expect(new Set(before).size, before.join("\n")).toBe(1)

  await decider.goto(`${department}/telling`)
  await press(decider, "Seal the letters")
  expect(await text(decider)).toContain("All 3 letters are sealed. Nobody is told yet.")
  await row(decider, names.halton).getByRole("link").click()
  await heading(decider, `The letter to ${names.halton}`)
  expect(await text(decider)).toContain("Name who covers the other work.")
  const sealed = await Promise.all(sitesThatApply.map(sentenceFor))
  expect(new Set(sealed)).toEqual(new Set(before))

  await decider.goto(`${department}/telling/tell`)
  await press(decider, "Tell all applicants now")
  const decided: Record<Site, string> = {
    halton: "Successful, with conditions",
    bradford: "Reserve, number 1 on the list",
    shropshire: "Unsuccessful",
  }
  for (const site of sitesThatApply) {
    const lead = await leadOf(site)
    await lead.goto(submissionAt(site, "/decision"))
    const says = await text(lead)
    expect(says).toContain(decided[site])
    expect(says).toContain("In confidence until the Department announces.")
    for (const other of sitesThatApply.filter((one) => one !== site)) expect(says).not.toContain(names[other])
    await eventually(`a letter to ${site}`, async () =>
      (await run.outbox(`site-lead@${site}.example`)).find(({ subject }) => subject.includes("The decision")),
    )
  }
})

test("a funded site is taken into the phase, and finds the conditions of its award", async () => {
  await decider.goto(`${department}/phase`)
  await row(decider, names.halton)
    .getByRole("link", { name: /^Take it in/ })
    .click()
  await press(decider, "Take it into the phase")
  const lead = await leadOf("halton")
  await lead.goto("/organisations/halton/actions")
  expect(await text(lead)).toContain("1 of 1 still to do.")
  await follow(lead, /^Say that it is done/)
  await lead.getByLabel("How can somebody see that it is done?").fill("The rota names them.")
  await press(lead, "Say that it is done")
  expect(await text(lead)).toContain("Nothing to do: all of it is done.")
})

test("a reserve is promoted, and its applicant reads it at once", async () => {
  await decider.goto(`${department}/phase`)
  await follow(decider, /^Promote it/)
  await decider.getByLabel("Successful", { exact: true }).check()
  await decider.getByLabel("How much?").fill("50000")
  await decider.getByLabel("Why?", { exact: true }).fill(because)
  await press(decider, "Promote it, and tell the applicant")
  const lead = await leadOf("bradford")
  await lead.goto(submissionAt("bradford", "/decision"))
  expect(await text(lead)).toContain("£50,000")
  await decider.goto(`${department}/phase`)
  await follow(decider, /^Take it in/)
  await press(decider, "Take it into the phase")
})

test("public pages name the sites from the minute of the announcement, and not before", async () => {
  const { page: anybody } = await somebody(browser, run)
  const named = async () => {
    await anybody.goto(`/rounds/${round}`)
    const sites = main(anybody).getByRole("table", { name: "Phase 2, 2017 to 2018" }).getByRole("rowheader")
    return sites.allInnerTexts()
  }
  await decider.goto(`${department}/announcement`)
  await decider.getByLabel("At a minute that I set").check()
  await dayIn(decider, "On which day?", "2017-09-21")
  await decider.getByLabel("At what time?").fill("9:30am")
  await press(decider, "Set the minute")
  expect(await text(decider)).toContain("To be announced at 9:30am on Thursday 21 September 2017.")
  await run.putClock("2017-09-21T08:29:00Z")
  expect(await named()).toEqual([])
  await run.putClock("2017-09-21T08:30:00Z")
  expect(await named()).toEqual([names.bradford, names.halton, "Hertfordshire", "Liverpool", "Sheffield"])
})

test("the round is one file for a freedom of information request", async () => {
  await chair.goto(`${department}/foi`)
  await chair.getByLabel("What is it for?").fill("Request 17 of 2017.")
  const [download] = await Promise.all([
    chair.waitForEvent("download"),
    main(chair).getByRole("button", { name: "Make the file" }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${round}-foi.zip`)
})
