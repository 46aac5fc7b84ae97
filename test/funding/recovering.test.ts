import { afterAll, beforeAll, expect, test } from "vitest"
import { awarded } from "../support/funding/award.ts"
import {
  acceptedStatement,
  accountIn,
  answerOf,
  authorised,
  does,
  reads,
  sends,
  siteAt,
} from "../support/funding/payers.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"

let service: Service
let finance: Client
let decider: Client
const recoveries = `${siteAt()}/recoveries`

beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2017-10-16T09:00:00.000Z")
  await awarded(service)
  finance = await service.as("finance@doh.example")
  decider = await service.as("decision-maker@doh.example")
  const reference = await authorised(service, decider)
  await sends(finance, answerOf(`${reference},paid,16/10/2017,BACS 17,NSW,,`))
  await service.deliver()
})
afterAll(() => service.stop())

const text = async (answer: Response) => (await answer.text()).replace(/\s+/g, " ")
const first = async () => (await accountIn(service)).recoveries[0]

test("no more can be asked for than was paid, and what was typed is kept", async () => {
  const form = await text(await finance.get(`${recoveries}?amount=12345`))
  expect(form).toContain("£37,130.80 was paid to Halton")
  expect(form).toContain('value="123.45"')
  const key = newKey()
  const refused = await finance.post(recoveries, { key, amount: "40,000", because: "It was not spent." })
  expect(refused.status).toBe(409)
  const shown = await text(refused)
  expect(shown).toContain("£37,130.80 was paid and has not come back: more cannot be asked for.")
  expect(shown).toContain('value="40,000"')
  expect(shown).toContain("It was not spent.")
  const empty = await finance.post(recoveries, { key: newKey() })
  expect(empty.status).toBe(422)
  expect(await first()).toBeUndefined()
})

test("money is owed back once, and the award is less by it", async () => {
  const key = newKey()
  const typed = { key, amount: "1,130.80", because: "Two days were paid twice." }
  expect((await finance.post(recoveries, typed)).headers.get("location")).toBe(`${recoveries}/1`)
  await finance.post(recoveries, typed)
  const account = await accountIn(service)
  expect(account).toMatchObject({
    award: 9_282_700 - 113_080,
    recoveries: [{ amount: 113_080, state: "due" }],
  })
  expect(account.recoveries).toHaveLength(1)
})

test("whoever asks for it does not approve it; the site hears of it when another person has", async () => {
  const page = await text(await finance.get(`${recoveries}/1`))
  expect(page).toContain("£1,130.80 to come back")
  const past = await finance.post(`${recoveries}/1`, {
    key: newKey(),
    step: "ask",
    "payBy.day": "16",
    "payBy.month": "10",
    "payBy.year": "2017",
  })
  expect(past.status).toBe(409)
  expect(await text(past)).toContain("The day to pay it by must be in the future.")
  expect((await does(finance, `${recoveries}/1`, { step: "ask", payBy: "2017-11-13" })).body.state).toBe(
    "asked",
  )
  expect(await text(await finance.get(`${recoveries}/1`))).toContain(
    "You asked for it. Another person approves it.",
  )
  expect((await finance.post(`${recoveries}/1`, { key: newKey(), step: "approve" })).status).toBe(409)
  const letters = async () =>
    (await service.deliver()).filter(({ subject }) => subject.includes("is to be paid back"))
  expect(await letters()).toEqual([])

  expect(await text(await decider.get(`${recoveries}/1`))).toContain("Approve it and write to the site")
  const key = newKey()
  expect((await decider.post(`${recoveries}/1`, { key, step: "approve" })).status).toBe(303)
  expect((await decider.post(`${recoveries}/1`, { key, step: "approve" })).status).toBe(303)
  const told = await letters()
  expect(told.map(({ to }) => to.split("@")[0]).sort()).toEqual([
    "finance-partner",
    "section-151",
    "site-lead",
    "sponsor",
  ])
  const { asked } = (await first()) ?? {}
  expect(asked?.reference).toMatch(/^NSW2-HAL-R1-/)
  expect(told[0]?.text).toContain("by Monday 13 November 2017")
  expect(told[0]?.text).toContain("Two days were paid twice.")
  expect(told[0]?.text).toContain(asked?.reference)
})

test("it came back on a day that can be so, once", async () => {
  const on = (day: string) =>
    does(finance, `${recoveries}/1`, { step: "receive", on: day, payerReference: "FP 9" })
  expect((await on("2017-10-17")).body.detail).toBe("The day it came back must not be in the future.")
  expect((await on("2017-10-13")).body.detail).toBe("Nothing was paid to the site before that day.")
  service.at("2017-11-10T10:00:00.000Z")
  expect((await on("2017-11-09")).body).toMatchObject({ state: "received", amount: 113_080 })
  expect((await on("2017-11-09")).status).toBe(409)
  expect((await reads(finance, recoveries)).held).toBe(3_600_000)
})

test("where the day passed before anybody approved it, it is asked for anew, and not before", async () => {
  await does(finance, recoveries, { amount: 5_000, because: "A taxi that was not for the pilot." })
  const two = `${recoveries}/2`
  await does(finance, two, { step: "ask", payBy: "2017-11-20" })
  expect((await does(finance, two, { step: "ask", payBy: "2017-11-24" })).body.detail).toContain(
    "has asked for it already",
  )
  service.at("2017-11-20T10:00:00.000Z")
  expect((await does(decider, two, { step: "approve" })).body.detail).toContain(
    "It has to be asked for again first.",
  )
  expect((await does(finance, two, { step: "ask", payBy: "2017-12-20" })).status).toBe(200)
  expect((await does(decider, two, { step: "approve" })).status).toBe(200)
  expect((await does(finance, two, { step: "receive", on: "2017-11-20", payerReference: "FP" })).status).toBe(
    200,
  )
})

test("what was paid beyond what was certified comes back by the same way, then the award is closed", async () => {
  service.at("2018-05-30T09:00:00.000Z")
  await acceptedStatement(service, 3_000_000)
  const page = await text(await finance.get(`${siteAt()}/reconcile`))
  expect(page).toContain("£5,950 is due back.")
  await does(finance, `${siteAt()}/reconcile`, { because: "It began late." })
  expect(await text(await finance.get(`${siteAt()}/reconcile`))).toContain(
    "£92,827 was agreed with Halton. The award came to £30,000.",
  )
  const three = `${recoveries}/3`
  expect((await reads(finance, three)).recovery).toMatchObject({ amount: 595_000, state: "due" })
  expect((await does(finance, `${siteAt()}/close`)).body.detail).toBe("Money is still to come back.")
  await does(finance, three, { step: "ask", payBy: "2018-06-29" })
  await does(decider, three, { step: "approve" })
  await does(finance, three, { step: "receive", on: "2018-05-30", payerReference: "FP" })
  expect((await does(finance, `${siteAt()}/close`)).body.state).toBe("closed")
})
