import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { PublishedAnswer } from "../shared/domain/calendar/round.ts"
import { brokenAt, type Event, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { peopleIn } from "../shared/store/people.ts"
import type { Item } from "../shared/store/table.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { keyed, newKey } from "./support/submission.ts"

const round = "nsw-2-2017"
const at = `/programme/rounds/${round}/questions`
const asker = "finance.manager@leeds.gov.uk"
const question = "Can the money pay for a car?\nWe have none."
const answer = "No. It can pay for travel by public transport."

let service: Service
let coordinator: Client
beforeAll(async () => {
  service = await startService()
  coordinator = await service.as("coordinator@innovation-unit.example")
})
afterAll(() => service.stop())

type Waiting = { id: string; question: string; workingDays: number; askedBy?: string }
type Listed = { waiting: Waiting[]; published: PublishedAnswer[]; next?: number; more: boolean }

const listed = async (who = coordinator, query = "") =>
  (await (await who.api("GET", `${at}${query}`)).json()) as Listed

/** Asks as anybody may, each time from a client of their own. */
let clients = 0
const asked = async (words = question, email = asker): Promise<Waiting> => {
  const before = (await listed()).waiting.map(({ id }) => id)
  const response = await service.nobody.post(
    `/rounds/${round}/ask`,
    { question: words, email },
    { "cloudfront-viewer-address": `203.0.113.${clients++}:1` },
  )
  expect(response.status).toBe(200)
  const found = (await listed()).waiting.find(({ id }) => !before.includes(id))
  return found as Waiting
}

const pathOf = ({ id }: Waiting) => `${at}/${encodeURIComponent(id)}`
const publish = (one: Waiting, who = coordinator, key = newKey(), said = answer) =>
  who.api("POST", `${pathOf(one)}/publish`, { question: one.question, answer: said }, keyed(key))

const items = async (pk: string): Promise<Item[]> => (await service.table.query({ pk, strong: true })).items

/** A second coordinator, as busy as the first. */
const colleague = async () => {
  const people = peopleIn(service.table)
  const email = "second.coordinator@innovation-unit.example"
  const person = { id: "p-second-coordinator", name: "Second coordinator", email }
  const known = await people.idOf(email)
  if (!known)
    await people.write([
      ...people.add(person),
      ...people.granting(person, {
        id: "g-second-coordinator",
        role: "coordinator",
        from: "2016-06-01T00:00:00.000Z",
        to: "2019-01-01T00:00:00.000Z",
        by: "tests",
      }),
    ])
  return service.as(email)
}

describe("the life of a question", () => {
  let one: Waiting

  test("it waits, and the coordinator sees how many wait and for how long", async () => {
    expect(await (await coordinator.get("/programme")).text()).toContain("No question waits for an answer.")
    one = await asked()
    service.at("2017-08-15T08:00:00.000Z")
    await asked("May we start in December?", "other@leeds.gov.uk")
    service.at("2017-08-17T08:00:00.000Z")
    const home = await (await coordinator.get("/programme")).text()
    expect(home).toContain("2 questions wait for an answer, the oldest 3 working days old.")
    expect(home).toContain("Friday 18 August 2017")
    expect(home).toContain("We can only start in November. Is that too late? (invented)")
    expect(home).toContain("Earlier rounds")
    const { rounds } = (await (await coordinator.api("GET", "/programme")).json()) as { rounds: unknown[] }
    expect(rounds).toHaveLength(1)
    expect(rounds[0]).toMatchObject({ round, waiting: 2, oldestWorkingDays: 3, more: false })
    const page = await (await coordinator.get(at)).text()
    expect(page).toContain(asker)
    expect(page.indexOf("Can the money pay")).toBeLessThan(page.indexOf("May we start in December?"))
  })

  test("what is typed wrong comes back beside its field, and nothing is published", async () => {
    const typed = {
      key: newKey(),
      question: `Reworded, from ${asker.toUpperCase()}`,
      answer: "Ask AB123456C about it.",
    }
    const answered = await coordinator.post(`${pathOf(one)}/publish`, typed)
    expect(answered.status).toBe(422)
    const page = await answered.text()
    expect(page).toContain("<title>Error: ")
    expect(page).toContain("looks like a National Insurance number")
    expect(page).toContain("The address of whoever asked is in this text")
    expect(page).toContain("Ask AB123456C about it.")
    for (const [, id] of page.matchAll(/<a href="#(question-[^"]+)"/g)) expect(page).toContain(`id="${id}"`)
    expect((await listed()).published).toHaveLength(3)
  })

  test.each([
    ["nothing", { question: "Q", answer: "  " }, "Enter your answer"],
    ["no question", { question: "", answer: "A" }, "Enter the question"],
    ["201 words", { question: "Q", answer: "a ".repeat(201) }, "which is 1 too many"],
    ["151 words", { question: "q ".repeat(151), answer: "A" }, "which is 1 too many"],
    ["a word without end", { question: "Q", answer: "a".repeat(2001) }, "more than 2000 characters"],
    ["hidden characters", { question: "Q", answer: "a\u0000b" }, "hidden characters"],
    ["half a character", { question: "Q", answer: "a\ud800" }, "damaged"],
    ["an unknown member", { question: "Q", answer: "A", by: "me" }, "by"],
  ])("%s is refused in words", async (_, body, says) => {
    const given = await coordinator.api("POST", `${pathOf(one)}/publish`, body, keyed())
    expect(given.status).toBe(422)
    expect(given.headers.get("content-type")).toBe("application/problem+json")
    expect(await given.text()).toContain(says)
  })

  test("published, it is on the round's page at once, cleaned, and the asker is nowhere", async () => {
    const typed = { key: newKey(), question: "Can it pay for a car?", answer: "No.\r\nTake the bus, café.  " }
    const answered = await coordinator.post(`${pathOf(one)}/publish`, typed)
    expect(answered.status).toBe(303)
    expect(answered.headers.get("location")).toBe(`${at}?answered=4`)
    const after = await (await coordinator.get(`${at}?answered=4`)).text()
    expect(after).toContain("The answer is published, as number 4.")
    expect(after).not.toContain(asker)

    for (const path of [`/rounds/${round}`, `/api/rounds/${round}`]) {
      const text = await (await service.nobody.get(path)).text()
      expect(text).toContain("Can it pay for a car?")
      expect(text).toContain("Take the bus, café.")
      expect(text).not.toContain("leeds")
      expect(text).not.toContain("p-coordinator")
    }
    const [item] = (await items(`ROUND#${round}`)).filter(({ sk }) => sk === "ANSWER#0004")
    expect(Object.keys(item ?? {}).sort()).toEqual(["answer", "at", "number", "pk", "question", "sk"])
    expect(item?.answer).toBe("No.\nTake the bus, café.")
  })

  test("whoever asked gets one letter, without who answered", async () => {
    await service.deliver({ again: true })
    const told = service.mails.filter(({ to }) => to === asker)
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toContain("was answered")
    expect(told[0]?.text).toContain("it is published for everybody without your name")
    expect(told[0]?.text).toContain(`/rounds/${round}`)
    expect(told[0]?.text).not.toContain("coordinator (demonstration)")
    const ours = service.mails.filter(({ to }) => to === "programme@innovation-unit.example")
    expect(ours[0]?.text).toContain("/programme/rounds/")
  })

  test("what is kept of it does not say who asked, but the letter until it is forgotten", async () => {
    const kept = (await items(`ASKED#${round}`)).filter((item) => JSON.stringify(item).includes(asker))
    expect(kept.map(({ sk }) => sk)).toEqual([`LETTER#${one.id}`])
    expect(kept[0]?.expires).toBeGreaterThan(0)
  })

  test("it does not wait any longer: whoever comes later is told who answered, and keeps what they typed", async () => {
    const second = await colleague()
    const answered = await second.post(`${pathOf(one)}/publish`, {
      key: newKey(),
      question: "Mine",
      answer: "An answer that took an hour to write",
    })
    expect(answered.status).toBe(409)
    const page = await answered.text()
    expect(page).toContain("Programme coordinator (demonstration) answered it, as number 4, at")
    expect(page).toContain("An answer that took an hour to write")
    expect((await publish({ ...one, id: "nonsense" })).status).toBe(404)
  })

  test("one is closed without publishing, with a reason, and nobody is told", async () => {
    const [other] = (await listed()).waiting as [Waiting]
    const mails = service.mails.length
    const blank = await coordinator.post(`${pathOf(other)}/close`, { key: newKey(), reason: " " })
    expect(blank.status).toBe(422)
    expect(await blank.text()).toContain("Enter the reason")
    const closed = await coordinator.post(`${pathOf(other)}/close`, { key: newKey(), reason: "Asked twice." })
    expect(closed.status).toBe(303)
    const page = await (await coordinator.get(closed.headers.get("location") ?? "")).text()
    expect(page).toContain("The question is closed without publishing.")
    expect(page).toContain("Reason: Asked twice.")
    expect(page).not.toContain("other@leeds.gov.uk")
    await service.deliver()
    expect(service.mails).toHaveLength(mails)
    expect(await (await service.nobody.get(`/rounds/${round}`)).text()).not.toContain("in December")
    expect((await publish(other)).status).toBe(409)
  })

  test("the chain of what was done holds, and names the grant that was used", async () => {
    const events = (await items("LOG#programme")).map((item) => eventSchema.parse(item))
    expect(events.map(({ move, version }) => [move, version])).toEqual([
      ["publish", 4],
      ["close", 0],
    ])
    expect(events[0]?.by).toMatchObject({ role: "coordinator", grant: "g-coordinator" })
    expect(JSON.stringify(events)).not.toContain("Asked twice")
    await expectWhole(events)
  })
})

/** The chain from its first event to what the desk says is its last, with every reason. */
const expectWhole = async (events: Event[]) => {
  const kept = await items(`ASKED#${round}`)
  const desk = kept.find(({ sk }) => sk === "DESK") as unknown as { number: number; hash: string }
  const reasons = kept
    .filter(({ sk }) => sk.startsWith("UNPUBLISHED#"))
    .map(({ event, salt, reason }) => ({
      record: `questions-${round}`,
      number: Number(event),
      salt: String(salt),
      note: String(reason),
    }))
  expect(brokenAt(events, desk, reasons)).toBeUndefined()
}

describe("at the same moment", () => {
  test("two coordinators publish one question: one wins, the other is told", async () => {
    const one = await asked("Who pays for cover?")
    const second = await colleague()
    const answers = await Promise.all([publish(one), publish(one, second, newKey(), "Another answer.")])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = answers.find(({ status }) => status === 409) as Response
    expect(((await told.json()) as { detail: string }).detail).toMatch(
      /oordinator.* answered it, as number \d/,
    )
    expect((await listed()).published.filter((each) => each.question === "Who pays for cover?")).toHaveLength(
      1,
    )
  })

  test("one publishes and the other closes: one wins", async () => {
    const one = await asked("Who pays for tea?")
    const second = await colleague()
    const answers = await Promise.all([
      publish(one),
      second.api("POST", `${pathOf(one)}/close`, { reason: "Silly." }, keyed()),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test("four questions are answered: each has a number of its own, and the chain holds", async () => {
    const four = [await asked("A?"), await asked("B?"), await asked("C?"), await asked("D?")]
    const before = (await listed()).published[0]?.number ?? 0
    const answers = await Promise.all(four.map((one) => publish(one)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const numbers = await Promise.all(
      answers.map(async (one) => ((await one.json()) as { number: number }).number),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4].map((n) => before + n))
    await expectWhole((await items("LOG#programme")).map((item) => eventSchema.parse(item)))
  })

  test("one key many times is one answer, one event, one letter; for another answer it is refused", async () => {
    const one = await asked("Is lunch paid?", "lunch@leeds.gov.uk")
    const key = newKey()
    const events = (await items("LOG#programme")).length
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(one, coordinator, key)))
    answers.push(await publish(one, coordinator, key))
    const bodies = await Promise.all(answers.map((each) => each.text()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(bodies).size).toBe(1)
    expect(answers[0]?.headers.get("location")).toBe(`/api${at}`)
    expect((await items("LOG#programme")).length).toBe(events + 1)
    await service.deliver({ again: true })
    expect(service.mails.filter(({ to }) => to === "lunch@leeds.gov.uk")).toHaveLength(1)
    const other = await publish(one, coordinator, key, "Another answer")
    expect(other.status).toBe(422)
    expect(((await other.json()) as { type: string }).type).toBe("/problems/key-used-for-something-else")
  })
})

describe("the door", () => {
  const doors = () =>
    service.apps.programme.routes
      .filter(({ method, path }) => method !== "ALL" && path !== "/health")
      .map(({ method, path }) => ({
        method,
        path: path.replace(":round", round).replace(":question", "2017-08-14T08:00:00.000Z.abcdefgh"),
      }))

  const knock = (who: Client, method: string, path: string) => {
    if (method === "GET") return who.get(path)
    const body: Record<string, string> = path.endsWith("/close")
      ? { reason: "R" }
      : { question: "Q", answer: "A" }
    return path.startsWith("/api/")
      ? who.api("POST", path.slice(4), body, keyed())
      : who.post(path, { key: newKey(), ...body })
  }
  const nothing = (text: string) => text.replaceAll(/nonce="[^"]*"/g, "")

  test("sends nobody further than to sign in, before anything is read", async () => {
    expect(doors().length).toBeGreaterThan(8)
    for (const { method, path } of doors()) {
      const before = service.costs.length
      const given = await knock(service.nobody, method, path)
      if (path.startsWith("/api/")) expect(given.status).toBe(401)
      else expect(given.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
      expect(service.costs.length).toBe(before)
    }
  })

  const ofQuestions = ({ path }: { path: string }) => path.includes("/questions")
  test.each([
    ["site-lead@halton.example", () => true],
    ["coach@innovation-unit.example", ofQuestions],
    ["evaluator@scie.example", ofQuestions],
    ["reader@doh.example", ofQuestions],
    ["decision-maker@doh.example", ofQuestions],
    ["finance@doh.example", ofQuestions],
    ["administrator@doh.example", ofQuestions],
  ])("does not exist for %s, who costs one read", async (email, isShut) => {
    const who = await service.as(email)
    const page = nothing(await (await who.get("/nothing-here")).text())
    for (const { method, path } of doors().filter(isShut)) {
      const before = service.costs.length
      const given = await knock(who, method, path)
      expect(given.status).toBe(404)
      expect(service.costs.length - before).toBe(1)
      if (!path.startsWith("/api/")) expect(nothing(await given.text())).toBe(page)
    }
    if (email.startsWith("site-lead@") || email.startsWith("administrator@"))
      expect(await (await who.get("/home")).text()).not.toContain('href="/programme"')
  })

  test("lets the chair read the questions, but neither who asked nor any form", async () => {
    const one = await asked("May the chair read this?")
    const chair = await service.as("chair@doh.example")
    const page = await (await chair.get(at)).text()
    expect(page).toContain("May the chair read this?")
    expect(page).not.toContain(asker)
    expect(page).not.toContain("Publish the answer")
    expect((await listed(chair)).waiting.map(({ askedBy }) => askedBy)).toEqual([undefined])
    expect((await publish(one, chair)).status).toBe(403)
    expect((await chair.post(`${pathOf(one)}/close`, { key: newKey(), reason: "R" })).status).toBe(403)
    expect((await listed()).waiting).toHaveLength(1)
    expect((await chair.get("/home")).headers.get("location")).toBe("/department")
  })

  test("is shut on the next click of whoever lost access", async () => {
    const who = await colleague()
    expect((await who.get(at)).status).toBe(200)
    expect((await who.get("/home")).headers.get("location")).toBe("/programme")
    const people = peopleIn(service.table)
    const grant = { id: "g-second-coordinator", role: "coordinator", from: "", to: "", by: "" } as const
    await people.write(people.ending("p-second-coordinator", grant, service.world.now().toISOString()))
    expect((await who.get(at)).status).toBe(404)
    const [one] = (await listed()).waiting as [Waiting]
    expect((await publish(one, who)).status).toBe(404)
    expect((await listed()).waiting).toHaveLength(1)
  })

  test("a round that is none, or an address that is none, is not found", async () => {
    expect((await coordinator.get("/programme/rounds/none/questions")).status).toBe(404)
    expect((await coordinator.get(`${at}?before=x`)).status).toBe(404)
    expect((await coordinator.get("/programme/none")).status).toBe(404)
  })

  test("stays on its hinges whatever stands in an address", async () => {
    const odd = [
      "%",
      "%00",
      "%0d%0aX:1",
      "..%2f",
      "a%23b",
      "a".repeat(3000),
      "%F0%9F%98%80",
      "__proto__",
      "é",
    ]
    for (const text of odd)
      for (const path of [
        `/programme/rounds/${text}/questions`,
        `/programme/rounds/${text}/questions/x/publish`,
        `${at}/${text}/publish`,
        `${at}/${text}/close`,
      ])
        for (const under of ["", "/api"])
          for (const method of ["GET", "POST"]) {
            const given = await knock(coordinator, method, under + path)
            const back = method === "GET" && under === "" && path.startsWith(at)
            expect([path, given.status]).toEqual([path, back ? 303 : 404])
          }
    expect(service.faults).toEqual([])
  })

  test("brings whoever signed in again back to the question", async () => {
    const [one] = (await listed()).waiting as [Waiting]
    const back = await coordinator.get(`${pathOf(one)}/publish`)
    expect(back.status).toBe(303)
    const [path, anchor] = (back.headers.get("location") ?? "").split("#")
    expect(await (await coordinator.get(path ?? "")).text()).toContain(`id="${anchor}"`)
  })
})

test("what a page costs does not grow with the answers that were published", async () => {
  const costOf = async (path: string) => {
    const before = service.costs.length
    expect((await coordinator.get(path)).status).toBe(200)
    const costs = service.costs.slice(before)
    return { requests: costs.length, read: costs.reduce((sum, { read }) => sum + read, 0) }
  }
  const before = { home: await costOf("/programme"), desk: await costOf(at) }
  for (let n = 0; n < 30; n++) {
    const one = await asked(`Question ${n}: ${"much to ask ".repeat(40)}`)
    expect((await publish(one, coordinator, newKey(), "much to say ".repeat(60))).status).toBe(200)
  }
  const after = { home: await costOf("/programme"), desk: await costOf(at) }
  expect(after.home.requests).toBe(before.home.requests)
  expect(after.desk.requests).toBe(before.desk.requests)
  expect(after.home.read).toBeLessThanOrEqual(before.home.read + 1)
  expect(after.desk.read).toBeLessThanOrEqual(before.desk.read + 5)

  const { published, next } = await listed()
  expect(published).toHaveLength(10)
  const earlier = await listed(coordinator, `?before=${next}`)
  expect(earlier.published[0]?.number).toBe((published.at(-1)?.number ?? 0) - 1)
  expect(await (await coordinator.get(`${at}?before=${next}`)).text()).toContain("Earlier answers")
})
