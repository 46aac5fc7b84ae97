import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { refusals } from "../../shared/domain/refused.ts"
import { reading } from "../../shared/domain/selection/reading.ts"
import { lateIn } from "../../shared/store/late.ts"
import { panelIn } from "../../shared/store/panel.ts"
import type { Table } from "../../shared/store/table.ts"
import { refusalWords } from "../../shared/web/errors.tsx"
import { type Everything, everythingAt, everythingDone } from "../support/coaching/everything.ts"
import {
  coachingHolder,
  coachingRevision,
  coachingValues,
  isOfCoaching,
  mayBeLeftOut,
  savesDraft,
  unreadable,
} from "../support/coaching/knocking.ts"
import { publishRounds } from "../support/crew.ts"
import {
  addressIn,
  type EveryDoor,
  everyDoor,
  isApi,
  methodOf,
  ofThePanel,
  sendable,
  unsafeDoors,
} from "../support/doors.ts"
import {
  type EvaluationEverything,
  evaluationDone,
  evaluationEverythingAt,
} from "../support/evaluation/everything.ts"
import {
  evaluationHolder,
  evaluationRevision,
  evaluationValues,
  isOfEvaluation,
  mayBeLeftOutOfIt,
  savesPlan,
} from "../support/evaluation/knocking.ts"
import {
  type HaltonWithMoney,
  haltonWithMoney,
  type MoneyPeople,
  moneyHolder,
  moneyPeople,
  moneyValues,
} from "../support/funding/knocking.ts"
import { holderOf } from "../support/on-panel.ts"
import {
  afterClose,
  canApply,
  nobodyLinked,
  type PanelPeople,
  panelPeople,
  programmeId,
  who,
} from "../support/panel.ts"
import { type Client, firstMorning, origin, type Service, startService } from "../support/service.ts"
import { begun, filled, keyed, type Moved, newKey, sent } from "../support/submission.ts"
import { type Call, digestOf, watched, written } from "../support/watched.ts"

const calls: Call[] = []
let service: Service
let lead: Client
let coordinator: Client
let one: Moved
let question: string
let panel: PanelPeople
let read: string
let money: HaltonWithMoney
let moneyed: MoneyPeople
let coached: Everything
let evaluated: EvaluationEverything
/** Whether anything was written since what is kept was last looked at: where nothing was, it is as it was. */
let touched = true
const touching = (table: Table): Table => ({
  ...table,
  write: (actions) => {
    touched = true
    return table.write(actions)
  },
  metered: (meter) => touching(table.metered(meter)),
})
/** What is kept for Halton before and after: the same figure, or something was changed. */
let kept: string

beforeAll(async () => {
  service = await startService({ around: (table) => touching(watched(calls)(table)) })
  await publishRounds(service)
  lead = await service.as("site-lead@halton.example")
  const made = await begun(lead)
  await filled(made, lead)
  one = (await made.read()) as Moved
  coordinator = await service.as("coordinator@innovation-unit.example")
  read = await opened()
  money = await haltonWithMoney(service)
  moneyed = await moneyPeople(service)
  coached = await everythingAt(service)
  evaluated = await evaluationEverythingAt(service)
  service.at(firstMorning.toISOString())
  question = await asked()
  kept = await digestOf(service, "halton")
})
afterAll(() => service.stop())
beforeEach(() => {
  calls.length = 0
})

/** The round opened for reading, with one that the chair and the readers have still to score, and an ask to be late. */
const opened = async () => {
  const { reference } = (await sent(service, "bradford")).one
  panel = await panelPeople(service)
  const store = panelIn(service.table, "nsw-2-2017")
  const at = afterClose
  await service.table.write([
    store.putHead({
      round: "nsw-2-2017",
      opening: { at, by: who.chair, taken: 1, done: true },
      revision: 0,
    }),
    store.put(
      reading.parse({
        round: "nsw-2-2017",
        reference,
        organisation: "bradford",
        name: "Bradford",
        kind: "council",
        version: 1,
        sentAt: at,
        ...canApply,
        said: nobodyLinked,
        readers: [who.chair, who.reader],
        flags: [{ id: "flag-0", because: "Look here.", by: who.chair, at }],
        revision: 0,
      }),
    ),
    lateIn(service.table, programmeId).ask({
      organisation: "halton",
      name: "Halton",
      round: "nsw-2-2017",
      reference: one.reference,
      because: "The director was away.",
      by: { person: "p-halton-lead", name: "Lead" },
      at,
    }),
  ])
  return reference
}

/** A question about the round that waits for its answer. */
const asked = async () => {
  const given = { question: "May we start in November?", email: "somebody@leeds.gov.uk" }
  await service.nobody.api("POST", "/rounds/nsw-2-2017/ask", given)
  const answer = await coordinator.api("GET", "/programme/rounds/nsw-2-2017/questions")
  return encodeURIComponent(((await answer.json()) as { waiting: { id: string }[] }).waiting[0]?.id ?? "")
}

/** Whoever may do what is behind a door. */
const whoFor = (one: EveryDoor) => {
  if (isPanel(one)) return holderOf(panel, one)
  if (isOfMoney(one)) return moneyHolder(moneyed, one)
  if (isOfEvaluation(one)) return evaluationHolder(evaluated, one, service.nobody)
  return isOfCoaching(one) ? coachingHolder(coached, one) : others(one)
}
const others = ({ app, door }: EveryDoor) =>
  app === "programme" || door.includes("/programme/") ? coordinator : lead

const runs = (door: Pick<EveryDoor, "app" | "door">) => ({
  seed: 20170825,
  numRuns: isHeavy(door) ? 5 : 10,
})

const isHeavy = (door: Pick<EveryDoor, "app" | "door">) =>
  isPanel(door) || isOfMoney(door) || isOfCoaching(door) || isOfEvaluation(door)

/** Whoever acts in the money of a site, from within it or from the department. */
const isOfMoney = ({ app, door }: Pick<EveryDoor, "app" | "door">) =>
  ["funding", "paying", "money", "workbook", "evidence"].includes(app) ||
  / (?:\/api)?\/.*\/(?:suggest|figure-q)/.test(door)

/** A move of the panel may be refused for what stands there, before anybody asks what is in it. */
const isPanel = ({ app }: Pick<EveryDoor, "app">) => ofThePanel.includes(app)
const early = (door: EveryDoor) => (isPanel(door) ? [400, 404, 409] : [400, 404])
const half = (door: EveryDoor) => door.door.endsWith("/score/:criterion")
/** The revision that somebody has read of what a door changes. */
const revisionFor = (door: EveryDoor) => {
  if (isOfEvaluation(door)) return evaluationRevision(door, evaluated)
  return isOfCoaching(door) ? coachingRevision(door, coached) : one.revision
}
const optional = [...mayBeLeftOut, ...mayBeLeftOutOfIt]

const values = (door: Pick<EveryDoor, "app" | "door">) => ({
  ...inRounds(door),
  ...(isOfMoney(door) && moneyValues(door, money)),
  ...(isOfCoaching(door) && coachingValues(door, coached)),
  ...(isOfEvaluation(door) && evaluationValues(door, evaluated)),
})
const inRounds = ({ app }: Pick<EveryDoor, "app">) => ({
  organisation: "halton",
  reference: ofThePanel.includes(app) ? read : one.reference,
  criterion: "c1",
  flag: "flag-0",
  number: "1",
  action: "none",
  section: "amount",
  version: "1",
  round: "nsw-2-2017",
  person: "p-halton-contributor",
  grant: "g-halton-contributor",
  typed: "nothing",
  question,
})

/** The time at which what is behind a door can be done. */
const inTimeFor = (door: EveryDoor) => {
  if (isOfEvaluation(door)) return service.at(evaluationDone)
  return service.at(isOfCoaching(door) ? everythingDone : firstMorning.toISOString())
}

let client = 0
const knock = (door: EveryDoor, init: RequestInit) => {
  inTimeFor(door)
  return service.request(addressIn(door, values(door)), {
    ...init,
    headers: {
      origin,
      cookie: whoFor(door).cookie ?? "",
      "cloudfront-viewer-address": `2001:db8:3:${(client++).toString(16)}::1:40000`,
      ...init.headers,
    },
  })
}

const json = (body: unknown, key = newKey()): RequestInit => ({
  method: "POST",
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { "content-type": "application/json", ...keyed(key) },
})

const form = (fields: string | Record<string, string>): RequestInit => ({
  method: "POST",
  body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
  headers: { "content-type": "application/x-www-form-urlencoded" },
})

const known: string[] = refusals.map((one) => `/problems/${one.replaceAll(" ", "-")}`)

/** Refused, in the words of a refusal, and nothing written. */
const refused = async (door: EveryDoor, answer: Response) => {
  const body = await answer.text()
  expect(answer.status, body.slice(0, 500)).toBeGreaterThanOrEqual(400)
  expect(answer.status, body.slice(0, 500)).toBeLessThan(500)
  expect(body.length).toBeLessThan(1_000_000)
  expect(written(calls)).toEqual([])
  if (!isApi(door)) {
    expect(answer.headers.get("content-type")).toMatch(/^text\/html/)
    return ""
  }
  expect(answer.headers.get("content-type")).toBe("application/problem+json")
  const { type, status, title, detail } = JSON.parse(body) as Record<string, unknown>
  expect(known).toContain(type)
  expect(status).toBe(answer.status)
  const words = Object.entries(refusalWords).find(
    ([name]) => type === `/problems/${name.replaceAll(" ", "-")}`,
  )
  expect(words?.[1].status).toBe(answer.status)
  expect([typeof title, typeof detail]).toEqual(["string", "string"])
  return String(type).slice("/problems/".length)
}

/** A form that is drawn anew with a row more, and a draft of which nothing was changed, keep nothing, whatever came. */
const refusedOrDrawn = async (door: EveryDoor, answer: Response) => {
  const drawn = /\/tally\/:(?:round|token)\/rows$/.test(door.door) && answer.status === 200
  if (drawn || (savesPlan(door) && answer.status === 303)) expect(written(calls)).toEqual([])
  else await refused(door, answer)
}

const unchanged = async () => {
  if (!touched) return
  expect(await digestOf(service, "halton")).toBe(kept)
  touched = false
}

const lone = "\ud800"
const deep = (times: number) => `${"[".repeat(times)}${"]".repeat(times)}`
/** More than a door takes: those that take a file take more. */
const large = ({ app }: Pick<EveryDoor, "app">) =>
  "a".repeat(app === "workbook" ? 3_100_000 : app === "paying" ? 1_600_000 : 600_000)

/** Whatever may stand where something else belongs. */
const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    -0,
    "",
    " ",
    lone,
    `x${lone}y`,
    "\u0000",
    "a\u0000b",
    [],
    {},
  ),
  fc.constantFrom([[]], { a: { b: {} } }, ["revision"], { length: 3 }, { toString: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
)

const api = unsafeDoors.filter((door) => isApi(door) && door.gives)
const pages = unsafeDoors.filter((door) => !isApi(door))
const withFields = api.filter((door) => Object.keys(door.gives?.(1) ?? {}).length > 0 && !half(door))

/** What only the service says of a record. */
const ours: Record<string, unknown> = {
  state: "sent",
  version: 9,
  sentAt: "2017-08-14T08:00:00.000Z",
  sentBy: { person: "p-halton-sponsor", name: "Sponsor" },
  by: { person: "p-halton-sponsor", name: "Sponsor" },
  organisation: "bradford",
  reference: "NSW2-BRD-E-222222",
  signatures: [{ role: "sponsor" }],
  events: { number: 1, hash: "" },
  id: "p-bradford-lead",
  role: "administrator",
  grant: "g-administrator",
  constructor: { prototype: { state: "sent" } },
  prototype: { state: "sent" },
  pk: "ORG#bradford",
}

describe.each(api)("$door", (door) => {
  const whole = () => door.gives?.(revisionFor(door)) ?? {}

  test("refuses a member that is not asked for, and what only the service says", async () => {
    for (const [name, value] of Object.entries(ours).filter(([name]) => !(name in whole()))) {
      calls.length = 0
      expect([name, await refused(door, await knock(door, json({ ...whole(), [name]: value })))]).toEqual([
        name,
        "not-valid",
      ])
    }
    await unchanged()
  })

  test("refuses a member with the name of what every object has", async () => {
    const body = JSON.stringify(whole()).replace(/^\{/, '{"__proto__":{"state":"sent"},').replace(",}", "}")
    expect(await refused(door, await knock(door, json(body)))).toBe("not-valid")
    await unchanged()
  })

  test.each(["null", "1", '"text"', "[]", "[{}]", "true"])("refuses %s, which is no object", async (body) => {
    expect(await refused(door, await knock(door, json(body)))).toBe("not-valid")
  })

  test.each([
    "",
    "{",
    "{]",
    '{"a":',
    "{'a':1}",
    "undefined",
    "NaN",
    "\u0000",
    '{"a":1}{"a":1}',
    "<xml/>",
    "[[1]",
  ])("refuses %j, which is no JSON", async (body) => {
    expect(await refused(door, await knock(door, json(body)))).toBe("not-understood")
  })

  test("refuses JSON of any depth", async () => {
    for (const times of [1_000, 10_000, 200_000]) {
      calls.length = 0
      await refused(door, await knock(door, json(deep(times).slice(1))))
      calls.length = 0
      await refused(door, await knock(door, json(deep(times))))
      calls.length = 0
      const [name = "x"] = Object.keys(whole())
      await refused(door, await knock(door, json(`{"${name}":${deep(times)}}`)))
    }
    await unchanged()
  })

  test("refuses more than half a megabyte, with its length said or not", async () => {
    const body = JSON.stringify({ ...whole(), more: large(door) })
    for (const more of [{}, { "content-length": String(body.length) }]) {
      const init = json(body)
      const answer = await knock(door, {
        ...init,
        headers: { ...init.headers, ...more } as Record<string, string>,
      })
      expect([await refused(door, answer), answer.status]).toEqual(["too-large", 413])
    }
  })

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
    "APPLICATION/XML",
  ])("refuses the content type %j", async (type) => {
    const init = json(whole())
    const answer = await knock(door, {
      ...init,
      headers: { ...init.headers, "content-type": type } as Record<string, string>,
    })
    expect(await refused(door, answer)).toBe("not-understood")
  })

  if (door.keyed)
    test.each([
      "",
      "short",
      "x".repeat(65),
      "with spaces in it",
      `${"x".repeat(16)}\u00e9`,
      "../../../etc/passwd",
      "a#b#c#d#e#f#g#h#",
    ])("refuses the key %j", async (key) => {
      expect(await refused(door, await knock(door, json(whole(), key)))).toBe("not-understood")
      await unchanged()
    })
})

/** Text that cannot be kept; an organisation of any other name is simply not one of ours. */
const damaged = (name: string, text: string) =>
  !text.isWellFormed() || (name !== "organisation" && /\0|^\s*$/.test(text))

describe.each(withFields)("$door, with anything in place of what belongs there,", (door) => {
  const whole = () => door.gives?.(revisionFor(door)) ?? {}

  test("refuses each member that is missing", async () => {
    for (const name of Object.keys(whole()).filter((one) => !optional.includes(one))) {
      calls.length = 0
      const { [name]: _, ...rest } = whole()
      const given = await refused(door, await knock(door, json(rest)))
      const wrong = isPanel(door) ? ["not-valid", "not-possible-now", "not-found"] : ["not-valid"]
      expect([name, wrong.includes(given)]).toEqual([name, true])
    }
    await unchanged()
  })

  test("refuses it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(whole())), junk, async (name, value) => {
        const given = whole()[name]
        // A word in place of a word may be right: what is wrong here is what kind of thing it is.
        fc.pre(typeof value !== typeof given || (typeof value === "string" && damaged(name, value)))
        fc.pre(!(optional.includes(name) && typeof value === "string"))
        fc.pre(!(name === "answers" && Object.keys(value ?? {}).length === 0))
        calls.length = 0
        await refused(door, await knock(door, json({ ...whole(), [name]: value })))
      }),
      runs(door),
    )
    await unchanged()
  })
})

describe("saving a section by the API", () => {
  const save = (section: string, answers: unknown, revision: unknown = one.revision) =>
    lead.api("POST", `/organisations/halton/submissions/${one.reference}/sections/${section}`, {
      revision,
      answers,
    })
  const door = api.find(({ whom }) => whom === "save") as EveryDoor

  test.each([
    ["amount", { amount: "9000" }],
    ["amount", { amount: 90.5 }],
    ["amount", { amount: -1 }],
    ["amount", { amount: 1e15 }],
    ["amount", { amount: true }],
    ["amount", { amount: { amount: 1 } }],
    ["amount", { amount: [9000] }],
    ["amount", { whyHere: "A text of another section" }],
    ["amount", { constructor: 1 }],
    ["amount", JSON.parse('{"__proto__":{"amount":1}}')],
    ["people", { expected: JSON.parse('{"number":17,"__proto__":{}}') }],
    ["amount", { toString: 1 }],
    ["amount", { hasOwnProperty: 1 }],
    ["people", { groups: ["transition", "transition"] }],
    ["people", { groups: ["none"] }],
    ["people", { groups: "transition" }],
    ["people", { groups: [] }],
    ["people", { expected: { number: 17, notKnown: "Both" } }],
    ["people", { expected: { number: 0 } }],
    ["people", { expected: 17 }],
    ["people", { expected: {} }],
    ["proposal", { whyHere: lone }],
    ["proposal", { whyHere: "a\u0000b" }],
    ["proposal", { whyHere: "a\u001bb" }],
    ["proposal", { whyHere: "word ".repeat(151) }],
    ["proposal", { whyHere: "a".repeat(1_501) }],
    ["proposal", { whyHere: "" }],
    ["proposal", { whyHere: 5 }],
    ["declaration", { declared: false }],
    ["declaration", { declared: "yes" }],
    ["declaration", { links: "constructor" }],
    ["organisation", { together: "yes" }],
    ["organisation", { lead: { name: "A", role: "lead" } }],
    ["organisation", { lead: { name: "A".repeat(101) } }],
    ["organisation", { lead: { name: "A", email: "not an address" } }],
    ["organisation", { lead: "A" }],
    ["organisation", { partners: [{ id: "never-given", name: "A" }] }],
    ["organisation", { partners: [{ id: "../../x", name: "A" }] }],
    [
      "organisation",
      {
        partners: [
          { id: "new-1", name: "A" },
          { id: "new-1", name: "B" },
        ],
      },
    ],
    ["organisation", { partners: Array.from({ length: 7 }, () => ({ name: "A" })) }],
    ["organisation", { partners: { name: "A" } }],
    ["organisation", { partners: [] }],
  ])("refuses in %s: %j", async (section, answers) => {
    calls.length = 0
    expect(await refused(door, await save(section, answers))).toBe("not-valid")
    await unchanged()
  })

  test.each([
    "need",
    "nothing",
    "constructor",
    "__proto__",
    "amount%23x",
    "..%2F..",
    "%00",
    "a".repeat(2_000),
  ])("does not find the section %s, which this round does not ask", async (section) => {
    calls.length = 0
    expect(await refused(door, await save(section, { amount: 1 }))).toBe("not-found")
  })

  test.each([-1, 1.5, "1", null, 1e21, 99_999])(
    "refuses the revision %j, which was never given",
    async (revision) => {
      calls.length = 0
      const given = await refused(door, await save("amount", { amount: 900_000 }, revision))
      expect(["not-valid", "changed-by-someone-else"]).toContain(given)
      await unchanged()
    },
  )

  test("answers in few words to a body of many mistakes", async () => {
    calls.length = 0
    const partners = Array.from({ length: 100_000 }, () => 0)
    await refused(door, await save("organisation", { partners }))
    calls.length = 0
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`q${at}`, 1]))
    await refused(door, await save("organisation", many))
  })
})

describe("what is written by the API of a session, a plan and its remarks", () => {
  const sent = async (path: string, body: unknown, person: "coach" | "lead" = "coach") => {
    service.at(everythingDone)
    calls.length = 0
    const at = `/organisations/${coached.site}/coaching/NSW2`
    return coached.people[person].api("POST", `${at}/${path}`, body, keyed(newKey()))
  }
  const door = api.find(({ door: one }) => one.endsWith("/sessions/:session/write")) as EveryDoor
  const row = { id: "new-1", text: "A rota.", owner: "site", due: "2018-02-28" }

  test.each([
    { core: { talked: lone } },
    { core: { talked: "a\u0000b" } },
    { core: { talked: "word ".repeat(121) } },
    { core: { talked: 5 } },
    { core: { on: "2018-13-01" } },
    { core: { on: "2018-02-30" } },
    { core: { on: "2019-01-01" } },
    { core: { on: ["2018-01-15"] } },
    { core: { kind: "constructor" } },
    { core: { kind: ["call"] } },
    { core: { hasOwnProperty: 1 } },
    { core: { toString: "x" } },
    { core: JSON.parse('{"__proto__":{"talked":"x"}}') },
    { core: { actions: { row } } },
    { core: { actions: [5] } },
    { core: { actions: [null] } },
    { core: { actions: [{ ...row, owner: "everybody" }] } },
    { core: { actions: [{ ...row, due: "soon" }] } },
    { core: { actions: [{ ...row, state: "done" }] } },
    { core: { actions: [{ ...row, id: "../../x" }] } },
    { core: { actions: [row, row] } },
    { core: { actions: Array.from({ length: 41 }, (_, n) => ({ ...row, id: `new-${n}` })) } },
    { core: { aim: "Of another page" } },
    { more: { talked: "Of another page" } },
    { more: { minutes: -5 } },
    { more: { minutes: 1e21 } },
    { more: { topics: ["model", "model"] } },
    { more: { topics: "model" } },
    { more: { learning: [{ id: "new-1", idea: "x", level: "everybody" }] } },
    { more: { attended: [{ id: "new-1", role: "Lead", number: 1.5 }] } },
    { core: { talked: "fine" }, more: { minutes: "sixty" } },
  ])("refuses %j, and writes nothing of it", async (body) => {
    const answer = await sent(`sessions/${coached.sessions.held}/write`, { revision: 2, ...body })
    expect(await refused(door, answer)).toBe("not-valid")
    await unchanged()
  })

  test.each([
    [{ line: "nowhere", says: "x", wrong: false }],
    [{ line: "__proto__", says: "x", wrong: true }],
    [{ line: "constructor", says: "x", wrong: true }],
    [{ line: "all", says: "word ".repeat(61), wrong: false }],
    [{ line: "all", says: "", wrong: false }],
    [{ line: "all", says: "x", wrong: true }],
    [{ line: "talked.0", says: "x", wrong: false }],
  ])("refuses to dispute %j", async (line) => {
    const body = { version: 1, as: "dispute", lines: [line] }
    const answer = await sent(`sessions/${coached.sessions.waiting}/change`, body, "lead")
    expect(await refused(door, answer)).toBe("not-valid")
    await unchanged()
  })
})

describe("a move on what somebody has not read", () => {
  const signing = unsafeDoors.filter(({ whom }) => whom === "sign" || whom === "send" || whom === "change")
  test.each(signing.filter(({ whom }) => whom !== "change"))("is refused, at $door", async (door) => {
    for (const revision of [0, one.revision - 1, one.revision + 1, 999_999]) {
      calls.length = 0
      const answer = await knock(door, sendable(door, revision))
      expect(answer.status).toBe(409)
      await refused(door, answer)
    }
    await unchanged()
  })
  test.each(signing.filter((door) => !isApi(door)))(
    "is refused with nonsense for a revision, at $door",
    async (door) => {
      for (const revision of [
        "",
        "-1",
        "1e1",
        "0x1",
        " 1",
        "1 ",
        "1.0",
        "١",
        "9".repeat(400),
        "NaN",
        "true",
      ]) {
        calls.length = 0
        await refused(door, await knock(door, form({ revision, key: newKey() })))
      }
      await unchanged()
    },
  )
})

describe.each(pages)("the form of $door", (door) => {
  const fields = () => (door.gives?.(revisionFor(door)) ?? {}) as Record<string, string>
  const signOut = door.door.endsWith("/sign-out")
  const ends = /\/(end|finish)$/.test(door.door) || signOut

  test.each(signOut ? [] : ["application/json", "text/plain", "", "application/xml"])(
    "is refused as %j",
    async (type) => {
      const init = form(fields())
      const answer = await knock(door, { ...init, headers: { "content-type": type } })
      expect(early(door)).toContain(answer.status)
      await refused(door, answer)
      await unchanged()
    },
  )

  if (!signOut)
    test("is refused as a multipart form that is broken", async () => {
      for (const [type, body] of [
        ["multipart/form-data", "x"],
        ["multipart/form-data; boundary=", "x"],
        ["multipart/form-data; boundary=abc", "--abc\r\nnothing"],
        ["multipart/form-data; boundary=abc", '--abc\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
      ] as const) {
        calls.length = 0
        const answer = await knock(door, { method: "POST", body, headers: { "content-type": type } })
        expect(early(door)).toContain(answer.status)
        await refused(door, answer)
      }
    })

  test("is refused where it is larger than half a megabyte", async () => {
    const answer = await knock(door, form({ ...fields(), more: large(door) }))
    expect(answer.status).toBe(413)
    await refused(door, answer)
  })

  if (!ends && !(isPanel(door) && !door.keyed))
    test("never fails, whatever its fields are", async () => {
      const names = [
        ...Object.keys(fields()),
        "key",
        "add",
        "remove",
        "go",
        "next",
        "name",
        "note",
        "was.amount",
        "amount.rows",
      ]
      const field = fc.tuple(fc.constantFrom(...names, "__proto__", "constructor", "toString", ""), fieldText)
      await fc.assert(
        fc.asyncProperty(fc.array(field, { maxLength: 8 }), fc.boolean(), async (given, whole) => {
          // Without a key or a revision of ours nothing can be done: this asks that it is said so, whatever came.
          const body = new URLSearchParams([
            ...(whole ? Object.entries(fields()) : []),
            ...given,
            ["revision", "-"],
          ])
          for (const drawn of isHeavy(door) ? ["add", "remove"] : []) body.delete(drawn)
          if (door.whom === "save") body.append("amount", "nothing like an amount")
          if (savesDraft(door)) for (const [name, text] of Object.entries(unreadable)) body.append(name, text)
          if (door.door.endsWith("/sign-in")) body.append("email", "nobody")
          if (door.door.endsWith("/check-a-receipt")) body.append("code", "none")
          if (door.door.endsWith("/ask")) body.append("email", "nobody")
          if (door.door.endsWith("/lead")) body.append("organisation", "nowhere")
          if (door.door.endsWith("/link")) body.append("token", "none")
          body.append("key", "-")
          calls.length = 0
          await refusedOrDrawn(door, await knock(door, form(body.toString())))
        }),
        runs(door),
      )
      await unchanged()
    })

  if (!ends)
    test("is refused with escapes that are none", async () => {
      for (const body of [
        "%",
        "%ZZ=%ZZ",
        "key=%E0%A4%A",
        "revision=%00&key=%00",
        "=&=&=",
        "&&&",
        "a".repeat(100_000),
        "a&".repeat(100_000),
      ]) {
        calls.length = 0
        const answer = await knock(door, form(body))
        // A page that is saved without a field of its own has changed nothing, and goes on to the next.
        if (
          (door.whom === "save" || half(door) || savesDraft(door) || savesPlan(door)) &&
          answer.status === 303
        )
          expect(written(calls)).toEqual([])
        else await refusedOrDrawn(door, answer)
      }
      await unchanged()
    })
})

const fieldText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "\r\n",
    "a\r\nset-cookie: a=b",
    "-1",
    "1e9",
    "../..",
    "%",
    "\ufffd",
    "é".repeat(2_000),
    "‮",
    ",".repeat(1_000),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
)

describe("what is sent twice", () => {
  const page = () => `/organisations/halton/submissions/${one.reference}/withdraw`

  test("is no two answers: of a key that is there twice, one is taken", async () => {
    for (const body of [`key=${newKey()}&key=short&note=x`, "note=a&note=b"]) {
      const answer = await service.request(page(), {
        ...form(body),
        headers: { origin, cookie: lead.cookie ?? "", "content-type": "application/x-www-form-urlencoded" },
      })
      expect(answer.status).toBe(400)
    }
    await unchanged()
  })
})

describe("an address that is odd", () => {
  const odd = [
    "%",
    "%ZZ",
    "%00",
    "%E0%A4%A",
    "%2e%2e%2f",
    "..%2f",
    "a%23b",
    "%F0%9F%98%80",
    "a".repeat(3_000),
    "é",
    "%ED%A0%80",
    "'",
    "__proto__",
    "constructor",
    "*",
    ":x",
    "a b",
  ]
  const parts = [
    "question",
    "organisation",
    "reference",
    "section",
    "version",
    "round",
    "person",
    "grant",
    "typed",
    "phase",
    "session",
    "action",
    "risk",
    "month",
    "milestone",
    "comment",
    "offer",
    "idea",
    "number",
    "story",
    "report",
    "wave",
    "line",
    "measure",
    "at",
    "token",
    "secret",
  ]

  test.each(everyDoor.filter(({ door }) => door.includes(":")))("is not found, at $door", async (door) => {
    inTimeFor(door)
    const used = parts.filter((part) => door.door.includes(`:${part}`))
    for (const part of used)
      for (const text of odd) {
        calls.length = 0
        const init = sendable(door, revisionFor(door))
        const answer = await service.request(addressIn(door, { ...values(door), [part]: text }), {
          ...init,
          headers: { origin, cookie: whoFor(door).cookie ?? "", ...init.headers },
        })
        expect([part, text, answer.status >= 500]).toEqual([part, text, false])
        if (part !== "version")
          expect([part, text, answer.status]).toEqual([part, text, expectedFor(door, part, answer.status)])
        expect(written(calls)).toEqual([])
      }
    await unchanged()
  })

  /** Most are not there. The address of a question leads back to the page of all of them. */
  const expectedFor = (door: EveryDoor, part: string, status: number) => {
    if (methodOf(door) === "GET" && part === "question") return 303
    const waits = part === "reference" && /\/(phase|telling)\//.test(door.door)
    return isPanel(door) && waits && status === 409 ? 409 : 404
  }

  const long = "a".repeat(5_000)
  const queries: [RegExp, string[]][] = [
    [
      /\/submissions$/,
      ["", "%00", "%", long, "2017-08-14T08:00:00.000Z%23", "x%23SUB", "%23", "Z%23A"].map(
        (one) => `after=${one}`,
      ),
    ],
    [/\/sections\//, ["constructor", "__proto__", "partners", "%0d%0a", long].map((one) => `add=${one}`)],
    [/can-you-apply$/, ["organisation=", `organisation=${long}`, "organisation[]=a&__proto__=b"]],
    [/sign-in\/link$/, ["token=%00", `token=${long}`, "token=a&token=b"]],
    [/sign-in$/, ["next=%0d%0a", `next=${long}`]],
    [/check-a-receipt$/, ["reference=%3Cscript%3E", `reference=${long}`]],
    [/invite$/, ["role=__proto__", "until.day=%00", `name=${long}`]],
    [/changes$/, ["before=", "before=0", "before=-1", `before=${"9".repeat(400)}`]],
    [/people\/of$/, ["organisation=", "organisation=__proto__", `organisation=${long}`]],
    [
      /questions$/,
      ["before=", "before=0", "before=-1", `before=${"9".repeat(400)}`, "answered=x", "closed=%00"],
    ],
    [/./, ["%", "=&=", "__proto__=x"]],
  ]
  test.each(everyDoor.filter((one) => methodOf(one) === "GET"))(
    "is never a fault for its query, at $door",
    async (door) => {
      inTimeFor(door)
      for (const query of queries.flatMap(([which, all]) => (which.test(door.door) ? all : []))) {
        const answer = await service.request(`${addressIn(door, values(door))}?${query}`, {
          headers: { cookie: whoFor(door).cookie ?? "" },
        })
        expect([query, answer.status >= 500]).toEqual([query, false])
      }
    },
  )
})

test("a question that is much too long is refused in a moment, whatever it is made of", async () => {
  const door = everyDoor.find((one) => one.door === "POST /rounds/:round/ask") as EveryDoor
  for (const unit of ["Mrs A. ", "a@a.a", "0", "943 476 591 ", "a.b@c.d-", " ", "born 1/1/"]) {
    const question = unit.repeat(Math.floor(480_000 / unit.length))
    calls.length = 0
    await refused(door, await knock(door, form({ question, email: "somebody@leeds.gov.uk" })))
  }
}, 10_000)

test("more than can be kept for somebody whose session has ended is refused", async () => {
  const before = await service.as("site-lead@halton.example")
  service.later(13 * 3600_000)
  const at = `/organisations/halton/submissions/${one.reference}/sections/proposal`
  for (const letters of [350_000, 480_000]) {
    const answer = await before.post(at, { revision: "1", whyHere: "a".repeat(letters) })
    expect(answer.status).toBe(413)
  }
  for (const fields of [{}, { "": "x" }, { __proto__: "x" }, { whyHere: "a\u0000b" }])
    expect((await before.post(at, fields as Record<string, string>)).status).toBe(303)
})

test("nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
