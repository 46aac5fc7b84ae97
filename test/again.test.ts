import { afterAll, beforeAll, expect, test } from "vitest"
import { programme } from "../infra/local/demonstration/programme.ts"
import { calendarIn, putPeriod, putPhase, putSite } from "../shared/store/calendar.ts"
import { expectedIn } from "../shared/store/expected.ts"
import { spreadPhase } from "../shared/store/spreading.ts"
import { atLondon } from "../shared/values/london.ts"
import { publishPhaseTwo, returns } from "./support/phase.ts"
import { type Service, startService } from "./support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
})
afterAll(() => service.stop())

const on = (day: string) => service.at(`${day}T08:00:00Z`)
const morningOf = async (day: string) => {
  on(day)
  await service.morning()
  await service.deliver()
}
const here = () => expectedIn(service.table).of("sheffield", returns.march)

/** Sheffield with another last day, and another date for all for the last of the spending, as coordinators set them. */
const changed = async (day: string, to: string, due?: string) => {
  on(day)
  const calendar = calendarIn(service.table, programme.id)
  const [phase, period] = [await calendar.phase("NSW2"), await calendar.period(returns.march)]
  const site = phase?.sites.find(({ organisation }) => organisation === "sheffield")
  if (!phase || !site || !period) throw new Error("Sheffield is in phase 2")
  const { sites: _, ...own } = phase
  await service.table.write([
    putSite(programme.id, { ...site, to }, site),
    putPhase(programme.id, own, own),
    ...(due
      ? [putPeriod(programme.id, { ...period, by: atLondon(due, "17:00").toISOString() }, period)]
      : []),
  ])
  await spreadPhase(service.table, programme.id, { phase: "NSW2", at: service.world.now() })
}

test("a return that was taken away and is asked for again, by another date, is told of as any other", async () => {
  const letters = () =>
    service.mails.filter(
      ({ to, text }) => to === "site-lead@sheffield.example" && text.includes(`/returns/${returns.march}`),
    ).length
  await morningOf("2018-04-20")
  const before = letters()
  await morningOf("2018-04-23")
  expect(letters()).toBe(before + 1)

  await changed("2018-04-24", "2018-01-31")
  expect(await here()).toBeUndefined()
  await changed("2018-04-25", "2018-03-31", "2018-05-18")
  expect(await here()).toMatchObject({ by: "2018-05-18T16:00:00.000Z", told: {} })
  await morningOf("2018-05-11")
  expect(letters()).toBe(before + 2)
  await morningOf("2018-05-11")
  expect(letters()).toBe(before + 2)
})
