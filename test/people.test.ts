import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { Member } from "../shared/domain/people/member.ts"
import { brokenAt, type Event, event } from "../shared/domain/submissions/event.ts"
import { keys } from "../shared/store/keys.ts"
import { peopleIn } from "../shared/store/people.ts"
import { plain } from "./support/page-form.ts"
import { type Client, firstMorning, type Service, startService } from "./support/service.ts"
import { keyed, newKey } from "./support/submission.ts"

let service: Service
let lead: Client
let coordinator: Client
let administrator: Client
beforeAll(async () => {
  service = await startService()
  lead = await service.as("site-lead@halton.example")
  coordinator = await service.as("coordinator@innovation-unit.example")
  administrator = await service.as("administrator@doh.example")
})
afterAll(() => service.stop())
beforeEach(() => service.at(firstMorning.toISOString()))

const team = "/programme/people"
const at = (organisation: string) => `/organisations/${organisation}/people`
const halton = at("halton")

const textOf = async (answer: Response) =>
  plain(
    (await answer.text())
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  )
const seen = async (who: Client, path: string) => {
  const answer = await who.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return textOf(answer)
}

type Listed = { people: Member[]; coming: Member[]; ended: Member[] }
const listed = async (who: Client, path: string) => (await (await who.api("GET", path)).json()) as Listed

type Line = {
  number: number
  says: string
  by: { name: string; role: string }
  about?: { person: string; role: string }
}
const changes = async (who: Client, path: string, query = "") =>
  (await (await who.api("GET", `${path}/changes${query}`)).json()) as { changes: Line[]; next?: number }

let invited = 0
const person = (domain = "halton.gov.uk") => {
  invited += 1
  return { name: `Person ${invited}`, email: `person.${invited}@${domain}`, role: "contributor" }
}
const invite = (who: Client, path: string, given: Record<string, unknown>, key = newKey()) =>
  who.api("POST", `${path}/invite`, given, keyed(key))
const problems = async (answer: Response) =>
  ((await answer.json()) as { problems?: { question: string; says: string }[] }).problems

/** Lets somebody in, and gives their place and themselves, signed in. */
const letIn = async (who: Client, path: string, given: { email: string } & Record<string, unknown>) => {
  const answer = await invite(who, path, given)
  expect(answer.status, await answer.clone().text()).toBe(200)
  const { people, coming } = await listed(who, path)
  const one = [...people, ...coming].find(({ email, role }) => email === given.email && role === given.role)
  if (!one) throw new Error(`${given.email} is not listed`)
  return { one, path: `${path}/${one.person}/${one.grant}`, client: await service.as(given.email) }
}
const days = (name: string, day: string, month: string, year: string) => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
})

describe("an administrator", () => {
  test("lets somebody in anywhere, also from an address that is at no council, and the organisation sees it", async () => {
    const given = { ...person("nhs.net"), role: "certifier" }
    const { client } = await letIn(administrator, halton, given)
    expect((await client.get("/organisations/halton")).status).toBe(200)
    const line = `Gave ${given.name} access as section 151 officer, until 14 August 2018. Their address is at no council we know: an exception`
    expect((await changes(lead, halton)).changes[0]).toMatchObject({
      says: line,
      by: { name: "Administrator (demonstration)", role: "administrator" },
    })
    const page = await seen(lead, halton)
    expect(page).toContain(`14 August 2017 at 9am ${line} Administrator (demonstration), administrator`)
    expect(page).toContain(given.email)
  })

  test("opens nothing to others at the domain of somebody who was let in", async () => {
    await letIn(administrator, halton, person("consultant.example"))
    const colleague = { ...person("consultant.example"), role: "contributor" }
    expect((await problems(await invite(lead, halton, colleague)))?.[0]).toMatchObject({
      question: "email",
      says: expect.stringContaining("not at a council we know"),
    })
    await service.nobody.post("/sign-in", { email: colleague.email })
    expect((await service.deliver()).some(({ to }) => to === colleague.email)).toBe(false)
  })

  test("sees people and no content: every other page of the organisation is not found", async () => {
    const page = await administrator.get(halton)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('href="/programme/people"')
    for (const path of ["", "/submissions", "/submissions/NSW2-HAL-E-7K3PQ4", "/rounds/nsw-2-2017/start"])
      for (const who of [administrator, coordinator]) {
        expect([path, (await who.get(`/organisations/halton${path}`)).status]).toEqual([path, 404])
        expect((await who.api("GET", `/organisations/halton${path}`)).status).toBe(404)
      }
  })

  test("finds no people at an organisation that is none", async () => {
    for (const id of ["nowhere", "programme", "__proto__"])
      expect((await administrator.get(at(id))).status).toBe(404)
  })

  test("ends access, and an open session ends with the next click", async () => {
    const { one, path, client } = await letIn(lead, halton, person())
    expect((await client.get("/organisations/halton")).status).toBe(200)
    expect((await administrator.post(`${path}/end`, {})).headers.get("location")).toBe(halton)
    expect((await client.get("/organisations/halton")).status).toBe(404)
    expect((await client.get(halton)).status).toBe(404)
    expect((await changes(lead, halton)).changes[0]).toMatchObject({
      says: `Ended the access of ${one.name} as contributor`,
      by: { role: "administrator" },
      about: { person: one.person },
    })
  })

  test("chooses an organisation by its name", async () => {
    expect(await seen(administrator, `${team}/of`)).toContain("Halton: Halton Borough Council")
    const chosen = await administrator.get(`${team}/of?organisation=halton`)
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, halton])
    const none = await administrator.get(`${team}/of?organisation=`)
    expect(none.status).toBe(422)
    expect(await textOf(none)).toContain("Select an organisation")
  })

  test("has a home that is never empty and says what there is to do", async () => {
    const home = await administrator.get("/home")
    const page = await home.text()
    expect(page).toContain("Nothing waits for you. You let people in and out:")
    expect(page).toContain('href="/programme/people"')
    expect(page).toContain('href="/programme/people/of"')
    expect(page).not.toContain('href="/programme"')
  })
})

describe("a site lead", () => {
  test.each(["nhs.net", "gmail.com", "consultant.example", "halton.gov.uk.example"])(
    "may not invite an address at %s, is told so beside it, and keeps what was typed",
    async (domain) => {
      const given = {
        ...person(domain),
        ...days("until", "3", "March", "2018"),
        ...days("from", "1", "2", "2018"),
      }
      const answer = await lead.post(`${halton}/invite`, { ...given, key: newKey() })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain("This address is not at a council we know")
      expect(page).toContain('<a href="#email">')
      for (const typed of [given.name, given.email, "March", "2018"])
        expect(page).toContain(`value="${typed}"`)
      expect(page).toMatch(/value="contributor"[^>]*checked|checked[^>]*value="contributor"/)
      expect(await peopleIn(service.table).idOf(given.email)).toBeUndefined()
    },
  )

  test.each([
    "",
    "nobody",
    "a@b",
    "a b@halton.gov.uk",
    "a@halton..gov.uk",
    "<a@halton.gov.uk>",
    "a@@halton.gov.uk",
    "é@halton",
  ])("is told that %j is no address, and keeps it as it was typed", async (email) => {
    for (const who of [lead, administrator]) {
      const answer = await who.post(`${halton}/invite`, { ...person(), email, key: newKey() })
      expect(answer.status).toBe(422)
      const page = plain(await answer.text())
      expect(page).toContain("Enter an email address in the correct format")
      expect(page).toContain(`value="${email}"`)
    }
    expect((await invite(lead, halton, { ...person(), email })).status).toBe(422)
  })

  test.each([
    [
      "until before from",
      { ...days("from", "10", "9", "2017"), ...days("until", "9", "9", "2017") },
      "until",
      "must not be before the first day",
    ],
    ["a last day that is past", days("until", "13", "8", "2017"), "until", "must be today or later"],
    ["a last day in three years", days("until", "14", "8", "2020"), "until", "must be within two years"],
    ["a first day that is past", days("from", "13", "8", "2017"), "from", "must be today or later"],
    ["a first day in more than a year", days("from", "15", "8", "2018"), "from", "must be within a year"],
    ["a last day that is none", days("until", "31", "2", "2018"), "until", "must be a real date"],
    ["half a first day", days("from", "", "2", "2018"), "from", "must be a real date"],
  ])("is told of %s beside it", async (_, typed, question, says) => {
    const answer = await lead.post(`${halton}/invite`, { ...person(), ...typed, key: newKey() })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(`<a href="#${question}.day">`)
    expect(page).toContain(says)
  })

  test("sees each person once with everything they are, and who will stand in from when", async () => {
    const given = person()
    await letIn(lead, halton, given)
    await letIn(lead, halton, { ...given, role: "governance" })
    const page = await (await lead.get(halton)).text()
    expect(page.split(`card__title">${given.name}<`)).toHaveLength(2)
    expect(page).toContain("Information-governance officer")
    expect(page).not.toMatch(/last signed in|last seen/i)
  })

  test("gives no role of the programme", async () => {
    for (const role of ["coordinator", "administrator", "coach", "king"]) {
      expect((await invite(lead, halton, { ...person(), role })).status).toBe(422)
      const page = await lead.post(`${halton}/invite`, { ...person(), role, key: newKey() })
      expect(page.status).toBe(422)
    }
    expect((await lead.get(team)).status).toBe(404)
    expect((await invite(lead, team, { ...person(), role: "coach" })).status).toBe(404)
  })
})

describe("a deputy by date", () => {
  test("counts on their days and neither before nor after, and is told before", async () => {
    const given = { ...person(), role: "certifier" }
    service.at("2018-07-02T08:00:00.000Z")
    const answer = await lead.post(`${halton}/invite`, {
      ...given,
      ...days("from", "1", "August", "2018"),
      ...days("until", "14", "August", "2018"),
      key: newKey(),
    })
    expect(answer.status).toBe(303)
    const deputy = await service.as(given.email)
    expect((await deputy.get("/organisations/halton")).status).toBe(404)
    expect(await seen(deputy, "/home")).toContain(
      "Your access as section 151 officer for Halton Borough Council begins on 1 August 2018",
    )
    const page = await seen(lead, halton)
    expect(page).toContain("Access that has not begun")
    expect(page).toContain("From 1 August 2018 until 14 August 2018")
    const { coming, people } = await listed(lead, halton)
    expect(coming.map(({ email }) => email)).toContain(given.email)
    expect(people.map(({ email }) => email)).not.toContain(given.email)
    const letter = (await service.deliver()).findLast(({ to }) => to === given.email)
    expect(letter?.subject).toContain("you will have access as section 151 officer")
    expect(letter?.text).toContain("from 1 August 2018 until 14 August 2018")

    for (const [moment, status] of [
      ["2018-07-31T22:59:59.000Z", 404],
      ["2018-07-31T23:00:00.000Z", 200],
      ["2018-08-14T22:59:00.000Z", 200],
      ["2018-08-14T23:00:00.000Z", 404],
    ] as const) {
      service.at(moment)
      expect([moment, (await deputy.get("/organisations/halton")).status]).toEqual([moment, status])
    }
  })

  test("can be taken back before they begin", async () => {
    const from = "2017-09-01T00:00:00.000Z"
    const { path, one } = await letIn(lead, halton, { ...person(), role: "sponsor", from })
    expect((await lead.post(`${path}/end`, {})).status).toBe(303)
    const { coming, ended } = await listed(lead, halton)
    expect(coming.map(({ grant }) => grant)).not.toContain(one.grant)
    expect(ended.map(({ grant }) => grant)).toContain(one.grant)
    service.at("2017-09-02T08:00:00.000Z")
    expect((await (await service.as(one.email)).get("/organisations/halton")).status).toBe(404)
  })
})

describe("the last day of access", () => {
  test("is extended or shortened on a page of its own, and the change is seen", async () => {
    const { path, one } = await letIn(lead, halton, person())
    expect(await seen(lead, `${path}/dates`)).toContain(`Extend or shorten ${one.name}’s access`)
    const fields = days("until", "3", "3", "2018")
    const answer = await lead.post(`${path}/dates`, { ...fields, key: newKey() })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, halton])
    expect(await seen(lead, halton)).toContain(
      `Changed the last day of ${one.name} as contributor from 14 August 2018 to 3 March 2018`,
    )
    const until = "2019-02-01T23:59:59.999Z"
    expect((await lead.api("POST", `${path}/dates`, { until }, keyed())).status).toBe(200)
    const found = (await listed(lead, halton)).people.find(({ grant }) => grant === one.grant)
    expect(found?.to).toBe(until)
    const known = await peopleIn(service.table).known(one.person)
    expect(known?.grants.find(({ id }) => id === one.grant)?.to).toBe(until)
  })

  test("is changed once by one key, and the same day again is no change", async () => {
    const { path } = await letIn(lead, halton, person())
    const key = newKey()
    const before = (await changes(lead, halton)).changes[0]?.number ?? 0
    for (let times = 0; times < 3; times++)
      expect(
        (await lead.api("POST", `${path}/dates`, { until: "2018-03-03T12:00:00.000Z" }, keyed(key))).status,
      ).toBe(200)
    await lead.api("POST", `${path}/dates`, { until: "2018-03-03T20:00:00.000Z" }, keyed())
    expect((await changes(lead, halton)).changes[0]?.number).toBe(before + 1)
    const other = await lead.api("POST", `${path}/dates`, { until: "2018-04-03T12:00:00.000Z" }, keyed(key))
    expect(other.status).toBe(422)
  })

  test("is refused beside its field where it cannot stand, with what was typed", async () => {
    const { path } = await letIn(lead, halton, person())
    for (const [typed, says] of [
      [days("until", "13", "8", "2017"), "must be today or later"],
      [days("until", "14", "8", "2020"), "must be within two years"],
      [days("until", "", "", ""), "Enter the last day"],
      [days("until", "31", "2", "2018"), "must be a real date"],
    ] as const) {
      const answer = await lead.post(`${path}/dates`, { ...typed, key: newKey() })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(says)
      expect(page).toContain(`name="until.day" value="${typed["until.day"]}"`)
    }
    expect(
      (
        await problems(
          await lead.api("POST", `${path}/dates`, { until: "2017-01-01T00:00:00.000Z" }, keyed()),
        )
      )?.[0]?.question,
    ).toBe("until")
  })

  test("is not a sponsor's to change, nor a contributor's", async () => {
    const { path } = await letIn(lead, halton, person())
    for (const email of ["sponsor@halton.example", "contributor@halton.example"]) {
      const who = await service.as(email)
      expect((await who.get(`${path}/dates`)).status).toBe(403)
      expect(
        (await who.post(`${path}/dates`, { ...days("until", "3", "3", "2018"), key: newKey() })).status,
      ).toBe(403)
    }
  })
})

describe("the last lead", () => {
  const leads = async () =>
    (await listed(administrator, at("camden"))).people.filter(({ role }) => role === "lead")

  test("cannot go without a successor: not now, and not on a day before anybody else leads", async () => {
    const camden = await service.as("site-lead@camden.example")
    const [only] = await leads()
    const path = `${at("camden")}/${only?.person}/${only?.grant}`
    const shorter = (who: Client, day: string, month: string) =>
      who.post(`${path}/dates`, { ...days("until", day, month, "2018"), key: newKey() })
    for (const who of [camden, coordinator, administrator]) {
      expect(await seen(who, `${path}/end`)).toContain("cannot go without a successor")
      expect((await who.post(`${path}/end`, {})).status).toBe(409)
      const answer = await shorter(who, "3", "3")
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain("The last lead cannot go without a successor")
    }
    expect(await seen(camden, at("camden"))).toContain(
      "Nobody leads after 1 January 2019: invite a successor",
    )

    const from = "2018-03-04T00:00:00.000Z"
    const next = { ...person("camden.gov.uk"), role: "lead", from, until: "2018-06-01T12:00:00.000Z" }
    await letIn(camden, at("camden"), next)
    expect((await shorter(camden, "2", "3")).status).toBe(422)
    expect((await shorter(camden, "3", "3")).status).toBe(303)
    expect((await camden.post(`${path}/end`, {})).status).toBe(409)
    expect(await seen(camden, at("camden"))).toContain("Nobody leads after 1 June 2018: invite a successor")

    service.at("2018-03-04T08:00:00.000Z")
    expect((await camden.get("/organisations/camden")).status).toBe(404)
    expect((await leads()).map(({ email }) => email)).toEqual([next.email])
    service.at("2018-06-02T08:00:00.000Z")
    expect(await seen(coordinator, at("camden"))).toContain("Nobody leads now: invite somebody")
  })
})

describe("what was done", () => {
  test("is shown twenty lines at a time, newest first, to whoever may see the people and to nobody else", async () => {
    const bradford = await service.as("site-lead@bradford.example")
    expect(await seen(bradford, at("bradford"))).toContain("Nothing was changed yet")
    for (let times = 0; times < 23; times++) await letIn(bradford, at("bradford"), person("bradford.gov.uk"))
    const first = await changes(bradford, at("bradford"))
    expect(first.changes.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => 23 - n))
    const earlier = await changes(bradford, at("bradford"), `?before=${first.next}`)
    expect(earlier.changes.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(earlier.next).toBeUndefined()
    expect(await (await bradford.get(at("bradford"))).text()).toContain(`${at("bradford")}/changes?before=4`)
    expect(await seen(bradford, `${at("bradford")}/changes?before=4`)).toContain("Gave Person")
    expect((await bradford.get(`${at("bradford")}/changes?before=x`)).status).toBe(404)
    expect((await lead.get(`${at("bradford")}/changes`)).status).toBe(404)
    expect(
      (await service.as("sponsor@bradford.example").then((who) => who.get(`${at("bradford")}/changes`)))
        .status,
    ).toBe(200)
  })

  test("is one unbroken chain, with the role and the grant that were used", async () => {
    const { items } = await service.table.query({ pk: "LOG#halton", begins: "people#", strong: true })
    const events: Event[] = items.map((item) => event.parse(item))
    const last = await service.table.get(keys.chain("halton"))
    expect(brokenAt(events, last as unknown as { number: number; hash: string })).toBeUndefined()
    for (const { by } of events) expect(["lead", "administrator", "coordinator"]).toContain(by.role)
    expect(events.find(({ by }) => by.role === "administrator")?.by.grant).toBe("g-administrator")
  })

  test("says since when letters to an address come back", async () => {
    const { one } = await letIn(lead, halton, person())
    const { person: id, grant, email } = one
    const bounced = "2018-03-03T09:00:00.000Z"
    await service.table.write([{ set: { ...keys.member("halton", id, grant), bounced }, when: "there" }])
    expect(await seen(lead, halton)).toContain(
      `${email} Letters to this address come back since 3 March 2018`,
    )
    expect((await listed(lead, halton)).people.find((one) => one.grant === grant)?.bounced).toBe(bounced)
  })
})

describe("the people of the programme", () => {
  test("are listed with what they are, for its coordinators and administrators alone", async () => {
    for (const who of [coordinator, administrator]) {
      const page = await seen(who, team)
      for (const role of [
        "Coach",
        "Evaluator",
        "Programme coordinator",
        "Reader",
        "Second reader",
        "Panel member with lived experience",
        "Chair",
        "Decision-maker",
        "Department finance",
        "Administrator",
      ])
        expect(page).toContain(role)
      expect(page).toContain("Nobody is administrator after 1 January 2019: invite a successor")
    }
    expect((await listed(coordinator, team)).people).toHaveLength(10)
    for (const email of ["coach@innovation-unit.example", "chair@doh.example", "site-lead@halton.example"]) {
      const who = await service.as(email)
      expect((await who.get(team)).status).toBe(404)
      expect((await who.api("GET", team)).status).toBe(404)
    }
  })

  test("are invited at any address, do their work at once, and are gone with the next click", async () => {
    const given = { ...person("consultant.example"), role: "chair" }
    const { path, client } = await letIn(coordinator, team, given)
    const letter = (await service.deliver()).findLast(({ to }) => to === given.email)
    expect(letter?.text).toContain("as chair of the selection panel")
    expect(letter?.text).toContain("/sign-in?next=/home")
    expect((await client.get("/programme")).status).toBe(200)
    expect((await client.get(team)).status).toBe(404)
    const end = await coordinator.post(`${path}/end`, {})
    expect([end.status, end.headers.get("location")]).toEqual([303, team])
    expect((await client.get("/programme")).status).toBe(404)
    expect((await changes(administrator, team)).changes.slice(0, 2)).toMatchObject([
      {
        says: `Ended the access of ${given.name} as chair of the selection panel`,
        by: { role: "programme coordinator" },
      },
      { says: `Gave ${given.name} access as chair of the selection panel, until 14 August 2018` },
    ])
  })

  test("hold no role of an organisation", async () => {
    expect((await invite(coordinator, team, { ...person(), role: "lead" })).status).toBe(422)
    const page = await coordinator.post(`${team}/invite`, { ...person(), role: "lead", key: newKey() })
    expect(page.status).toBe(422)
  })

  test("a coordinator neither gives nor ends the role of administrator", async () => {
    expect(await seen(coordinator, `${team}/invite`)).not.toContain("Administrator")
    expect((await invite(coordinator, team, { ...person(), role: "administrator" })).status).toBe(422)
    const { one, path } = await letIn(administrator, team, {
      ...person("doh.example"),
      role: "administrator",
    })
    for (const move of ["end", "dates"]) {
      expect((await coordinator.get(`${path}/${move}`)).status).toBe(403)
      const fields = { ...days("until", "3", "3", "2018"), key: newKey() }
      expect((await coordinator.post(`${path}/${move}`, fields)).status).toBe(403)
    }
    expect((await coordinator.api("POST", `${path}/end`, {})).status).toBe(403)
    const page = await (await coordinator.get(team)).text()
    expect(page).toContain(one.name)
    expect(page).not.toContain(`${path}/end`)
    expect((await administrator.post(`${path}/end`, {})).status).toBe(303)
  })

  test.each(["administrator", "coordinator"])("nobody can end the last %s, nor leave a gap", async (role) => {
    const path = `${team}/p-${role}/g-${role}`
    expect((await administrator.post(`${path}/end`, {})).status).toBe(409)
    expect((await administrator.api("POST", `${path}/end`, {})).status).toBe(409)
    const until = "2018-03-03T23:59:59.999Z"
    expect(
      (await problems(await administrator.api("POST", `${path}/dates`, { until }, keyed())))?.[0]?.says,
    ).toContain("cannot go without a successor")
    const second = await letIn(administrator, team, { ...person("doh.example"), role })
    expect((await second.client.post(`${path}/end`, {})).status).toBe(303)
    expect((await second.client.post(`${second.path}/end`, {})).status).toBe(409)
    if (role === "administrator") administrator = second.client
    else coordinator = second.client
  })

  test("two coordinators who end each other at the same moment leave one", async () => {
    const { people } = await listed(administrator, team)
    const [one] = people.filter(({ role }) => role === "coordinator")
    const other = await letIn(administrator, team, { ...person("doh.example"), role: "coordinator" })
    await Promise.all([
      coordinator.post(`${other.path}/end`, {}),
      other.client.post(`${team}/${one?.person}/${one?.grant}/end`, {}),
    ])
    const left = (await listed(administrator, team)).people.filter(({ role }) => role === "coordinator")
    expect(left).toHaveLength(1)
    coordinator = await service.as(left[0]?.email ?? "")
  })
})

describe("one person with several roles and sites", () => {
  test("chooses, sees each with what they are there, and keeps the others when one ends", async () => {
    const given = person()
    await letIn(lead, halton, { ...given, role: "sponsor" })
    const second = await letIn(administrator, at("sheffield"), { ...given, role: "certifier" })
    await letIn(administrator, at("sheffield"), { ...given, role: "governance" })
    await letIn(administrator, team, { ...given, role: "coordinator" })
    const { client } = second
    const home = await seen(client, "/home")
    expect(home).toContain("Halton Borough Council , as sponsor")
    expect(home).toContain("Sheffield City Council , as section 151 officer, information-governance officer")
    expect(home).toContain("Your work in the programme")
    expect(home).toContain("People of the programme")

    expect((await client.get("/organisations/sheffield")).status).toBe(200)
    expect((await client.get("/organisations/nottingham")).status).toBe(404)
    expect((await client.get(at("nottingham"))).status).toBe(200)
    expect((await administrator.post(`${second.path}/end`, {})).status).toBe(303)
    const me = (await (await client.api("GET", "/me")).json()) as { roles: { role: string }[] }
    expect(me.roles.map(({ role }) => role).sort()).toEqual(["coordinator", "governance", "sponsor"])
    expect((await client.get("/organisations/sheffield")).status).toBe(200)
  })

  test("does in an organisation by its own role what that role may, and by the programme's what only that may", async () => {
    const given = person()
    const { client } = await letIn(lead, halton, { ...given, role: "lead" })
    await letIn(administrator, team, { ...given, role: "coordinator" })
    await letIn(client, halton, person())
    await letIn(client, halton, person("nhs.net"))
    expect((await changes(lead, halton)).changes.slice(0, 2).map(({ by }) => by.role)).toEqual([
      "programme coordinator",
      "site lead",
    ])
  })
})

test("nothing of all this was a fault", () => {
  expect(service.faults).toEqual([])
})
