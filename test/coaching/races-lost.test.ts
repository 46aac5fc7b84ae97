import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Action, Table } from "../../shared/store/table.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { type Everything, everythingAt } from "../support/coaching/everything.ts"
import { coachingHolder, coachingRevision, coachingValues } from "../support/coaching/knocking.ts"
import { addressIn, coachingDoorsAll, type EveryDoor, isApi, sendable } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { digestOf } from "../support/watched.ts"

/** While it is on, what is written is written, and whoever wrote it never hears of it. */
const lost = { on: false, times: 0 }

const isKeyed = (actions: Action[]) => actions.some((one) => "put" in one && one.put.sk.startsWith("MOVE#"))

const losing = (table: Table): Table => ({
  ...table,
  metered: (meter) => losing(table.metered(meter)),
  write: async (actions) => {
    const given = await table.write(actions)
    if (!lost.on || !isKeyed(actions) || !given.written) return given
    lost.times++
    throw new Error("The connection was lost after the write")
  },
})

let service: Service
let all: Everything
beforeAll(async () => {
  service = await startService({ around: losing })
  await publishPhaseTwo(service)
  all = await everythingAt(service)
}, 60_000)
afterAll(() => service.stop())

/** Everything kept of the two sites, and of what sites share. */
const kept = async () => {
  const shared: unknown[] = []
  for (const level of ["waiting", "community", "public"]) {
    const pk = `LEARNING#${service.world.settings.programme}#${level}`
    shared.push(...(await service.table.query({ pk, strong: true })).items)
  }
  const learned = sha256(
    shared
      .map((one) => canonical(one as Json))
      .sort()
      .join("\n"),
  )
  return [await digestOf(service, "halton"), await digestOf(service, "sheffield"), learned]
}

const knock = (door: EveryDoor, key: string) => {
  const init = sendable(door, coachingRevision(door, all), key)
  return service.request(addressIn(door, coachingValues(door, all)), {
    ...init,
    headers: {
      origin,
      cookie: coachingHolder(all, door).cookie ?? "",
      ...(init.headers as Record<string, string>),
    },
  })
}

const doors = coachingDoorsAll.filter(({ keyed }) => keyed)
const given: string[] = []

describe.each(doors)("$door", (door) => {
  test("answers the same key as if nothing had been lost, and does nothing more", async () => {
    const key = newKey()
    lost.on = true
    const times = lost.times
    const first = await knock(door, key)
    lost.on = false
    const after = await kept()
    const again = await knock(door, key)
    if (lost.times > times) {
      expect(first.status).toBe(500)
      expect(again.status, await again.clone().text()).toBeLessThan(400)
      given.push(door.door)
    } else expect([first.status, again.status >= 400]).toEqual([again.status, true])
    expect(await kept()).toEqual(after)
    const third = await knock(door, key)
    expect([third.status, third.headers.get("location")]).toEqual([
      again.status,
      again.headers.get("location"),
    ])
    expect(await kept()).toEqual(after)
  })
})

test("more than half of the doors did something, of pages and of the API", () => {
  expect(given.length).toBeGreaterThan(doors.length / 2)
  expect(given.filter((door) => isApi({ door })).length).toBeGreaterThan(10)
  expect(given.filter((door) => !isApi({ door })).length).toBeGreaterThan(20)
})
