import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { communityIn } from "../../shared/store/community.ts"
import { takeOffList } from "../../shared/store/off-list.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
let lead: Client
let contributor: Client
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())
beforeEach(async () => {
  service.at("2018-01-16T09:00:00Z")
  for (const { organisation, person } of await listed())
    await service.table.write([takeOffList(programme.id, organisation, person)])
})

const listed = () => communityIn(service.table, programme.id).listed()
const you = "/learning/people/you"
const mine = {
  role: "Named social worker, transitions",
  about: "Keeping one worker through a hospital stay.",
  showEmail: true,
  until: "2018-03-31",
}
const list = (who: Client, given: Record<string, unknown> = {}, key = newKey()) =>
  who.api("POST", you, { ...mine, ...given }, keyed(key))
const seen = async (who: Client) => plain(await (await who.get("/learning/people")).text())

describe("being listed", () => {
  test("is one's own choice on a page, with each way to be reached chosen, until a day", async () => {
    expect(await seen(contributor)).toContain("Nobody has chosen to be listed yet.")
    const form = fieldsIn(plain(await (await contributor.get(you)).text()), you)
    expect(form.name).toBeUndefined()
    const typed = {
      ...form,
      role: mine.role,
      about: mine.about,
      showEmail: "no",
      phone: "0151 907 8300",
      "until.day": "31",
      "until.month": "3",
      "until.year": "2018",
    }
    expect((await contributor.post(you, typed)).headers.get("location")).toBe("/learning/people")
    const page = await seen(await service.as("site-lead@bradford.example"))
    for (const words of [
      "Halton contributor (demonstration)",
      "Halton",
      mine.role,
      mine.about,
      "0151 907 8300",
    ])
      expect(page).toContain(words)
    expect(page).not.toContain("contributor@halton.example")
    expect(await seen(contributor)).toContain("You are listed for Halton until 31 March 2018.")
    const again = fieldsIn(plain(await (await contributor.get(you)).text()), you)
    expect([again.role, again["until.month"], again.phone]).toEqual([mine.role, "3", "0151 907 8300"])
  })

  test("can be changed or stopped at once, and the same key does it once", async () => {
    const key = newKey()
    for (let times = 0; times < 2; times++) expect((await list(contributor, {}, key)).status).toBe(200)
    expect((await list(contributor, { about: "Ask me about rotas.", until: "2018-02-28" })).status).toBe(200)
    expect(await listed()).toEqual([
      expect.objectContaining({ about: "Ask me about rotas.", until: "2018-02-28", revision: 2 }),
    ])
    const at = `${you}/stop`
    const form = fieldsIn(plain(await (await contributor.get(at)).text()), at)
    expect((await contributor.post(at, form)).headers.get("location")).toBe("/learning/people")
    expect(await listed()).toEqual([])
    expect((await contributor.get(at)).status).toBe(404)
    expect((await contributor.post(at, form)).status).toBe(303)
  })

  test("is nobody else's choice: no body, page or key lists another person", async () => {
    for (const more of [
      { person: "p-halton-contributor" },
      { name: "Somebody Else" },
      { email: "contributor@halton.example" },
    ])
      expect((await list(lead, more)).status).toBe(422)
    const form = fieldsIn(plain(await (await lead.get(you)).text()), you)
    await lead.post(you, {
      ...form,
      person: "p-halton-contributor",
      name: "Halton contributor (demonstration)",
      role: mine.role,
      about: mine.about,
      showEmail: "yes",
      "until.day": "31",
      "until.month": "3",
      "until.year": "2018",
    })
    expect((await listed()).map(({ person, email }) => [person, email])).toEqual([
      ["p-halton-site-lead", "site-lead@halton.example"],
    ])
    expect((await list(lead, { site: "bradford" })).status).toBe(404)
    const stops = await contributor.api("POST", `${you}/stop`, { site: "halton" }, keyed())
    expect(stops.status).toBe(200)
    expect((await listed()).map(({ person }) => person)).toEqual(["p-halton-site-lead"])
    for (const email of ["sponsor@halton.example", "coach@innovation-unit.example"])
      expect([email, (await list(await service.as(email))).status]).toEqual([email, 403])
  })

  test("needs one way to be reached, few words, and a day within one's own access", async () => {
    for (const [given, says] of [
      [{ showEmail: false }, "people need one way to reach you"],
      [{ phone: "ring me" }, "Enter a telephone number, like 0151 907 8300"],
      [{ role: "x".repeat(61) }, "What you do must be 60 characters or fewer"],
      [{ about: Array.from({ length: 31 }, () => "rota").join(" ") }, "must be 30 words or fewer"],
      [{ until: "2018-01-15" }, "must be on or after 16 January 2018"],
      [{ until: "2019-01-01" }, "must be on or before 31 December 2018"],
      [{ until: "2018-02-30" }, "Enter a real date"],
      [{ about: "Ask Mrs Smith about rotas." }, "looks like the name of a person"],
    ] as const) {
      const answer = await list(contributor, given)
      expect([given, answer.status]).toEqual([given, 422])
      expect(await answer.text()).toContain(says)
    }
    expect(await listed()).toEqual([])
  })
})

describe("who sees them", () => {
  test("people of sites, coaches and coordinators after signing in; never the public or the Department", async () => {
    await list(contributor)
    for (const [email, status] of [
      ["sponsor@bradford.example", 200],
      ["coach@innovation-unit.example", 200],
      ["coordinator@innovation-unit.example", 200],
      ["reader@doh.example", 403],
      ["adviser@lived-experience.example", 403],
    ] as const) {
      const who = await service.as(email)
      for (const path of ["/learning/people", "/api/learning/people"])
        expect([email, path, (await who.get(path)).status]).toEqual([email, path, status])
    }
    expect((await service.nobody.get("/learning/people")).status).toBe(303)
    expect(await (await service.nobody.get("/learned")).text()).not.toContain("contributor")
  })

  test("an entry is there until its day, and not on the day after", async () => {
    await list(contributor, { until: "2018-01-31" })
    service.at("2018-01-31T20:00:00Z")
    expect(await seen(lead)).toContain("Halton contributor")
    service.at("2018-02-01T09:00:00Z")
    expect(await seen(lead)).not.toContain("Halton contributor")
  })
})

/** Another role of somebody at Halton. */
const alsoLead = async (to: string) => {
  const people = peopleIn(service.table)
  const known = await people.known("p-halton-contributor")
  if (!known) throw new Error("There is a contributor")
  const grant = {
    id: `g-also-${to}`,
    role: "lead" as const,
    organisation: "halton",
    from: "2018-01-01T00:00:00.000Z",
    to,
    by: "a test",
  }
  await people.write(people.granting(known.person, grant))
  return grant.id
}
const contributorsGrant = "g-halton-contributor"
const people = "/organisations/halton/people/p-halton-contributor"
const restored = (to = "2019-01-01T00:00:00.000Z") =>
  service.table.write(
    peopleIn(service.table).ending(
      "p-halton-contributor",
      { id: contributorsGrant, organisation: "halton" },
      to,
    ),
  )

describe("whose access ends", () => {
  test("is off the list in the same moment, whoever ends it", async () => {
    await list(contributor)
    expect((await coordinator.api("POST", `${people}/${contributorsGrant}/end`, {})).status).toBe(200)
    expect(await listed()).toEqual([])
    expect(await seen(lead)).not.toContain("Halton contributor")
    await restored()
  })

  test("stays while another role of theirs lasts as long, and goes with that one", async () => {
    const other = await alsoLead("2019-06-01T00:00:00.000Z")
    await list(contributor)
    expect((await listed())[0]?.ends).toBe("2019-06-01T00:00:00.000Z")
    expect((await coordinator.api("POST", `${people}/${contributorsGrant}/end`, {})).status).toBe(200)
    expect((await listed()).length).toBe(1)
    expect((await coordinator.api("POST", `${people}/${other}/end`, {})).status).toBe(200)
    expect(await listed()).toEqual([])
    await restored()
  })

  test("goes off where it ends earlier than the list knows, and stays where it is made longer", async () => {
    await list(contributor)
    const dates = (until: string) =>
      coordinator.api("POST", `${people}/${contributorsGrant}/dates`, { until }, keyed())
    expect((await dates("2019-03-31T22:59:59.999Z")).status).toBe(200)
    expect((await listed()).length).toBe(1)
    expect((await dates("2018-02-28T23:59:59.999Z")).status).toBe(200)
    expect(await listed()).toEqual([])
    await restored()
  })

  test("is not shown once the access has ended by itself", async () => {
    await restored("2018-02-10T00:00:00.000Z")
    await list(contributor, { until: "2018-02-09" })
    service.at("2018-02-09T12:00:00Z")
    expect(await seen(lead)).toContain("Halton contributor")
    service.at("2018-02-10T00:00:00Z")
    expect(await seen(lead)).not.toContain("Halton contributor")
    await restored()
  })
})

test("whoever belongs to several sites chooses which one it is for", async () => {
  const of = peopleIn(service.table)
  const known = await of.known("p-halton-site-lead")
  if (!known) throw new Error("There is a lead")
  await of.write(
    of.granting(known.person, {
      id: "g-two",
      role: "contributor",
      organisation: "bradford",
      from: "2018-01-01T00:00:00.000Z",
      to: "2018-02-20T00:00:00.000Z",
      by: "a test",
    }),
  )
  expect(plain(await (await lead.get(you)).text())).toContain("At which site?")
  expect((await list(lead)).status).toBe(422)
  const late = await list(lead, { site: "bradford" })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining("ends earlier")])
  expect((await list(lead, { site: "bradford", until: "2018-02-19" })).status).toBe(200)
  expect((await list(lead, { site: "halton" })).status).toBe(200)
  expect((await listed()).map(({ site }) => site)).toEqual(["Bradford", "Halton"])
  expect((await list(lead, { site: "leeds" })).status).toBe(422)
})
