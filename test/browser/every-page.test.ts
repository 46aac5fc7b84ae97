import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Engine, startEngine } from "../../infra/local/engine.ts"
import { shortForm } from "../support/submission.ts"
import { startChromium } from "./chromium.ts"
import { clientOf } from "./client.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { askForLink, letSessionsEnd, signInAs, somebody } from "./people.ts"
import { openRound } from "./rounds.ts"
import { beginIn, submissionAt } from "./submission.ts"
import { visitor } from "./visits.ts"

let engine: Engine
let run: LocalRun
let browser: Browser
const { look, visit, press, browserOf, nothingWrong } = visitor(() => ({ browser, run }))

beforeAll(async () => {
  ;[engine, browser] = await Promise.all([startEngine(), startChromium()])
  run = await startLocalRun({ endpoint: engine.endpoint })
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
  await engine?.stop()
})

const round = "/rounds/nsw-2-2017"
const lead = "site-lead@halton.example"
const sponsor = "sponsor@halton.example"
const halton = "/organisations/halton"
const sections = Object.keys(shortForm)

test("the pages that anybody may see have nothing wrong with them", async () => {
  await visit("the first page", "/")
  await visit("the open round", round)
  await visit("the closed round", "/rounds/nsw-1-2016")
  await visit("its questions", `${round}/questions`)
  await visit("the questions of the round of 2016", "/rounds/nsw-1-2016/questions")
  for (const path of ["help", "cookies", "accessibility", "privacy"]) await visit(path, `/${path}`)
  await visit("a page that is not there", "/nothing/here")
  nothingWrong()
})

test("can you apply, with each kind of answer", async () => {
  const asked = (organisation: string, director: string, finance: string) =>
    `${round}/can-you-apply?${new URLSearchParams({ organisation, director, finance })}`
  const page = await visit("can you apply", `${round}/can-you-apply`)
  await press("can you apply, not filled in", page, "Can we apply?")
  for (const [name, path, answer] of [
    ["yes", asked("halton", "yes", "yes"), "Yes, you can apply"],
    ["yes, but", asked("halton", "not yet", "no"), "Yes, you can apply, but"],
    ["no, took part before", asked("camden", "yes", "yes"), "No, not in this round"],
    ["no, nobody supports it", asked("halton", "no", "yes"), "No, not in this round"],
    ["no, not in the list", asked("none-of-these", "yes", "yes"), "No, not in this round"],
  ] as const) {
    await visit(name, path)
    await expect(page.getByRole("heading", { name: answer, exact: true }).count()).resolves.toBe(1)
  }
  nothingWrong()
})

test("asking a question, with and without mistakes", async () => {
  const page = await visit("ask a question", `${round}/ask`)
  await press("ask, not filled in", page, "Ask")
  await page.getByLabel("Your question").fill("May two councils share one sponsor?")
  await page.getByLabel("Your email address").fill("somebody@kent.gov.uk")
  await press("asked", page, "Ask")
  nothingWrong()
})

test("the questions of a round, for who answers them", async () => {
  const chair = "chair@doh.example"
  await visit("questions and answers", "/programme", "coordinator@innovation-unit.example")
  await visit("questions and answers, for the chair", "/programme", chair)
  const at = "/programme/rounds/nsw-2-2017/questions"
  await visit("the questions, for the chair", at, chair)
  const page = await visit("the questions", at, "coordinator@innovation-unit.example")
  await press("an answer, not filled in", page, "Publish the answer")
  await page.locator("main summary").click()
  await press("closing a question, without a reason", page, "Close without publishing")
  await page.getByLabel("Your answer").fill("Yes: each council names the same sponsor.")
  await press("an answer, published", page, "Publish the answer")
  nothingWrong()
})

test("signing in and out, with every kind of link", async () => {
  const page = await visit("sign in", "/sign-in")
  await press("sign in, without an address", page, "Send me a link")
  await page.getByLabel("Your work email address").fill("site-lead@bradford.example")
  await press("check your email", page, "Send me a link")

  await page.goto(await askForLink(page, run, "new.person@kent.gov.uk"))
  await look(page, "a link for somebody new")
  await press("a link for somebody new, without a name", page, "Sign in")
  const link = await askForLink(page, run, "site-lead@shropshire.example")
  await page.goto(link)
  await look(page, "a link for somebody known")
  await page.locator("main").getByRole("button", { name: "Sign in" }).click()
  await page.goto(link)
  await look(page, "a link that was used")
  await visit("sign out", "/sign-out")
  await press("signed out", page, "Sign out")
  nothingWrong()
})

test("the homes of people with several places, with none, and with a role in the programme", async () => {
  await visit("two councils", "/home", "finance-partner@halton.example")
  await visit("an administrator", "/home", "administrator@doh.example")
  const page = await browserOf()
  await page.goto(await askForLink(page, run, "first.person@kent.gov.uk"))
  await page.getByLabel("Your full name").fill("A first person (invented)")
  await page.locator("main").getByRole("button", { name: "Sign in" }).click()
  await page.getByRole("heading", { name: "Kent County Council" }).waitFor()
  await look(page, "somebody at a council's own address")
  await press("the first lead's home", page, "Lead for Kent")
  await page.goto("/sign-out")
  await page.locator("main").getByRole("button", { name: "Sign out" }).click()
  nothingWrong()
})

test("a calendar address, made, made anew and stopped", async () => {
  const page = await visit("my calendar", "/home/calendar", lead)
  await press("a calendar address", page, "Make my calendar address")
  await press("another calendar address", page, "Make a new address")
  await press("a calendar address, stopped", page, "Stop this address")
  nothingWrong()
})

test("people and access", async () => {
  await visit("people", `${halton}/people`, lead)
  await visit("people, for a contributor", `${halton}/people`, "contributor@halton.example")
  const page = await visit("invite", `${halton}/people/invite`, lead)
  const until = page.getByRole("group", { name: "Until when? (optional)" })
  await until.getByLabel("Day").fill("31")
  await until.getByLabel("Month").fill("feb")
  await until.getByLabel("Year").fill("2018")
  await press("invite, with mistakes", page, "Give access")
  await page.goto(`${halton}/people`)
  await page.getByRole("link", { name: /End access as contributor/ }).click()
  await look(page, "end access")
  await page.goto(`${halton}/people`)
  await page.getByRole("link", { name: /End access as site lead/ }).click()
  await look(page, "end access of the last lead")
  await page.goto(`${halton}/people`)
  await page.getByRole("link", { name: /Extend or shorten access as contributor/ }).click()
  await look(page, "another last day")
  await page.getByLabel("Year").fill("2030")
  await press("another last day, with mistakes", page, "Change the last day")
  await visit("changes to access", `${halton}/people/changes`, lead)
  const administrator = "administrator@doh.example"
  await visit("people, for an administrator", `${halton}/people`, administrator)
  await visit("invite, for an administrator", `${halton}/people/invite`, administrator)
  await visit("the people of the programme", "/programme/people", administrator)
  await visit("invite to the programme", "/programme/people/invite", administrator)
  const whose = await visit("people of an organisation", "/programme/people/of", administrator)
  await press("people of an organisation, none chosen", whose, "See its people")
  await visit("what a contributor may not do", `${halton}/people/invite`, "contributor@halton.example")
  nothingWrong()
})

test("a submission from its start to the day it is withdrawn, page by page, for everybody", async () => {
  await visit("home, nothing begun", halton, lead)
  await visit("home, nothing begun, for a sponsor", halton, sponsor)
  const page = await visit("start", `${halton}/rounds/nsw-2-2017/start`, lead)
  await press("the task list, empty", page, "Start now")
  const here = new URL(page.url()).pathname
  const client = await clientOf(run, lead)
  const one = submissionAt(here)

  await visit("home, a draft", halton, lead)
  for (const section of sections)
    await visit(`section ${section}, empty`, `${here}/sections/${section}`, lead)
  await page.goto(`${here}/sections/organisation`)
  const group = page.getByRole("group", { name: "Who is the sponsor?" })
  await group.getByLabel("Full name").fill("")
  await page.getByLabel("Yes").check()
  await look(page, "section organisation, with partners")
  await press("section organisation, with mistakes", page, "Save and continue")
  await page.goto(`${here}/sections/people`)
  await page.getByLabel("Another group").check()
  await page.getByRole("textbox", { name: "Number" }).fill("about 17")
  await press("section people, with mistakes", page, "Save and continue")
  await page.goto(`${here}/sections/proposal`)
  await page.getByLabel("Why here?").fill("word ".repeat(151))
  await page.getByLabel("What would you do differently?").fill("Their number is 943 476 5919.")
  await press("section proposal, with mistakes", page, "Save and continue")
  await page.goto(`${here}/sections/proposal`)
  await page.getByLabel("Why here?").fill("Families around WA8 7QF wait.")
  await press("section proposal, asked about a postcode", page, "Save and continue")
  await page.goto(`${here}/sections/amount`)
  await page.getByLabel("How much do you ask for").fill("92k")
  await press("section amount, with mistakes", page, "Save and continue")
  await page.goto(`${here}/sections/declaration`)
  await page.getByLabel("Yes").check()
  await page.getByLabel("What are the links?").fill("word ".repeat(61))
  await press("section declaration, with mistakes", page, "Save and continue")

  await one.fill(client, { organisation: shortForm.organisation, people: { expected: { number: 99 } } })
  await visit("the task list, begun", here, lead)
  await visit("check, with things missing", `${here}/check`, lead)
  await visit("confirm, with things missing", `${here}/sign`, lead)
  await visit("send, not ready", `${here}/send`, lead)
  await visit("a section with a warning", `${here}/sections/people`, lead)
  for (const path of ["change", "withdraw", "decline", "ask-to-be-late"])
    await visit(`${path}, of a draft`, `${here}/${path}`, lead)

  await page.goto(`${here}/sections/delivery`)
  await page.getByLabel("How will you free people’s time?").fill("Mine.")
  await one.save(await clientOf(run, "contributor@halton.example"), "delivery", { freeTime: "Theirs." })
  await press("two texts", page, "Save and continue")

  await one.fill(client)
  await visit("the task list, filled in", here, lead)
  await visit("check, filled in", `${here}/check`, lead)
  await visit("confirm, for a sponsor before the lead", `${here}/sign`, sponsor)
  await visit("confirm, for a lead", `${here}/sign`, lead)
  await press("the task list, waiting", page, "Confirm")
  await visit("home, waiting", halton, lead)
  await visit("home, waiting for you", halton, sponsor)
  await visit("the task list, for a contributor", here, "contributor@halton.example")
  await visit("the task list, for who sees the money", here, "section-151@halton.example")
  await visit("a section that is confirmed", `${here}/sections/amount`, lead)
  await visit("confirm, having confirmed", `${here}/sign`, lead)
  const director = await visit("confirm, for a sponsor", `${here}/sign`, sponsor)
  await press("not yet, without a reason", director, "Not yet")
  await director.getByLabel("What should change?").fill("Say who covers for the workers in summer.")
  await press("the task list, after not yet", director, "Not yet")
  await visit("the task list, with what should change", here, lead)

  await one.sign(client)
  await one.sign(await clientOf(run, sponsor))
  await visit("the task list, confirmed by all", here, lead)
  await visit("send", `${here}/send`, lead)
  await press("the receipt", page, "Send expression of interest")
  const receipt = new URL(page.url()).pathname
  await visit("home, sent", halton, lead)
  await visit("the task list, sent", here, lead)
  await visit("check, sent", `${here}/check`, lead)
  await visit("send, sent already", `${here}/send`, lead)
  await visit("confirm, sent already", `${here}/sign`, lead)
  await visit("the receipt, for a sponsor", receipt, sponsor)
  await visit("print", `${here}/print`, lead)
  await visit("history", `${here}/history`, lead)
  await visit("letters", `${here}/letters`, lead)
  await visit("change", `${here}/change`, lead)
  await press("the task list, open for changes", page, "Open it for changes")
  await visit("home, open for changes", halton, lead)
  await visit("a receipt, while it is changed", receipt, lead)
  await visit("a section, while it is changed", `${here}/sections/amount`, lead)
  await visit("withdraw", `${here}/withdraw`, lead)
  await press("withdraw, without a reason", page, "Withdraw")
  await page.getByLabel("Why do you withdraw it?").fill("We join another bid.")
  await press("the task list, withdrawn", page, "Withdraw")
  await visit("home, withdrawn", halton, lead)
  await visit("history, withdrawn", `${here}/history`, lead)
  for (const path of ["check", "send", "sign", "change", "withdraw", "print"])
    await visit(`${path}, withdrawn`, `${here}/${path}`, lead)
  await visit("the receipt, withdrawn", receipt, lead)
  await visit("all submissions", `${halton}/submissions`, lead)
  nothingWrong()
}, 120_000)

test("what was typed after a session had ended", async () => {
  const theirs = "site-lead@shropshire.example"
  const { here } = await beginIn(await clientOf(run, theirs), "shropshire", "nsw-2-2017")
  const page = await visit("a section before its session ends", `${here}/sections/delivery`, theirs)
  await page.getByLabel("How will you free people’s time?").fill("Two posts.\n\nFor six months.")
  await letSessionsEnd(engine.endpoint, "p-shropshire-site-lead")
  await press("sign in, with something typed", page, "Save and continue")
  const kept = new URL(page.url()).searchParams.get("next") ?? ""
  await signInAs(page, theirs)
  await visit("what was typed", kept, theirs)
  nothingWrong()
})

test("without JavaScript, no page of a form is too wide, nameless or without its sentence", async () => {
  const { page } = await somebody(browser, run, { javaScript: false })
  await signInAs(page, "site-lead@bradford.example")
  const { here } = await beginIn(
    await clientOf(run, "site-lead@bradford.example"),
    "bradford",
    (await openRound(engine.endpoint, "without-javascript")).id,
  )
  for (const path of ["", ...sections.map((one) => `/sections/${one}`), "/check"]) {
    await page.goto(here + path)
    await look(page, `without JavaScript, ${path}`, { javaScript: false })
  }
  nothingWrong()
})

test("checking a receipt, with every result", async () => {
  const page = await visit("check a receipt", "/check-a-receipt")
  await press("check a receipt, not filled in", page, "Check")
  await page.getByLabel("The receipt file").setInputFiles({
    name: "picture.html",
    mimeType: "text/html",
    buffer: Buffer.from("<p>This is no receipt</p>"),
  })
  await press("check a receipt, another file", page, "Check")
  await page.getByLabel("Reference").fill("NSW2-HAL-E-7K3PQ4")
  await page.getByLabel("Check code").fill("0".repeat(64))
  await press("check a receipt, not genuine", page, "Check")
  const mine = await clientOf(run, lead)
  const list = await (await mine.api("GET", "/organisations/halton/submissions")).json()
  const [{ reference }] = (list as { submissions: { reference: string }[] }).submissions as [
    { reference: string },
  ]
  const kept = await mine.api("GET", `/organisations/halton/submissions/${reference}/receipts/1`)
  await page.getByLabel("Reference").fill(reference)
  await page.getByLabel("Check code").fill(((await kept.json()) as { hash: string }).hash)
  await press("check a receipt, genuine", page, "Check")
  nothingWrong()
})

test("the pages of a draft that was not sent when the round closed", async () => {
  const bradford = "/organisations/bradford"
  const theirs = "site-lead@bradford.example"
  const client = await clientOf(run, theirs)
  const one = await beginIn(client, "bradford", "nsw-2-2017")
  await one.fill(client)
  const { here } = one
  await run.putClock("2017-08-25T16:00:00Z")
  await visit("home, closed", bradford, theirs)
  await visit("home, closed, nothing begun", "/organisations/shropshire", "site-lead@shropshire.example")
  await visit("the first page, closed", "/")
  await visit("the round, closed", round)
  await visit("ask, closed", `${round}/ask`)
  await visit("can you apply, closed", `${round}/can-you-apply`)
  await visit(
    "start, closed",
    "/organisations/shropshire/rounds/nsw-2-2017/start",
    "site-lead@shropshire.example",
  )
  await visit("the task list, closed", here, theirs)
  await visit("a section, closed", `${here}/sections/amount`, theirs)
  await visit("check, closed", `${here}/check`, theirs)
  await visit("confirm, closed", `${here}/sign`, theirs)
  await visit("send, closed", `${here}/send`, theirs)
  await visit("print, closed", `${here}/print`, theirs)
  const page = await visit("ask to be late", `${here}/ask-to-be-late`, theirs)
  await press("ask to be late, without a reason", page, "Ask to be late")
  await page.getByLabel("Why could it not be sent in time?").fill("Our director was ill.")
  await press("the task list, asked to be late", page, "Ask to be late")
  await visit("ask to be late, again", `${here}/ask-to-be-late`, theirs)
  await visit("history, closed", `${here}/history`, theirs)
  nothingWrong()
}, 60_000)
