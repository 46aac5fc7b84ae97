import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../../infra/local/demonstration/programme.ts"
import type { Idea } from "../../shared/domain/learning/idea.ts"
import { learningIn, offerIdea } from "../../shared/store/learning.ts"
import { doors, routesOf } from "../support/doors.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"

let service: Service
const clients: Record<string, Client> = {}
const emails = {
  lead: "site-lead@halton.example",
  contributor: "contributor@halton.example",
  sponsor: "sponsor@halton.example",
  bradford: "site-lead@bradford.example",
  applicant: "site-lead@leeds.example",
  coach: "coach@innovation-unit.example",
  coordinator: "coordinator@innovation-unit.example",
  reader: "reader@doh.example",
}
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  for (const [name, email] of Object.entries(emails))
    if (name !== "applicant") clients[name] = await service.as(email)
})
afterAll(() => service.stop())

const who = (name: keyof typeof emails) => clients[name] as Client
const page = async (name: keyof typeof emails, path: string) =>
  plain(await (await who(name).get(path)).text())
const read = async <Body>(client: Client, path: string) =>
  (await (await client.api("GET", path)).json()) as Body

type Shared = { total: number; page: number; pages: number; ideas: Record<string, unknown>[] }
const library = (query = "", name: keyof typeof emails = "bradford") =>
  read<Shared>(who(name), `/learning${query}`)

const body = (text: string, more: Record<string, unknown> = {}) => ({
  text,
  tags: ["team"],
  wanted: "public",
  nobody: true,
  ...more,
})
const share = async (text: string, more: Record<string, unknown> = {}, by = who("lead")) => {
  const answer = await by.api("POST", "/learning/share", body(text, more), keyed())
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { offer: string }).offer
}
const decide = (offer: string, given: Record<string, unknown>, by = who("coordinator"), key = newKey()) =>
  by.api("POST", `/learning/waiting/${offer}`, given, keyed(key))
const shared = async (text: string, decision: "community" | "public" = "community", more = {}) => {
  const offer = await share(text, more)
  const answer = await decide(offer, { decision })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { idea: string }).idea
}

describe("what is offered", () => {
  test("goes to the coordinators by page, and looks shared to nobody before they have decided", async () => {
    const form = fieldsIn(await page("contributor", "/learning/good-news"), "/learning/good-news")
    const typed = {
      ...form,
      text: "A grandmother rang to say thank you, twice.",
      wanted: "public",
      nobody: "yes",
    }
    const sent = await who("contributor").post("/learning/good-news", typed)
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/learning/yours"])
    expect(await page("contributor", "/learning/yours")).toContain(
      "NOT SHARED YET. Sent to the coordinators on 16 January 2018; they decide.",
    )
    for (const name of ["lead", "bradford", "coach", "reader"] as const)
      for (const path of ["/learning", "/learned", "/learning/yours", "/api/learning"])
        expect([name, path, (await page(name, path)).includes("grandmother")]).toEqual([name, path, false])
    const desk = await page("coordinator", "/learning/waiting")
    expect(desk).toContain("A grandmother rang to say thank you, twice.")
    expect(desk).toContain("Good news from Halton")
    expect(await page("coordinator", "/learning")).toContain("1 idea waits for you to decide.")
  })

  test("is shared with every site with its label, and the sender reads on which day", async () => {
    const [one] = await learningIn(service.table, programme.id).waiting()
    const form = fieldsIn(
      await page("coordinator", `/learning/waiting/${one?.id}`),
      `/learning/waiting/${one?.id}`,
    )
    const answer = await who("coordinator").post(`/learning/waiting/${one?.id}`, {
      ...form,
      decision: "community",
    })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/learning/waiting"])
    expect(await page("contributor", "/learning/yours")).toContain(
      "Shared with every site on 16 January 2018.",
    )
    const seen = await page("bradford", "/learning")
    expect(seen).toContain("A grandmother rang")
    expect(seen).toContain("Good news. Shared on 16 January 2018.")
    expect(seen).not.toContain("Halton")
    expect(await (await service.nobody.get("/learned")).text()).not.toContain("grandmother")
  })

  test("is one idea however often the same form is sent, and another key is another idea", async () => {
    const key = newKey()
    const given = body("The same words, sent twice by an impatient hand.")
    const [one, two] = [
      await (await who("lead").api("POST", "/learning/share", given, keyed(key))).json(),
      await (await who("lead").api("POST", "/learning/share", given, keyed(key))).json(),
    ]
    expect(two).toEqual(one)
    const { offered } = await read<{ offered: { text: string }[] }>(who("lead"), "/learning/yours")
    expect(offered.filter(({ text }) => text === given.text).length).toBe(1)
    const other = await who("lead").api("POST", "/learning/share", body("Other words."), keyed(key))
    expect(other.status).toBe(422)
  })

  test("can be taken back by whoever offered it, and its words go", async () => {
    const offer = await share("We spoke too soon about this.")
    expect((await who("bradford").post(`/learning/yours/${offer}/take-back`, { key: newKey() })).status).toBe(
      404,
    )
    const at = `/learning/yours/${offer}/take-back`
    const form = fieldsIn(await page("lead", at), at)
    expect((await who("lead").post(at, form)).headers.get("location")).toBe("/learning/yours")
    expect((await who("lead").post(at, form)).headers.get("location")).toBe("/learning/yours")
    const mine = await page("lead", "/learning/yours")
    expect(mine).toContain("Taken back by")
    expect(mine).not.toContain("We spoke too soon")
    const late = await decide(offer, { decision: "community" })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("Taken back by")])
  })

  test("says what is wrong beside its cause, keeps what was typed, and changes nothing", async () => {
    const before = (await learningIn(service.table, programme.id).waiting()).length
    const form = fieldsIn(await page("lead", "/learning/share"), "/learning/share")
    const long = Array.from({ length: 61 }, () => "word").join(" ")
    const answer = await who("lead").post("/learning/share", { ...form, text: long })
    const text = plain(await answer.text())
    expect(answer.status).toBe(422)
    for (const says of [
      "What you have learned must be 60 words or fewer. You have 61, which is 1 too many",
      "Select what it is about",
      "Select who it is for",
      "Confirm that nobody can be recognised from this",
      "word word word",
      "This page is not watched.",
    ])
      expect(text).toContain(says)
    const identifier = await who("lead").api(
      "POST",
      "/learning/share",
      body("Her NHS number is 943 476 5919."),
      keyed(),
    )
    expect([identifier.status, await identifier.text()]).toEqual([
      422,
      expect.stringContaining("looks like an NHS number"),
    ])
    expect((await learningIn(service.table, programme.id).waiting()).length).toBe(before)
  })

  test("asks once about a person with a title and about the name of a site, and again about another one", async () => {
    const form = fieldsIn(await page("lead", "/learning/share"), "/learning/share")
    const typed = {
      ...form,
      text: "Mr Jones of Halton rang us first.",
      "tags.team": "team",
      wanted: "community",
      nobody: "yes",
    }
    const asked = await who("lead").post("/learning/share", typed)
    const text = plain(await asked.text())
    expect(asked.status).toBe(422)
    expect(text).toContain("Word 1 looks like the name of a person. Is this about a person you support?")
    expect(text).toContain("“Halton” is the name of a site.")
    const ticks = [...text.matchAll(/<input[^>]*name="stays"[^>]*>/g)].map(
      ([tag]) => /value="([^"]+)"/.exec(tag)?.[1] ?? "",
    )
    expect(ticks.length).toBe(2)
    const again = fieldsIn(text, "/learning/share")
    const one = await who("lead").post("/learning/share", {
      ...again,
      ...typed,
      key: newKey(),
      stays: ticks[0] ?? "",
    })
    expect(one.status).toBe(422)
    const left = plain(await one.text())
    expect(left).not.toContain("Word 1 looks like")
    expect(left).toContain("“Halton” is the name of a site.")
    expect(fieldsIn(left, "/learning/share").stays).toBe(ticks[0])
    const both = { stays: ticks[0] ?? "", "stays.x": ticks[1] ?? "" }
    const sent = await who("lead").post("/learning/share", { ...typed, ...both, key: newKey() })
    expect(sent.headers.get("location")).toBe("/learning/yours")
    const other = await who("lead").post("/learning/share", {
      ...typed,
      text: "Mrs Smith of Halton rang us first.",
      ...both,
      key: newKey(),
    })
    expect(other.status).toBe(422)
  })
})

describe("what coordinators decide", () => {
  test("two at once come to one, and the other is told what was decided", async () => {
    const offer = await share("Two readers, one decision.")
    const answers = await Promise.all([
      decide(offer, { decision: "community" }),
      decide(offer, { decision: "leave", because: "It is not new." }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(await refused?.text()).toMatch(/It stands\./)
  })

  test("the same key again gives the same answer and shares it once", async () => {
    const offer = await share("Once is enough for this one.")
    const key = newKey()
    const one = await (await decide(offer, { decision: "public" }, who("coordinator"), key)).json()
    const two = await (await decide(offer, { decision: "public" }, who("coordinator"), key)).json()
    expect(two).toEqual(one)
    expect((await library("?words=once+enough")).total).toBe(1)
  })

  test("goes no further than whoever offered it would have it go", async () => {
    const offer = await share("For the sites alone, not for the world.", { wanted: "community" })
    const wide = await decide(offer, { decision: "public" })
    expect([wide.status, await wide.text()]).toEqual([
      422,
      expect.stringContaining("Select what becomes of it"),
    ])
    expect(await page("coordinator", `/learning/waiting/${offer}`)).not.toContain("Share it with everybody")
    expect((await decide(offer, { decision: "community" })).status).toBe(200)
  })

  test("words can be shortened and not changed, and it says so beside them", async () => {
    const offer = await share("We ring people the day before each visit, which takes ten minutes.")
    const longer = await decide(offer, {
      decision: "community",
      words: "We ring people the day before each visit, which takes twenty whole minutes.",
    })
    expect([longer.status, await longer.text()]).toEqual([
      422,
      expect.stringContaining("You can shorten the words, and nothing else: they were 12 words"),
    ])
    const answer = await decide(offer, {
      decision: "public",
      words: "We ring people the day before each visit.",
    })
    expect(answer.status).toBe(200)
    const seen = await page("bradford", "/learning?words=ring+people")
    expect(seen).toContain("Shortened by the coordinators")
    expect(seen).not.toContain("ten minutes")
    expect(await page("lead", "/learning/yours")).toContain(
      "Shared with everybody on 16 January 2018, shortened by the coordinators.",
    )
  })

  test("what is left is told to whoever offered it, with why, by one letter", async () => {
    const offer = await share("This one will be left.", {}, who("contributor"))
    const none = await decide(offer, { decision: "leave" })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("Enter why it is left")])
    const before = (await service.deliver()).length
    expect((await decide(offer, { decision: "leave", because: "We have three like it." })).status).toBe(200)
    const letters = (await service.deliver({ again: true })).slice(before)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      [emails.contributor, "[Demonstration] Your idea is not shared"],
    ])
    expect(letters[0]?.text).toContain("We have three like it.")
    expect(await page("contributor", "/learning/yours")).toContain("We have three like it.")
    expect((await library("?words=will+be+left")).total).toBe(0)
    expect(await page("coordinator", "/learning/decided")).toContain("We have three like it.")
  })

  test("what a site agreed to share from a session comes to the same desk, without its id going further", async () => {
    const one: Idea = {
      id: "halton#2018-01-09.marker#1",
      text: "Backfill first, then the role.",
      tags: ["finance", "nonsense"],
      wanted: "public",
      from: { kind: "session", organisation: "halton", phase: "NSW2", id: "2018-01-09.marker" },
      offered: { by: { person: "p-coach", name: "Coach (demonstration)" }, at: "2018-01-15T09:00:00.000Z" },
      revision: 1,
    }
    await service.table.write([offerIdea(programme.id, one)])
    expect(await page("coordinator", "/learning/waiting")).toContain("A coaching session of Halton")
    const answer = await decide(encodeURIComponent(one.id), { decision: "public" })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const { ideas } = await library("?words=backfill")
    expect(ideas).toEqual([
      {
        id: expect.stringMatching(/^2018-01-16\.[\w-]{12}$/),
        text: one.text,
        tags: ["finance"],
        on: "2018-01-16",
        level: "public",
        goodNews: false,
        shortened: false,
      },
    ])
    expect(await page("coach", "/learning/yours")).toContain("Shared with everybody on 16 January 2018.")
  })
})

describe("what others see", () => {
  const everywhere = async () => {
    const found: string[] = []
    for (const name of ["bradford", "coach", "reader", "sponsor"] as const)
      for (const path of ["/learning", "/learned", "/api/learning", "/api/learned"])
        for (const query of ["", "?page=2", "?tag=team"]) {
          const answer = await who(name).get(`${path}${query}`)
          found.push(await answer.text(), [...answer.headers].join())
        }
    return found.join("\n")
  }

  test("is the same for the ideas of two sites but for the id: no name, no order, no address tells whose it is", async () => {
    const text = "The very same lesson, learned in two places at once."
    const offers = [await share(text), await share(text, {}, who("bradford"))]
    for (const offer of offers) expect((await decide(offer, { decision: "public" })).status).toBe(200)
    for (const path of ["/learning", "/learned"]) {
      const { ideas } = await read<Shared>(who("sponsor"), `${path}?words=two+places`)
      expect(ideas.length).toBe(2)
      const [one, two] = ideas.map(({ id, on, ...rest }) => [typeof id, on, rest])
      expect(one).toEqual(two)
    }
    const { items } = await service.table.query({ pk: `LEARNING#${programme.id}#community`, begins: "IDEA#" })
    const stored = items.filter((one) => one.text === text).map(({ sk, id, ...rest }) => rest)
    expect(stored[0]).toEqual(stored[1])
  })

  test("names no site and no person, on any page, in the API or in the items that others’ pages are made of", async () => {
    const seen = await everywhere()
    for (const marker of ["halton", "Halton", "p-halton", "p-bradford", '(demonstration)"', "marker"])
      expect([marker, seen.replaceAll("Mr Jones of Halton", "").includes(marker)]).toEqual([marker, false])
    for (const level of ["community", "public"]) {
      const { items } = await service.table.query({
        pk: `LEARNING#${programme.id}#${level}`,
        begins: "IDEA#",
      })
      expect(items.length).toBeGreaterThan(0)
      expect(JSON.stringify(items)).not.toMatch(/halton|bradford|p-coach|p-coordinator/i)
    }
  })

  test("everybody reads what is public, without signing in, and nothing else", async () => {
    const text = await (await service.nobody.get("/learned")).text()
    expect(text).toContain("These are early and indicative.")
    expect(text).toContain("Backfill first, then the role.")
    expect(text).not.toContain("For the sites alone")
    expect(await (await service.nobody.get("/")).text()).toContain('href="/learned"')
    expect((await service.nobody.get("/learning")).status).toBe(303)
    expect((await service.nobody.api("GET", "/learning")).status).toBe(401)
  })

  test("is found by words and by tag, counted in the heading, twenty on a page, newest first", async () => {
    service.at("2018-01-17T09:00:00Z")
    for (let at = 1; at <= 23; at++)
      await shared(`Número ${at} of the many about naïve plans.`, "community", { tags: ["partners"] })
    service.at("2018-01-18T09:00:00Z")
    await shared("Newest of the many.", "community", { tags: ["partners", "model"] })
    const found = await page("bradford", "/learning?words=NAIVE+numero&tag=partners")
    expect(found).toContain("23 ideas about “NAIVE numero” and Partners and system")
    const one = await library("?tag=partners")
    const two = await library("?tag=partners&page=2")
    expect([one.total, one.pages, one.ideas.length, two.ideas.length]).toEqual([24, 2, 20, 4])
    expect(one.ideas[0]?.text).toBe("Newest of the many.")
    expect(await library("?tag=partners")).toEqual(one)
    expect(await library("?tag=partners&page=99")).toEqual(two)
    expect((await library("?words=nothing-like-this")).total).toBe(0)
    expect(await page("bradford", "/learning?words=nothing-like-this")).toContain("No ideas about")
    for (const query of ["?tag=halton", "?page=0", "?page=x"])
      expect([query, (await who("bradford").get(`/learning${query}`)).status]).toEqual([query, 400])
  })
})

describe("withdrawing", () => {
  test("whoever offered it takes it out at once, for everybody, and its words go", async () => {
    const idea = await shared("Regretted words that go.", "public")
    const at = `/learning/ideas/${idea}/withdraw`
    expect(await page("lead", "/learning/yours")).toContain(`href="${at}"`)
    expect((await who("bradford").get(at)).status).toBe(403)
    expect((await who("bradford").api("POST", at, { because: "x" }, keyed())).status).toBe(403)
    const form = fieldsIn(await page("lead", at), at)
    const done = await who("lead").post(at, { ...form, because: "A family asked." })
    expect(done.headers.get("location")).toBe("/learning/yours")
    expect((await library("?words=regretted")).total).toBe(0)
    expect(await (await service.nobody.get("/learned")).text()).not.toContain("Regretted")
    const mine = await page("lead", "/learning/yours")
    expect(mine).toContain("A family asked.")
    expect(mine).not.toContain("Regretted words")
    const again = await who("coordinator").api("POST", at, { because: "Too." }, keyed())
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("It stands.")])
  })

  test("a coordinator says why, and whoever offered it is told by letter", async () => {
    const idea = await shared("Somebody might be known by this.")
    const before = (await service.deliver()).length
    const at = `/learning/ideas/${idea}/withdraw`
    expect((await who("coordinator").api("POST", at, {}, keyed())).status).toBe(422)
    const gone = await who("coordinator").api("POST", at, { because: "Somebody is known by it." }, keyed())
    expect(gone.status).toBe(200)
    const letters = (await service.deliver()).slice(before)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      [emails.lead, "[Demonstration] Your idea was withdrawn"],
    ])
  })
})

describe("who may", () => {
  test("only coordinators see what waits and decide", async () => {
    const offer = await share("Not for other eyes.")
    for (const name of ["lead", "sponsor", "bradford", "coach", "reader"] as const) {
      for (const path of ["/learning/waiting", `/learning/waiting/${offer}`, "/learning/decided"])
        expect([name, path, (await who(name).get(path)).status]).toEqual([name, path, 403])
      expect((await decide(offer, { decision: "community" }, who(name))).status).toBe(403)
    }
    expect((await decide("nonsense", { decision: "community" })).status).toBe(404)
    expect((await who("coordinator").get("/learning/waiting/nonsense")).status).toBe(404)
  })

  test("good news is for practitioners, ideas for whoever works with sites, reading for everybody who belongs", async () => {
    for (const [name, path, status] of [
      ["coach", "/learning/good-news", 403],
      ["sponsor", "/learning/share", 403],
      ["coach", "/learning/share", 200],
      ["reader", "/learning", 200],
      ["sponsor", "/learning", 200],
    ] as const)
      expect([name, path, (await who(name).get(path)).status]).toEqual([name, path, status])
  })

  test("a council that only asks to take part finds nothing here", async () => {
    const applicant = await service.as(await applicantOf())
    for (const path of ["/learning", "/learning/people", "/learning/sessions", "/api/learning"])
      expect([path, (await applicant.get(path)).status]).toEqual([path, 404])
  })

  test("every route is in the table of doors", () => {
    expect(routesOf(service, "learning").sort()).toEqual(Object.keys(doors.learning).sort())
  })
})

/** The lead of a council that is no site. */
const applicantOf = async () => {
  const { peopleIn } = await import("../../shared/store/people.ts")
  const people = peopleIn(service.table)
  const one = { id: "p-leeds-lead", name: "Leeds lead (invented)", email: emails.applicant }
  const grant = {
    id: "g-leeds-lead",
    role: "lead" as const,
    organisation: "leeds",
    from: "2017-01-01T00:00:00.000Z",
    to: "2019-01-01T00:00:00.000Z",
    by: "a test",
  }
  await people.write([...people.add(one), ...people.granting(one, grant)])
  return one.email
}
