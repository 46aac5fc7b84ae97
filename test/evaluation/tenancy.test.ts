import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { answersIn } from "../../shared/store/answers.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { tallyTokenFor } from "../../shared/web/link-token.ts"
import {
  addressIn,
  answerOf,
  type EveryDoor,
  evaluationDoorsAll,
  isApi,
  methodOf,
  sendable,
} from "../support/doors.ts"
import {
  evaluationDone,
  evaluationOf,
  publishEvaluation,
  type SiteEvaluation,
} from "../support/evaluation/everything.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, origin, type Service, startService } from "../support/service.ts"
import { newKey } from "../support/submission.ts"
import { digestOf } from "../support/watched.ts"

let service: Service
type Site = "halton" | "bradford"
const both = {} as Record<Site, SiteEvaluation>
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  const roundOf = await publishEvaluation(service)
  for (const site of ["halton", "bradford"] as const)
    both[site] = await evaluationOf(service, roundOf, site, {
      say: (what) => `${site} ${what.toLowerCase()}`,
    })
  service.at(evaluationDone)
}, 60_000)
afterAll(() => service.stop())

const valuesOf = ({ site, baseline, plan, stories, tally }: SiteEvaluation) => ({
  organisation: site,
  phase: "NSW2",
  reference: baseline.reference,
  section: plan.own,
  measure: plan.own,
  comment: plan.comment,
  story: stories.shared,
  round: tally.round,
  version: "1",
  number: "1",
  at: "baseline",
  report: "nsw2-1",
})
const none = {
  reference: "NSW2-HAL-V-222222",
  section: "s-000000000000",
  measure: "s-000000000000",
  comment: "none",
}

const knock = async (who: Client, path: string, door: EveryDoor) => {
  const init = sendable(door, 1, newKey())
  const headers = { origin, cookie: who.cookie ?? "", ...Object.fromEntries(new Headers(init.headers)) }
  const { status, body } = await answerOf(await service.request(path, { ...init, headers }))
  return { status, body: body.replaceAll(/name="key" value="[^"]*"/g, "") }
}
const ofASite = evaluationDoorsAll.filter(({ door }) => door.includes("/:organisation/"))

describe.each([
  ["halton", "bradford"],
  ["bradford", "halton"],
] as [Site, Site][])("whoever belongs to %s reads and changes nothing of %s", (mine, theirs) => {
  const own = () => {
    const { lead, contributor, governance } = both[mine].people
    return [lead, contributor, governance]
  }

  test("with the other in the address: it is not there, as what was never there", async () => {
    const before = await digestOf(service, theirs)
    for (const door of ofASite)
      for (const who of own()) {
        const there = await knock(who, addressIn(door, valuesOf(both[theirs])), door)
        const nowhere = { ...valuesOf(both[theirs]), organisation: "nowhere" }
        expect([door.door, there.status]).toEqual([door.door, 404])
        expect(there).toEqual(await knock(who, addressIn(door, nowhere), door))
      }
    expect(await digestOf(service, theirs)).toBe(before)
  })

  test("with ids of the other below their own address: they are not there, for the evaluator neither", async () => {
    const before = [await digestOf(service, theirs)]
    const named = ofASite.filter(({ door }) => /:(?:reference|comment)\b|plan\/measures\/:measure/.test(door))
    expect(named.length).toBeGreaterThan(20)
    for (const door of named)
      for (const who of [both[mine].people.lead, both[mine].people.evaluator]) {
        const path = addressIn(door, { ...valuesOf(both[theirs]), organisation: mine })
        const found = await knock(who, path, door)
        const never = { ...valuesOf(both[theirs]), ...none, organisation: mine }
        expect([door.door, [403, 404, 409].includes(found.status)]).toEqual([door.door, true])
        expect(found).toEqual(await knock(who, addressIn(door, never), door))
      }
    expect([await digestOf(service, theirs)]).toEqual(before)
  })

  test("with the other in the query: what is read is read at home", async () => {
    const query = `organisation=${theirs}&site=${theirs}&place=${theirs}&reference=${both[theirs].baseline.reference}`
    const doors = ofASite.filter((one) => methodOf(one) === "GET" && !isApi(one))
    for (const door of doors) {
      const path = addressIn(door, valuesOf(both[mine]))
      const read = await answerOf(await both[mine].people.lead.get(`${path}?${query}`))
      expect([door.door, read.body.includes(`${theirs} story`), read.status < 500]).toEqual([
        door.door,
        false,
        true,
      ])
      expect([door.door, read.body.includes(`${theirs} figure`)]).toEqual([door.door, false])
    }
  })
})

describe("the secret of a letter opens one tally", () => {
  const link = (more: object = {}) => ({
    organisation: "halton",
    round: both.halton.tally.round,
    person: "p-halton-contributor",
    until: "2018-01-19",
    ...more,
  })
  const tokenFor = (more: object = {}) => tallyTokenFor(service.world.settings.linkKey, link(more))
  const statusOf = async (path: string) => (await service.nobody.get(path)).status

  test("and nothing of it can be changed: another site, month, person or day is no secret of ours", async () => {
    const { token } = both.halton.tally
    expect(await statusOf(`/tally/${token}`)).toBe(200)
    const [site, round, person, until, proof] = token.split(".") as [string, string, string, string, string]
    const forged = [
      ["bradford", round, person, until, proof],
      [site, round.replace("2017-12", "2017-11"), person, until, proof],
      [site, round, "p-halton-site-lead", until, proof],
      [site, round, person, "2019-01-19", proof],
      [site, round, person, until, both.bradford.tally.token.split(".").at(-1) ?? ""],
      [site, round, person, until, "A".repeat(32)],
    ]
    for (const parts of forged)
      expect([parts[0], await statusOf(`/tally/${parts.join(".")}`)]).toEqual([parts[0], 404])
  })

  test("even one made with our key is nothing for whoever does not fill in tallies there, or no longer does", async () => {
    for (const more of [
      { person: "p-halton-sponsor" },
      { person: "p-bradford-contributor" },
      { person: "p-evaluator" },
      { person: "p-coach" },
      { person: "nobody" },
      { round: both.halton.baseline.reference },
      { round: "nsw2-spending-2017-12-31" },
      { until: "2018-01-11" },
    ])
      expect([more, await statusOf(`/tally/${tokenFor(more)}`)]).toEqual([more, 404])
  })

  test("and signs nobody in: it is no session, no calendar, no link of any other kind, nor is any other one of these", async () => {
    const { token } = both.halton.tally
    const { secret } = both.halton.wave
    for (const path of [
      `/tell-us/${token}`,
      `/tell-us/${token.split(".").at(-1)}`,
      `/tally/${secret}`,
      `/announcements/${secret}`,
      `/calendar/${secret}.ics`,
      `/calendar/${token}.ics`,
      `/reports/${secret}`,
    ])
      expect([path.slice(0, 14), await statusOf(path)]).toEqual([path.slice(0, 14), 404])
    for (const given of [token, secret]) {
      const as = service.withCookie(`__Host-session=${given}`)
      expect((await as.get("/organisations/halton")).status).toBe(303)
      const opened = await service.nobody.post("/sign-in/link", { token: given })
      expect(opened.headers.get("set-cookie") ?? "").not.toMatch(/__Host-session=[^;]/)
    }
    const page = await service.nobody.get(`/tally/${token}`)
    expect(page.headers.get("set-cookie")).toBeNull()
  })

  test("so that a form which names another site fills in nothing there", async () => {
    const before = [await digestOf(service, "bradford"), await digestOf(service, "halton")]
    const fields = {
      organisation: "bradford",
      round: both.bradford.tally.round,
      revision: "0",
      key: newKey(),
    }
    const answer = await service.nobody.post(`/tally/${both.halton.tally.token}/save`, fields)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect([await digestOf(service, "bradford"), await digestOf(service, "halton")]).toEqual(before)
  })

  test("and is over with the access of its person", async () => {
    const at = "/organisations/halton/people"
    const { lead } = both.halton.people
    expect(await statusOf(`/tally/${both.halton.tally.token}`)).toBe(200)
    const people = peopleIn(service.table)
    const member = (await people.membersOf("halton")).find(({ person }) => person === "p-halton-contributor")
    expect((await lead.post(`${at}/${member?.person}/${member?.grant}/end`, {})).status).toBe(303)
    service.at("2018-01-13T09:00:00.000Z")
    expect(await statusOf(`/tally/${both.halton.tally.token}`)).toBe(404)
    service.at(evaluationDone)
  })
})

test("an answer belongs to the site of its link, whatever its form says", async () => {
  const given = async (site: Site) => (await answersIn(service.table).ofSite(site, "NSW2")).length
  const before = [await given("halton"), await given("bradford")]
  const fields = {
    "knows-who": "yes",
    organisation: "bradford",
    wave: both.bradford.wave.wave,
    key: newKey(),
  }
  const answer = await service.nobody.post(`/tell-us/${both.halton.wave.secret}`, fields)
  const took = answer.status === 303 ? 1 : 0
  expect([await given("halton"), await given("bradford")]).toEqual([(before[0] ?? 0) + took, before[1]])
})

test("and nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
