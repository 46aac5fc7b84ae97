import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { doors } from "../support/doors.ts"
import { count, figuresAt, putMeasured, share } from "../support/evaluation/measured.ts"
import { evaluationPlanDoors } from "../support/evaluation/plan-doors.ts"
import { evaluationPlanBy } from "../support/evaluation/planning.ts"
import { reportBody } from "../support/evaluation/reports-doors.ts"
import { consentBody } from "../support/evaluation/stories-doors.ts"
import { returnOf } from "../support/phase.ts"
import { returnForms } from "../support/returns.ts"
import { startChromium } from "./chromium.ts"
import { everybody, startPhaseTwo, team } from "./coaching.ts"
import {
  evaluationOf,
  findings,
  returnAt,
  sentReturn,
  storiesOf,
  tallied,
  tallyOf,
  teamRow,
} from "./evaluation.ts"
import { fullestOnePage } from "./one-page.ts"
import { letterTo } from "./people.ts"
import { visitor } from "./visits.ts"

let phase: Awaited<ReturnType<typeof startPhaseTwo>>
let browser: Browser
let at: Awaited<ReturnType<typeof everybody<keyof typeof people>>>
const { been, visit, press, nothingWrong } = visitor(() => ({ browser, run: phase.run }))

const people = {
  ...team,
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  officer: "governance@halton.example",
  evaluator: "evaluator@scie.example",
}
type Who = keyof typeof people
const here = (path = "") => evaluationOf("halton", path)
let own: string
const because = "As it was agreed with the council."

beforeAll(async () => {
  ;[phase, browser] = await Promise.all([startPhaseTwo("2017-10-16T09:00:00Z", true), startChromium()])
  at = await everybody(phase.run, people)
})
afterAll(async () => {
  await browser?.close()
  await phase?.stop()
})

/** What somebody is told instead of a page. */
const noPage = /^(Page not found|You cannot do this|This is not possible now|Sign in first|We could not)/

const all = async (who: Who | undefined, ...paths: string[]) => {
  for (const path of paths) {
    const page = await visit(`${path}, for ${who ?? "anybody"}`, path, who && people[who])
    expect(await page.title(), path).not.toMatch(noPage)
  }
}
/** A form as it is, and sent with nothing in it. */
const emptily = async (who: Who | undefined, path: string, button: string) => {
  const page = await visit(path, path, who && people[who])
  expect(await page.title(), path).not.toMatch(noPage)
  for (const box of await page.locator("main input[type=text]:visible, main textarea:visible").all())
    await box.fill("")
  await press(`${path}, not filled in`, page, button)
  return page
}

test("a site of which nothing is known yet says so, and what comes next", async () => {
  await all(
    "lead",
    here(),
    here("/plan"),
    here("/measures"),
    storiesOf("halton"),
    storiesOf("halton", "/others"),
  )
  await all("officer", here("/released"))
  await all("evaluator", "/findings", findings("/measures"), findings("/releases/new"), findings("/costs"))
  await all("chair", here(), findings("/reports"))
  nothingWrong()
}, 60_000)

test("an evaluation plan: written by both, agreed, opened again, and what is otherwise in it", async () => {
  const path = here("/plan")
  const plan = evaluationPlanBy(path)
  own = await plan.written(at.lead.who)
  await all("lead", path, `${path}/sections/theory`, `${path}/sections/group`, `${path}/sections/${own}`)
  await emptily("lead", `${path}/measures`, "Go on to its form")
  const empty = await plan.add(at.lead.who, "own")
  await all("lead", `${path}/propose`)
  await plan.ok(await plan.move(at.lead.who, `measures/${empty}/remove`))
  await emptily("evaluator", `${path}/comment`, "Comment")
  await at.evaluator.does(`${path}/comment`, { on: "whole", text: "Who collects it?" })
  await plan.proposed(at.lead.who, true)
  await emptily("evaluator", `${path}/agree`, "Say “not yet”")
  await all("lead", `${path}/versions/1`)
  await plan.agreed(at.evaluator.who, 1)
  await all("lead", path, `${path}/print`)
  await all("chair", path)
  await plan.ok(await plan.move(at.lead.who, "open"))
  await plan.ok(await plan.save(at.lead.who, "theory", { inputs: "Five workers" }))
  await plan.proposed(at.lead.who, true)
  await all("evaluator", `${path}/versions/2/changes`, `${path}/agree`)
  await plan.agreed(at.evaluator.who, 2)
  nothingWrong()
}, 90_000)

test("a month in numbers, signed in and by the link of the letter", async () => {
  await phase.run.putClock("2017-11-02T09:00:00Z")
  const { text } = await letterTo(phase.run, people.contributor, /tally/i)
  const letter = new URL(/http\S+\/tally\/\S+/.exec(text)?.[0] ?? "").pathname
  await emptily(undefined, letter, "Send")
  await tallied(at.contributor, "halton", "2017-10-31", teamRow(17, { formal: 1 }))
  await all(undefined, letter)
  await phase.run.putClock("2017-12-04T09:00:00Z")
  const next = tallyOf("halton", "2017-11-30")
  await emptily("contributor", `${next}?as=last-month`, "Send")
  await tallied(at.contributor, "halton", "2017-11-30", teamRow(17))
  await all("lead", next)
  nothingWrong()
}, 60_000)

test("a baseline with what is not known, and everything that an evaluator does about it", async () => {
  const round = returnOf(phase.published, "halton", "evaluation-baseline")
  const { people: asked, ...form } = returnForms["evaluation-baseline"] ?? {}
  const value = { notKnown: "Nobody wrote it down.", knownBy: "2018-02-01" }
  const sent = await sentReturn(at.lead, "halton", round, {
    ...form,
    people: { ...asked, [own]: { value }, "settled-home": { value } },
  })
  const one = returnAt("halton", sent.reference)
  await all("evaluator", "/findings")
  await emptily("evaluator", `${one}/questions`, "Ask")
  await at.evaluator.does(`${one}/questions`, {
    about: "people",
    text: "Are all of one team?",
    answerBy: "2017-12-11",
  })
  await all("lead", sent.here)
  await at.lead.does(`${sent.here}/figure-questions/1`, { answer: "All are." })
  await all("evaluator", one)
  await emptily("evaluator", `${one}/send-back`, "Send it back")
  await at.evaluator.seen(one, "send-back", { sections: ["people"], note: because })
  await sent.save(at.lead.who, "people", { people: { value: { count: 17 } } })
  await sent.sign(at.lead.who)
  await sent.send(at.lead.who)
  await all("evaluator", `${one}/compare/1`)
  await at.evaluator.seen(one, "accept")
  await all("evaluator", here())
  await emptily("evaluator", `${one}/reopen`, "Open it again")
  await all("coach", here("/measures"))
  await emptily("officer", here("/released/admissions/2017-10"), "Release this figure")
  await at.officer.does(here("/released/admissions/2017-10"), { because })
  await all("officer", here("/released/admissions/2017-10/take-back"), here("/released"))
  nothingWrong()
}, 90_000)

test("a story: written, its person asked, checked, shared, and withdrawn", async () => {
  await emptily("contributor", storiesOf("halton", "/add"), "Save and go on")
  const told = { pseudonym: "Peter", band: "18 to 25", text: "I ring one person who knows me." }
  const days = { seenOn: "2017-12-01", askedOn: "2017-12-01", reviewBy: "2018-11-30" }
  const write = async (consent: Record<string, unknown>) => {
    const { story } = await at.contributor.does(storiesOf("halton", "/add"), told)
    const one = storiesOf("halton", `/${story}`)
    await at.contributor.seen(one, "consent", { ...consentBody, ...days, ...consent })
    return one
  }
  const { story } = await at.contributor.does(storiesOf("halton", "/add"), told)
  const one = storiesOf("halton", `/${story}`)
  await emptily("contributor", `${one}/consent`, "Keep what they said")
  await at.contributor.seen(one, "consent", { ...consentBody, ...days, sites: true, council: true })
  await all("contributor", one, `${one}/write`, `${one}/send`)
  await at.contributor.seen(one, "send")
  await all("officer", storiesOf("halton"))
  await emptily("officer", `${one}/check`, "Decide")
  await at.officer.seen(one, "check", { decision: "share" })
  await all("evaluator", "/findings/stories", `/findings/stories/NSW2/halton/${story}`)
  const other = await write({
    decided: "best interests",
    decisionMaker: "The social worker",
    consulted: "His mother and an advocate",
    helps: "He is listened to.",
  })
  await at.contributor.seen(other, "send")
  await at.officer.seen(other, "check", { decision: "share" })
  await emptily("officer", `${other}/why-more`, "Keep the reason")
  await emptily("lead", `${other}/withdraw`, "Withdraw it now")
  await at.lead.does(`${other}/withdraw`, { asked: "person", how: "phone" })
  await all("lead", other)
  nothingWrong()
}, 90_000)

test("answers of people straight to the evaluator, by a link and on paper", async () => {
  await emptily("evaluator", findings("/answers/ask"), "Make the link")
  const asked = {
    site: "halton",
    group: "people",
    point: "baseline",
    title: "Winter 2017",
    until: "2018-03-31",
  }
  const { wave } = await at.evaluator.does(findings("/answers/ask"), asked)
  const one = findings(`/answers/waves/${wave}`)
  await all("evaluator", one, `${one}/slips`)
  await emptily("evaluator", `${one}/paper`, "Keep this form")
  const page = await visit("one wave", one, people.evaluator)
  const link = new URL(await page.locator("main .reference").first().innerText()).pathname
  await emptily(undefined, link, "Send")
  await all(undefined, `${link}/thanks`)
  await at.evaluator.does(`${one}/paper`, { said: { "knows-who": "yes" } })
  await all("evaluator", `${one}/close`, findings("/answers"))
  await all("lead", here("/answers"))
  await at.evaluator.does(`${one}/close`)
  await all("evaluator", one)
  await visit("a link that is closed", link)
  nothingWrong()
}, 60_000)

test("what every site measured, what is released of it, and what it costs", async () => {
  await putMeasured(phase.table, [
    ...["sheffield", "bradford", "liverpool"].map((site, n) =>
      figuresAt(site, {
        at: "baseline",
        figures: [
          count("people", 12 + 9 * n),
          share("kept", 9 + 7 * n, 12 + 9 * n),
          count("admissions", 6 + n),
        ],
      }),
    ),
  ])
  await all("evaluator", findings("/measures"), findings("/measures/people"), findings("/measures/kept"))
  await emptily("evaluator", findings("/releases/new"), "Make this release")
  await at.evaluator.does(findings("/releases/new"), { title: "Baselines", because })
  await all("chair", findings("/releases"), findings("/releases/1"), findings("/measures"))
  await all("chair", findings("/measures/people"), here("/measures"), "/findings")
  await all("evaluator", findings("/releases"))

  await emptily("evaluator", findings("/costs/lines"), "Add this line")
  const { line } = await at.evaluator.does(findings("/costs/lines"), {
    change: "Days in a hospital far from home",
    shownBy: "Admissions",
    effect: "less",
    count: { low: 1, high: 3 },
    unit: { low: 40_000, high: 62_000 },
    priceYear: 2017,
    source: "Unit costs of health and social care 2017, page 29",
    confidence: "medium",
    benefits: "nhs",
    sort: "fiscal",
  })
  await all("evaluator", findings("/costs"), findings("/costs/print"), findings(`/costs/lines/${line}`))
  await all("evaluator", findings(`/costs/lines/${line}/remove`))
  nothingWrong()
}, 90_000)

test("a report: written, issued for its facts, published, and read by everybody", async () => {
  await emptily("evaluator", findings("/reports/add"), "Save the draft")
  const body = { ...reportBody, stories: ["halton~001"] }
  const { report } = await at.evaluator.does(findings("/reports/add"), body)
  const one = findings(`/reports/${report}`)
  await all("evaluator", one, `${one}/write`, `${one}/issue`)
  await emptily("evaluator", `${one}/easy-read`, "Save it")
  await at.evaluator.seen(one, "easy-read", { text: "People know who to call.\nThey have one worker." })
  await emptily("evaluator", `${one}/group`, "Keep it")
  await at.evaluator.seen(one, "group", { group: "Halton People First", who: "Ann", on: "2017-12-01" })
  await at.evaluator.seen(one, "issue")
  await all("evaluator", one)
  await all("lead", storiesOf("halton", `/reports/${report}`), storiesOf("halton"))
  await all("chair", findings("/reports"), one)
  await phase.run.putClock("2017-12-19T09:00:00Z")
  await all("coordinator", `${one}/publish`)
  await at.coordinator.seen(one, "publish")
  await all(undefined, "/reports", `/reports/${report}`, `/reports/${report}/easy-read`)
  nothingWrong()
}, 60_000)

test("the council’s one page is one side of A4, however much there is to say", async () => {
  await all("lead", here("/one-page/words"))
  await emptily("lead", here("/one-page/question"), "Make it an action")
  const page = await visit("one page", here("/one-page"), people.lead)
  expect(await sides(page)).toBe(1)
  const style = await page.locator("link[rel=stylesheet]").first().getAttribute("href")
  const fullest = await browser.newPage()
  await fullest.setContent(await fullestOnePage(await (await page.request.get(style ?? "")).text()))
  expect(await fullest.locator("main").innerText()).toContain("Peter")
  expect(await sides(fullest)).toBe(1)
  nothingWrong()
}, 30_000)

test("every page of taking part is reached from the first page, is whole at 400 %, and prints on one side", async () => {
  const page = await visit("the first page", "/")
  await page.getByRole("link", { name: "Everything about taking part" }).click()
  const links = await page
    .locator("main .idea a")
    .evaluateAll((every) => every.map((one) => one.getAttribute("href") ?? ""))
  const easy = ["/taking-part", ...links.filter((href) => href !== "/reports"), "/taking-part/tell-us/slip"]
  expect(easy).toHaveLength(8)
  for (const path of easy) {
    await all(undefined, path)
    expect([path, await sides(page)]).toEqual([path, 1])
    expect([path, (await page.locator("main svg, main .frame").count()) > 5]).toEqual([path, true])
    expect([path, await outsideAt400(page)]).toEqual([path, []])
  }
  nothingWrong()
}, 60_000)

const margin = { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" }
const sides = async (page: Page) => {
  const printed = (await page.pdf({ format: "A4", margin })).toString("latin1")
  return (printed.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length
}

/** What cannot be seen without scrolling sideways where a window of 1280 pixels is made four times as large. */
const outsideAt400 = async (page: Page) => {
  const { width, height } = { width: 1280, height: 1024 }
  await page.setViewportSize({ width: width / 4, height: height / 4 })
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((one) => one.getClientRects().length > 0 && !one.closest(".govuk-visually-hidden"))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left < 0 || right > document.documentElement.clientWidth
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
}

test("no page of the evaluation is left out", () => {
  const isNoPage = /\.(csv|txt|svg)$|\/file$|^GET \/organisations\/:organisation\/(evaluation|stories)$/
  const pattern = (door: string) => new RegExp(`^${door.replace("GET ", "").replaceAll(/:\w+/g, "[^/]+")}$`)
  const { evaluation, stories, tally, findings: found, voice } = doors
  const pages = Object.keys({
    ...evaluation,
    ...evaluationPlanDoors,
    ...stories,
    ...tally,
    ...found,
    ...voice,
  }).filter((door) => /^GET \/(?!api\/|health)/.test(door) && !isNoPage.test(door))
  expect(pages.length).toBeGreaterThan(70)
  expect(pages.filter((door) => !been.some((path) => pattern(door).test(path)))).toEqual([])
})
