import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { programme } from "../infra/local/demonstration/programme.ts"
import { ask } from "../shared/domain/calendar/more-time.ts"
import { brokenAt, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { expectedIn } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import { type Published, publishPhaseTwo, returnOf, returns } from "./support/phase.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, keyed, type Moved, newKey } from "./support/submission.ts"
import { digestOf, itemsOf } from "./support/watched.ts"

let service: Service
let phase: Published
let lead: Client
let contributor: Client
let sponsor: Client
let certifier: Client
let governance: Client

beforeAll(async () => {
  service = await startService()
  phase = await publishPhaseTwo(service)
  lead = await service.as("site-lead@halton.example")
  contributor = await service.as("contributor@halton.example")
  sponsor = await service.as("sponsor@halton.example")
  certifier = await service.as("section-151@halton.example")
  governance = await service.as("governance@halton.example")
})
afterAll(() => service.stop())

/** An ordinary Tuesday: spending to December is open, and due on Monday. */
const tuesday = "2018-01-16T09:00:00Z"
const afterItWasDue = "2018-01-24T10:00:00Z"
const afterItLocked = "2018-02-20T10:00:00Z"
beforeEach(() => service.at(tuesday))

const halton = "/organisations/halton"
const december = `${halton}/returns/${returns.december}`
const leadOf = (site: string) => service.as(`site-lead@${site}.example`)
const inQuarter = (site: string) => `/organisations/${site}/returns/${returns.december}`

const textOf = async (answer: Response) =>
  (await answer.text())
    .replace(/^[\s\S]*<main/, "<main")
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
const firstLineFor = async (who: Client, site = "halton") => {
  const page = await (await who.get(`/organisations/${site}`)).text()
  return /data-first-line[^>]*>([^<]*)</.exec(page)?.[1]
}
type Row = { round: string; title: string; state: string; who: string; reference: string }
const rowOf = async (who: Client, site: string, round = returns.december) => {
  const answer = await who.api("GET", `/organisations/${site}/returns`)
  return ((await answer.json()) as { returns: Row[] }).returns.find((one) => one.round === round)
}
type Read = Row & {
  standing: string
  says: string
  changes: string[]
  moves: string[]
  submission?: string
  told: { name: string; notice: string }[]
  events: { number: number; move: string; by: string; role: string; note?: string }[]
}
const read = async (who: Client, at = december) => (await (await who.api("GET", at)).json()) as Read

const spending = {
  spending: { spending: { workers: { spent: 2_000_000, expected: 5_000_000 } } },
  outlook: { award: "whole" },
}
const written = async (who: Client, site: string) => {
  const one = await begun(who, site, returns.december)
  for (const [section, answers] of Object.entries(spending)) {
    const saved = await one.save(who, section, answers)
    expect(saved.status, await saved.clone().text()).toBe(200)
  }
  return one
}
const nothing = (who: Client, at: string, reason = "The pilot starts in January.", key = newKey()) =>
  who.api("POST", `${at}/nothing`, { reason }, keyed(key))

describe("a home says first, by name and date, what waits for whoever reads it", () => {
  const december = "Spending update, September to December 2017"
  const mine = `One thing waits for you: ${december} (not started, due Monday 22 January 2018).`
  const nextOne = "Next: Spending update, January to April 2018, due Wednesday 30 May 2018."

  test.each([
    ["the lead", () => lead, `${mine} ${nextOne}`],
    ["a contributor", () => contributor, `${mine} ${nextOne}`],
    [
      "the sponsor",
      () => sponsor,
      `Nothing needs you. Nothing of Halton’s was due yet. Next: ${december}, due Monday 22 January 2018.`,
    ],
    [
      "the section 151 officer",
      () => certifier,
      "Nothing to sign. One signature this year: Statement of grant usage, due Wednesday 30 May 2018.",
    ],
    [
      "the information-governance officer",
      () => governance,
      "Nothing to check. No signature of yours is planned this year.",
    ],
  ])("to %s", async (_, who, line) => {
    expect(await firstLineFor(who())).toBe(line)
  })

  test("and then what is owed, until when, who has it and what to do, and what comes next", async () => {
    const page = await textOf(await lead.get(halton))
    for (const words of [
      "What is owed",
      "Not started. Due at 5pm on Monday 22 January 2018, in 4 working days. Nobody has begun it.",
      "There is nothing to report",
      "Ask for more time",
      "What comes next",
      "Statement of grant usage : Opens on 1 May 2018. Due at 5pm on Wednesday 30 May 2018.",
      "Every return, past and to come",
    ])
      expect(page).toContain(words)
  })

  test("and asks the table no more than six times, for four units besides who it is", async () => {
    service.costs.length = 0
    await lead.get(halton)
    expect(service.costs.length).toBeLessThanOrEqual(6)
    const [door, ...rest] = service.costs
    expect(door?.read).toBe(1)
    expect(rest.reduce((sum, one) => sum + one.read, 0)).toBeLessThanOrEqual(4)
  })
})

describe("a site that reported, one with nothing to report and one that is missing", () => {
  const words = { bradford: "Reported", liverpool: "Nothing to report", shropshire: "Missing" }

  beforeAll(async () => {
    service.at(tuesday)
    const bradford = await leadOf("bradford")
    const one = await written(bradford, "bradford")
    expect((await one.send(bradford)).status).toBe(200)
    expect((await nothing(await leadOf("liverpool"), inQuarter("liverpool"))).status).toBe(201)
  })

  test.each(Object.entries(words))("are three things: %s reads “%s”", async (site, state) => {
    service.at(afterItWasDue)
    const who = await leadOf(site)
    const late = site === "shropshire" ? ", 2 working days late" : ""
    expect((await rowOf(who, site))?.state).toBe(`${state}${late}`)
    expect((await read(who, inQuarter(site))).state).toBe(`${state}${late}`)
    const csv = await (await who.get(`/organisations/${site}/returns.csv`)).text()
    expect(csv).toContain(late ? `"${state}${late}"` : `,${state},`)
    for (const path of [`/organisations/${site}/returns`, inQuarter(site)]) {
      const page = await textOf(await who.get(path))
      expect(page).toContain(state)
      for (const other of Object.values(words)) {
        if (other !== state) expect(page.replace("There is nothing to report", "")).not.toContain(other)
      }
    }
  })

  test("and a sponsor reads which of them is hers", async () => {
    service.at(afterItWasDue)
    const line = async (site: string) => firstLineFor(await service.as(`sponsor@${site}.example`), site)
    expect(await line("bradford")).toMatch(/^Nothing needs you\. Bradford has sent everything that was due\./)
    expect(await line("liverpool")).toMatch(/has sent everything that was due\./)
    expect(await line("shropshire")).toMatch(
      /^Nothing needs you\. Shropshire has not sent Spending update, October to December 2017 \(missing, 2 working days late; nobody has begun it\)\./,
    )
  })
})

describe("every return of a site", () => {
  test("is a table of words, the same in the CSV and in the API, past and to come", async () => {
    const { returns: rows } = (await (await sponsor.api("GET", `${halton}/returns`)).json()) as {
      returns: Record<string, string>[]
    }
    expect(rows).toHaveLength(5)
    const page = await textOf(await sponsor.get(`${halton}/returns`))
    const answer = await sponsor.get(`${halton}/returns.csv`)
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    const csv = await answer.text()
    expect(csv.split("\r\n")[0]).toBe("Return,Covers,Due,State,Who has it,Reference")
    expect(csv.trim().split("\r\n")).toHaveLength(6)
    for (const { round: _, ...row } of rows)
      for (const cell of Object.values(row)) {
        expect(page).toContain(cell)
        expect(csv).toContain(cell)
      }
  })

  test("is no round, and none of another site", async () => {
    for (const round of ["nsw-2-2017", "nsw2-spending-2099-12-31", "nowhere"])
      for (const path of ["", "/nothing", "/more-time"])
        expect([round, path, (await lead.get(`${halton}/returns/${round}${path}`)).status]).toEqual([
          round,
          path,
          404,
        ])
    expect((await lead.api("GET", inQuarter("bradford"))).status).toBe(404)
  })

  test("of a council in no phase says that nothing is asked yet", async () => {
    const other = await leadOf("camden")
    const page = await textOf(await other.get("/organisations/camden/returns"))
    expect(page).toContain("Nothing is asked of")
    expect(await firstLineFor(other, "camden")).toBe("Nothing is owed by you.")
  })
})

describe("a return that is written", () => {
  test("is in hand, late until it locks, says how late it was sent, and is refused afterwards", async () => {
    const who = await leadOf("sheffield")
    const one = await written(who, "sheffield")
    expect(await rowOf(who, "sheffield")).toMatchObject({
      state: "In hand",
      who: expect.stringContaining("Being written, last by"),
    })
    service.at(afterItWasDue)
    expect((await one.send(who)).status).toBe(200)
    expect((await rowOf(who, "sheffield"))?.state).toBe("Reported, 2 working days late")
    const page = await textOf(await who.get(inQuarter("sheffield")))
    expect(page).toContain(`Reported, 2 working days late. Reference ${one.reference}, version 1, sent at`)
    service.at(afterItLocked)
    expect((await rowOf(who, "sheffield"))?.state).toBe("Reported, 2 working days late")
  })

  test("is refused after it locked, in words, and nothing of it is begun", async () => {
    service.at(afterItLocked)
    const who = await leadOf("hertfordshire")
    const before = await digestOf(service, "hertfordshire")
    const at = inQuarter("hertfordshire")
    const gives = { until: "2018-03-01", reason: "The ledger closed late." }
    for (const answer of [
      await who.api("POST", "/organisations/hertfordshire/submissions", { round: returns.december }, keyed()),
      await nothing(who, at),
      await who.api("POST", `${at}/more-time`, gives, keyed()),
    ]) {
      expect(answer.status).toBe(409)
      expect(((await answer.json()) as { detail: string }).detail).toContain("cannot be sent here any longer")
    }
    expect(await textOf(await who.get(`${at}/more-time`))).toContain("cannot be sent here any longer")
    expect(await rowOf(who, "hertfordshire")).toMatchObject({ state: "Not received", who: "" })
    expect(await digestOf(service, "hertfordshire")).toBe(before)
  })
})

describe("nothing to report", () => {
  let site: Client
  const at = inQuarter("hertfordshire")
  beforeAll(async () => {
    site = await leadOf("hertfordshire")
  })

  test("is stated by the lead alone", async () => {
    const other = await service.as("contributor@hertfordshire.example")
    expect((await nothing(other, at)).status).toBe(403)
    expect((await other.get(`${at}/nothing`)).status).toBe(403)
    const sponsor = await service.as("sponsor@hertfordshire.example")
    expect((await nothing(sponsor, at)).status).toBe(403)
  })

  test("is said with a reason: what was typed comes back with what is wrong", async () => {
    const page = await site.post(`${at}/nothing`, { reason: " ", key: newKey() })
    expect(page.status).toBe(422)
    expect(await textOf(page)).toContain("Enter why there is nothing to report")
    const typed = "Ann Example, NHS number 943 476 5919."
    const blocked = await site.post(`${at}/nothing`, { reason: typed, key: newKey() })
    expect(blocked.status).toBe(422)
    expect(await blocked.text()).toContain(typed)
    expect((await rowOf(site, "hertfordshire"))?.state).toBe("Not started")
  })

  test("withdraws a draft that the team had begun, and says so before", async () => {
    const draft = await written(site, "hertfordshire")
    const page = await textOf(await site.get(`${at}/nothing`))
    expect(page).toContain(`Your draft ${draft.reference} is withdrawn by this.`)
    expect(page).toContain("Nothing was spent in this period")
    const key = newKey()
    const fields = { reason: "The pilot starts in January.", key }
    const answers = await Promise.all(Array.from({ length: 5 }, () => site.post(`${at}/nothing`, fields)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    const [receipt, ...others] = new Set(answers.map(({ headers }) => headers.get("location")))
    expect(others).toEqual([])
    expect(receipt).toMatch(/^\/organisations\/hertfordshire\/submissions\/NSW2-\w+-F-\w+\/receipts\/1$/)
    const shown = await textOf(await site.get(receipt ?? ""))
    expect(shown).toContain(": nothing to report. Reference")
    expect(shown).toContain("The pilot starts in January.")
    expect(((await draft.read()) as Moved).state).toBe("withdrawn")
    const { standing, submission, reference } = await read(site, at)
    expect([standing, submission]).toEqual(["nil", reference])
    expect(reference).not.toBe(draft.reference)
  })

  test("is four lines of an unbroken chain, and a receipt that can be checked", async () => {
    const { reference } = await read(site, at)
    const items = await itemsOf(service, "hertfordshire")
    const head = items.find(({ sk }) => sk === `SUB#${reference}`) as unknown as {
      events: { number: number; hash: string }
    }
    const events = items
      .filter(({ pk, sk }) => pk.startsWith("LOG#") && sk.startsWith(`${reference}#`))
      .map((item) => eventSchema.parse(item))
    expect(events.map(({ move }) => move)).toEqual(["start", "save", "sign", "send"])
    expect(brokenAt(events, head.events)).toBeUndefined()
    const receipt = await site.api("GET", `/organisations/hertfordshire/submissions/${reference}/receipts/1`)
    const { hash } = (await receipt.json()) as { hash: string }
    const check = await service.nobody.api("POST", "/check-a-receipt", { reference, code: hash })
    expect(await check.text()).toContain("genuine")
  })

  test("is refused where something was sent already, by whom, and changed as anything that was sent", async () => {
    const { reference } = await read(site, at)
    const again = await nothing(site, at, "Once more.")
    expect(again.status).toBe(409)
    expect(((await again.json()) as { detail: string }).detail).toContain(
      `It was sent already, by Hertfordshire site lead (demonstration). Reference ${reference}`,
    )
    const here = `/organisations/hertfordshire/submissions/${reference}`
    const revision = async () => ((await (await site.api("GET", here)).json()) as Moved).revision
    const move = async (to: string) =>
      (await site.api("POST", `${here}/${to}`, { revision: await revision() }, keyed())).status
    expect(await move("change")).toBe(200)
    expect((await rowOf(site, "hertfordshire"))?.state).toBe("Nothing to report")
    const answers = { reason: "Nothing was bought before January." }
    const saved = await site.api("POST", `${here}/sections/nothing`, { revision: await revision(), answers })
    expect(saved.status).toBe(200)
    expect([await move("sign"), await move("send")]).toEqual([200, 200])
    expect((await read(site, at)).says).toContain(`Reference ${reference}, version 2`)
  })

  test("is not found where a return has no such thing", async () => {
    service.at("2018-05-03T09:00:00Z")
    const statement = returnOf(phase, "halton", "statement-of-grant-usage")
    expect((await lead.get(`${halton}/returns/${statement}/nothing`)).status).toBe(404)
    expect((await nothing(lead, `${halton}/returns/${statement}`)).status).toBe(404)
  })

  test("of two at once with keys of their own, one is sent", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => nothing(lead, december)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const live = (await itemsOf(service, "halton")).filter(({ sk }) => sk === `LIVE#${returns.december}`)
    expect(live).toHaveLength(1)
  })
})

describe("asking for more time", () => {
  const at = inQuarter("shropshire")
  let site: Client
  let helper: Client
  beforeAll(async () => {
    site = await leadOf("shropshire")
    helper = await service.as("contributor@shropshire.example")
  })
  const asks = (who: Client, until: string, reason = "The ledger closes late.", key = newKey()) =>
    who.api("POST", `${at}/more-time`, { until, reason }, keyed(key))
  const deskItem = () =>
    service.table.get(keys.ask(programme.id, "shropshire", returns.december), { strong: true })

  test.each([
    ["2018-01-22", "The day must be after Monday 22 January 2018, when it is due"],
    ["2018-01-27", "The day must be a working day"],
    ["2018-03-30", "The day must be on or before Friday 23 March 2018"],
  ])("until %s is refused: %s", async (until, says) => {
    const answer = await asks(helper, until)
    expect(answer.status).toBe(422)
    expect(((await answer.json()) as { problems: unknown[] }).problems).toEqual([{ question: "until", says }])
    const [year = "", month = "", day = ""] = until.split("-")
    const page = await helper.post(`${at}/more-time`, {
      "until.day": day,
      "until.month": month,
      "until.year": year,
      reason: "The ledger closes late.",
      key: newKey(),
    })
    expect(page.status).toBe(422)
    const html = await page.text()
    expect(html).toContain("The ledger closes late.")
    expect(html).toContain('href="#until.day"')
    expect(await deskItem()).toBeUndefined()
  })

  test("is not for the sponsor, and its reason names nobody", async () => {
    const sponsor = await service.as("sponsor@shropshire.example")
    expect((await asks(sponsor, "2018-01-29")).status).toBe(403)
    expect((await sponsor.get(`${at}/more-time`)).status).toBe(403)
    expect((await asks(helper, "2018-01-29", "For NHS number 943 476 5919.")).status).toBe(422)
    expect((await asks(helper, "2018-01-29", "word ".repeat(101))).status).toBe(422)
    expect(await deskItem()).toBeUndefined()
  })

  test("lies on the coordinators’ desk, once, and the date stands until they answer", async () => {
    const key = newKey()
    const both = await Promise.all([
      asks(helper, "2018-01-29", undefined, key),
      asks(helper, "2018-01-29", undefined, key),
    ])
    for (const answer of both) {
      expect(answer.status, await answer.clone().text()).toBe(200)
      expect(await answer.json()).toEqual({ round: returns.december, until: "2018-01-29" })
    }
    expect(ask.parse(await deskItem())).toMatchObject({
      organisation: "shropshire",
      until: "2018-01-29",
      reason: "The ledger closes late.",
      by: "2018-01-22T17:00:00.000Z",
      askedBy: { email: "contributor@shropshire.example" },
    })
    const { events, changes, state } = await read(site, at)
    expect(events.map(({ move, role, note }) => [move, role, note])).toEqual([
      ["ask for more time", "contributor", "The ledger closes late."],
    ])
    expect(changes).toEqual([
      "Shropshire contributor (demonstration) asked on 16 January 2018 at 9am for until Monday 29 January 2018: “The ledger closes late.” It is not answered yet.",
    ])
    expect(state).toBe("Not started")
    expect((await asks(helper, "2018-01-30", undefined, key)).status).toBe(422)
    const mine = await textOf(await helper.get(at))
    expect(mine).toContain("You asked on 16 January 2018 at 9am for until Monday 29 January 2018")
    expect(await textOf(await site.get("/organisations/shropshire"))).toContain("It is not answered yet.")
  })

  test("again replaces what was asked, also when it is late already", async () => {
    service.at(afterItWasDue)
    const page = await site.post(`${at}/more-time`, {
      "until.day": "2",
      "until.month": "February",
      "until.year": "2018",
      reason: "The accountant was away.",
      key: newKey(),
    })
    expect([page.status, page.headers.get("location")]).toEqual([303, at])
    expect(ask.parse(await deskItem())).toMatchObject({
      until: "2018-02-02",
      reason: "The accountant was away.",
    })
    const { events } = await read(site, at)
    expect(events.map(({ number }) => number)).toEqual([2, 1])
    const one = await expectedIn(service.table).of("shropshire", returns.december)
    const chain = (await itemsOf(service, "shropshire"))
      .filter(({ pk, sk }) => pk.startsWith("LOG#") && sk.startsWith(`${returns.december}#`))
      .map((item) => eventSchema.parse(item))
    expect(brokenAt(chain, one?.events ?? { number: 0, hash: "" })).toBeUndefined()
  })

  test("is said on the submission that answers it too", async () => {
    const draft = await begun(site, "shropshire", returns.december)
    expect(await textOf(await site.get(draft.here))).toContain(
      "for until Friday 2 February 2018: “The accountant was away.” It is not answered yet.",
    )
  })
})

describe("who certifies on the day", () => {
  const statement = () => `${halton}/returns/${returnOf(phase, "halton", "statement-of-grant-usage")}`
  const answers = (who: Client, answer: string, at = statement()) =>
    who.api("POST", `${at}/cover`, { answer }, keyed())
  const question = "Will you be here on Wednesday 30 May 2018 to certify “Statement of grant usage”?"

  test("is asked of the certifier 15 working days before, on the first line", async () => {
    service.at("2018-05-08T09:00:00Z")
    expect(await firstLineFor(certifier)).toBe(
      `One question for you. ${question} One signature this year: Statement of grant usage, due Wednesday 30 May 2018.`,
    )
    const page = await textOf(await certifier.get(`${statement()}/cover`))
    for (const words of [question, "Yes", "My deputy will", "Somebody else certifies now"])
      expect(page).toContain(words)
    expect(page).toContain("Your deputy on that day: Halton and Shropshire finance partner (demonstration).")
  })

  test("is for nobody else to say, and for no return that nobody certifies", async () => {
    service.at("2018-05-08T09:00:00Z")
    for (const who of [lead, contributor, sponsor, governance]) {
      expect((await answers(who, "yes")).status).toBe(403)
      expect((await who.get(`${statement()}/cover`)).status).toBe(403)
    }
    expect((await certifier.get(`${december}/cover`)).status).toBe(404)
  })

  test("is a deputy only where somebody holds the role on the day", async () => {
    service.at("2018-05-08T09:00:00Z")
    const alone = await service.as("section-151@bradford.example")
    const at = `/organisations/bradford/returns/${returnOf(phase, "bradford", "statement-of-grant-usage")}`
    service.at("2018-04-16T09:00:00Z")
    const page = await alone.post(`${at}/cover`, { answer: "deputy", key: newKey() })
    expect(page.status).toBe(422)
    const text = await page.text()
    expect(text).toContain("Nobody else is section 151 officer here on")
    expect(text).toContain('href="/organisations/bradford/people"')
    expect((await answers(alone, "someone else", at)).status).toBe(200)
  })

  test("is kept with the return, with its line of history, and the question is gone", async () => {
    service.at("2018-05-08T09:00:00Z")
    const answer = await certifier.post(`${statement()}/cover`, { answer: "deputy", key: newKey() })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, statement()])
    const page = await textOf(await lead.get(statement()))
    expect(page).toContain(
      "section 151 officer, said on 8 May 2018 at 10am who certifies on the day: “My deputy will”",
    )
    expect(page).toContain("Said who certifies it")
    expect(await firstLineFor(certifier)).toBe(
      "Nothing to sign. One signature this year: Statement of grant usage, due Wednesday 30 May 2018.",
    )
  })
})
