import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { decisionsDoors, departmentDoors } from "../support/department-doors.ts"
import { afterClose, because, department, round } from "../support/panel.ts"
import { keyed, shortForm } from "../support/submission.ts"
import { startChromium } from "./chromium.ts"
import { clientOf } from "./client.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { addressesOf, feedback, panelist, type Site, sendFrom, sitesThatApply } from "./panel.ts"
import { beginIn } from "./submission.ts"
import { visitor } from "./visits.ts"

let run: LocalRun
let browser: Browser
let references: Record<Site, string>
let panel: Record<keyof typeof people, ReturnType<typeof panelist>>
const { been, visit, press, nothingWrong } = visitor(() => ({ browser, run }))

const people = {
  chair: "chair@doh.example",
  reader: "reader@doh.example",
  second: "second-reader@doh.example",
  decider: "decision-maker@doh.example",
  adviser: "adviser@lived-experience.example",
  coordinator: "coordinator@innovation-unit.example",
}
const leadOf = (site: Site) => `site-lead@${site}.example`

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun(), startChromium()])
  const signedIn = Object.entries(people).map(async ([name, email]) => [
    name,
    panelist(await clientOf(run, email)),
  ])
  panel = Object.fromEntries(await Promise.all(signedIn))
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const all = async (paths: string[], who: string) => {
  for (const path of paths) await visit(`${path}, for ${who}`, path, who)
}
/** A form as it is, and sent with nothing in it. */
const emptily = async (path: string, button: string, who: string) => {
  const page = await visit(path, path, who)
  await press(`${path}, not filled in`, page, button)
  return page
}
const oneAt = (site: Site, path = "") => addressesOf(references).oneAt(site, path)
const submissionAt = (site: Site, path = "") => addressesOf(references).submissionAt(site, path)

test("before the round is open to read, and an ask to be late", async () => {
  for (const who of [people.chair, people.reader]) await all(["/department", department], who)
  const [halton, bradford] = await Promise.all([sendFrom(run, "halton"), sendFrom(run, "bradford")])
  const lead = await clientOf(run, leadOf("shropshire"))
  const late = await beginIn(lead, "shropshire", round)
  await late.fill(lead, shortForm)
  await late.sign(lead)
  await late.sign(await clientOf(run, "sponsor@shropshire.example"))
  references = { halton, bradford, shropshire: late.here.split("/").at(-1) ?? "" }

  await run.putClock("2017-08-25T16:30:00Z")
  await lead.api("POST", `${late.here}/ask-to-be-late`, { note: "Our server was down all day." }, keyed())
  await all(["/department", department], people.coordinator)
  await all(["/department", department, `${department}/open`, `${department}/late`], people.chair)
  const page = await emptily(`${department}/late/shropshire`, "Decide", people.chair)
  await page.getByLabel("It may be sent late").check()
  await page.getByLabel("Why?").fill("The server was down for everybody there.")
  await press("an ask to be late, decided", page, "Decide")
  await all([`${department}/late`, `${department}/late/shropshire`], people.chair)
  await late.send(lead)
  await run.putClock(afterClose)
  await all(["/department", department, `${department}/open`], people.chair)
  await panel.chair.move("/open")
  await all([`${department}/open`], people.chair)
  nothingWrong()
}, 60_000)

test("whether there is a link, who can apply, and who reads what", async () => {
  const { chair, reader, second, decider, adviser, coordinator } = panel
  const [halton, bradford, shropshire] = sitesThatApply.map((site) => references[site])
  for (const who of [people.reader, people.adviser, people.coordinator])
    await all(["/department", department], who)
  await emptily(`${department}/links`, "Continue", people.reader)
  await emptily(oneAt("halton", "/links"), "Continue", people.adviser)
  await all([`${department}/assign`, `${department}/linked`], people.chair)
  for (const one of [chair, decider, adviser, coordinator, second])
    await one.move("/links", { none: [halton, bradford, shropshire] })
  await reader.move("/links", { linked: [bradford], link: "employment", none: [halton, shropshire] })
  await all([`${department}?said=links`, `${department}/links`, oneAt("halton", "/links")], people.reader)
  await all([`${department}/linked`], people.chair)
  await visit(
    "a link said by mistake",
    `${department}/linked/lift?reference=${bradford}&person=p-reader`,
    people.chair,
  )
  await emptily(oneAt("halton", "/check"), "Save the answer", people.coordinator)
  await coordinator.move(`/expressions/${bradford}/check`, { answer: "yes" })
  await chair.move(`/expressions/${shropshire}/check`, { answer: "yes" })
  await chair.move(`/expressions/${halton}/check`, { answer: "yes, but", ready: ["start"] })
  await all([oneAt("halton", "/check"), department], people.coordinator)

  await all([`${department}/assign`], people.chair)
  await emptily(`${department}/assign`, "Give each ticked one to each ticked reader", people.chair)
  const page = await emptily(`${department}/assign`, "Show how", people.chair)
  const among = page.getByRole("group", { name: "Among whom?" })
  for (const box of await among.getByRole("checkbox").all()) await box.check()
  await press("how they would be shared out", page, "Show how")
  await emptily(`${department}/assign/date`, "Set the date", people.chair)
  await chair.move("/assign/date", { scoresBy: "2017-09-06" })
  const given = (reference: string | undefined, ...persons: string[]) =>
    persons.map((person) => ({ reference, person }))
  await chair.move("/assign", {
    pairs: [
      ...given(halton, "p-chair", "p-reader"),
      ...given(bradford, "p-chair", "p-second-reader"),
      ...given(shropshire, "p-reader", "p-second-reader"),
    ],
  })
  await all([`${department}/assign`], people.chair)
  await visit(
    "a reader taken off",
    `${department}/assign/take-off?reference=${halton}&person=p-reader`,
    people.chair,
  )
  nothingWrong()
}, 90_000)

test("one expression of interest: read, scored, noted, flagged, asked about and viewed", async () => {
  const { reader } = panel
  await all(["/department", department, oneAt("halton")], people.reader)
  await all([department, oneAt("halton")], people.chair)
  await all(["/department", oneAt("halton")], people.decider)
  await all([`${department}?state=to+score&mine=yes`, `${department}?q=nothing`], people.reader)
  await all([oneAt("halton", "/score"), oneAt("halton", "/score/c1"), `${department}/ranking`], people.reader)
  await reader.keep(references.halton, "c1", 3)
  await emptily(oneAt("halton", "/score"), "Send your scores", people.reader)
  await emptily(oneAt("halton", "/plain"), "Save", people.reader)
  await emptily(oneAt("halton", "/notes"), "Add the note", people.reader)
  await emptily(oneAt("halton", "/flags"), "Raise the flag", people.reader)
  await all([oneAt("halton", "/view")], people.adviser)
  const at = `/expressions/${references.halton}`
  await reader.move(`${at}/plain`, { text: "Each person keeps one social worker.\nThey meet once a week." })
  await reader.move(`${at}/notes`, { text: "Ask how the two posts are covered." })
  await reader.move(`${at}/flags`, { because: "The figures of two sections do not agree." })
  const { flag } = (await reader.move(`${at}/flags`, { because: "The sponsor has left the council." })) as {
    flag: string
  }
  await all([oneAt("halton"), oneAt("halton", "/notes"), oneAt("halton", "/flags")], people.reader)
  await emptily(oneAt("halton", `/flags/${flag}/resolve`), "Take it down", people.reader)
  await emptily(oneAt("halton", "/view"), "This is what I think", people.adviser)
  const face = { face: "good", why: "say", words: "I would like to know the name of my social worker." }
  await panel.adviser.move(`${at}/view`, face)
  await all(["/department", department, oneAt("halton", "/view")], people.adviser)

  await emptily(oneAt("halton", "/questions"), "Send the question", people.chair)
  for (const question of ["What does the first month buy?", "Who covers the team in August?"])
    await panel.chair.move(`${at}/questions`, { section: "amount", question, answerBy: "2017-09-05" })
  const lead = leadOf("halton")
  await all(["/organisations/halton", submissionAt("halton"), submissionAt("halton", "/history")], lead)
  await all([submissionAt("halton", "/panel-questions/1")], "sponsor@halton.example")
  const page = await emptily(submissionAt("halton", "/panel-questions/1"), "Send the answer", lead)
  await page.getByLabel("What is your answer?").fill("Two posts, from October.")
  await press("a question of the panel, answered", page, "Send the answer")
  await all([submissionAt("halton", "/panel-questions/1")], lead)
  await all([oneAt("halton", "/questions")], people.chair)
  nothingWrong()
}, 90_000)

test("scores compared, settled and decided", async () => {
  const { chair, reader, second, decider } = panel
  await reader.score(references.halton, [4, 4, 3, 3, 2], because)
  await all([oneAt("halton", "/score"), oneAt("halton", "/score/c1")], people.reader)
  await reader.score(references.shropshire, [1, 2, 1, 2, 1], because)
  await second.score(references.shropshire, [1, 1, 1, 2, 0], because)
  await second.score(references.bradford, [3, 3, 3, 2, 2], because)
  await chair.score(references.halton, [2, 4, 3, 3, 2], because)
  await chair.score(references.bradford, [3, 3, 2, 3, 2], because)
  for (const who of [people.chair, people.reader, people.decider])
    await all([department, `${department}/ranking`], who)
  await all([oneAt("halton", "/score"), oneAt("halton", "/views")], people.chair)
  await all([oneAt("halton", "/decision")], people.decider)
  await emptily(oneAt("halton", "/moderation"), "Settle these scores", people.chair)
  await chair.move(`/expressions/${references.halton}/moderation`, {
    points: { c1: 3 },
    reasons: { c1: because },
  })
  await all([oneAt("halton"), oneAt("halton", "/moderation")], people.chair)
  await all([oneAt("halton", "/score"), oneAt("halton", "/notes")], people.reader)
  await emptily(oneAt("halton", "/feedback"), "Save", people.chair)
  for (const site of sitesThatApply) await chair.move(`/expressions/${references[site]}/feedback`, feedback)
  await all([oneAt("halton", "/feedback")], people.chair)

  const page = await emptily(oneAt("halton", "/decision"), "Decide", people.decider)
  await page.getByLabel("Successful, with conditions", { exact: true }).check()
  await press("a decision with another condition", page, "Add another condition")
  await decider.decide(references.halton, {
    decision: "with conditions",
    amount: 9_282_700,
    conditions: [{ text: "Name who covers the other work.", due: "2017-10-31" }],
    reason: because,
    viewsUsed: "It weighed for it.",
  })
  await all([`${department}/portfolio`, `${department}/telling`], people.decider)
  await decider.decide(references.bradford, { decision: "reserve", place: 1, reason: because })
  await decider.decide(references.shropshire, { decision: "unsuccessful", reason: because })
  await all([oneAt("halton", "/decision"), oneAt("shropshire"), `${department}/ranking`], people.decider)
  await all([`${department}/portfolio`, oneAt("halton", "/history")], people.chair)
  await all(["/department"], people.decider)
  nothingWrong()
}, 90_000)

test("applicants told, each in their own words", async () => {
  const { decider } = panel
  const at = `${department}/telling`
  await all([at, `${department}/announcement`, `${department}/phase`], people.decider)
  await decider.move("/telling/seal")
  await all(
    [at, `${at}/tell`, ...sitesThatApply.map((site) => `${at}/letters/${references[site]}`)],
    people.decider,
  )
  await decider.move("/telling/tell")
  await all([at, `${at}/tell`, department, "/department"], people.decider)
  for (const site of sitesThatApply)
    await all([`/organisations/${site}`, submissionAt(site), submissionAt(site, "/decision")], leadOf(site))
  await all([submissionAt("halton", "/letters")], leadOf("halton"))
  await all([oneAt("halton", "/feedback")], people.chair)
  await all([oneAt("halton", "/view"), department], people.adviser)
  nothingWrong()
}, 90_000)

test("sites taken into the phase, announced, and the round as a file", async () => {
  const { decider } = panel
  const into = `${department}/phase`
  await all([into], people.chair)
  await all([into, `${into}/${references.halton}`], people.decider)
  await decider.move(`/phase/${references.halton}`, { from: "2017-09-01", to: "2018-04-30" })
  await all([`${into}/${references.halton}`], people.decider)
  await emptily(
    `${into}/${references.bradford}/promote`,
    "Promote it, and tell the applicant",
    people.decider,
  )
  await decider.move(`/phase/${references.bradford}/promote`, {
    decision: "successful",
    amount: 5_000_000,
    reason: because,
  })
  await all([into], people.decider)
  await all(["/organisations/bradford", submissionAt("bradford", "/decision")], leadOf("bradford"))
  const lead = leadOf("halton")
  await all(["/organisations/halton", "/organisations/halton/actions"], lead)
  const page = await visit("one condition", "/organisations/halton/actions", lead)
  await page.getByRole("link", { name: /^Say that it is done/ }).click()
  await emptily(new URL(page.url()).pathname, "Say that it is done", lead)
  await page.getByLabel("How can somebody see that it is done?").fill("The rota names them.")
  await press("every condition done", page, "Say that it is done")
  await all(["/programme/sites/halton"], people.coordinator)

  const at = `${department}/announcement`
  await emptily(at, "Set the minute", people.decider)
  await decider.move("/announcement", { when: "later", on: "2017-09-21", time: "09:30" })
  await emptily(at, "Make a link", people.decider)
  const office = await visit("announcement, with the private office’s link", at, people.decider)
  const link = await office.locator("code.reference").innerText()
  await visit("what a private office reads", new URL(link).pathname)
  await all([`${at}/sheet`], people.decider)
  await emptily(`${department}/foi`, "Make the file", people.chair)
  await run.putClock("2017-09-21T08:30:00Z")
  await all([at, into, department, "/department"], people.decider)
  await visit("the public page of the round", `/rounds/${round}`)
  nothingWrong()
}, 90_000)

test("no page of the selection panel is left out", () => {
  const pattern = (door: string) => new RegExp(`^${door.replace("GET ", "").replaceAll(/:\w+/g, "[^/]+")}$`)
  const pages = Object.keys({ ...departmentDoors, ...decisionsDoors }).filter(
    (door) => /^GET \/(department|announcements)/.test(door) && !door.endsWith(".csv"),
  )
  expect(pages.filter((door) => !been.some((path) => pattern(door).test(path)))).toEqual([])
})
