import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startChromium } from "./chromium.ts"
import { inspector } from "./inspect.ts"
import { type LocalRun, startLocalRun } from "./local-run.ts"
import { signInAs, somebody } from "./people.ts"

let run: LocalRun
let browser: Browser
let everybody: Page
const { faults, look } = inspector()

beforeAll(async () => {
  ;[run, browser] = await Promise.all([startLocalRun({ scene: "mid-phase" }), startChromium()])
  ;({ page: everybody } = await somebody(browser, run))
})
afterAll(async () => {
  await browser?.close()
  await run?.stop()
})

const sides = async (page: Page) => {
  const printed = (await page.pdf({ format: "A4" })).toString("latin1")
  return (printed.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length
}

test("every page of taking part is reached from the first page, is whole at 320 pixels, and prints on one side", async () => {
  await everybody.goto("/")
  await everybody.getByRole("link", { name: "Everything about taking part" }).click()
  const links = await everybody
    .locator("main .idea a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""))
  const pages = ["/taking-part", ...links.filter((href) => href !== "/reports"), "/taking-part/tell-us/slip"]
  expect(pages).toHaveLength(8)
  for (const path of pages) {
    await everybody.goto(path)
    await look(everybody, path)
    expect([path, await sides(everybody)]).toEqual([path, 1])
    const drawn = await everybody.locator("main svg, main .frame").count()
    expect([path, drawn > 5]).toEqual([path, true])
  }
  expect(faults).toEqual([])
})

test("somebody answers without an account, without JavaScript and without a cookie, and the evaluator reads it", async () => {
  const { page: evaluator } = await somebody(browser, run)
  await signInAs(evaluator, "evaluator@scie.example")
  await evaluator.goto("/findings/NSW2/answers/ask")
  await look(evaluator, "asking directly")
  for (const name of ["Halton", "People with a named social worker", "Baseline"])
    await evaluator.getByLabel(name, { exact: true }).check()
  await evaluator.getByLabel("What do you call it?").fill("Winter 2017")
  for (const [name, value] of Object.entries({ Day: "31", Month: "3", Year: "2018" }))
    await evaluator.getByLabel(name, { exact: true }).fill(value)
  await evaluator.getByRole("button", { name: "Make the link" }).click()
  const link = await evaluator.locator("main .reference").first().innerText()
  const at = evaluator.url()

  const { page: person } = await somebody(browser, run, { javaScript: false })
  await person.goto(link)
  const asked = person.getByRole("group", { name: "Do you know who your social worker is?" })
  await asked.getByLabel("Sometimes").check()
  await person.getByLabel("Tell us what is better.").fill("She rings me. My number is 07700 900123.")
  await person.getByRole("button", { name: "Send" }).click()
  await look(person, "a number that is not kept", { javaScript: false })
  expect(await asked.getByLabel("Sometimes").isChecked()).toBe(true)
  await person.getByLabel("Tell us what is better.").fill("She rings me.")
  await person.getByRole("button", { name: "Send" }).click()
  await person.getByRole("heading", { name: "Thank you" }).waitFor()
  expect(await person.context().cookies()).toEqual([])

  await everybody.goto(link)
  await look(everybody, "the five questions")
  await evaluator.goto(at)
  await look(evaluator, "what came of it")
  expect(await evaluator.locator("main").innerText()).toContain("She rings me.")
  await evaluator.getByRole("link", { name: "The form to print" }).click()
  expect(await sides(evaluator)).toBe(1)
  expect(faults).toEqual([])
})
