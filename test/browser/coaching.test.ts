import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { wholePlan } from "../support/coaching/planning.ts"
import { startChromium } from "./chromium.ts"
import { actionsAt, everybody, siteAt, startPhaseTwo, team } from "./coaching.ts"
import { dayIn } from "./day-in.ts"
import { letterTo, signInAs, somebody } from "./people.ts"
import { buttons, follow, main, press, text } from "./pressing.ts"

/** From a visit that is planned to a text that both agreed to, on days that go on from test to test. */
let run: Awaited<ReturnType<typeof startPhaseTwo>>["run"]
let stop: () => Promise<void>
let browser: Browser
let at: Awaited<ReturnType<typeof everybody<keyof typeof people>>>

const people = {
  ...team,
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
}
const site = "halton"
const sessions = siteAt(site, "/sessions")
const cover = "Name who covers the two workers."
const rota = "Send the example rota of another site."

beforeAll(async () => {
  ;[{ run, stop }, browser] = await Promise.all([startPhaseTwo("2017-12-05T09:00:00Z"), startChromium()])
  at = await everybody(run, people)
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

const open = new Map<string, Page>()
const pageOf = async (name: keyof typeof people, { javaScript = true, phone = false } = {}) => {
  const known = open.get(`${name} ${javaScript} ${phone}`)
  if (known) return known
  const { page } = await somebody(browser, run, { javaScript })
  if (phone) await page.setViewportSize({ width: 360, height: 740 })
  await signInAs(page, people[name])
  open.set(`${name} ${javaScript} ${phone}`, page)
  return page
}
const loud = (page: Page) => main(page).locator("[data-sentence]").getAttribute("data-sentence")
const box = (page: Page, name: string) => page.locator(`[name="${name}"]`)

test("a coach plans a visit, and the site reads the day in a letter", async () => {
  const coach = await pageOf("coach", { javaScript: false })
  await coach.goto("/support")
  await follow(coach, "Halton")
  await follow(coach, "Plan a session")
  await coach.getByLabel("Site visit").check()
  await dayIn(coach, "On which day?", "2018-01-09")
  await coach.getByLabel("At what time?").fill("2pm")
  await coach.getByLabel("Where?").fill("The town hall")
  await press(coach, "Plan it")
  expect(await text(coach)).toContain("PLANNED for Tuesday 9 January 2018 at 2pm, The town hall.")
  const { subject } = await letterTo(run, people.lead, /Site visit on/)
  expect(subject).toContain("Site visit on 9 January 2018, Halton")

  const actions = [
    { text: cover, owner: "site", due: "2018-01-05" },
    { text: rota, owner: "coach", due: "2017-12-15" },
  ]
  const call = { on: "2017-12-05", kind: "call", who: "The lead", talked: "Cover.", next: "2018-01-09" }
  const { session } = await at.coach.does(`${sessions}/write`, { answers: { ...call, actions } })
  await at.coach.does(`${sessions}/${session}/share`, { revision: 1 })
})

test("they write it up on a telephone, on one page of six questions that begins with last time’s actions", async () => {
  await run.putClock("2018-01-09T16:30:00Z")
  const coach = await pageOf("coach", { phone: true })
  await coach.goto(sessions)
  await follow(coach, "Site visit of 9 January 2018")
  await follow(coach, "Write it up")
  const questions = await coach
    .locator("form[data-keep]")
    .evaluate((form) =>
      [...form.children]
        .filter((one) => one.matches(".govuk-form-group, fieldset"))
        .map((one) => one.querySelector("legend, label")?.textContent?.trim()),
    )
  expect(questions).toEqual([
    "When was it?",
    "How did you meet?",
    "Who from the site took part?",
    "What did you talk about?",
    "What is to be done?",
    "When do you meet next?",
  ])
  const carried = (words: string) => coach.getByRole("group", { name: words, exact: true })
  expect(await carried(cover).getByLabel("Still to do").isChecked()).toBe(true)
  await carried(rota).getByLabel("Done", { exact: true }).check()
  await carried(rota)
    .getByLabel(/^How it can be seen/)
    .fill("It was sent on 12 December.")
  await box(coach, "who").fill("MARKER-WHO the lead and two social workers")
  await box(coach, "talked").fill(
    "MARKER-FIRST Cover is named.\nMARKER-SECOND Two families know whom to ask.",
  )
  const fresh = coach.getByRole("group", { name: "New action 1" })
  await fresh.getByLabel("What", { exact: true }).fill("Give each family the card.")
  await fresh.getByLabel("The site", { exact: true }).check()
  await dayIn(fresh, "By when", "2018-01-31")
  await dayIn(coach, "When do you meet next?", "2018-02-06")
  const wide = await coach.evaluate(() => document.scrollingElement?.scrollWidth)
  expect(wide).toBe(360)
  await press(coach, "Save and look at it before you share it")
  expect(await coach.title()).not.toMatch(/^Error/)
  await press(coach, "Share it with the site")
  expect(await loud(coach)).toBe("NOT AGREED YET")
})

let visit: string
const words = /MARKER/

test("the lead comes by the letter’s link, disputes one line without JavaScript, and the Department reads that and none of the words", async () => {
  const { text: letter } = await letterTo(run, people.lead, /agree it or say what to change/)
  expect(letter).not.toMatch(words)
  visit = new URL(/http\S+\/sessions\/\S+/.exec(letter)?.[0] ?? "").pathname
  const lead = await pageOf("lead", { javaScript: false })
  await lead.goto(visit)
  expect(await text(lead)).toContain("One thing for you: agree, or say what to change")
  await follow(lead, /^Change something/)
  const line = main(lead).locator(".anchor", { hasText: "MARKER-SECOND" })
  await line.getByText("Say something about this line").click()
  await line.getByLabel("What would you say instead?").fill("MARKER-REMARK Three families do.")
  await line.getByLabel("This is wrong").check()
  await press(lead, "Dispute it")
  expect(await loud(lead)).toBe("DISPUTED")

  const chair = await pageOf("chair")
  for (const path of [visit, `${visit}/print`, sessions, siteAt(site), siteAt(site, "/timeline")]) {
    await chair.goto(path)
    expect(await text(chair), path).toMatch(/disputed/i)
    expect(await chair.content(), path).not.toMatch(words)
  }
  const file = await chair.request.get(`${sessions}.csv`)
  expect(await file.text()).toContain("DISPUTED")
  expect(await file.text()).not.toMatch(words)
})

test("an addendum answers it, the lead agrees with one button, and from then on nothing changes the text", async () => {
  await run.putClock("2018-01-11T10:00:00Z")
  const coach = await pageOf("coach")
  await coach.goto(visit)
  await follow(coach, "Answer with an addendum")
  await coach.getByRole("textbox").fill("Three families: the third was told on the day.")
  await press(coach, "Add it")

  const lead = await pageOf("lead", { phone: true })
  await lead.goto(visit)
  expect(await loud(lead)).toBe("NOT AGREED YET")
  await press(lead, "This is right")
  expect(await loud(lead)).toBe("AGREED")
  const offered = async (page: Page) => [
    ...(await buttons(page)),
    ...(await main(page).getByRole("link").allInnerTexts()),
  ]
  for (const page of [lead, coach]) {
    await page.goto(visit)
    const all = await offered(page)
    expect(all).toContain("Add an addendum")
    expect(all.filter((one) => /change|write|right|draft/i.test(one))).toEqual([])
  }

  const before = await at.coach.read(visit)
  const statuses = await coach.evaluate(async (here) => {
    const form = new URLSearchParams({ revision: "0", talked: "Something else", "was.talked": "" })
    const core = { revision: 0, core: { talked: "Something else" } }
    const asJson = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() }
    const sent = (path: string, body: unknown) =>
      fetch(path, { method: "POST", headers: asJson, body: JSON.stringify(body) })
    const answers = await Promise.all([
      fetch(`${here}/write`, { method: "POST", body: form }),
      sent(`/api${here}/write`, core),
      sent(`/api${here}/share`, { revision: 1 }),
    ])
    return answers.map(({ status }) => status)
  }, visit)
  expect(statuses).toEqual([409, 409, 409])
  expect((await at.coach.read(visit)).text).toEqual(before.text)

  await lead.reload()
  const y = async (words: string) => (await lead.getByText(words).last().boundingBox())?.y ?? 0
  expect(await y("Three families: the third was told")).toBeGreaterThan(await y("MARKER-SECOND"))
  expect(await main(lead).locator("#addenda").innerText()).toContain("11 January 2018 at 10am")
})

test("what was set in December stands on the return that is written in January, and is closed there with a line of evidence", async () => {
  await run.putClock("2018-01-16T09:30:00Z")
  const lead = await pageOf("lead")
  await lead.goto(`/organisations/${site}/returns/nsw2-spending-2017-12-31`)
  await follow(lead, /^Start: Spending update/)
  await press(lead, "Start now")
  const draft = lead.url()
  const open = main(lead).locator("section", { hasText: cover })
  expect(await open.innerText()).toContain("Late. Was due 5 January 2018, 7 working days ago")
  expect(await open.innerText()).toContain("27 working days old")
  expect(await open.innerText()).toContain("Open since December 2017")
  await open.getByRole("link", { name: /^Say that it is done/ }).click()
  await press(lead, "Say that it is done")
  await main(lead).getByRole("alert").waitFor()
  await lead.getByRole("textbox").fill("The rota of January names both.")
  await press(lead, "Say that it is done")
  await lead.goto(draft)
  expect(await text(lead)).not.toContain(cover)
  expect(await text(lead)).toContain("Give each family the card.")

  const coach = await pageOf("coach")
  await coach.goto(actionsAt(site))
  const done = main(coach).locator("section", { hasText: cover })
  expect(await done.innerText()).toContain("The rota of January names both.")
})

test("the pilot plan is agreed by both, each with one button", async () => {
  const plan = siteAt(site, "/plan")
  const lead = await pageOf("lead")
  await lead.goto(plan)
  await press(lead, "Begin the plan")
  const { whole } = await at.lead.read(plan)
  const body = { revision: whole.revision, answers: wholePlan }
  expect((await at.lead.who.api("POST", `${plan}/sections/core`, body)).status).toBe(200)
  await lead.reload()
  await follow(lead, "Propose it")
  await press(lead, "Propose it, and agree for the site")
  expect(await text(lead)).toContain("PROPOSED, NOT AGREED YET")

  const coordinator = await pageOf("coordinator", { javaScript: false })
  await coordinator.goto(plan)
  await follow(coordinator, "Read version 1 and answer")
  await press(coordinator, "Agree for the programme")
  expect(await text(coordinator)).toContain("AGREED: version 1, by both on 16 January 2018.")
})

test("each side says by one press how it is going, and that they see it differently is shown to both and to the Department", async () => {
  const going = siteAt(site, "/going")
  const december = { says: "needs-attention", stuck: ["backfill"], line: "MARKER-LINE Cover is late." }
  await at.coach.does(`${going}/2017-12/coach`, december)
  const lead = await pageOf("lead", { phone: true })
  await lead.goto(going)
  const january = (page: Page) => page.locator("form", { has: page.locator('[value="on-track"]') }).first()
  await Promise.all([
    lead.waitForEvent("load"),
    january(lead).getByRole("button", { name: "On track" }).click(),
  ])
  const coach = await pageOf("coach", { javaScript: false })
  await coach.goto(going)
  await press(coach, "The same as December 2017: needs attention")
  for (const name of ["lead", "coach", "chair"] as const) {
    const page = await pageOf(name)
    await page.goto(going)
    const row = await main(page)
      .getByRole("row", { name: /^January 2018/ })
      .innerText()
    expect(row).toMatch(/They see it differently\s+On track[\s\S]*Needs attention/)
    expect(/MARKER-LINE/.test(await text(page))).toBe(name !== "chair")
  }
})

test("a site asks the Department for help, sees its clock, and reads the answer", async () => {
  const lead = await pageOf("lead", { phone: true })
  await lead.goto(siteAt(site, "/help"))
  await follow(lead, "Ask the Department for help")
  await lead.getByLabel("Backfill and cover").check()
  await lead.getByLabel("What do you need from the Department?").fill("May the money pay for cover in May?")
  await press(lead, "Send it to the Department")
  const here = new URL(lead.url()).pathname
  expect(await text(lead)).toContain("The Department answers by 5pm on Tuesday 23 January 2018")

  const chair = await pageOf("chair", { javaScript: false })
  await chair.goto("/support")
  await follow(chair, /^Halton, Help 1/)
  await follow(chair, "Answer the site")
  await chair.getByLabel("What is the answer?").fill("Yes, up to the sum in your profile.")
  await press(chair, "Send the answer")
  await lead.goto(here)
  expect(await text(lead)).toContain("ANSWERED on Tuesday 16 January 2018.")
  expect(await text(lead)).toContain("Yes, up to the sum in your profile.")
})

test("good news is offered, shared by a coordinator, and read by everybody without signing in", async () => {
  const news = "A young man rang his worker by name, for the first time."
  const contributor = await pageOf("contributor", { phone: true })
  await contributor.goto("/learning")
  await follow(contributor, "Share good news")
  await contributor.getByRole("textbox").fill(news)
  await contributor.getByLabel("Everybody").check()
  await contributor.getByLabel("I confirm all of this").check()
  await press(contributor, "Send to the coordinators")
  const { page: anybody } = await somebody(browser, run, { javaScript: false })
  await anybody.goto("/learned")
  expect(await text(anybody)).not.toContain(news)

  const coordinator = await pageOf("coordinator", { javaScript: false })
  await coordinator.goto("/learning/waiting")
  await follow(coordinator, /^Decide/)
  await coordinator.getByLabel("Share it with everybody").check()
  await press(coordinator, "Decide")
  await anybody.reload()
  expect(await text(anybody)).toContain(news)
  expect(await text(anybody)).not.toMatch(/Halton/)
})

test("somebody is listed for other sites until they stop it", async () => {
  const contributor = await pageOf("contributor", { phone: true })
  await contributor.goto("/learning/people")
  await follow(contributor, "Be listed for other sites")
  await box(contributor, "role").fill("Named social worker")
  await box(contributor, "about").fill("Keeping one worker through a hospital stay.")
  await dayIn(contributor, "Until which day?", "2018-03-30")
  await contributor
    .getByRole("group", { name: /^Show your work email/ })
    .getByLabel("Yes")
    .check()
  await press(contributor, "Be listed")
  expect(await text(contributor)).toContain("You are listed for Halton until 30 March 2018.")
  const { page: other } = await somebody(browser, run)
  await signInAs(other, "contributor@sheffield.example")
  await other.goto("/learning/people")
  expect(await text(other)).toContain("Keeping one worker through a hospital stay.")
  await contributor.goto("/learning/people")
  await follow(contributor, /^stop it/)
  await press(contributor, "Stop being listed")
  await other.reload()
  expect(await text(other)).toContain("Nobody has chosen to be listed yet.")
})

/** This comes last: the clock only goes forward. */
test("an action’s age is counted in days of London, across the night on which the clocks change", async () => {
  await run.putClock("2018-03-23T23:30:00Z")
  const late = "Say how cover goes on after April."
  await at.coach.does(actionsAt(site), { text: late, owner: "site", due: "2018-04-27" })
  const lead = await pageOf("lead", { phone: true })
  const age = async (words: string) => {
    await lead.goto(actionsAt(site))
    const one = await main(lead).locator("section", { hasText: words }).innerText()
    return /\d+ working days? old|set today/i.exec(one)?.[0]
  }
  await run.putClock("2018-03-26T22:30:00Z")
  expect(await age(late)).toBe("1 working day old")
  expect(await age("Give each family the card.")).toBe("54 working days old")
  await run.putClock("2018-03-26T23:15:00Z")
  expect(await age(late)).toBe("2 working days old")
  expect(await age("Give each family the card.")).toBe("55 working days old")
})
