import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import type { Everything } from "../support/coaching/everything.ts"
import { coachingHolder, coachingRevision, coachingValues } from "../support/coaching/knocking.ts"
import { twoSites } from "../support/coaching/two-sites.ts"
import {
  addressIn,
  answerOf,
  coachingDoorsAll,
  type EveryDoor,
  isApi,
  methodOf,
  sendable,
} from "../support/doors.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { digestOf } from "../support/watched.ts"

let service: Service
let both: Record<"halton" | "bradford", Everything>
beforeAll(async () => {
  service = await startService()
  both = await twoSites(service)
}, 60_000)
afterAll(() => service.stop())

type Site = keyof typeof both

const unsafe = coachingDoorsAll.filter((one) => methodOf(one) === "POST")
const ofASite = unsafe.filter(({ door }) => door.includes("/:organisation/"))

/** What sites share with each other, as far as it comes from one of them. */
const sharedOf = async (site: Site) => {
  const found: string[] = []
  for (const level of ["waiting", "community", "public"]) {
    const pk = `LEARNING#${service.world.settings.programme}#${level}`
    const { items } = await service.table.query({ pk, strong: true })
    const ideas = items.filter(({ sk }) => !sk.startsWith("LETTER#"))
    found.push(...ideas.map((one) => canonical(one as Json)).filter((one) => one.includes(`p-${site}`)))
  }
  return found.sort()
}

const kept = async (site: Site) => [await digestOf(service, site), await sharedOf(site)]

/** Somebody who has the right at one site knocks with what is named of both. */
const knock = (
  who: Client,
  path: string,
  door: EveryDoor,
  init = sendable(door, revisionOf(door), newKey()),
) =>
  service.request(path, {
    ...init,
    headers: { origin, cookie: who.cookie ?? "", ...(init.headers as Record<string, string>) },
  })
const revisionOf = (door: EveryDoor) => coachingRevision(door, both.halton)

const bare = async (answer: Response) => {
  const { status, body } = await answerOf(answer)
  return { status, body }
}

/** Whether a door finds a thing by an id that no two sites share. Risks and help are numbered at each. */
const named = /:(?:session|action|milestone|comment)\b/

describe.each([
  ["halton", "bradford"],
  ["bradford", "halton"],
] as [Site, Site][])("whoever belongs to %s changes nothing of %s", (mine, theirs) => {
  const people = (door: EveryDoor) => coachingHolder(both[mine], door)
  const ofProgramme = (who: Client) => [both[mine].people.coordinator, both[mine].people.chair].includes(who)

  test("with the other in the address: it is not there, as what was never there", async () => {
    const before = await kept(theirs)
    for (const door of ofASite) {
      const who = people(door)
      if (ofProgramme(who)) continue
      const path = addressIn(door, { ...coachingValues(door, both[theirs]), organisation: theirs })
      const there = await bare(await knock(who, path, door))
      const nowhere = addressIn(door, { ...coachingValues(door, both[theirs]), organisation: "nowhere" })
      expect([door.door, there.status]).toEqual([door.door, 404])
      expect(there).toEqual(await bare(await knock(who, nowhere, door)))
    }
    expect(await kept(theirs)).toEqual(before)
  })

  test("with ids of the other below their own address: they are not there", async () => {
    const before = await kept(theirs)
    for (const door of ofASite.filter((one) => named.test(one.door))) {
      const path = addressIn(door, { ...coachingValues(door, both[theirs]), organisation: mine })
      const none = addressIn(door, {
        ...coachingValues(door, both[theirs]),
        organisation: mine,
        session: "2018-01-09-none",
        action: "2018-01-09-none",
        milestone: "none-such",
        comment: "none-such",
      })
      const found = await bare(await knock(people(door), path, door))
      expect([door.door, found.status]).toEqual([door.door, 404])
      expect(found).toEqual(await bare(await knock(people(door), none, door)))
    }
    expect(await kept(theirs)).toEqual(before)
  })

  test("with what the other offered: nobody takes it back or out but who offered it, and coordinators", async () => {
    const before = await kept(theirs)
    const { lead, contributor, coach, sponsor } = both[mine].people
    for (const door of unsafe.filter((one) => /:(?:offer|idea)\b/.test(one.door)))
      for (const who of [lead, contributor, coach, sponsor]) {
        const path = addressIn(door, coachingValues(door, both[theirs]))
        const { status } = await knock(who, path, door)
        expect([door.door, [403, 404].includes(status)]).toEqual([door.door, true])
      }
    expect(await kept(theirs)).toEqual(before)
  })

  test("with ids of the other in the query: what is done is done at home", async () => {
    const before = await kept(theirs)
    const other = new URLSearchParams({
      organisation: theirs,
      site: theirs,
      session: both[theirs].sessions.agreed,
      action: both[theirs].actions.open,
      offer: both[theirs].offer,
      person: `p-${theirs}-site-lead`,
    })
    for (const door of unsafe) {
      const path = addressIn(door, coachingValues(door, both[mine]))
      const { status } = await knock(people(door), `${path}?${other}`, door)
      expect([door.door, status < 500]).toEqual([door.door, true])
    }
    expect(await kept(theirs)).toEqual(before)
  })

  test("with the other in what is sent, wherever it may stand", async () => {
    const before = await kept(theirs)
    const { sessions, actions, risks, offer, site } = both[theirs]
    const strangers = {
      organisation: site,
      site,
      session: sessions.held,
      action: actions.open,
      risk: risks.low,
      offer,
      who: `p-${site}-contributor`,
      person: `p-${site}-site-lead`,
      deliveryAction: actions.open,
      milestone: both[theirs].plan.milestone,
      id: actions.open,
    }
    for (const door of unsafe) {
      const whole = door.gives?.(coachingRevision(door, both[mine])) ?? {}
      const path = addressIn(door, coachingValues(door, both[mine]))
      // A page passes over what it has no field for; an operation takes nothing that it does not ask for.
      const bodies = isApi(door)
        ? Object.entries(strangers).map(([name, value]) => ({ ...whole, [name]: value }))
        : [{ ...whole, ...strangers }]
      for (const body of bodies) {
        const init = sendable({ ...door, gives: () => body }, revisionOf(door), newKey())
        const { status } = await knock(people(door), path, door, init)
        expect([door.door, body, status < 500]).toEqual([door.door, body, true])
      }
    }
    expect(await kept(theirs)).toEqual(before)
  })

  test("with an action of the other in a row of a session, or as what a rating leads to", async () => {
    const before = await kept(theirs)
    const { coach } = both[mine].people
    const at = `/organisations/${mine}/coaching/NSW2`
    const stranger = both[theirs].actions.open
    const row = {
      id: stranger,
      text: "Theirs.",
      owner: "site",
      due: "2018-02-28",
      now: "dropped",
      because: "Ours.",
    }
    const answers = {
      on: "2018-01-15",
      kind: "call",
      who: "The lead",
      talked: "Cover.",
      next: "2018-02-20",
      actions: [row],
    }
    const written = await coach.api(
      "POST",
      `${at}/sessions/write`,
      { answers },
      { "idempotency-key": newKey() },
    )
    expect([written.status, await written.text()]).toEqual([
      422,
      expect.stringContaining("is not one of this form"),
    ])
    const rated = await coach.api(
      "POST",
      `${at}/going/2018-01/ratings`,
      {
        delivery: "red",
        deliveryBecause: "Nobody is in post.",
        deliveryAction: stranger,
        people: "green",
        spend: "green",
      },
      { "idempotency-key": newKey() },
    )
    expect(rated.status).toBe(422)
    expect(await kept(theirs)).toEqual(before)
  })
})

test("and nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
