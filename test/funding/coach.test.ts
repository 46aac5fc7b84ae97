import { afterAll, beforeAll, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { calendarIn, putSite } from "../../shared/store/calendar.ts"
import { addressIn, fundingDoorsAll, sendable } from "../support/doors.ts"
import { awarded } from "../support/funding/award.ts"
import { plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"

let service: Service
let coach: Client
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  await awarded(service)
  await awarded(service, { organisation: "bradford", amount: 5_000_000 })
  const phase = await calendarIn(service.table, programme.id).phase("NSW2")
  const bradford = phase?.sites.find(({ organisation }) => organisation === "bradford")
  if (!bradford) throw new Error("Bradford is in phase 2")
  const { coach: _, ...one } = bradford
  await service.table.write([putSite(programme.id, one, bradford)])
  coach = await service.as("coach@innovation-unit.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

const site = (organisation: string) => `/funding/phases/NSW2/sites/${organisation}`

test("a coach sees the money of the sites that a phase names them for, and of no other", async () => {
  expect((await coach.get(site("halton"))).status).toBe(200)
  expect((await coach.get(`${site("halton")}/ledger.csv`)).status).toBe(200)
  expect((await coach.get(site("bradford"))).status).toBe(404)
  expect((await coach.get(`${site("bradford")}/ledger.csv`)).status).toBe(404)
  for (const path of ["/funding", "/funding/phases/NSW2", "/funding/phases/NSW2/sites.csv"]) {
    const page = plain(await (await coach.get(path)).text())
    expect(page).toContain("Halton")
    expect(page).not.toContain("Bradford")
    expect(page).not.toContain("50,000")
    expect(plain(await (await coordinator.get(path)).text())).toContain("Bradford")
  }
  const all = await (await coach.api("GET", "/funding")).text()
  expect(all).toContain("halton")
  expect(all).not.toContain("bradford")
})

test("behind every door a coach’s answer about a site that is not theirs is that of one that does not exist", async () => {
  const values = {
    phase: "NSW2",
    reference: "NSW2-BRD-F-222222",
    version: "1",
    number: "1",
    file: "none",
    id: "none",
  }
  for (const door of fundingDoorsAll.filter((one) => one.door.includes("/sites/:organisation"))) {
    const path = addressIn(door, { ...values, organisation: "bradford" })
    const answer = await service.request(path, {
      ...sendable(door),
      headers: {
        ...Object.fromEntries(new Headers(sendable(door).headers)),
        origin: "http://127.0.0.1:3000",
        cookie: coach.cookie ?? "",
      },
    })
    expect([door.door, answer.status]).toEqual([door.door, 404])
  }
})

test("what goes over every site is for the department and the coordinators", async () => {
  for (const path of [
    "/funding/payments",
    "/funding/payments.csv",
    "/funding/payer-files",
    "/funding/phases/NSW2/sample",
  ]) {
    expect([path, (await coach.get(path)).status]).toEqual([path, 404])
    expect([path, (await coach.get(`/api${path}`)).status]).toEqual([path, 404])
  }
  expect((await coordinator.get("/funding/payments")).status).toBe(200)
  const page = await (await coach.get("/funding")).text()
  expect(page).not.toContain("/funding/payments")
})
