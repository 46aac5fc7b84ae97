import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { brokenAt, event as eventSchema } from "../../shared/domain/submissions/event.ts"
import { keys } from "../../shared/store/keys.ts"
import { learningIn } from "../../shared/store/learning.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { sessionsIn } from "../../shared/store/sessions.ts"
import type { Action, Table } from "../../shared/store/table.ts"
import { planBy, planOf } from "../support/coaching/planning.ts"
import {
  type Coaching,
  coachingOf,
  coachOf,
  inPhase,
  sharedVisit,
  textOf,
  written,
} from "../support/coaching/sessions.ts"
import { interrupted, type Meanwhile } from "../support/interrupted.ts"
import { fieldsIn } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

const meanwhile: Meanwhile = {}
const keptFor = (actions: Action[]) => actions.some((one) => "put" in one)

let service: Service
let lead: Client
let second: Client
let contributor: Client
let coach: Client
let coordinator: Client
let at: Coaching

const around = (table: Table) => interrupted(meanwhile, keptFor)(table)

beforeAll(async () => {
  service = await startService({ around })
  await publishPhaseTwo(service)
  second = await joins("p-second-lead", "Sam Second", "lead", "halton")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  coach = await coachOf(service)
  coordinator = await service.as("coordinator@innovation-unit.example")
  at = coachingOf("halton", coach)
})
afterAll(() => service.stop())
beforeEach(() => service.at("2017-12-06T16:00:00Z"))

const joins = async (id: string, name: string, role: "lead" | "coordinator", organisation?: string) => {
  const people = peopleIn(service.table)
  const person = { id, name, email: `${id}@second.example` }
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z", by: "tests" }
  const grant = { id: `g-${id}`, role, ...(organisation && { organisation }), ...days }
  await people.write([...people.add(person), ...people.granting(person, grant)])
  return service.as(person.email)
}

/** The timeline of Halton as it lies there: its chain whole, how often each move is in it about one thing. */
const linesAbout = async (id: string) => {
  const { items } = await service.table.query({ pk: "LOG#halton", begins: "coaching-NSW2#", strong: true })
  const lines = items.map((item) => eventSchema.parse(item))
  const chain = await service.table.get(keys.coachingChain("halton", "coaching-NSW2"), { strong: true })
  expect(brokenAt(lines, chain as never)).toBeUndefined()
  return lines.filter(({ about }) => about?.id === id).map(({ move }) => move)
}

const told = async (answer: Response, status = 409) => {
  const body = (await answer.json()) as { detail: string }
  expect([answer.status, body.detail].join(" ")).toMatch(new RegExp(`^${status} `))
  return body.detail
}
const fine = async (answer: Promise<Response>) => {
  const { status } = await answer
  expect(status).toBeLessThan(300)
}
const wrong = (says: string) => [{ line: "talked.0", says, wrong: true }]
const about = (says: string) => [{ line: "all", says, wrong: false }]

describe("while the lead agrees to a visit", () => {
  test("another lead disputes it: it is disputed, and nobody has agreed over what they did not see", async () => {
    const session = await sharedVisit(at, written())
    meanwhile.does = () => fine(at.change(second, session, { as: "dispute", lines: wrong("Three.") }))
    expect(await told(await at.agree(lead, session))).toBe(
      "Sam Second disputed it meanwhile. Read what was said, then answer.",
    )
    expect((await at.read(session)).state).toBe("disputed")
    expect((await linesAbout(session)).slice(0, 1)).toEqual(["hold session"])
    expect((await linesAbout(session)).slice(-1)).toEqual(["dispute session"])
  })

  test("another lead had disputed it before, on a page that was opened earlier: they are told too", async () => {
    const session = await sharedVisit(at, written())
    const page = await at.page(at.one(session), lead)
    await fine(at.change(second, session, { as: "dispute", lines: wrong("Three.") }))
    const late = await lead.post(`${at.one(session)}/agree`, fieldsIn(page, `${at.one(session)}/agree`))
    expect(late.status).toBe(409)
    expect(textOf(await late.text())).toContain("Sam Second disputed it meanwhile.")
    expect((await at.read(session)).state).toBe("disputed")
    const read = await at.page(at.one(session), lead)
    const again = await lead.post(`${at.one(session)}/agree`, fieldsIn(read, `${at.one(session)}/agree`))
    expect(again.status).toBe(303)
    expect((await at.read(session)).state).toBe("agreed")
  })

  test("another lead agrees: it is agreed once, and the slower is told by whom", async () => {
    const session = await sharedVisit(at, written())
    meanwhile.does = () => fine(at.agree(second, session))
    expect(await told(await at.agree(lead, session))).toContain("Sam Second agreed to it")
    expect((await linesAbout(session)).filter((move) => move === "agree session")).toHaveLength(1)
  })

  test("the coach shares a new version: the site agrees to no text that it did not read", async () => {
    const session = await sharedVisit(at, written())
    expect((await at.write(session, { revision: 1, core: { talked: "Something else." } })).status).toBe(200)
    meanwhile.does = () => fine(at.share(session, 1))
    expect(await told(await at.agree(lead, session))).toContain(
      "shared version 2 meanwhile. Read it, then answer.",
    )
    expect((await at.read(session)).state).toBe("shared")
  })

  test("the coach closes it, its time over: it is not answered, and the lead is told", async () => {
    const session = await sharedVisit(at, written())
    service.at("2018-01-08T09:00:00Z")
    meanwhile.does = () => fine(at.close(session))
    expect(await told(await at.agree(lead, session))).toContain("closed it")
    expect((await at.read(session)).state).toBe("closed")
  })
})

describe("while somebody disputes a visit", () => {
  test("another lead agrees: it is agreed, the dispute is not kept, and its writer is told", async () => {
    const session = await sharedVisit(at, written())
    meanwhile.does = () => fine(at.agree(second, session))
    const late = await at.change(lead, session, { as: "dispute", lines: wrong("Four.") })
    expect(await told(late)).toContain("Sam Second agreed to it meanwhile")
    expect((await at.read(session)).remarks).toEqual([])
    expect((await linesAbout(session)).slice(-1)).toEqual(["agree session"])
  })

  test("somebody comments: both are kept, each once", async () => {
    const session = await sharedVisit(at, written())
    meanwhile.does = () =>
      fine(at.change(contributor, session, { as: "comment", lines: about("A comment.") }))
    await fine(at.change(lead, session, { as: "dispute", lines: wrong("Five.") }))
    const { remarks, state } = await at.read(session)
    expect([state, remarks.map(({ as }) => as)]).toEqual(["disputed", ["comment", "dispute"]])
  })

  test("while the coach answers a dispute the lead agrees: the answer is not added to what is agreed unseen", async () => {
    const session = await sharedVisit(at, written())
    await fine(at.change(lead, session, { as: "dispute", lines: wrong("Six.") }))
    meanwhile.does = () => fine(at.agree(lead, session))
    await told(await at.addendum(coach, session, "It was five."))
    const { state, addenda } = await at.read(session)
    expect([state, addenda]).toEqual(["agreed", []])
  })
})

describe("what is being written", () => {
  const draftOf = (session: string) =>
    sessionsIn(service.table, { organisation: "halton", phase: "NSW2" }).draft(session)

  test("is saved while it is shared: the first that was saved is not shared unseen, and nothing is lost", async () => {
    const session = await at.begin(written())
    const other = await coachOf(service)
    meanwhile.does = () => fine(at.write(session, { revision: 1, core: { talked: "Written last." } }, other))
    expect(await told(await at.share(session, 1))).toContain("after you opened this page")
    expect((await draftOf(session))?.core.talked).toBe("Written last.")
    expect((await at.read(session)).state).toBe("held")
    await fine(at.share(session, 2))
  })

  test("is shared while it is saved: what was saved waits as the next version, and is in no version yet", async () => {
    const session = await at.begin(written())
    const other = coachingOf("halton", await coachOf(service))
    meanwhile.does = () => fine(other.share(session, 1))
    await fine(at.write(session, { revision: 1, core: { talked: "Written last." } }))
    const { version, text } = await at.read(session)
    expect([version, text.core.talked]).toEqual([1, written().talked])
    expect((await draftOf(session))?.core.talked).toBe("Written last.")
  })

  test("is saved by two at once: each answer is kept, and the same answer is given to one of them alone", async () => {
    const session = await at.begin(written())
    const other = await coachOf(service)
    meanwhile.does = () => fine(at.write(session, { revision: 1, core: { who: "The lead." } }, other))
    await fine(at.write(session, { revision: 1, core: { talked: "Cover." } }))
    expect((await draftOf(session))?.core).toMatchObject({ who: "The lead.", talked: "Cover." })
    meanwhile.does = () => fine(at.write(session, { revision: 3, core: { who: "Two of them." } }, other))
    const late = await at.write(session, { revision: 3, core: { who: "Three of them." } })
    expect([late.status, (await draftOf(session))?.core.who]).toEqual([409, "Two of them."])
  })
})

describe("an action", () => {
  const set = async () => {
    const body = { text: "Write the rota down.", owner: "site", due: "2018-01-31" }
    const answer = await coordinator.api("POST", "/organisations/halton/actions", body, keyed())
    return ((await answer.json()) as { action: string }).action
  }
  const does = (who: Client, action: string, way: string, body: unknown) =>
    who.api("POST", `/organisations/halton/actions/${action}/${way}`, body, keyed())
  const done = (who: Client, action: string, evidence: string) => does(who, action, "done", { evidence })

  test("is closed by two at once: once, with the evidence of the quicker, and the slower is told", async () => {
    const action = await set()
    meanwhile.does = () => fine(done(contributor, action, "It hangs on the wall."))
    expect(await told(await done(lead, action, "It is on the drive."))).toContain(
      "Halton contributor (demonstration) said that it is done",
    )
    const one = (await (await lead.api("GET", `/organisations/halton/actions/${action}`)).json()) as {
      done: { evidence: string }
    }
    expect(one).toMatchObject({ state: "done", done: { evidence: "It hangs on the wall." } })
    expect(await linesAbout(action)).toEqual(["set action", "close action"])
  })

  test("is dropped, or given another day, while it is closed: it stays done", async () => {
    const action = await set()
    const because = "Another team does it."
    meanwhile.does = () => fine(done(contributor, action, "It hangs there."))
    expect(await told(await does(coordinator, action, "drop", { because }))).toContain("said that it is done")
    const next = await set()
    meanwhile.does = () => fine(done(contributor, next, "It hangs there."))
    const carried = await does(coordinator, next, "carry", { because, was: "2018-01-31", due: "2018-02-28" })
    expect(await told(carried)).toContain("said that it is done")
    expect(await linesAbout(next)).toEqual(["set action", "close action"])
  })

  test("is closed while a session that carries it is shared: its row says what became of it", async () => {
    const action = await set()
    const row = { id: action, now: "open", text: "Write the rota down.", owner: "site", due: "2018-01-31" }
    const session = await at.begin(written({ actions: [row] }))
    meanwhile.does = () => fine(done(contributor, action, "It hangs there."))
    await fine(at.share(session))
    const { text } = await at.read(session)
    expect(text.core.actions).toEqual([expect.objectContaining({ now: "done", because: "It hangs there." })])
  })
})

describe("a plan", () => {
  const plan = planBy(planOf("halton"))
  const states = async () => {
    const { state, versions } = await plan.read(lead)
    return [state, versions.map(({ version, fate }) => `${version} ${fate}`)]
  }

  test("is agreed while its writers take it back: it is a draft, and nobody has agreed to it", async () => {
    await plan.written(lead)
    await plan.proposed(lead)
    await plan.agreed(lead, 1)
    meanwhile.does = () => fine(plan.move(lead, "open"))
    await told(await plan.move(coordinator, "agree", { version: 1 }))
    expect((await states())[0]).toBe("draft")
  })

  test("is taken back while it is agreed: it stays agreed, and whoever took it back is told", async () => {
    await plan.proposed(lead)
    await plan.agreed(lead, 2)
    meanwhile.does = () => fine(plan.move(coordinator, "agree", { version: 2 }))
    expect(await told(await plan.move(lead, "open"))).toContain("Version 2 was agreed meanwhile: it counts.")
    expect((await states())[0]).toBe("agreed")
    await fine(plan.move(lead, "open"))
    const { whole } = await plan.read(lead)
    expect(whole?.agreed?.version).toBe(2)
    expect((await states())[0]).toBe("draft")
  })

  test("is agreed and not agreed at once by two coordinators: one stands, the other is told", async () => {
    const other = await joins("p-second-coordinator", "Cal Second", "coordinator")
    const read = await plan.read(lead)
    await fine(plan.save(lead, "core", { stops: "Nothing stops any more." }, read.whole?.revision))
    await plan.proposed(lead)
    await plan.agreed(lead, 3)
    meanwhile.does = () => fine(plan.move(other, "not-yet", { version: 3, note: "Who covers?" }))
    await told(await plan.move(coordinator, "agree", { version: 3 }))
    const { whole } = await plan.read(lead)
    expect([whole?.agreed?.version, whole?.comments.filter(({ notYet }) => notYet).length]).toEqual([2, 1])
  })

  test("has a milestone that two say is reached: once", async () => {
    const milestone = (await plan.read(lead)).whole?.milestones[0]?.id
    const done = (who: Client, says: string) =>
      plan.move(who, `milestones/${milestone}/done`, { on: "2017-12-05", says })
    meanwhile.does = () => fine(done(contributor, "On the wall."))
    await told(await done(lead, "On the drive."))
    expect((await plan.read(lead)).whole?.milestones[0]?.done).toMatchObject({ says: "On the wall." })
  })
})

describe("what is asked of the department", () => {
  const help = `${inPhase("halton")}/help`
  const asked = async () => {
    const body = { what: "money", asks: "May it pay for cover?" }
    return ((await (await lead.api("POST", `${help}/ask`, body, keyed())).json()) as { number: number })
      .number
  }
  const answer = (who: Client, number: number, says: string) =>
    who.api("POST", `${help}/${number}/answer`, { says }, keyed())

  test("is answered by two at once: the site has one answer, and the slower is told whose", async () => {
    const chair = await service.as("chair@doh.example")
    const reader = await service.as("reader@doh.example")
    const number = await asked()
    meanwhile.does = () => fine(answer(reader, number, "Yes."))
    expect(await told(await answer(chair, number, "No."))).toContain("answered it")
    const one = (await (await lead.api("GET", `${help}/${number}`)).json()) as unknown
    expect(JSON.stringify(one)).toContain("Yes.")
    expect(JSON.stringify(one)).not.toContain("No.")
  })

  test("is taken back while it is answered: the answer stands", async () => {
    const chair = await service.as("chair@doh.example")
    const number = await asked()
    meanwhile.does = () => fine(answer(chair, number, "Yes."))
    const late = await lead.api("POST", `${help}/${number}/withdraw`, { because: "We found it." }, keyed())
    expect(await told(late)).toContain("The answer stands.")
  })

  test("is asked twice at once: each has a number of its own", async () => {
    let other = 0
    meanwhile.does = async () => {
      other = await asked()
    }
    expect((await asked()) - other).toBe(1)
  })
})

describe("an idea", () => {
  const library = () => learningIn(service.table, programme.id).library("community")
  const offered = async (text: string) => {
    const body = { text, tags: ["team"], wanted: "community", nobody: true }
    return ((await (await lead.api("POST", "/learning/share", body, keyed())).json()) as { offer: string })
      .offer
  }
  const decide = (who: Client, offer: string, body: unknown = { decision: "community" }) =>
    who.api("POST", `/learning/waiting/${offer}`, body, keyed())

  test("is approved by two at once: it is in the library once", async () => {
    const other = await service.as("p-second-coordinator@second.example")
    const offer = await offered("One name on a card.")
    meanwhile.does = () => fine(decide(other, offer))
    await told(await decide(coordinator, offer))
    expect((await library()).filter(({ text }) => text === "One name on a card.")).toHaveLength(1)
  })

  test("is taken back while it is approved, or left: one of both stands", async () => {
    const offer = await offered("Two names on a card.")
    meanwhile.does = () => fine(lead.api("POST", `/learning/yours/${offer}/take-back`, {}, keyed()))
    await told(await decide(coordinator, offer))
    expect((await library()).filter(({ text }) => text === "Two names on a card.")).toEqual([])
    const next = await offered("Three names on a card.")
    meanwhile.does = () => fine(decide(coordinator, next))
    await told(await lead.api("POST", `/learning/yours/${next}/take-back`, {}, keyed()))
    expect((await library()).filter(({ text }) => text === "Three names on a card.")).toHaveLength(1)
  })
})

describe("a risk, and a month", () => {
  test("a risk is looked at by two at once: the second is shown that it was changed", async () => {
    const risks = `${inPhase("halton")}/risks`
    const facts = {
      title: "The second worker may go",
      category: "backfill",
      before: { likelihood: 4, impact: 4 },
      after: { likelihood: 4, impact: 4 },
      owner: { side: "site", who: "Team manager" },
      proximity: "month",
      next: "2018-01-31",
    }
    const added = await lead.api("POST", `${risks}/add`, facts, keyed())
    const { risk } = (await added.json()) as { risk: string }
    const look = (who: Client, title: string) =>
      who.api("POST", `${risks}/${risk}/look`, { ...facts, title, revision: 1 }, keyed())
    meanwhile.does = () => fine(look(contributor, "It went"))
    expect(await told(await look(coach, "It stays"))).toContain("was changed after you opened the page")
    const read = (await (await lead.api("GET", `${risks}/${risk}`)).json()) as { risk: { title: string } }
    expect(read.risk.title).toBe("It went")
  })

  test("two risks are added at once: each has its number, and neither is written over", async () => {
    const risks = `${inPhase("halton")}/risks`
    const all = async () =>
      ((await (await lead.api("GET", risks)).json()) as { risks: { id: string; title: string }[] }).risks
    const add = (who: Client, title: string) =>
      who.api(
        "POST",
        `${risks}/add`,
        {
          title,
          category: "backfill",
          before: { likelihood: 2, impact: 2 },
          after: { likelihood: 2, impact: 2 },
          owner: { side: "site", who: "Team manager" },
          proximity: "month",
          next: "2018-01-31",
        },
        keyed(),
      )
    const before = (await all()).length
    meanwhile.does = () => fine(add(coach, "Theirs"))
    await fine(add(lead, "Ours"))
    const after = await all()
    expect([after.length - before, new Set(after.map(({ id }) => id)).size]).toEqual([2, after.length])
  })

  test("both sides say how a month goes at once: both words are kept", async () => {
    const month = `${inPhase("halton")}/going/2017-12`
    const say = (who: Client, side: string) =>
      who.api("POST", `${month}/${side}`, { says: "on-track" }, keyed())
    meanwhile.does = () => fine(say(coach, "coach"))
    await fine(say(lead, "site"))
    const { months } = (await (await lead.api("GET", `${inPhase("halton")}/going`)).json()) as {
      months: { month: string; site?: object; coach?: object }[]
    }
    expect(months.find((one) => one.month === "2017-12")).toMatchObject({
      site: { says: "on-track" },
      coach: { says: "on-track" },
    })
  })
})
