import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { afterClose, because, department } from "../support/panel.ts"
import { startChromium } from "./chromium.ts"
import { clientOf } from "./client.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { addressesOf, feedback, panelist, type Site, sendThree, sitesThatApply } from "./panel.ts"
import { signInAs, somebody } from "./people.ts"

/** What each of the panel must do itself, in a browser without JavaScript; what lies between is done by the API. */
let run: LocalRun
let browser: Browser
let references: Record<Site, string>

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun(), startChromium()])
  references = await sendThree(run)
  await run.putClock(afterClose)
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const signedIn = async (email: string): Promise<Page> => {
  const { page } = await somebody(browser, run, { javaScript: false })
  await signInAs(page, email)
  return page
}
const byApi = async (email: string) => panelist(await clientOf(run, email))
const text = (page: Page) => page.locator("main").innerText()
const press = (page: Page, name: string) =>
  page.locator("main").getByRole("button", { name, exact: true }).click()
const oneAt = (site: Site, path = "") => addressesOf(references).oneAt(site, path)

test("a reader says a link and scores, and a member with lived experience reads plain words and says what they think", async () => {
  const chair = await byApi("chair@doh.example")
  await chair.move("/open")
  const none = sitesThatApply.map((site) => references[site])
  for (const email of ["chair@doh.example", "second-reader@doh.example", "decision-maker@doh.example"])
    await (await byApi(email)).move("/links", { none })
  for (const reference of none) await chair.move(`/expressions/${reference}/check`, { answer: "yes" })

  const reader = await signedIn("reader@doh.example")
  await reader.goto(`${department}/links`)
  await reader.getByLabel("Bradford").check()
  await reader.getByLabel("Another link").check()
  await reader.getByLabel("I have no link with any of those that I did not tick").check()
  await press(reader, "Continue")
  expect(await text(reader)).toContain("There is a problem")
  await reader.getByLabel("What is the link?").fill("I am a trustee of a charity there.")
  await press(reader, "Continue")
  expect(await text(reader)).not.toContain("Bradford")

  const pairs = (person: string, sites: readonly Site[]) =>
    sites.map((site) => ({ reference: references[site], person }))
  await chair.move("/assign", {
    pairs: [
      ...pairs("p-chair", ["bradford", "shropshire"]),
      ...pairs("p-second-reader", sitesThatApply),
      ...pairs("p-reader", ["halton"]),
    ],
  })
  await reader.goto(oneAt("halton"))
  await press(reader, "Score it")
  await press(reader, "Start scoring")
  for (const given of [4, 3, 3, 3, 2]) {
    await reader.getByRole("radio", { name: new RegExp(`^${given} –`) }).check()
    await reader.getByLabel("Why?").fill(because)
    await press(reader, "Save and continue")
  }
  await press(reader, "Send your scores")
  expect(await text(reader)).toMatch(/Sent at \d/)

  await reader.goto(oneAt("halton", "/plain"))
  await reader.getByLabel("What do they want to do?").fill("Each person keeps one social worker.")
  await press(reader, "Save")
  const adviser = await signedIn("adviser@lived-experience.example")
  await adviser.goto(oneAt("halton", "/links"))
  await adviser.getByLabel("No link").check()
  await press(adviser, "Continue")
  expect(await text(adviser)).toContain("Each person keeps one social worker.")
  await adviser.getByLabel("I like it", { exact: true }).check()
  await adviser.getByLabel("I will say why").check()
  await adviser.getByLabel("Why?", { exact: true }).fill("I would know the name of my social worker.")
  await press(adviser, "This is what I think")
  expect(await text(adviser)).toContain("You said:")
})

test("the decision-maker decides with conditions, row by row, says how a view was used, and tells everybody", async () => {
  const chair = await byApi("chair@doh.example")
  const second = await byApi("second-reader@doh.example")
  for (const site of sitesThatApply) await second.score(references[site], [3, 3, 3, 3, 2], because)
  for (const site of ["bradford", "shropshire"] as const)
    await chair.score(references[site], [3, 2, 3, 3, 2], because)
  for (const site of sitesThatApply) await chair.move(`/expressions/${references[site]}/feedback`, feedback)
  const others = await byApi("decision-maker@doh.example")
  for (const site of ["bradford", "shropshire"] as const)
    await others.decide(references[site], { decision: "unsuccessful", reason: because })

  const decider = await signedIn("decision-maker@doh.example")
  await decider.goto(oneAt("halton"))
  await press(decider, "Decide")
  expect(await text(decider)).toContain("I would know the name of my social worker.")
  await decider.getByLabel("Successful, with conditions", { exact: true }).check()
  await press(decider, "Add another condition")
  const conditions = decider.locator(".row-of-many")
  for (const [at, words] of ["Name who covers the other work.", "Say who leads in August."].entries()) {
    await conditions.nth(at).getByLabel("Condition", { exact: true }).fill(words)
    for (const [part, value] of Object.entries({ Day: "31", Month: "10", Year: "2017" }))
      await conditions.nth(at).getByLabel(part).fill(value)
  }
  await decider.getByLabel("How much?").fill("92827")
  await decider.getByLabel("Why?", { exact: true }).fill(because)
  await decider.getByLabel("How were the views of members").fill("It weighed for it.")
  await press(decider, "Decide")
  expect(await text(decider)).toContain("It is decided. Nobody outside the panel is told yet.")

  await decider.goto(`${department}/telling`)
  await press(decider, "Seal the letters")
  await decider.goto(`${department}/telling/tell`)
  await press(decider, "Tell all applicants now")
  const lead = await signedIn("site-lead@halton.example")
  await lead.goto(addressesOf(references).submissionAt("halton", "/decision"))
  expect(await text(lead)).toContain("Say who leads in August.")
})
