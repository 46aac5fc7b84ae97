import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { evaluationPlanBy } from "../support/evaluation/planning.ts"
import { returnOf } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { startChromium } from "./chromium.ts"
import { everybody, startPhaseTwo, team } from "./coaching.ts"
import { dayIn } from "./day-in.ts"
import {
  evaluationOf,
  findings,
  returnAt,
  storiesOf,
  tallied,
  tallyOf,
  teamRow,
  writtenReturn,
} from "./evaluation.ts"
import { letterTo, signInAs, somebody } from "./people.ts"
import { follow, main, press, text } from "./pressing.ts"

/** From the plan to what everybody may read, on days that go on from test to test. */
let phase: Awaited<ReturnType<typeof startPhaseTwo>>
let browser: Browser
let at: Awaited<ReturnType<typeof everybody<keyof typeof people>>>

const people = {
  ...team,
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  officer: "governance@halton.example",
  evaluator: "evaluator@scie.example",
}
const site = "halton"
const plan = evaluationOf(site, "/plan")
const measures = evaluationOf(site, "/measures")

beforeAll(async () => {
  ;[phase, browser] = await Promise.all([startPhaseTwo("2017-10-13T09:00:00Z", true), startChromium()])
  at = await everybody(phase.run, people)
  await tallied(at.contributor, site, "2017-09-30", teamRow(17))
})
afterAll(async () => {
  await browser?.close()
  await phase?.stop()
})

const open = new Map<string, Page>()
type How = { javaScript?: boolean; phone?: boolean }
/** Somebody's browser; without a name, that of anybody, who is not signed in. */
const pageOf = async (name?: keyof typeof people, { javaScript = true, phone = false }: How = {}) => {
  const known = open.get(`${name} ${javaScript} ${phone}`)
  if (known) return known
  const { page } = await somebody(browser, phase.run, { javaScript })
  if (phone) await page.setViewportSize({ width: 360, height: 740 })
  if (name) await signInAs(page, people[name])
  open.set(`${name} ${javaScript} ${phone}`, page)
  return page
}
const box = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const tick = (page: Page, name: string, value: string) =>
  page.locator(`[name="${name}"][value="${value}"]`).check()
const isWhole = async (page: Page) =>
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(360)
const clockTo = (day: string) => phase.run.putClock(`${day}T09:00:00Z`)

test("lead and evaluator write a plan together, and it counts once both have agreed", async () => {
  const lead = await pageOf("lead", { javaScript: false })
  await lead.goto(evaluationOf(site))
  await follow(lead, "Evaluation plan")
  await press(lead, "Begin the plan")
  await follow(lead, "How it is meant to work")
  await box(lead, "inputs").fill("Four named social workers")
  await box(lead, "people").fill("People know whom to telephone")
  await press(lead, "Save")

  const by = evaluationPlanBy(plan)
  const rest = {
    activities: "One worker stays",
    mechanisms: "Somebody speaks up",
    workers: "Surer of the law",
  }
  await by.ok(
    await by.save(at.evaluator.who, "theory", {
      ...rest,
      system: "Fewer admissions",
      assumptions: "Duty is covered",
    }),
  )
  await by.ok(await by.save(at.evaluator.who, "group", { admissions: "asked" }))
  const evaluator = await pageOf("evaluator")
  await evaluator.goto(`${plan}/measures`)
  await tick(evaluator, "from", "library.settled-home")
  await press(evaluator, "Go on to its form")
  await press(evaluator, "Save")
  await evaluator.goto(`${plan}/propose`)
  await press(evaluator, "Propose it, and agree for the evaluator")

  await lead.goto(plan)
  const picture = main(lead).locator("svg.theory")
  expect(await picture.first().textContent()).toContain("Four named social")
  await follow(lead, "Read version 1 and answer")
  await press(lead, "Agree for the site")
  expect(await text(lead)).toContain("AGREED: version 1, by both on 13 October 2017.")
  expect(await text(lead)).toContain("People know whom to telephone")
})

let baseline: Awaited<ReturnType<typeof writtenReturn>>

test("a baseline says twice that something is not known, and accepted it locks the plan", async () => {
  const form = returnForms["evaluation-baseline"] ?? {}
  const { "settled-home": _, ...asked } = { ...form.people, "settled-home": undefined }
  baseline = await writtenReturn(at.lead, site, returnOf(phase.published, site, "evaluation-baseline"), {
    beginning: form.beginning ?? {},
    people: {
      ...asked,
      people: { value: { count: 17 } },
      "settled-home": { value: { numerator: 9, denominator: 17 } },
    },
    system: { ...form.system, admissions: { value: { count: 2 } } },
  })
  const lead = await pageOf("lead", { javaScript: false, phone: true })
  await lead.goto(`${baseline.here}/sections/workers`)
  await isWhole(lead)
  await box(lead, "challenges-formal").fill("0")
  for (const measure of ["challenges-meeting", "protected-days"]) {
    await tick(lead, `${measure}.is`, "not known")
    await box(lead, `${measure}.why`).fill("The team kept no list.")
    const day = { day: "29", month: "1", year: "2018" }
    for (const [part, value] of Object.entries(day)) await box(lead, `${measure}.by.${part}`).fill(value)
  }
  await press(lead, "Save and continue")
  await lead.goto(`${baseline.here}/sign`)
  await press(lead, "Confirm and send")
  expect(await text(lead)).toContain("SENT to the evaluators at")
  await lead.goto(`/organisations/${site}/actions`)
  expect(await text(lead)).toContain("Give “Challenges in a meeting”, which was not known in Baseline")

  const evaluator = await pageOf("evaluator")
  await evaluator.goto("/findings")
  await follow(evaluator, "Baseline of Halton")
  await press(evaluator, "Accept")
  expect(await text(evaluator)).toContain("Evaluation plan, version 1, locked on 13 October 2017")
  await lead.goto(plan)
  expect(await text(lead)).toContain("LOCKED with the baseline on 13 October 2017")
})

test("the team counts a month on a page, and the next by the link of a letter, as it was last month", async () => {
  await clockTo("2017-11-02")
  const contributor = await pageOf("contributor", { phone: true })
  await contributor.goto(tallyOf(site, "2017-10-31"))
  await isWhole(contributor)
  const counts = {
    people: 17,
    kept: 17,
    started: 0,
    stopped: 0,
    admissions: 0,
    discharges: 0,
    formal: 0,
    meeting: 0,
  }
  for (const [column, number] of Object.entries({ ...counts, changed: 0, days: 2 }))
    await box(contributor, `team.new-1.${column}`).fill(String(number))
  await press(contributor, "Send")
  expect(await text(contributor)).toContain("SENT to the evaluators")

  await clockTo("2017-12-04")
  const { text: letter } = await letterTo(phase.run, people.contributor, /tally.*November/i)
  expect(letter).not.toMatch(/\b17\b/)
  const anybody = await pageOf(undefined, { javaScript: false, phone: true })
  await anybody.goto(/http\S+\/tally\/\S+/.exec(letter)?.[0] ?? "")
  await follow(anybody, "Same as last month")
  await press(anybody, "Send")
  expect(await text(anybody)).toContain("SENT to the evaluators")
  await isWhole(anybody)
  expect(await anybody.context().cookies()).toEqual([])
  await anybody.goto(measures)
  expect(await anybody.title()).toMatch(/^Sign in/)
  await clockTo("2018-01-03")
  await tallied(at.contributor, site, "2017-12-31", teamRow(17))
})

const words = "MARKER-STORY One person rings before each visit, and I decide when."
let story: string

test("a story is written, its person is asked, and it is read by others once the officer has checked it", async () => {
  await clockTo("2018-01-16")
  const contributor = await pageOf("contributor", { javaScript: false })
  await contributor.goto(storiesOf(site))
  await follow(contributor, "Write a story")
  await box(contributor, "pseudonym").fill("Peter")
  await tick(contributor, "band", "18 to 25")
  await box(contributor, "text").fill(words)
  await press(contributor, "Save and go on")
  await tick(contributor, "decided", "person")
  const uses = { team: "yes", sites: "yes", council: "yes", reports: "yes", training: "no", press: "no" }
  for (const [use, answer] of Object.entries(uses)) await tick(contributor, use, answer)
  await tick(contributor, "seenHow", "read")
  await tick(contributor, "easyRead", "yes")
  await box(contributor, "askedBy").fill("The advocate")
  const days = { seenOn: "2018-01-10", askedOn: "2018-01-11", reviewBy: "2018-12-31" }
  for (const [name, day] of Object.entries(days))
    for (const [at, part] of ["year", "month", "day"].entries())
      await box(contributor, `${name}.${part}`).fill(String(Number(day.split("-")[at])))
  await press(contributor, "Keep what they said")
  story = new URL(contributor.url()).pathname
  await follow(contributor, "Give it to the officer")
  await press(contributor, "Give it to the officer")

  const evaluator = await pageOf("evaluator")
  await evaluator.goto("/findings/stories")
  expect(await text(evaluator)).not.toContain("MARKER")
  const officer = await pageOf("officer", { javaScript: false })
  await officer.goto(storiesOf(site))
  await follow(officer, /^Check story/)
  expect(await text(officer)).toContain(words)
  await tick(officer, "decision", "share")
  await press(officer, "Decide")
  await evaluator.reload()
  await follow(evaluator, /Peter/)
  expect(await text(evaluator)).toContain(words)
})

test("the final evaluation begins with what was tallied; the evaluator asks, the site answers, it is accepted", async () => {
  for (const [day, month] of [
    ["2018-02-02", "2018-01-31"],
    ["2018-03-02", "2018-02-28"],
    ["2018-04-04", "2018-03-31"],
    ["2018-05-02", "2018-04-30"],
  ] as const) {
    await clockTo(day)
    await tallied(at.contributor, site, month, teamRow(17, { admissions: month === "2018-01-31" ? 2 : 0 }))
  }
  await clockTo("2018-05-08")
  const form = returnForms["evaluation-final"] ?? {}
  const { none: _, ...taken } = form.taken ?? {}
  const final = await writtenReturn(at.lead, site, returnOf(phase.published, site, "evaluation-final"), {
    taken,
  })
  const lead = await pageOf("lead", { javaScript: false, phone: true })
  await lead.goto(`${final.here}/sections/system`)
  expect(await box(lead, "admissions").inputValue()).toBe("2")
  expect(await text(lead)).toContain("From your monthly tallies: check it.")
  await isWhole(lead)
  const { people: asked, ...rest } = form
  delete rest.taken
  await final.fill(at.lead.who, {
    ...rest,
    people: {
      ...asked,
      people: { value: { count: 17 } },
      kept: {
        value: { numerator: 15, denominator: 17 },
        attribution: "main",
        because: "Posts stayed filled.",
      },
      "settled-home": { value: { numerator: 11, denominator: 17 }, attribution: "helped" },
    },
    system: { ...form.system, admissions: { value: { count: 2 }, attribution: "cannot-tell" } },
  })
  await final.sign(at.lead.who)
  await final.send(at.lead.who)

  const evaluator = await pageOf("evaluator", { javaScript: false })
  await evaluator.goto(returnAt(site, final.reference))
  await Promise.all([
    evaluator.waitForEvent("load"),
    main(evaluator).locator('a[href*="about=system%2Fadmissions"]').click(),
  ])
  await box(evaluator, "text").fill("Were both admissions planned?")
  await dayIn(evaluator, "By which day do you need the answer?", "2018-05-15")
  await press(evaluator, "Ask")
  await lead.goto(final.here)
  await follow(lead, /^Answer/)
  await box(lead, "answer").fill("Both were, and both were short.")
  await press(lead, "Send the answer")
  await evaluator.goto(returnAt(site, final.reference))
  expect(await text(evaluator)).toContain("Both were, and both were short.")
  await press(evaluator, "Accept")
  expect(await text(evaluator)).toContain("ACCEPTED")
})

/** What a page says of a measure at a time, in the first table that has both. */
const cellOf = (page: Page, row: string, column: string) =>
  main(page)
    .locator("table")
    .evaluateAll(
      (tables, [row, column]) => {
        for (const table of tables as HTMLTableElement[]) {
          const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((one) => one.innerText.trim())
          const at = heads.indexOf(column ?? "")
          const found = [...(table.tBodies[0]?.rows ?? [])].find(
            (one) => one.cells[0]?.innerText.trim() === row,
          )
          if (at >= 0 && found) return found.cells[at]?.innerText.trim()
        }
        return undefined
      },
      [row, column],
    )

test("after a release the same measure is true, true, true and suppressed, on the pages of four people", async () => {
  const one = (name: string, people: number, admissions: number) => [
    figuresAt(name, {
      at: "baseline",
      figures: [count("people", people), share("kept", people - 3, people), count("admissions", admissions)],
    }),
    figuresAt(name, {
      at: "final",
      state: "accepted",
      figures: [count("people", people), count("admissions", admissions - 1)],
    }),
  ]
  await putMeasured(phase.table, [
    ...one("sheffield", 21, 7),
    ...one("bradford", 40, 12),
    ...one("liverpool", 23, 6),
  ])
  const evaluator = await pageOf("evaluator")
  await evaluator.goto(findings("/releases"))
  await follow(evaluator, "See what a release would say now")
  await box(evaluator, "title").fill("From the baselines to the end")
  await box(evaluator, "because").fill("The pilots have ended.")
  await press(evaluator, "Make this release")
  expect(await text(evaluator)).toContain("Release 1")

  const seen = []
  for (const [name, path, row] of [
    ["lead", measures, "Admissions"],
    ["coach", measures, "Admissions"],
    ["evaluator", findings("/measures/admissions"), "Halton"],
    ["chair", measures, "Admissions"],
    ["chair", findings("/measures/admissions"), "Halton"],
  ] as const) {
    const page = await pageOf(name)
    await page.goto(path)
    seen.push(await cellOf(page, row, "Baseline"))
    const isTrue = (await text(page)).includes("True counts")
    expect([name, isTrue]).toEqual([name, name !== "chair"])
  }
  expect(seen).toEqual(["2", "2", "2", "[c]", "[c]"])
  const chair = await pageOf("chair")
  expect(await text(chair)).toContain("[c] means fewer than 5 people")
  expect(await main(chair).locator("svg").count()).toBeGreaterThan(0)
})

test("the council’s one page tells the story until its person stops it, and then it is nowhere", async () => {
  const onePage = evaluationOf(site, "/one-page")
  const lead = await pageOf("lead", { javaScript: false })
  await lead.goto(onePage)
  expect(await text(lead)).toContain("MARKER-STORY")
  expect(await text(lead)).toContain("[c]")
  await lead.goto(story)
  await follow(lead, "Withdraw it")
  await tick(lead, "asked", "person")
  await tick(lead, "how", "phone")
  await press(lead, "Withdraw it now")
  for (const [name, path] of [
    ["lead", story],
    ["lead", onePage],
    ["lead", storiesOf(site)],
    ["officer", story],
    ["contributor", story],
    ["evaluator", "/findings/stories"],
  ] as const) {
    const page = await pageOf(name, { javaScript: name === "evaluator" })
    await page.goto(path)
    expect(await page.content(), path).not.toContain("MARKER-STORY")
  }
})

test("somebody answers straight to the evaluator, without an account, JavaScript or a cookie", async () => {
  const evaluator = await pageOf("evaluator")
  await evaluator.goto(findings("/answers/ask"))
  for (const name of ["Halton", "People with a named social worker", "Final"])
    await evaluator.getByLabel(name, { exact: true }).check()
  await evaluator.getByLabel("What do you call it?").fill("Spring 2018")
  for (const [name, value] of Object.entries({ Day: "29", Month: "6", Year: "2018" }))
    await evaluator.getByLabel(name, { exact: true }).fill(value)
  await press(evaluator, "Make the link")
  const wave = evaluator.url()

  const { page: person } = await somebody(browser, phase.run, { javaScript: false })
  await person.goto(await main(evaluator).locator(".reference").first().innerText())
  const asked = person.getByRole("group", { name: "Do you know who your social worker is?" })
  await asked.getByLabel("Sometimes").check()
  await person.getByLabel("Tell us what is better.").fill("She rings me. My number is 07700 900123.")
  await press(person, "Send")
  expect(await asked.getByLabel("Sometimes").isChecked()).toBe(true)
  await person.getByLabel("Tell us what is better.").fill("MARKER-ANSWER She rings me.")
  await press(person, "Send")
  expect(await text(person)).toContain("Thank you")
  expect(await person.context().cookies()).toEqual([])

  await evaluator.goto(wave)
  expect(await text(evaluator)).toContain("MARKER-ANSWER")
  const lead = await pageOf("lead")
  for (const path of [evaluationOf(site, "/answers"), measures]) {
    await lead.goto(path)
    expect(await text(lead), path).not.toContain("MARKER-ANSWER")
  }
})
