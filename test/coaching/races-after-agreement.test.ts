import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sessionsIn } from "../../shared/store/sessions.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { type Everything, everythingAt } from "../support/coaching/everything.ts"
import { addressIn, coachingDoorsAll, type EveryDoor, isApi, methodOf, sendable } from "../support/doors.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { itemsOf } from "../support/watched.ts"

let service: Service
let all: Everything
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  all = await everythingAt(service)
}, 60_000)
afterAll(() => service.stop())

const doors = coachingDoorsAll.filter(
  (one) => methodOf(one) === "POST" && one.app === "coaching" && one.door.includes("/sessions/:session/"),
)
const bodies = (door: EveryDoor): Record<string, unknown>[] => {
  const whole = door.gives?.(1) ?? {}
  if (!door.door.endsWith("/change")) return [whole]
  return ["comment", "agree with comment", "dispute"].map((as) => ({
    ...whole,
    as,
    ...(as === "dispute" &&
      (isApi(door)
        ? { lines: [{ line: "talked.0", says: "It was three.", wrong: true }] }
        : { "talked.0": "It was three.", "is.talked.0": "wrong" })),
  }))
}

const knock = async (who: Client, door: EveryDoor, session: string, body: Record<string, unknown>) => {
  const init = sendable({ ...door, gives: () => body }, 1, newKey())
  const path = addressIn(door, { organisation: "halton", phase: "NSW2", session })
  const headers = { origin, cookie: who.cookie ?? "", ...(init.headers as Record<string, string>) }
  return service.request(path, { ...init, headers })
}

/** The bytes of the text that the site read, and the hash that was kept of it. */
const textOf = async (session: string) => {
  const store = sessionsIn(service.table, { organisation: "halton", phase: "NSW2" })
  const [one, text] = [await store.one(session), await store.text(session, 1)]
  if (!one || !text) throw new Error("It was shared")
  const { core, more } = text
  return {
    bytes: canonical(text as unknown as Json),
    hash: one.hash,
    again: sha256(canonical({ core, more } as Json)),
  }
}

const everything = async () => (await itemsOf(service, "halton")).map((one) => canonical(one as Json)).sort()

describe.each(["agreed", "closed"] as const)("a session that is %s", (state) => {
  const id = () => all.sessions[state]

  test("is refused with 409 at every door that changes anything, by page and by API, with why", async () => {
    const text = await textOf(id())
    const before = await everything()
    for (const door of doors) {
      if (door.door.endsWith("/addendum") || (state === "agreed" && door.door.endsWith("/close"))) continue
      const { coach, lead } = all.people
      for (const body of bodies(door)) {
        const who = /\/(?:agree|change)$/.test(door.door) ? lead : coach
        const answer = await knock(who, door, id(), body)
        expect([door.door, body.as, answer.status]).toEqual([door.door, body.as, 409])
        expect(await answer.text()).toMatch(/agreed to it|closed it|stands as/)
      }
    }
    expect(await everything()).toEqual(before)
    expect(await textOf(id())).toEqual(text)
    expect(text.hash).toBe(text.again)
  })

  test("takes an addendum of either side, and its text is byte for byte as it was", async () => {
    const text = await textOf(id())
    for (const door of doors.filter((one) => one.door.endsWith("/addendum")))
      for (const who of [all.people.coach, all.people.lead])
        expect(
          (await knock(who, door, id(), { text: `It was Tuesday, ${door.door.length}.` })).status,
        ).toBeLessThan(400)
    expect(await textOf(id())).toEqual(text)
    const page = await (
      await all.people.sponsor.get(`/organisations/halton/coaching/NSW2/sessions/${id()}`)
    ).text()
    expect(page.match(/It was Tuesday/g)).toHaveLength(4)
  })
})

test("closing what was agreed leaves its text and its hash as they were", async () => {
  const text = await textOf(all.sessions.agreed)
  const [door] = doors.filter((one) => one.door.endsWith("/close"))
  if (!door) throw new Error("A session can be closed")
  expect((await knock(all.people.coach, door, all.sessions.agreed, {})).status).toBeLessThan(400)
  expect(await textOf(all.sessions.agreed)).toEqual(text)
  const again = await knock(all.people.coach, door, all.sessions.agreed, {})
  expect(again.status).toBe(409)
})

test("nobody without a right changes it either, and nothing of all this was a fault", async () => {
  const before = await everything()
  for (const session of [all.sessions.agreed, all.sessions.closed])
    for (const door of doors)
      for (const who of [all.people.sponsor, all.people.coordinator, all.people.chair])
        expect([door.door, (await knock(who, door, session, bodies(door)[0] ?? {})).status >= 400]).toEqual([
          door.door,
          true,
        ])
  expect(await everything()).toEqual(before)
  expect(service.faults).toEqual([])
})
