import { afterEach, beforeEach, expect, test } from "vitest"
import { calendarReach } from "../infra/constructs/calendar.ts"
import type { Reach } from "../infra/constructs/reach.ts"
import { reaches } from "../infra/constructs/web-functions.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import { functionFor } from "../infra/local/route.ts"
import { textOf } from "../shared/domain/selection/telling.ts"
import { calendarIn, putPhase, putSite } from "../shared/store/calendar.ts"
import { putRoundTold } from "../shared/store/directory.ts"
import { expectedIn, putExpected } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import { sealedAbout } from "../shared/store/told.ts"
import { seal } from "../shared/values/seal.ts"
import { crews } from "./support/crew.ts"
import { addressIn, departmentDoorsAll, everyDoor, sendable } from "./support/doors.ts"
import { awarded, people, posts } from "./support/funding/award.ts"
import {
  type Applicant,
  afterClose,
  department,
  type PanelPeople,
  panelPeople,
  threeSent,
} from "./support/panel.ts"
import { publishPhaseTwo, returns } from "./support/phase.ts"
import { decided, does, expressionAt, opened, type Played, told } from "./support/played.ts"
import { covers, noting, unusedOf } from "./support/reaching.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, keyed, newKey, sent } from "./support/submission.ts"
import { readingIn } from "./support/told.ts"

const { asked, now, noted } = noting()

const all: Record<string, Reach[]> = { ...reaches, remind: calendarReach }

let service: Service
beforeEach(async () => {
  service = await startService({ around: noted })
  await publishPhaseTwo(service)
})
afterEach(() => service.stop())

const everybody = async () =>
  Promise.all(
    [
      "coordinator@innovation-unit.example",
      ...["site-lead", "sponsor", "section-151", "contributor"].map((role) => `${role}@halton.example`),
    ].map((email) => service.as(email)),
  )

const knock = async (path: string, who: Client, init: RequestInit) => {
  now.by = functionFor(path.split("?")[0] ?? "")
  const headers = {
    origin: "http://127.0.0.1:3000",
    cookie: who.cookie ?? "",
    ...Object.fromEntries(new Headers(init.headers)),
  }
  const answer = await service.request(path, { ...init, headers })
  await answer.text()
  now.by = "a test"
}

/** Everything that can be asked, by each who may be able to, in several states of the calendar. */
const askEverything = async (values: Record<string, string>) => {
  const people = await everybody()
  for (const door of everyDoor.filter(({ door }) => !door.includes("sign-out")))
    for (const who of people) await knock(addressIn(door, values), who, sendable(door))
}

test("whatever a function asks of the table, it is let to", async () => {
  now.by = "site"
  const { one } = await sent(service)
  service.at("2018-01-16T09:00:00Z")
  const lead = await service.as("site-lead@halton.example")
  const draft = await begun(lead, "halton", returns.december)
  const owed = `/organisations/halton/returns/${returns.december}`
  const time = { until: "2018-01-29", reason: "We are few." }
  expect((await lead.api("POST", `${owed}/more-time`, time, keyed())).status).toBe(200)
  now.by = "front"
  await lead.post("/home/calendar", { key: newKey() })
  const page = await (await lead.get("/home/calendar")).text()
  const calendar = /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? ""
  now.by = "feed"
  expect(await (await service.nobody.get(calendar)).text()).toContain("BEGIN:VCALENDAR")
  now.by = "a test"
  const values = {
    phase: "NSW2",
    line: "spending",
    id: "leeds",
    period: returns.march,
    notice: "due-soon",
    version: "1",
    person: "p-halton-contributor",
    grant: "g-halton-contributor",
    typed: "none",
    question: "none",
  }
  const written = { ...values, organisation: "halton", section: "amount", round: "nsw-2-2017" }
  await askEverything({ ...written, reference: one.reference })
  const owing = { ...values, organisation: "halton", section: "outlook", round: returns.december }
  await askEverything({ ...owing, reference: draft.reference })
  await askEverything({ ...owing, organisation: "leeds", reference: draft.reference })
  const refused = asked
    .filter((each) => each.by !== "a test")
    .filter((each) => !all[each.by]?.some((reach) => covers(reach, each)))
    .map((each) => `${each.by}: ${each.action} of ${each.partition.split("#")[0]}# ${each.index ?? ""}`)
  expect([...new Set(refused)]).toEqual([])
  const used = (name: string, action: string, partition: string) =>
    asked.some((each) => each.by === name && each.action === action && each.partition.startsWith(partition))
  for (const [name, action, partition] of [
    ["site", "PutItem", "SITE#halton"],
    ["site", "UpdateItem", "SITE#halton"],
    ["site", "PutItem", "DESK#"],
    ["programme", "PutItem", "SITE#halton"],
    ["programme", "DeleteItem", "DESK#"],
    ["feed", "Query", "SITE#halton"],
  ] as const)
    expect([name, action, used(name, action, partition)]).toEqual([name, action, true])
}, 120_000)

/** A site with another last day, as a coordinator changes it while too many wait for it to be done at once. */
const endsOn = async (to: string) => {
  const before = await calendarIn(service.table, programme.id).phase("NSW2")
  const site = before?.sites.find(({ organisation }) => organisation === "sheffield")
  if (!before || !site) throw new Error("Sheffield is in phase 2")
  const { sites: _, ...phase } = before
  await service.table.write([
    putSite(programme.id, { ...site, to }, site),
    putPhase(programme.id, phase, phase),
  ])
}

/** A site that has said that it leaves before its last day: its calendar follows. */
const leavesEarly = async () => {
  const here = { organisation: "bradford", phase: "NSW2" }
  await awarded(service, { organisation: "bradford", amount: 5_000_000 })
  await posts(service, here, people.lead, "leave", {
    on: "2018-02-28",
    because: "The team is needed elsewhere.",
  })
}

/** A round that was told, with a letter that has not gone. */
const toldAndNotLettered = async (organisation: string, reference: string) => {
  const one = { organisation, reference, name: "Halton" }
  const round = "nsw-1-2016"
  const decision = { decision: "unsuccessful" } as const
  const told = {
    ...one,
    ...decision,
    round,
    version: 1,
    conditions: [],
    scores: [],
    strengths: [],
    gaps: [],
    caveats: [],
  }
  const key = Buffer.alloc(32, 1).toString("base64url")
  const text = textOf({ ...told, organisationName: "Halton", roundTitle: "Phase 1", decidedOn: "2016-09-12" })
  const box = seal(text, key, Buffer.alloc(12, 1), sealedAbout(round, reference, 1))
  const at = "2016-09-12T09:00:00.000Z"
  const reading = readingIn(service, { ...one, round }, decision, { sealed: { mark: "m", at } })
  await service.table.write([
    reading,
    { put: { ...keys.sealed(organisation, reference), ...box, version: 1 } },
    { put: { ...keys.roundTold(round), at, key } },
    putRoundTold(programme.id, { round, at, lettered: false }),
  ])
}

/** Sheets that leave one thing to settle, and what is decided by them. */
const sheets: Record<Applicant, Played> = {
  halton: {
    reader: [4, 4, 3, 3, 3],
    chair: [4, 3, 3, 4, 3],
    decision: {
      decision: "with conditions",
      amount: 4_000_000,
      conditions: [{ text: "Name who covers each worker.", due: "2017-10-31" }],
    },
  },
  bradford: {
    reader: [1, 3, 3, 3, 3],
    chair: [4, 3, 3, 3, 3],
    settled: { c1: 3 },
    decision: { decision: "reserve", place: 1, viewsUsed: "They liked it too." },
  },
  shropshire: { reader: [1, 1, 2, 2, 2], chair: [2, 1, 2, 2, 1], decision: { decision: "unsuccessful" } },
}

/** Another council, that had begun and asks after the close whether it may be late. */
const asksToBeLate = async () => {
  service.at("2017-08-25T10:00:00.000Z")
  const { organisation, lead } = await crews(service)()
  const one = await begun(lead, organisation)
  service.at("2017-08-25T16:30:00.000Z")
  await does(lead, `${one.here}/ask-to-be-late`, { note: "Our server was down." })
  return organisation
}

/** The same people, each of whose calls is written down as its function's. */
const attributed = (people: PanelPeople): PanelPeople =>
  Object.fromEntries(
    Object.entries(people).map(([name, one]) => [
      name,
      {
        ...one,
        get: (path: string) => {
          now.by = functionFor(path)
          return one.get(path)
        },
        api: (...[method, path, ...rest]: Parameters<Client["api"]>) => {
          now.by = functionFor(path)
          return one.api(method, path, ...rest)
        },
      },
    ]),
  ) as PanelPeople

/** Used at the door, and in bringing a phase to what it asks: each has a test of its own. */
const elsewhere = [
  "PERSON#*",
  "UpdateItem of PROGRAMME#*",
  "ConditionCheckItem of PROGRAMME#*",
  "Query of SITE#*",
  "DeleteItem of SITE#*",
  "DeleteItem of DESK#*",
]

test("a selection panel reaches what it asks for, and is let nothing besides", async () => {
  const references = await threeSent(service)
  const late = await asksToBeLate()
  service.at(afterClose)
  asked.length = 0
  const people = attributed(await panelPeople(service))
  const { chair, decider } = people
  await does(chair, `${department}/late/${late}`, {
    answer: "allow",
    until: "2017-08-30",
    untilAt: "17:00",
    because: "Their server was down.",
  })
  await opened(people, references)
  await does(people.second, `${expressionAt(references.halton)}/links`, { link: "family" })
  await does(chair, `${department}/linked/lift`, {
    reference: references.halton,
    person: "p-second-reader",
    because: "It was said of the wrong council.",
  })
  await does(people.reader, `${expressionAt(references.halton)}/questions`, {
    section: "proposal",
    question: "Who covers the other work?",
    answerBy: "2017-09-05",
  })
  await does(people.reader, `${expressionAt(references.halton)}/plain`, { text: "They want to help people." })
  await does(people.adviser, `${expressionAt(references.bradford)}/view`, {
    face: "good",
    why: "say",
    words: "Good.",
  })
  await does(people.reader, `${expressionAt(references.halton)}/flags`, { because: "Two figures differ." })
  await does(people.reader, `${expressionAt(references.halton)}/notes`, { text: "Two figures differ." })
  await decided(people, references, sheets)
  await told(people)
  await does(decider, `${department}/phase/${references.halton}`, { from: "2017-10-01", to: "2018-03-31" })
  await does(decider, `${department}/phase/${references.bradford}/promote`, {
    decision: "successful",
    amount: 3_000_000,
    reason: "A place is free, and it was first on the list of those in reserve. ".repeat(3),
    viewsUsed: "They liked it too.",
  })
  await does(decider, `${department}/phase`)
  await does(decider, `${department}/announcement`, { when: "later", on: "2017-10-12", time: "09:30" })
  await does(decider, `${department}/announcement/office`, { days: 7 })
  const page = await (await decider.get(`${department}/announcement`)).text()
  await knock(/\/announcements\/[\w-]+/.exec(page)?.[0] ?? "", service.nobody, {})
  await does(decider, `${department}/announcement/office/stop`)
  await does(decider, `${department}/foi`, { because: "Somebody asked for it." })
  const values = { round: "nsw-2-2017", reference: references.halton, organisation: late, criterion: "c1" }
  for (const door of departmentDoorsAll.filter((one) => one.door.startsWith("GET ")))
    for (const who of Object.values(people)) await knock(addressIn(door, values), who, {})
  for (const name of ["department", "decisions"] as const) {
    const reached = asked.filter((each) => each.by === name)
    const beyond = reached.filter((each) => !reaches[name].some((reach) => covers(reach, each)))
    expect(beyond.map((each) => `${each.action} of ${each.partition} ${each.index ?? ""}`)).toEqual([])
    const unused = unusedOf(reaches[name], reached)
    expect(unused.filter((one) => !elsewhere.some((each) => one.endsWith(each)))).toEqual([])
  }
}, 60_000)

const morningOf = async (day: string) => {
  service.at(`${day}T08:00:00Z`)
  now.by = "remind"
  await service.morning()
  now.by = "a test"
}

test("a morning reaches what it asks for, and is let nothing besides", async () => {
  await begun(await service.as("site-lead@halton.example"))
  const one = await expectedIn(service.table).of("halton", "nsw-2-2017")
  const owed = await expectedIn(service.table).of("sheffield", returns.march)
  if (!one || !owed) throw new Error("Both are expected")
  const request = { until: "2018-05-29", reason: "x", by: { person: "p", name: "P" }, at: owed.opens }
  await service.table.write([
    putExpected({ ...one, by: "2017-08-25T16:00:00.000Z", hearBy: "2017-09-01" }, one),
    putExpected({ ...owed, asked: request }, owed),
    { put: { ...keys.ask(programme.id, "sheffield", returns.march), ...request } },
  ])
  await toldAndNotLettered("halton", "NSW2-HAL-E-222222")
  await leavesEarly()
  asked.length = 0
  await morningOf("2017-08-15")
  await endsOn("2018-01-31")
  await morningOf("2018-01-15")
  await endsOn("2018-03-31")
  await morningOf("2018-01-23")
  const mornings = asked.filter((each) => each.by === "remind")
  expect(mornings.filter((each) => !calendarReach.some((reach) => covers(reach, each)))).toEqual([])
  expect(unusedOf(calendarReach, mornings)).toEqual([])
})
