import { afterAll, beforeAll, expect, test } from "vitest"
import type { Expected } from "../shared/domain/calendar/expected.ts"
import { nextDay } from "../shared/domain/notices/notices.ts"
import { expectedIn, putExpected } from "../shared/store/expected.ts"
import type { Cost } from "../shared/store/table.ts"
import { addDays, addMonths, atLondon } from "../shared/values/london.ts"
import { addWorkingDays } from "../shared/values/working-days.ts"
import { type Service, startService } from "./support/service.ts"

const sites = 1_000
const periods = 40

/** The end of the nth month of a programme that began in January 2016: the 25th is January 2018. */
const endOf = (n: number) => addDays(addMonths("2016-01-01", n), -1)
const roundOf = (n: number) => `big-spending-${endOf(n)}`
const today = "2018-02-05"

/** Every period before the 25th was sent by every site; of the 25th a few are not, and it is due on 7 February. */
const expectedOf = (site: number, n: number): Expected => {
  const to = endOf(n)
  const by = atLondon(addWorkingDays(to, 5), "17:00").toISOString()
  const one: Expected = {
    organisation: site === 0 ? "halton" : `site-${site}`,
    name: site === 0 ? "Halton" : `Site ${site}`,
    phase: "BIG",
    round: roundOf(n),
    kind: "spending-update",
    title: `Spending update, month ${n}`,
    owed: true,
    covers: { from: addMonths("2016-01-01", n - 1), to },
    pilot: { from: "2016-01-01", to: "2019-04-30" },
    rule: "due",
    opens: atLondon(addDays(to, 1), "00:00").toISOString(),
    by,
    locks: atLondon(addWorkingDays(to, 25), "17:00").toISOString(),
    sequence: 0,
    signs: [],
    told: {},
    events: { number: 0, hash: "" },
    revision: 0,
    ...(n < 25 && {
      stands: {
        state: "sent",
        reference: "NSW2-HAL-F-7K3PQ4",
        version: 1,
        sentAt: by,
        firstSentAt: by,
        sentBy: "The lead of the site",
        waitingFor: [],
        changedAt: by,
        changedBy: "The lead of the site",
      },
    }),
  }
  const late = n === 25 && site > 0 && site <= 3
  const next = n < 25 ? undefined : n === 25 && !late ? "2018-02-08" : nextDay(one, today)
  return { ...one, next: late ? today : next }
}

let service: Service
beforeAll(async () => {
  service = await startService()
  const all = Array.from({ length: periods }, (_, n) =>
    Array.from({ length: sites }, (_, site) => putExpected(expectedOf(site, n + 1))),
  ).flat()
  for (let at = 0; at < all.length; at += 100) await service.table.write(all.slice(at, at + 100))
  service.at(`${today}T09:00:00.000Z`)
}, 120_000)
afterAll(() => service.stop())

const costOf = async (asked: () => Promise<unknown>) => {
  service.costs.length = 0
  await asked()
  const read = service.costs.reduce((sum, one: Cost) => sum + one.read, 0)
  return { requests: service.costs.length, read }
}

test(`of ${sites} sites and ${periods} periods, what one round expects is one request, at a fraction of a unit a site`, async () => {
  let found: Expected[] = []
  const metered = service.table.metered((cost) => service.costs.push(cost))
  const cost = await costOf(async () => {
    found = await expectedIn(metered).inRound(roundOf(25))
  })
  expect(found).toHaveLength(sites)
  expect(cost.requests).toBe(1)
  expect(cost.read).toBeLessThanOrEqual(sites * 0.08)
})

test("a person's home costs what it costs with nothing behind it", async () => {
  const lead = await service.as("site-lead@halton.example")
  const cost = await costOf(async () => {
    const page = await lead.get("/organisations/halton")
    expect(page.status).toBe(200)
    expect(await page.text()).toContain("Spending update, month 25")
  })
  // Who it is, what everybody may know, the calendar, the organisation, its money, and what is current at the site.
  expect(cost.requests).toBe(6)
})

test("a morning asks for what that day brings, and for no site besides", async () => {
  await service.morning()
  const quiet = await costOf(() => service.morning())
  expect(quiet.requests).toBeLessThanOrEqual(6)
  service.at("2018-02-06T09:00:00.000Z")
  const next = await costOf(() => service.morning())
  expect(next.requests).toBeLessThanOrEqual(7)
})
