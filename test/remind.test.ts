import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { joining, phases } from "../infra/local/demonstration/phases.ts"
import { programme } from "../infra/local/demonstration/programme.ts"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import { moved } from "../shared/domain/calendar/moved.ts"
import { isDated, owedBy, periodsIn } from "../shared/domain/calendar/owed.ts"
import { noticeLetter } from "../shared/domain/notices/words.ts"
import { expectedIn, putExpected } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import type { Table } from "../shared/store/table.ts"
import { isUsual } from "./support/phase.ts"
import { type Service, startService } from "./support/service.ts"

let service: Service
let breaks: { at: number } | undefined
const breaking = (table: Table): Table => ({
  ...table,
  metered: (meter) => breaking(table.metered(meter)),
  write: async (actions) => {
    if (breaks && breaks.at-- === 0) throw new Error("The machine stopped")
    return table.write(actions)
  },
})
beforeEach(async () => {
  breaks = undefined
  service = await startService({ around: breaking })
  await owe()
})
afterEach(() => service.stop())

const spending = "nsw2-spending-2017-12-31"

/** What phase 2 asks of its six sites, as its publishing comes to. */
const owe = async () => {
  const [, two] = phases
  if (!two) throw new Error("There are two phases")
  const phase = { ...two.phase, asks: two.phase.asks.filter(isUsual) }
  const sites = [...two.sites, ...joining]
  const periods = periodsIn(phase, sites)
  for (const site of sites.filter(isDated))
    for (const one of owedBy(phase, site, periods, "2017-10-02"))
      await service.table.write([putExpected(one)])
}

const on = async (day: string) => {
  service.at(`${day}T08:00:00.000Z`)
  await service.morning().catch((error: unknown) => {
    if (!breaks) throw error
  })
  breaks = undefined
  await service.deliver()
}
const to = (mailbox: string) => service.mails.filter((mail) => mail.to.startsWith(mailbox))
const told = () => service.mails.map((mail) => `${mail.to}: ${mail.subject}`).sort()
const changes = async (organisation: string, change: (one: Expected) => Expected) => {
  const one = await expectedIn(service.table).of(organisation, spending)
  if (!one) throw new Error("It is expected")
  await service.table.write([putExpected(change(one), one)])
}
const stands = (state: "sent" | "waiting" | "draft"): Expected["stands"] => ({
  state,
  reference: "NSW2-HAL-F-7K3PQ4",
  version: state === "sent" ? 1 : 0,
  ...(state === "sent" && { sentAt: "2018-01-10T10:00:00.000Z", firstSentAt: "2018-01-10T10:00:00.000Z" }),
  waitingFor: state === "waiting" ? [{ role: "sponsor", name: "The director" }] : [],
  changedAt: "2018-01-10T10:00:00.000Z",
  changedBy: "The accountant",
})

describe("a week before a return is due", () => {
  test("its lead and its contributor get one letter each, and nobody before that", async () => {
    for (const day of ["2018-01-02", "2018-01-12"]) await on(day)
    expect(service.mails).toEqual([])
    await on("2018-01-15")
    expect(to("site-lead@halton")).toHaveLength(1)
    expect(to("contributor@halton")).toHaveLength(1)
    expect(service.mails).toHaveLength(12)
    expect(to("site-lead@halton")[0]?.text).toContain(
      "/organisations/halton/returns/nsw2-spending-2017-12-31",
    )
  })

  test("a site that has sent it, or need not send it, hears nothing; where it waits, only whoever must sign does", async () => {
    await changes("halton", (one) => ({ ...one, stands: stands("sent") }))
    await changes("bradford", (one) => ({
      ...one,
      notNeeded: { because: "x", by: { person: "p", name: "P" }, at: "2018-01-02T10:00:00.000Z" },
    }))
    await changes("sheffield", (one) => ({ ...one, stands: stands("waiting") }))
    await on("2018-01-15")
    expect(told().filter((one) => /halton|bradford/.test(one))).toEqual([])
    expect(told().filter((one) => one.includes("sheffield"))).toHaveLength(1)
    expect(to("sponsor@sheffield")).toHaveLength(1)
  })

  test("the same morning again says nothing more, nor does the next day", async () => {
    await on("2018-01-15")
    const before = told()
    for (const day of ["2018-01-15", "2018-01-15", "2018-01-16", "2018-01-20"]) await on(day)
    expect(told()).toEqual(before)
  })

  test("a new date starts anew: whoever was told of the old one is told of the new one", async () => {
    await on("2018-01-15")
    await changes("halton", (one) =>
      moved(one, { by: "2018-02-05T17:00:00.000Z", locks: one.locks }, "2018-01-15"),
    )
    await on("2018-01-23")
    expect(to("site-lead@halton")).toHaveLength(1)
    await on("2018-01-29")
    expect(to("site-lead@halton")).toHaveLength(2)
  })
})

test("broken off at any write and begun again, on that day or the next, a morning comes to the same letters", async () => {
  service.at("2018-01-15T08:00:00.000Z")
  service.costs.length = 0
  await service.morning()
  const writes = service.costs.filter(({ operation }) => operation === "write").length
  await service.deliver()
  const whole = told()
  expect(writes).toBeGreaterThan(12)
  for (const next of ["2018-01-15", "2018-01-16"])
    for (let at = 0; at < writes; at += 3) {
      await service.stop()
      service = await startService({ around: breaking })
      await owe()
      breaks = { at }
      await on("2018-01-15")
      await on(next)
      expect(told(), `broken off at write ${at}, again on ${next}`).toEqual(whole)
    }
})

test("after thirty days without a morning nobody hears of what has passed: each hears the latest that is true", async () => {
  await on("2018-01-12")
  await on("2018-02-12")
  expect(to("site-lead@halton").map(({ subject }) => subject)).toEqual([
    expect.stringContaining("15 working days late"),
  ])
  expect(to("contributor")).toEqual([])
  expect(to("coordinator")).toHaveLength(1)
  const halton = await expectedIn(service.table).of("halton", spending)
  expect(halton?.told).toMatchObject({
    "due soon": { as: "superseded" },
    late: { as: "sent" },
    telephone: { as: "sent" },
  })
})

test("on a day that is no working day nothing is told, and the next working day makes it up", async () => {
  await changes("halton", (one) =>
    moved(one, { by: "2018-04-09T16:00:00.000Z", locks: "2018-05-09T16:00:00.000Z" }, "2018-01-02"),
  )
  await on("2018-03-28")
  for (const day of ["2018-03-30", "2018-03-31", "2018-04-01", "2018-04-02"]) await on(day)
  expect(to("site-lead@halton")).toEqual([])
  await on("2018-04-03")
  expect(to("site-lead@halton")).toHaveLength(1)
})

test("somebody at two sites gets one letter with both in it", async () => {
  for (const day of ["2018-04-09", "2018-05-09"]) await on(day)
  const letters = to("finance-partner@halton")
  expect(letters).toHaveLength(2)
  await on("2018-05-10")
  expect(to("finance-partner@halton")).toHaveLength(2)
})

describe("very much on one day", () => {
  const many = 120
  /** As many sites again, where nobody is there to be told: each is the coordinator's. */
  const oweMuch = async () => {
    const one = await expectedIn(service.table).of("halton", spending)
    if (!one) throw new Error("It is expected")
    const all = Array.from({ length: many }, (_, place) => ({ ...one, organisation: `site-${place}` }))
    for (let from = 0; from < many; from += 60)
      await service.table.write(all.slice(from, from + 60).map((each) => putExpected(each)))
  }
  /** Every thing that a person was told, as their letters name it. */
  const namesIn = async (person: string) => {
    const { items } = await service.table.query({ pk: keys.notice(programme.id, "", "").pk })
    return items
      .filter((item) => item.person === person)
      .flatMap((item) => noticeLetter.parse(item).items.map(({ organisation }) => organisation))
  }

  test("goes to one person in several letters, each thing in one of them", async () => {
    await oweMuch()
    await on("2018-01-15")
    const named = await namesIn("p-coordinator")
    expect([named.length, new Set(named).size]).toEqual([many, many])
    const mails = to("coordinator@").map(({ text }) => text.match(/site-\d+/g)?.length ?? 0)
    expect(mails.reduce((sum, each) => sum + each, 0)).toBe(many)
    await on("2018-01-15")
    await on("2018-01-16")
    expect(await namesIn("p-coordinator")).toHaveLength(many)
    expect(to("coordinator@")).toHaveLength(mails.length)
  })

  test("broken off between those letters, it comes to each thing once", async () => {
    await oweMuch()
    for (const at of [0, 1, 2]) {
      breaks = { at }
      await on("2018-01-15")
    }
    for (const next of ["2018-01-15", "2018-01-16", "2018-01-17"]) await on(next)
    const named = await namesIn("p-coordinator")
    expect([named.length, new Set(named).size]).toEqual([many, many])
  })
})

test("what was told is kept against the return, and in the letter's own record", async () => {
  await on("2018-01-15")
  const { items } = await service.table.query({
    pk: keys.told("halton", spending, "").pk,
    begins: `TOLD#${spending}`,
  })
  expect(items.map(({ email, notice, on }) => [email, notice, on])).toEqual([
    ["contributor@halton.example", "due soon", "2018-01-15"],
    ["site-lead@halton.example", "due soon", "2018-01-15"],
  ])
  const letter = await service.table.get(keys.notice(programme.id, "2018-01-15", "p-halton-site-lead"))
  expect(letter).toMatchObject({ letter: "notices", told0: "sent" })
})

test("what a morning asks of the table grows with what is told that day, not with what is expected", async () => {
  await on("2018-01-11")
  service.costs.length = 0
  await on("2018-01-12")
  const quiet = service.costs.length
  expect(quiet).toBeLessThanOrEqual(6)
})
