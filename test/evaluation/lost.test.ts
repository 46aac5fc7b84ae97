import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Action, Table } from "../../shared/store/table.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { addressIn, type EveryDoor, everyDoor, isApi, sendable } from "../support/doors.ts"
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
} from "../support/evaluation/knocking.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { digestOf } from "../support/watched.ts"

/** While it is on, what is written is written, and whoever wrote it never hears of it. */
const lost = { on: false, times: 0 }

const isKept = (actions: Action[]) => actions.some((one) => "put" in one && !one.put.pk.startsWith("PERSON#"))

const losing = (table: Table): Table => ({
  ...table,
  metered: (meter) => losing(table.metered(meter)),
  write: async (actions) => {
    const given = await table.write(actions)
    if (!lost.on || !isKept(actions) || !given.written) return given
    lost.times++
    throw new Error("The connection was lost after the write")
  },
})

let service: Service
let all: EvaluationEverything
beforeAll(async () => {
  service = await startService({ around: losing })
  await publishPhaseTwo(service)
  all = await evaluationEverythingAt(service)
}, 60_000)
afterAll(() => service.stop())

/** Everything kept of the two sites, and of what is found across them. */
const kept = async () => {
  const { programme } = service.world.settings
  const found: unknown[] = []
  for (const pk of ["FINDINGS", "RELEASED", "REPORTS", "SHAREDSTORIES"].map((one) => `${one}#${programme}`))
    found.push(...(await service.table.query({ pk, strong: true })).items)
  const text = JSON.stringify(found, (_, value) => (value instanceof Uint8Array ? [...value].join() : value))
  return [
    await digestOf(service, "halton"),
    await digestOf(service, "sheffield"),
    sha256(canonical(text as Json)),
  ]
}

const knock = (door: EveryDoor, key: string) => {
  service.at(evaluationDone)
  const init = sendable(door, evaluationRevision(door, all), key)
  const { cookie } = evaluationHolder(all, door, service.nobody)
  const headers = { origin, ...(cookie && { cookie }), ...Object.fromEntries(new Headers(init.headers)) }
  return service.request(addressIn(door, evaluationValues(door, all)), { ...init, headers })
}

const doors = everyDoor.filter((door) => isOfEvaluation(door) && door.keyed && !door.door.endsWith("/rows"))
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

test("a good part of the doors did something, of pages and of the API", () => {
  expect(given.filter((door) => isApi({ door })).length).toBeGreaterThan(5)
  expect(given.filter((door) => !isApi({ door })).length).toBeGreaterThan(14)
})
