import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import type { Reach } from "../../infra/constructs/reach.ts"
import { reaches } from "../../infra/constructs/web-functions.ts"
import { answersIn, wavesIn } from "../../shared/store/answers.ts"
import { keys } from "../../shared/store/keys.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { addressIn, answerOf, everyDoor, methodOf } from "../support/doors.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { covers, noting } from "../support/reaching.ts"
import { emails } from "../support/roles.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed, newKey } from "../support/submission.ts"
import { type Call, watched, written } from "../support/watched.ts"

const calls: Call[] = []
const { asked: noticed, now, noted } = noting()
let service: Service
let evaluator: Client
let lead: Client
beforeAll(async () => {
  service = await startService({ around: (table) => noted(watched(calls)(table)) })
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  evaluator = await service.as(emails.evaluator)
  lead = await service.as(emails.lead)
})
afterAll(() => service.stop())

const answers = "/findings/NSW2/answers"
const asked = { site: "halton", group: "people", point: "baseline", title: "Winter", until: "2018-01-31" }

const open = async (given: Record<string, string> = {}) => {
  const made = await evaluator.api("POST", `${answers}/ask`, { ...asked, ...given }, keyed())
  expect(made.status).toBe(201)
  const { wave } = (await made.json()) as { wave: string }
  const { link } = await read(wave)
  return { wave, link: link.replace("http://127.0.0.1:3000", "") }
}

type Read = {
  link: string
  open: boolean
  totals: { question: string; asked: number; n: number; counts: Record<string, number>; sum?: number }[]
  words: { question: string; words: string }[]
}
const read = async (wave: string): Promise<Read> =>
  (await evaluator.api("GET", `${answers}/waves/${wave}`)).json() as Promise<Read>
const totalOf = (found: Read, question: string) => found.totals.find((one) => one.question === question)

const say = (link: string, fields: Record<string, string>, key = newKey()) =>
  service.nobody.post(link, { ...fields, key })

describe("somebody who answers", () => {
  test("needs no account, gets no cookie, and is read no session: one item is written, which says nobody’s name", async () => {
    const { wave, link } = await open()
    calls.length = 0
    const page = await lead.get(link)
    const text = plain(await page.text())
    expect(text).toContain("Your social worker will not see this.")
    expect(text).not.toContain("Halton")
    const form = fieldsIn(text, link)
    const sent = await lead.post(link, {
      ...form,
      "knows-who": "yes",
      decided: "not-said",
      better: "yes",
      "better-words": "She rings me back.",
      "asked-by": "advocate",
    })
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${link}/thanks`])
    expect([page, sent].map(({ headers }) => headers.get("set-cookie"))).toEqual([null, null])
    expect(plain(await (await service.nobody.get(`${link}/thanks`)).text())).toContain("What happens next")
    const places = calls.flatMap(({ at }) => at.map((one) => one.split("#")[0]))
    expect(new Set(places)).toEqual(new Set(["ASKING", "LIMIT", "ANSWERS"]))
    expect(written(calls).flatMap(({ at }) => at)).toHaveLength(1)
    const [kept] = await answersIn(service.table).ofSite("halton", "NSW2")
    expect(kept).toEqual({
      organisation: "halton",
      phase: "NSW2",
      wave,
      point: "baseline",
      group: "people",
      id: expect.any(String),
      on: "2018-01-16",
      by: "link",
      said: { "knows-who": "yes", decided: "not-said", better: "yes" },
      words: { better: "She rings me back." },
      askedBy: "advocate",
    })
    const found = await read(wave)
    expect(totalOf(found, "knows-who")).toMatchObject({ asked: 1, n: 1, counts: { yes: 1 } })
    expect(totalOf(found, "decided")).toMatchObject({ asked: 1, n: 0, counts: { "not-said": 1 } })
    expect(found.words).toEqual([{ question: "better", words: "She rings me back." }])
  })

  test("who presses twice counts once, however the second reads", async () => {
    const { wave, link } = await open()
    const key = newKey()
    const twice = await Promise.all([
      say(link, { listens: "yes" }, key),
      say(link, { listens: "yes" }, key),
      say(link, { listens: "no" }, key),
    ])
    expect(twice.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(totalOf(await read(wave), "listens")).toMatchObject({ asked: 1, n: 1 })
  })

  test("is told kindly what cannot be kept, keeps what was typed, and is asked once about a name", async () => {
    const { wave, link } = await open()
    const number = await say(link, { better: "yes", "better-words": "Ring me on 07700 900123 please" })
    const page = plain(await number.text())
    expect(number.status).toBe(422)
    expect(page).toContain("We do not keep that, so that nobody can tell who you are.")
    expect(page).toContain("Ring me on 07700 900123 please")
    const nothing = await say(link, {})
    expect(plain(await nothing.text())).toContain("Please answer one question or more")

    const named = { change: "yes", "change-words": "More time with Mrs Archer please" }
    const doubted = await say(link, named)
    const form = plain(await doubted.text())
    expect(doubted.status).toBe(422)
    const [, stays = ""] = /value="([\w-]{16})" name="stays"/.exec(form) ?? []
    expect(stays).not.toBe("")
    expect((await say(link, { ...named, stays })).status).toBe(303)
    expect((await read(wave)).words).toHaveLength(1)
  })

  test("of a group that is not people is asked that group’s questions, and told who will not see them", async () => {
    const { wave, link } = await open({ group: "practitioners" })
    expect(plain(await (await service.nobody.get(link)).text())).toContain("Your manager will not see this.")
    await say(link, { confidence: "4", "days-promised": "2.0", "days-actual": "0.5" })
    await say(link, { confidence: "5", "days-actual": "not-said" })
    const found = await read(wave)
    expect(totalOf(found, "confidence")).toMatchObject({ n: 2, sum: 9 })
    expect(totalOf(found, "days-actual")).toMatchObject({ asked: 2, n: 1, sum: 0.5 })
    const families = await open({ group: "families" })
    expect(plain(await (await service.nobody.get(families.link)).text())).toContain("Do they listen to you?")
  })

  test("with something that is no answer is refused beside it, and nothing is kept", async () => {
    const { wave, link } = await open()
    const long: Record<string, string> = { better: "yes", "better-words": "word ".repeat(101) }
    for (const odd of [{ "knows-who": "maybe" }, long]) expect((await say(link, odd)).status).toBe(422)
    expect((await service.nobody.post(link, { "knows-who": "yes" })).status).toBe(400)
    expect((await read(wave)).totals).toEqual([])
  })
})

describe("a link", () => {
  test("that was never given, or is nearly one, is not found, and nothing is written", async () => {
    const { link } = await open()
    calls.length = 0
    const last = link.endsWith("A") ? "B" : "A"
    const nearly = `${link.slice(0, -1)}${last}`
    for (const path of [nearly, "/tell-us/halton", `/tell-us/${"A".repeat(43)}`]) {
      expect((await service.nobody.get(path)).status).toBe(404)
      const posted = await say(path, { "knows-who": "yes" })
      expect(posted.status).toBe(404)
      expect(await posted.text()).not.toContain("Halton")
    }
    expect(calls.filter(({ asks }) => asks !== "get")).toEqual([])
  })

  test("of one wave answers for that one alone", async () => {
    const one = await open()
    const other = await open({ site: "bradford" })
    expect(one.link).not.toBe(other.link)
    await say(other.link, { "knows-who": "no" })
    expect((await read(one.wave)).totals).toEqual([])
    expect(totalOf(await read(other.wave), "knows-who")).toMatchObject({ n: 1 })
  })

  test("is nowhere in the table: neither the secret nor, from its hash, a way to it", async () => {
    const { wave, link } = await open()
    const secret = link.split("/").at(-1) ?? ""
    const kept = await wavesIn(service.table, service.world.settings.programme).one("NSW2", wave)
    const opened = await service.table.get(keys.asking(sha256(secret)))
    const site = await answersIn(service.table).askedAt("halton", "NSW2")
    expect(opened).toBeDefined()
    expect(JSON.stringify([kept, opened, site])).not.toContain(secret)
  })

  test("takes nothing after its day, nor once it is closed, and says so kindly; a paper form can still be typed in", async () => {
    const { wave, link } = await open()
    const closing = `${answers}/waves/${wave}/close`
    expect((await evaluator.api("POST", closing, {}, keyed())).status).toBe(200)
    const page = await service.nobody.get(link)
    expect([page.status, plain(await page.text()).includes("The time to answer is over.")]).toEqual([
      200,
      true,
    ])
    expect((await say(link, { "knows-who": "yes" })).status).toBe(409)
    expect((await evaluator.api("POST", closing, {}, keyed())).status).toBe(409)
    const slip = { said: { "knows-who": "sometimes" }, words: { better: "The garden." }, askedBy: "family" }
    const key = keyed()
    for (let times = 0; times < 2; times++)
      expect((await evaluator.api("POST", `${answers}/waves/${wave}/paper`, slip, key)).status).toBe(201)
    const found = await read(wave)
    expect([found.open, totalOf(found, "knows-who")?.counts.sometimes]).toEqual([false, 1])

    const other = await open()
    service.at("2018-02-01T00:00:00Z")
    expect((await say(other.link, { "knows-who": "yes" })).status).toBe(409)
    service.at("2018-01-16T09:00:00Z")
  })

  test("takes forty tries an hour from one address and others from another, and keeps no address", async () => {
    const { link } = await open()
    const from = { "cloudfront-viewer-address": "198.51.100.9:40000" }
    const tried = await Promise.all(
      Array.from({ length: 41 }, () => service.nobody.post(link, { key: newKey() }, from)),
    )
    expect(tried.filter(({ status }) => status === 422)).toHaveLength(40)
    expect(tried.filter(({ status }) => status === 429)).toHaveLength(1)
    expect((await say(link, { "knows-who": "yes" })).status).toBe(303)
    const limits = calls.filter(({ asks }) => asks === "count").flatMap(({ at }) => at)
    expect(limits.some((at) => at.includes("198.51.100.9"))).toBe(false)
    const unkeyed = sha256("198.51.100.9").slice(0, 12)
    expect(limits.some((at) => at.includes(unkeyed))).toBe(false)
  })
})

describe("nobody but the evaluator", () => {
  test("reads what people answered, at any address there is: neither counts nor words", async () => {
    const { wave, link } = await open()
    await say(link, { better: "yes", "better-words": "MARKERWORDS the bus" })
    expect(JSON.stringify(await read(wave))).toContain("MARKERWORDS")
    const values = { organisation: "halton", phase: "NSW2", wave, round: "nsw-2-2017", secret: link.slice(9) }
    const apps = [
      "evaluation",
      "stories",
      "tally",
      "findings",
      "voice",
      "site",
      "support",
      "programme",
      "pilot",
    ]
    const doors = everyDoor.filter((door) => methodOf(door) === "GET" && apps.includes(door.app))
    const roles = ["lead", "governance", "coach", "coordinator"] as const
    const who = [service.nobody, ...(await Promise.all(roles.map((role) => service.as(emails[role]))))]
    calls.length = 0
    for (const client of who)
      for (const door of doors) {
        const { body } = await answerOf(await client.get(addressIn(door, values)))
        expect(body.includes("MARKERWORDS"), door.door).toBe(false)
      }
    expect(calls.filter(({ at }) => at.some((one) => one.startsWith("ANSWERS#")))).toEqual([])
    expect(doors.length).toBeGreaterThan(50)
  })

  test("may ask directly, close, or type in; whoever may see findings is told for whom it is", async () => {
    const { wave } = await open()
    const coordinator = await service.as(emails.coordinator)
    const paper = `${answers}/waves/${wave}/paper`
    for (const path of [answers, `${answers}/totals.csv`, `${answers}/words.csv`, paper])
      expect([path, (await coordinator.get(path)).status]).toEqual([path, 403])
    expect((await coordinator.api("POST", paper, { said: { listens: "no" } }, keyed())).status).toBe(403)
    expect((await lead.get(answers)).status).toBe(404)
    expect((await read(wave)).totals).toEqual([])
  })

  test("finds any of it in a log or a letter", async () => {
    const lines: string[] = []
    const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line))
    vi.spyOn(service.world.log, "info").mockImplementation(keep)
    vi.spyOn(service.world.log, "error").mockImplementation(keep)
    const { wave, link } = await open()
    await say(link, { better: "yes", "better-words": "MARKERWORDS the bus" })
    await read(wave)
    vi.restoreAllMocks()
    const mails = await service.deliver()
    expect(lines.length).toBeGreaterThan(3)
    for (const secret of ["MARKERWORDS", link.slice(9), "203.0.113"])
      expect([...lines, JSON.stringify(mails)].filter((line) => line.includes(secret))).toEqual([])
  })
})

describe("the site", () => {
  test("sees which links are open, until when, to hand on; the department does not see the links", async () => {
    const { wave, link } = await open({ title: "For the spring" })
    const at = "/organisations/halton/evaluation/NSW2/answers"
    const page = plain(await (await lead.get(at)).text())
    expect(page).toContain(link)
    expect(page).toContain("For the spring")
    expect(page).toContain("Wednesday 31 January 2018")
    const listed = (await (await lead.api("GET", at)).json()) as { links: Record<string, unknown>[] }
    const one = listed.links.find((given) => given.wave === wave)
    expect(Object.keys(one ?? {}).sort()).toEqual(["address", "group", "point", "title", "until", "wave"])
    for (const role of ["coordinator", "chair"] as const) {
      const answer = await (await service.as(emails[role])).get(at)
      expect([role, answer.status]).toEqual([role, 403])
      expect(await answer.text()).not.toContain(link)
    }
    const closing = `${answers}/waves/${wave}/close`
    await evaluator.api("POST", closing, {}, keyed())
    expect(await (await lead.get(at)).text()).not.toContain(link)
  })
})

describe("the evaluator’s pages", () => {
  test("make a link, show it with a form to print, and give counts and words as files", async () => {
    const ask = `${answers}/ask`
    const form = fieldsIn(await (await evaluator.get(ask)).text(), ask)
    const until = { "until.day": "31", "until.month": "1", "until.year": "2018" }
    const wrong = await evaluator.post(ask, { ...form, site: "leeds", group: "people", ...until })
    expect([wrong.status, plain(await wrong.text()).includes("Enter what you call it")]).toEqual([422, true])
    const { until: _, ...rest } = asked
    const typed = { ...form, ...rest, ...until }
    const [made, again] = [await evaluator.post(ask, typed), await evaluator.post(ask, typed)]
    const at = made.headers.get("location") ?? ""
    expect([made.status, again.headers.get("location")]).toEqual([303, at])
    const { link } = await read(at.split("/").at(-1) ?? "")
    expect(plain(await (await evaluator.get(at)).text())).toContain("Nobody has answered yet.")
    expect(plain(await (await evaluator.get(`${at}/slips`)).text())).toContain(link)
    const paper = `${at}/paper`
    const slip = fieldsIn(await (await evaluator.get(paper)).text(), paper)
    expect((await evaluator.post(paper, slip)).status).toBe(422)
    const entered = await evaluator.post(paper, { ...slip, decided: "yes", "change-words": "=2+2 buses" })
    expect(entered.headers.get("location")).toBe(at)
    expect(plain(await (await evaluator.get(at)).text())).toContain("=2+2 buses")
    expect(await (await evaluator.get(`${answers}/totals.csv`)).text()).toContain(
      "halton,People with a named social worker,Baseline,Did you decide?,Yes,",
    )
    expect(await (await evaluator.get(`${answers}/words.csv`)).text()).toContain("'=2+2 buses")
    expect(plain(await (await evaluator.get(answers)).text())).toContain("NSW2-001")
  })
})

test("each function reaches what it is let to, and an answer is out of reach of the site’s", async () => {
  const granted: Record<string, Reach[]> = reaches
  const by = async <Answer>(name: string, ask: () => Promise<Answer>) => {
    now.by = name
    const answer = await ask()
    now.by = "a test"
    return answer
  }
  noticed.length = 0
  const { wave, link } = await by("findings", () => open())
  await by("voice", () => service.nobody.get(link))
  await by("voice", () => say(link, { listens: "yes" }))
  await by("findings", () => evaluator.get(answers))
  const slip = { said: { listens: "no" } }
  await by("findings", () => evaluator.api("POST", `${answers}/waves/${wave}/paper`, slip, keyed()))
  await by("evaluation", () => lead.get("/organisations/halton/evaluation/NSW2/answers"))
  await by("findings", () => evaluator.api("POST", `${answers}/waves/${wave}/close`, {}, keyed()))
  const own = noticed.filter((each) => each.by !== "a test")
  expect(own.filter((each) => !granted[each.by]?.some((reach) => covers(reach, each)))).toEqual([])
  const answering = own.filter(({ partition }) => partition.startsWith("ANSWERS#"))
  expect(new Set(answering.map((each) => `${each.by} ${each.action}`))).toEqual(
    new Set(["voice PutItem", "findings PutItem", "findings Query"]),
  )
  for (const name of Object.keys(granted).filter((one) => one !== "voice" && one !== "findings"))
    for (const { partitions, index } of granted[name] ?? [])
      if (!index) expect(partitions.filter((one) => /^(?:ANSWERS|\*)/.test(one))).toEqual([])
})
