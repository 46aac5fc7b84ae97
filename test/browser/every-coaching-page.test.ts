import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { askForRatings } from "../support/coaching/going.ts"
import { wholeMore, wholePlan } from "../support/coaching/planning.ts"
import { twoActions, written } from "../support/coaching/sessions.ts"
import { doors } from "../support/doors.ts"
import { evaluationPlanDoors } from "../support/evaluation/plan-doors.ts"
import { startChromium } from "./chromium.ts"
import { actionsAt, everybody, siteAt, startPhaseTwo, team } from "./coaching.ts"
import { letSessionsEnd, signInAs } from "./people.ts"
import { visitor } from "./visits.ts"

let phase: Awaited<ReturnType<typeof startPhaseTwo>>
let browser: Browser
let at: Awaited<ReturnType<typeof everybody<keyof typeof people>>>
const { been, visit, press, nothingWrong } = visitor(() => ({ browser, run: phase.run }))

const people = {
  ...team,
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
}
type Who = keyof typeof people
const here = (path = "") => siteAt("halton", path)
const sessions = here("/sessions")
const because = "As it was agreed with the council."

beforeAll(async () => {
  ;[phase, browser] = await Promise.all([startPhaseTwo("2017-12-06T16:00:00Z"), startChromium()])
  at = await everybody(phase.run, people)
})
afterAll(async () => {
  await browser?.close()
  await phase?.stop()
})

/** What somebody is told instead of a page. */
const noPage = /^(Page not found|You cannot do this|This is not possible now|Sign in first|We could not)/

const all = async (who: Who, ...paths: string[]) => {
  for (const path of paths) {
    const page = await visit(`${path}, for ${who}`, path, people[who])
    expect(await page.title(), path).not.toMatch(noPage)
  }
}
/** A form as it is, and sent with nothing in it. */
const emptily = async (who: Who, path: string, button: string) => {
  const page = await visit(path, path, people[who])
  expect(await page.title(), path).not.toMatch(noPage)
  await press(`${path}, not filled in`, page, button)
}
const well = async (answer: Response) => expect(answer.status, await answer.clone().text()).toBeLessThan(300)

test("a site of which nothing is known yet says so, and what comes next", async () => {
  const bradford = siteAt("bradford")
  await all(
    "coach",
    bradford,
    ...["/sessions", "/plan", "/risks", "/help", "/timeline"].map((one) => bradford + one),
  )
  await all("coach", "/support")
  await visit("what everybody may read", "/learned")
  await all("lead", "/learning", "/learning/people", "/learning/sessions")
  nothingWrong()
}, 60_000)

test("a pilot plan: written, proposed, agreed, opened again, and what became of its milestones", async () => {
  const plan = here("/plan")
  const write = async (section: string, answers: Record<string, unknown>) => {
    const { whole } = await at.lead.read(plan)
    await well(
      await at.lead.who.api("POST", `${plan}/sections/${section}`, { revision: whole.revision, answers }),
    )
  }
  await at.lead.does(`${plan}/begin`)
  await all("lead", plan, `${plan}/propose`, `${plan}/sections/core`, `${plan}/sections/more`)
  await write("core", wholePlan)
  await write("more", wholeMore)
  await emptily("coach", `${plan}/comment`, "Comment")
  await at.coach.does(`${plan}/comment`, { on: "stops", text: "Who covers Mondays?" })
  await all("lead", `${plan}/propose`)
  const agree = async (version: number) => {
    await at.lead.does(`${plan}/propose`)
    await at.lead.does(`${plan}/agree`, { version })
    await emptily("coordinator", `${plan}/agree`, "Say “not yet”")
    if (version === 2) await all("coach", `${plan}/versions/2/changes`)
    await at.coordinator.does(`${plan}/agree`, { version })
  }
  await agree(1)
  await at.lead.does(`${plan}/open`)
  await write("core", { people: { number: 19 } })
  await agree(2)
  const { milestones } = (await at.lead.read(plan)).whole
  const one = `${plan}/milestones/${milestones[0].id}`
  await emptily("lead", `${one}/done`, "Say that it is done")
  await all("lead", `${one}/moved`)
  await all("lead", plan, `${plan}/versions/1`, `${plan}/print`)
  await all("chair", plan)
  nothingWrong()
}, 90_000)

test("a session: planned, written up, shared, disputed, shared again and agreed", async () => {
  await emptily("coach", `${sessions}/plan`, "Plan it")
  const { session } = await at.coach.does(`${sessions}/plan`, { kind: "visit", on: "2017-12-06" })
  const one = `${sessions}/${session}`
  await all("lead", one)
  await all("coach", one, `${one}/plan`)
  await all("coach", `${one}/cancel`)
  await at.coach.does(actionsAt("halton"), { text: "Write the rota down.", owner: "site", due: "2017-12-20" })
  await emptily("coach", `${one}/write`, "Save and look at it before you share it")
  const { next, ...unfinished } = written({ actions: twoActions })
  await well(await at.coach.who.api("POST", `${one}/write`, { revision: 1, core: unfinished }))
  await all("coach", one, `${one}/more`, `${one}/share`)
  await all("lead", one)
  const more = {
    topics: ["model"],
    learning: [{ idea: "A card with one name on it.", level: "community", tag: "model" }],
  }
  await well(await at.coach.who.api("POST", `${one}/write`, { revision: 2, core: { next }, more }))
  await all("coach", `${one}/share`)
  await at.coach.does(`${one}/share`, { revision: 3 })
  await all("lead", one)
  await emptily("lead", `${one}/change`, "Dispute it")
  await at.lead.does(`${one}/change`, {
    version: 1,
    as: "dispute",
    lines: [{ line: "talked.0", says: "There are three workers.", wrong: true }],
  })
  await all("chair", one, sessions, here())
  await all("coach", one, sessions, here(), "/support")
  await well(
    await at.coach.who.api("POST", `${one}/write`, { revision: 0, core: { talked: "Cover for three." } }),
  )
  await at.coach.does(`${one}/share`, { revision: 1 })
  await all("lead", one, `${one}/versions/1`, `${one}/print`, "/organisations/halton")
  await at.lead.does(`${one}/agree`, { version: 2 })
  await all("lead", `${one}/addendum`)
  await at.lead.does(`${one}/addendum`, { text: "The third begins in May." })
  await all("lead", one)
  await all("chair", here("/timeline"))
  nothingWrong()
}, 120_000)

test("what was typed when somebody’s sign-in had ended", async () => {
  const page = await visit("a session before it ends", `${sessions}/write`, people.coach)
  await page.getByLabel("What did you talk about?").fill("Cover.\n\nThe card.")
  await letSessionsEnd(phase.engine.endpoint, "p-coach")
  await press("sign in, with a session typed", page, "Save and come back later")
  const kept = new URL(page.url()).searchParams.get("next") ?? ""
  await signInAs(page, people.coach)
  await all("coach", kept)
  at = await everybody(phase.run, people)
  nothingWrong()
}, 60_000)

test("actions, however one ends", async () => {
  const list = actionsAt("halton")
  await emptily("coach", `${list}/set`, "Set it")
  const { actions } = await at.lead.read(list)
  const one = `${list}/${actions.find((each: { owner: string }) => each.owner === "site").id}`
  await all("lead", list, one)
  await emptily("lead", `${one}/done`, "Say that it is done")
  await all("lead", `${one}/drop`)
  await all("lead", `${one}/carry`)
  await at.lead.does(`${one}/done`, { evidence: "The rota names them." })
  await all("chair", list)
  nothingWrong()
}, 60_000)

test("how it is going, in words and in ratings, with what could go wrong", async () => {
  const going = here("/going")
  await at.lead.does(`${going}/2017-12/site`, { says: "on-track" })
  await all("coach", `${going}/2017-12/coach`)
  await at.coach.does(`${going}/2017-12/coach`, { says: "needs-help", stuck: ["backfill"], line: because })
  await all("lead", `${going}/2017-12/site`)
  await askForRatings(at.coordinator.who, "The Department asked for them.")
  await emptily("coach", `${going}/2017-12/ratings`, "Save these ratings")
  await at.coach.does(`${going}/2017-12/ratings`, { delivery: "green", people: "green", spend: "amber" })
  await all("lead", `${going}/2017-12/ratings/answer`)
  await all("lead", going)
  await all("chair", going)

  const risks = here("/risks")
  await emptily("lead", `${risks}/add`, "Add it")
  const score = (likelihood: number) => ({ likelihood, impact: 4 })
  const { risk } = await at.lead.does(`${risks}/add`, {
    title: "The second worker may not be replaced",
    category: "backfill",
    before: score(5),
    after: score(4),
    doing: "An agency is asked.",
    owner: { side: "site", who: "Team manager" },
    proximity: "month",
    next: "2018-01-31",
  })
  const one = `${risks}/${risk}`
  await all("lead", risks, one)
  await all("chair", risks, one)
  await all("lead", `${one}/look`, `${one}/close`)
  nothingWrong()
}, 90_000)

test("help that a site asks the Department for, and pages made from the record", async () => {
  const help = here("/help")
  await all("lead", `${help}/ask`)
  await at.lead.does(`${help}/ask`, { what: "backfill", asks: "May the money pay for cover?" })
  await all("lead", `${help}/1`)
  await all("chair", "/support", `${help}/1`)
  await emptily("chair", `${help}/1/answer`, "Send the answer")
  await all("chair", `${help}/1/ask-back`)
  await all("lead", `${help}/1/withdraw`)
  await at.chair.does(`${help}/1/ask-back`, { asks: "For how many weeks?" })
  await all("lead", `${help}/1/say-more`)
  await at.lead.does(`${help}/1/say-more`, { says: "For six." })
  await at.chair.does(`${help}/1/answer`, { says: "Yes, it may." })
  await all("lead", help, `${help}/1`)
  await all("coach", "/organisations/sheffield/coaching", here("/brief"), here("/handover"))
  await all("chair", here("/highlights"), here("/highlights/2017-12"))
  await all("coordinator", here("/notes/keep"))
  await all(
    "coordinator",
    here("/notes"),
    "/support",
    "/support/clocks",
    "/support/patterns",
    "/support/highlights",
  )
  nothingWrong()
}, 90_000)

test("what sites share: ideas, good news, people and sessions of all", async () => {
  const text = "One person rings before each visit, and fewer visits are missed."
  await emptily("lead", "/learning/share", "Send to the coordinators")
  await all("contributor", "/learning/good-news")
  const { offer } = await at.contributor.does("/learning/good-news", { text, wanted: "public", nobody: true })
  await all("contributor", "/learning/yours", `/learning/yours/${offer}/take-back`)
  await all("coordinator", "/learning/waiting")
  await emptily("coordinator", `/learning/waiting/${offer}`, "Decide")
  await at.coordinator.does(`/learning/waiting/${offer}`, { decision: "public" })
  await visit("what everybody may read, with good news", "/learned")
  const { ideas } = await at.coordinator.read("/learning")
  await all("coordinator", `/learning/ideas/${ideas[0].id}/withdraw`)
  await all("coordinator", "/learning/decided", "/learning/patterns", "/learning")

  await emptily("contributor", "/learning/people/you", "Be listed")
  await at.contributor.does("/learning/people/you", {
    role: "Named social worker",
    about: "Keeping one worker through a hospital stay.",
    showEmail: true,
    until: "2018-03-30",
  })
  await all("contributor", "/learning/people", "/learning/people/you/stop")

  await all("coordinator", "/learning/sessions/plan")
  const { session } = await at.coordinator.does("/learning/sessions/plan", {
    title: "What we stop doing",
    on: "2017-12-07",
    from: "2pm",
    to: "3:30pm",
    place: "Skipton House",
    agenda: "What each of us has stopped doing.",
  })
  const one = `/learning/sessions/${session}`
  await all("lead", "/learning/sessions", one)
  await all("coordinator", `${one}/change`)
  await all("coordinator", `${one}/cancel`)
  await phase.run.putClock("2017-12-08T09:00:00Z")
  await emptily("coordinator", `${one}/write-up`, "Save")
  nothingWrong()
}, 90_000)

/** Those that give a file, and those that lead back to the page of which they are a button. */
const isNoPage = /\.(csv|txt)$|\/file$|\/sessions\/:session\/(agree|close)$|\/discard$/

test("no page of coaching is left out", async () => {
  const pattern = (door: string) => new RegExp(`^${door.replace("GET ", "").replaceAll(/:\w+/g, "[^/]+")}$`)
  const { coaching, pilot, support, learning } = doors
  const pages = Object.keys({ ...coaching, ...pilot, ...support, ...learning }).filter(
    (door) =>
      /^GET \/(?!api\/|health)/.test(door) &&
      !isNoPage.test(door) &&
      !Object.hasOwn(evaluationPlanDoors, door),
  )
  expect(pages.length).toBeGreaterThan(70)
  expect(pages.filter((door) => !been.some((path) => pattern(door).test(path)))).toEqual([])
})
