import ICAL from "ical.js"
import { afterAll, beforeAll, expect, test } from "vitest"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const calendarOf = async (email: string) => {
  const who = await service.as(email)
  const before = plain(await (await who.get("/home/calendar")).text())
  if (!before.includes("/calendar/")) await who.post("/home/calendar", { key: newKey() })
  const page = plain(await (await who.get("/home/calendar")).text())
  return /\/calendar\/[\w-]{43}\.ics/.exec(page)?.[0] ?? ""
}

const sessionsIn = async (path: string) => {
  const text = await (await service.nobody.get(path)).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
  return events
    .map((one) => ({ event: new ICAL.Event(one), status: String(one.getFirstPropertyValue("status")) }))
    .filter(({ event }) => event.uid.startsWith("community-"))
    .map(({ event, status }) => ({
      uid: event.uid,
      title: event.summary,
      starts: event.startDate.toString(),
      ends: event.endDate.toString(),
      sequence: event.sequence,
      status,
      says: event.description,
    }))
}

const told = {
  title: "What we stop doing",
  on: "2018-03-20",
  from: "2pm",
  to: "3:30pm",
  place: "https://meet.example/room?secret=marker",
  agenda: "What marker each of us has stopped doing.",
}

test("a community session is in the calendars of sites, coaches and coordinators, and follows as it moves", async () => {
  const paths = await Promise.all(
    ["site-lead@halton.example", "sponsor@bradford.example", "coach@innovation-unit.example"]
      .concat("coordinator@innovation-unit.example")
      .map(calendarOf),
  )
  const made = await coordinator.api("POST", "/learning/sessions/plan", told, keyed())
  const { session } = (await made.json()) as { session: string }
  const first = {
    uid: `community-${session}.programme@127.0.0.1:3000`,
    title: "[Demonstration] Community of practice: What we stop doing",
    starts: "2018-03-20T14:00:00",
    ends: "2018-03-20T15:30:00",
    sequence: 0,
    status: "CONFIRMED",
    says: expect.stringContaining(`/learning/sessions/${session}`),
  }
  for (const path of paths) expect(await sessionsIn(path)).toEqual([first])

  await coordinator.api(
    "POST",
    `/learning/sessions/${session}/change`,
    { ...told, on: "2018-03-27", from: "10am", to: "11am" },
    keyed(),
  )
  const moved = { ...first, starts: "2018-03-27T10:00:00", ends: "2018-03-27T11:00:00", sequence: 1 }
  for (const path of paths) expect(await sessionsIn(path)).toEqual([moved])

  await coordinator.api("POST", `/learning/sessions/${session}/cancel`, { because: "Snow." }, keyed())
  for (const path of paths)
    expect(await sessionsIn(path)).toEqual([
      {
        ...moved,
        sequence: 2,
        status: "CANCELLED",
        says: expect.stringContaining("It will not take place."),
      },
    ])
  for (const path of paths) expect(await (await service.nobody.get(path)).text()).not.toContain("marker")
})

test("it is in nobody’s calendar who only reads the expressions of interest", async () => {
  await coordinator.api("POST", "/learning/sessions/plan", told, keyed())
  expect(await sessionsIn(await calendarOf("reader@doh.example"))).toEqual([])
})
