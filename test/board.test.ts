import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { programme } from "../infra/local/demonstration/programme.ts"
import { type Expected, expected as schema } from "../shared/domain/calendar/expected.ts"
import { expectedStates } from "../shared/domain/calendar/state.ts"
import { noticeItemOf } from "../shared/domain/notices/words.ts"
import { brokenAt, event as eventSchema } from "../shared/domain/submissions/event.ts"
import { calendarIn, putPhase } from "../shared/store/calendar.ts"
import { checkExpected, expectedIn, putExpected } from "../shared/store/expected.ts"
import { keys } from "../shared/store/keys.ts"
import { noticesIn, toldOfReturn } from "../shared/store/notices.ts"
import { sentAt, stands } from "./domain/calendar-given.ts"
import { boardDoors } from "./support/board-doors.ts"
import { publishPhaseTwo, returns } from "./support/phase.ts"
import { type Client, type Service, startService } from "./support/service.ts"
import { begun, keyed, newKey, ready, sent } from "./support/submission.ts"

/** Wednesday, two working days after spending to December was due; the first Monday on which sponsors may be written to. */
const wednesday = "2018-01-24T10:42:00.000Z"
const monday = "2018-01-29T10:42:00.000Z"
const secret = "Eleven young people live far from home."

const team = {
  coordinator: "coordinator@innovation-unit.example",
  coach: "coach@innovation-unit.example",
  chair: "chair@doh.example",
  evaluator: "evaluator@scie.example",
  reader: "reader@doh.example",
  "decision-maker": "decision-maker@doh.example",
  finance: "finance@doh.example",
}

let service: Service
let coordinator: Client
let coach: Client
beforeAll(async () => {
  service = await startService()
  coordinator = await service.as(team.coordinator)
  coach = await service.as(team.coach)
})
afterAll(() => service.stop())

const pageOf = async (path: string, who = coordinator) => {
  const answer = await who.get(path)
  const text = await answer.text()
  expect(answer.status, text.slice(0, 300)).toBe(200)
  expect(text).toMatch(/<main[^>]*>/)
  expect(text.match(/<h1/g)).toHaveLength(1)
  return text
}
const bodyOf = async <Body>(path: string, who = coordinator) => {
  const answer = await who.api("GET", path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Body
}
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
const linksIn = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].map(([, href = "", text = ""]) => ({
    href: href.replaceAll("&amp;", "&"),
    text: words(text),
  }))
const firstLine = (html: string) => words(/<p[^>]*data-first-line[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? "")

const change = async (organisation: string, more: Partial<Expected>, round = returns.december) => {
  const before = await expectedIn(service.table).of(organisation, round)
  if (!before) throw new Error(`${organisation} does not owe ${round}`)
  const { written } = await service.table.write([putExpected({ ...before, ...more }, before)])
  expect(written).toBe(true)
}

type Returned = { organisation: string; round: string; state: string; says: string }
type Choice = { value: string; words: string; count: number }
type Board = {
  asAt: string
  returns: Returned[]
  counts: Record<string, Choice[]>
  later: { round: string }[]
  arrivals?: { begun: number; sent: number; waiting: number; councils: Record<string, unknown>[] }
}

describe("before a phase is published", () => {
  test.each(Object.entries(team))("the first page of the %s is not empty, and true", async (_, email) => {
    const who = await service.as(email)
    const page = await pageOf("/programme", who)
    expect(firstLine(page)).toMatch(/\.$/)
    expect(page).toContain("No phase is published yet.")
    expect(page).toContain("Nobody waits for an answer about more time.")
  })

  test("chair, reader and decision-maker read when the round closes", async () => {
    const line = async (email: string) => firstLine(await pageOf("/programme", await service.as(email)))
    expect(await line(team.chair)).toContain("closes at 5pm on Friday 25 August 2017.")
    expect(await line(team["decision-maker"])).toContain("decisions by")
  })

  test("the board says that nothing is asked, and the other lists what they will show", async () => {
    expect(await pageOf("/programme/board")).toContain("No phase is published yet.")
    expect(await pageOf("/programme/board?phase=NSW2")).toContain("This phase is not published")
    expect(await pageOf("/programme/cover")).toContain("Nothing is late or due within 20 working days.")
    expect(await pageOf("/programme/letters")).toContain("No letter has gone from the calendar yet.")
    expect(await pageOf("/programme/next")).toContain("The round closes")
  })

  test("arrivals are counted, and a draft is nobody’s to read", async () => {
    expect(await pageOf("/programme/board?round=nsw-2-2017")).toContain("Nobody has begun one yet.")
    await begun(await service.as("site-lead@bradford.example"), "bradford")
    await ready(service, "halton")
    await sent(service, "shropshire")
    const page = await pageOf("/programme/board?round=nsw-2-2017", coach)
    expect(firstLine(page)).toContain("1 sent, 1 waiting for a signature, 1 begun and not sent, 0 withdrawn.")
    expect(page).toContain("Nobody in the programme can read one.")
    const { arrivals } = await bodyOf<Board>("/programme/board?round=nsw-2-2017", coach)
    expect(arrivals).toMatchObject({ begun: 1, sent: 1, waiting: 1 })
    expect(arrivals?.councils.map(({ name, state }) => [name, state])).toEqual([
      ["Bradford", "begun"],
      ["Halton", "waiting"],
      ["Shropshire", "sent"],
    ])
    expect(page + JSON.stringify(arrivals)).not.toContain(secret)
  })
})

describe("with phase 2 published, two working days after spending to December was due", () => {
  beforeAll(async () => {
    await publishPhaseTwo(service)
    service.at(wednesday)
    await change("bradford", { stands: sentAt("2018-01-22T12:00:00.000Z") })
    await change("halton", { stands: sentAt("2018-01-24T10:00:00.000Z") })
    await change("hertfordshire", { stands: sentAt("2018-01-19T12:00:00.000Z", { nil: true }) })
    await change("liverpool", { stands: stands() })
    const reason = '=HYPERLINK("http://x")'
    const asked = {
      until: "2018-01-31",
      reason,
      by: { person: "p-sheffield-site-lead", name: "Sheffield site lead" },
      at: "2018-01-23T09:00:00.000Z",
    }
    await change("sheffield", { asked })
    const { pk, sk } = keys.ask(programme.id, "sheffield", returns.december)
    const about = { organisation: "sheffield", name: "Sheffield", round: returns.december }
    await service.table.write([
      {
        put: {
          pk,
          sk,
          ...about,
          title: "Spending update, October to December 2017",
          by: "2018-01-22T17:00:00.000Z",
          until: asked.until,
          reason,
          askedBy: { ...asked.by, email: "site-lead@sheffield.example" },
          at: asked.at,
        },
      },
    ])
  })

  describe("the first page", () => {
    test("tells a coordinator how many, who has each, and whom to telephone", async () => {
      const line = firstLine(await pageOf("/programme"))
      expect(line).toContain(
        "Spending update, October to December 2017: 3 of 6 sent, 1 in hand (Liverpool: Ann Example), 2 not started: telephone Sheffield and Shropshire.",
      )
      expect(line).toContain("1 request for more time waits for you.")
      expect(line).toContain("2 working days: Liverpool, Sheffield and Shropshire.")
    })

    test("has six rows, each with state, who has it and how late", async () => {
      const page = await pageOf("/programme")
      const table = /<caption[^>]*>Each site:.*?<\/table>/s.exec(page)?.[0] ?? ""
      expect(table.match(/<th scope="row"/g)).toHaveLength(6)
      expect(words(table)).toContain(
        "Liverpool, Spending update, October to December 2017, due Monday 22 January 2018: Missing, 2 working days late. Who has it: being written, last by Ann Example",
      )
    })

    test("shows what a site asks, to be answered by whoever may", async () => {
      expect(words(await pageOf("/programme"))).toContain("Answer it: Sheffield, Spending update")
      const read = await pageOf("/programme", coach)
      expect(read).toContain("=HYPERLINK")
      expect(read).not.toContain("Answer it")
    })

    test("tells a coach about their sites, and no questions", async () => {
      const page = await pageOf("/programme", coach)
      expect(firstLine(page)).toContain(
        "You coach Bradford, Halton, Hertfordshire, Liverpool, Sheffield and Shropshire.",
      )
      expect(page).not.toContain("Questions and answers")
    })

    test("costs as many requests as returns are near, and a few", async () => {
      service.costs.length = 0
      await pageOf("/programme", coach)
      const [session, phases, periods, rounds, asks] = [1, 1, 1, 1, 1]
      const near = service.costs.length - session - phases - periods - rounds - asks
      expect(near).toBeGreaterThan(0)
      expect(near).toBeLessThanOrEqual(3)
    })

    test("is the same in the API", async () => {
      type First = {
        lines: { role: string; says: string }[]
        sites: { returns: Returned[] }[]
        asks: unknown[]
      }
      const body = await bodyOf<First>("/programme")
      expect(body.lines[0]?.says).toBe(firstLine(await pageOf("/programme")))
      expect(body.sites).toHaveLength(6)
      expect(body.asks).toHaveLength(1)
    })
  })

  describe("the board", () => {
    test("has a cell for each site and return, with a name that can be read by itself", async () => {
      const page = await pageOf("/programme/board")
      const { returns: all } = await bodyOf<
        Board & { returns: (Returned & { name: string; title: string })[] }
      >("/programme/board")
      const cells = linksIn(page).filter(({ href }) => href.includes("/returns/"))
      expect(cells).toHaveLength(all.length)
      expect(all.length).toBeGreaterThanOrEqual(6)
      expect(cells.map(({ text }) => text).sort()).toEqual(
        (all as (Returned & { name: string; title: string })[])
          .map(({ name, title, says }) => `${name}, ${title}: ${says}`)
          .sort(),
      )
      expect(cells.map(({ text }) => text)).toContain(
        "Halton, Spending update, September to December 2017: Reported, 2 working days late",
      )
      expect(page).toContain("As at 10:42.")
      expect(page.match(/<caption/g)).toHaveLength(1)
    })

    test("every count is the length of the list behind its link, on the page, in the API and in the CSV", async () => {
      const page = await pageOf("/programme/board")
      const states = linksIn(page).filter(({ href }) => href.includes("state="))
      expect(states.length).toBeGreaterThan(2)
      for (const { href, text } of states) {
        const count = Number(/: (\d+)$/.exec(text)?.[1])
        const there = await pageOf(href)
        expect(linksIn(there).filter((one) => one.href.includes("/returns/"))).toHaveLength(count)
        const query = href.slice(href.indexOf("?"))
        expect((await bodyOf<Board>(`/programme/board${query}`)).returns).toHaveLength(count)
        const csv = await (await coordinator.get(`/programme/board.csv${query}`)).text()
        expect(csv.trim().split("\r\n")).toHaveLength(1 + count)
        expect(there).toContain("without “")
      }
      const { counts } = await bodyOf<Board>("/programme/board?later=yes")
      for (const [by, choices] of Object.entries(counts))
        for (const { value, count } of choices) {
          const query = new URLSearchParams({ later: "yes", [by]: value })
          expect((await bodyOf<Board>(`/programme/board?${query}`)).returns).toHaveLength(count)
        }
    })

    test("a filter can be taken away again, and what nobody has is an empty list", async () => {
      const page = await pageOf("/programme/board?phase=NSW2&state=missing&site=halton")
      expect(page).toContain("Nothing here is as you chose it.")
      const back = linksIn(page).find(
        ({ text }) => text.includes("without “missing”") || text.includes("without “Missing”"),
      )
      expect(back?.href).toBe("/programme/board?phase=NSW2&site=halton")
    })

    test("what opens later is shown when it is asked for", async () => {
      const { later, returns: near } = await bodyOf<Board>("/programme/board")
      expect(later.length).toBeGreaterThan(0)
      const all = await bodyOf<Board>("/programme/board?later=yes")
      expect(all.later).toEqual([])
      expect(all.returns.length).toBe(near.length + 6 * later.length)
      expect(all.returns.some(({ state }) => state === "not open yet")).toBe(true)
    })

    test("reported, nothing to report and missing are three words, everywhere the same", async () => {
      const page = words(await pageOf("/programme/board"))
      const csv = await (await coordinator.get("/programme/board.csv")).text()
      const { returns: all } = await bodyOf<Board>("/programme/board")
      for (const state of ["reported", "nil", "missing"] as const) {
        expect(page).toContain(expectedStates[state])
        expect(csv).toContain(`,${expectedStates[state]},`)
        expect(all.map((one) => one.state)).toContain(state)
        expect(
          all
            .filter((one) => one.state === state)
            .every(({ says }) => says.startsWith(expectedStates[state])),
        ).toBe(true)
      }
    })

    test("the CSV is a file with its reasons, of which a spreadsheet runs nothing", async () => {
      const answer = await coordinator.get(
        "/programme/board.csv?site=sheffield&round=nsw2-spending-2017-12-31",
      )
      expect(answer.headers.get("content-type")).toContain("text/csv")
      const text = await answer.text()
      expect(text.split("\r\n")).toHaveLength(3)
      expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
      expect(text).toContain("Sheffield,sheffield,")
      expect(text).toContain("2017-10-01,2017-12-31")
      expect(text).toContain('Missing,"Missing, 2 working days late",nobody has begun it,2')
    })

    test("costs one query of phases, one of periods and one for each return, of a unit at most", async () => {
      service.costs.length = 0
      const page = await pageOf("/programme/board")
      const columns = (page.match(/<th scope="col"/g) ?? []).length - 1
      expect(service.costs).toHaveLength(1 + 1 + 1 + columns)
      for (const { read } of service.costs) expect(read).toBeLessThanOrEqual(3)
      expect(service.costs.slice(3).every(({ read, items }) => items === 6 && read <= 1)).toBe(true)
    })
  })

  describe("a site", () => {
    test("shows people, dates, award and coach, what is expected, and nothing of what it wrote", async () => {
      const page = await pageOf("/programme/sites/halton", coach)
      expect(page).toContain("Halton site lead (demonstration)")
      expect(page).toContain("£92,827")
      expect(page).toContain("1 September 2017 to 30 April 2018")
      expect(page).toContain("Coach (demonstration)")
      expect(firstLine(page)).toBe("Nothing is late here.")
      expect(page).toContain("Sent, version 1")
      expect(page).not.toContain(secret)
      expect(firstLine(await pageOf("/programme/sites/liverpool"))).toContain("Missing, 2 working days late")
    })

    test("says whose letters come back", async () => {
      const members = await service.table.query({
        pk: "PEOPLE#liverpool",
        begins: "MEMBER#p-liverpool-sponsor#",
      })
      const [member] = members.items
      if (!member) throw new Error("Liverpool has no sponsor")
      await service.table.write([
        { set: { pk: member.pk, sk: member.sk, bounced: "2018-01-02T09:00:00.000Z" } },
      ])
      expect(await pageOf("/programme/sites/liverpool")).toContain(
        "Letters to this address come back since 2 January 2018",
      )
    })

    test("of one return: where it stands, who has it, and a way to more time for a coordinator", async () => {
      const at = `/programme/sites/sheffield/returns/${returns.december}`
      const page = await pageOf(at)
      expect(firstLine(page)).toMatch(/^Missing. It was due .*: 2 working days late./)
      expect(words(page)).toContain("Sheffield site lead asked on 23 January 2018")
      expect(page).toContain(`${at}/time`)
      expect(await pageOf(at, coach)).not.toContain(`${at}/time`)
      const body = await bodyOf<{ return: Returned; people: unknown[] }>(at, coach)
      expect(body.return).toMatchObject({
        state: "missing",
        workingDaysLate: 2,
        whoHasIt: "nobody has begun it",
      })
    })

    test("that is not there is not found", async () => {
      for (const path of [
        "/programme/sites/nowhere",
        "/programme/sites/halton?phase=NSW9",
        "/programme/sites/halton/returns/nsw2-spending-1999-12-31",
        "/programme/sites/halton/returns/nsw-2-2017",
        "/programme/board?phase=nothing",
        "/programme/board?round=no-round",
        "/programme/notices/nothing",
        "/programme/letters?before=nonsense",
        "/programme/cover?page=0",
      ])
        expect([path, (await coordinator.get(path)).status]).toEqual([path, 404])
    })
  })

  describe("what will happen next", () => {
    test("is by day, and says so of thirty days or as many as are asked for", async () => {
      const page = await pageOf("/programme/next")
      expect(page).toContain("In the next 30 days, if nothing changes.")
      expect(page).toContain("Cannot be sent any longer")
      expect(page).toContain("What was sent cannot be changed any longer")
      expect(words(page)).toContain(
        "Letter: Five working days late: telephone the lead. To: programme coordinator (1 person)",
      )
      type Next = { days: { day: string; comings: { what: string }[] }[] }
      const { days } = await bodyOf<Next>("/programme/next?days=90")
      expect(days.map(({ day }) => day)).toContain("2018-04-01")
      expect(days.every(({ day }) => day >= "2018-01-24" && day <= "2018-04-24")).toBe(true)
      const csv = await (await coordinator.get("/programme/next.csv?days=90")).text()
      expect(csv.trim().split("\r\n")).toHaveLength(1 + days.flatMap(({ comings }) => comings).length)
    })

    test.each(["6", "91", "x", "-1", "1e1"])("refuses %s days in words", async (days) => {
      const answer = await coordinator.get(`/programme/next?days=${days}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain("Ask for 7 to 90 days.")
    })
  })

  describe("letters", () => {
    test("every notice is on one page, and each can be read as it would be sent", async () => {
      const page = await pageOf("/programme/notices", coach)
      const links = linksIn(page).filter(({ href }) => href.startsWith("/programme/notices/"))
      expect(links).toHaveLength(10)
      for (const { href, text } of links) {
        const preview = await pageOf(href, coach)
        expect(words(preview)).toContain(text)
        expect(preview).toContain("(invented)")
        expect(preview).toContain("Questions: ")
        expect(preview).toContain(service.world.settings.origin)
      }
    })

    test("who has been told what is listed, with what became of it, newest first", async () => {
      const one = await expectedIn(service.table).of("liverpool", returns.december)
      if (!one) throw new Error("Liverpool owes nothing")
      const to = {
        person: "p-liverpool-site-lead",
        name: "Liverpool lead",
        email: "site-lead@liverpool.example",
      }
      const recipient = { ...to, role: "lead" as const }
      const item = noticeItemOf(one, {
        notice: "late",
        role: "lead",
        organisationName: "Liverpool",
        at: service.world.now(),
      })
      const told = await noticesIn(service.world.table, programme.id).tell(to, "2018-01-23", [
        { told: toldOfReturn(one, "late", recipient), check: checkExpected(one), item },
      ])
      expect(told.letters).toBe(1)
      await service.deliver()
      const page = await pageOf("/programme/letters", coach)
      expect(words(page)).toContain(
        "Tuesday 23 January 2018: Liverpool lead, site-lead@liverpool.exampleSent at",
      )
      expect(await pageOf("/programme/letters?site=halton")).toContain("No letter has gone about Halton yet.")
      const mail = service.mails.find(({ to }) => to === "site-lead@liverpool.example")
      expect(mail?.text).toContain(`/organisations/liverpool/returns/${returns.december}`)
      if (mail) await service.bounce(mail)
      expect(await pageOf("/programme/letters?site=liverpool")).toContain(
        "Came back on 24 January 2018: telephone them",
      )
      expect(await pageOf("/programme/sites/liverpool")).toContain("Letter to Liverpool lead: Late")
      type Letters = { letters: { says: string; items: { notice: string }[] }[] }
      const { letters } = await bodyOf<Letters>("/programme/letters?site=liverpool")
      expect(letters.map(({ items }) => items.map(({ notice }) => notice))).toEqual([["late"]])
    })

    test("are fifty a page, and each is on one page alone", async () => {
      const items = Array.from({ length: 120 }, (_, place) => {
        const on = `2017-${String(1 + Math.floor(place / 28)).padStart(2, "0")}-${String(1 + (place % 28)).padStart(2, "0")}`
        const { pk, sk } = keys.notice(programme.id, on, "p-somebody")
        const item = {
          notice: "late",
          organisation: "sheffield",
          organisationName: "Sheffield",
          round: returns.december,
          title: "A return",
          rule: "due",
          by: "2017-01-01T17:00:00.000Z",
          state: "missing",
          whoHasIt: "nobody has begun it",
          role: "lead",
        }
        const who = { person: "p-somebody", name: "Somebody", email: "somebody@sheffield.example" }
        return {
          put: { pk, sk, letter: "notices", id: sk, programme: programme.id, ...who, on, items: [item] },
        }
      })
      for (let from = 0; from < items.length; from += 60)
        await service.table.write(items.slice(from, from + 60))
      type Letters = { letters: { on: string }[]; next?: string }
      const seen: string[] = []
      let next: string | undefined = ""
      for (let page = 0; next !== undefined && page < 9; page++) {
        const query: string = next ? `&before=${encodeURIComponent(next)}` : ""
        const body: Letters = await bodyOf<Letters>(`/programme/letters?site=sheffield${query}`)
        seen.push(...body.letters.map(({ on }) => on))
        next = body.next
      }
      expect(seen).toHaveLength(120)
      expect(new Set(seen).size).toBe(120)
      expect(seen).toEqual(seen.toSorted().toReversed())
    })
  })

  describe("returns at risk for want of a person", () => {
    test("none, where everybody is there but one whose letters come back", async () => {
      const page = await pageOf("/programme/cover", coach)
      expect(words(page)).toContain("3 returns that are late or due within 20 working days, of 3 sites")
      expect(page).toContain("2018")
    })

    test("nobody leads: it says so, and what to do", async () => {
      const found = await service.table.query({
        pk: "PEOPLE#shropshire",
        begins: "MEMBER#p-shropshire-site-lead#",
      })
      for (const { pk, sk } of found.items)
        await service.table.write([{ set: { pk, sk, to: "2018-01-01T00:00:00.000Z" } }])
      const page = await pageOf("/programme/cover")
      expect(page).toContain("Nobody leads.")
      expect(page).toContain("Give somebody access as site lead.")
      expect(page).toContain("/organisations/shropshire/people")
      expect(await pageOf("/programme/cover", coach)).not.toContain("/organisations/shropshire/people")
      const { risks } = await bodyOf<{ risks: { organisation: string; because: string }[] }>(
        "/programme/cover",
      )
      expect(risks).toContainEqual(
        expect.objectContaining({ organisation: "shropshire", because: "Nobody leads." }),
      )
    })
  })

  describe("writing to the sponsor", () => {
    const at = `/programme/sites/sheffield/returns/${returns.december}/sponsor`

    test("waits until a return is five working days late", async () => {
      expect(await pageOf(at)).toContain("5 working days late")
      expect((await coordinator.api("POST", at, { seen: "" }, keyed())).status).toBe(409)
      expect(await pageOf(at.replace("/sponsor", ""))).not.toContain("Read the letter to the sponsor")
    })

    test("then the first thing is to telephone the lead; the letter is read before it is sent", async () => {
      service.at(monday)
      const page = await pageOf(at.replace("/sponsor", ""))
      expect(words(page)).toContain(
        "Telephone the lead: Sheffield site lead (demonstration), site-lead@sheffield.example.",
      )
      expect(page).toContain("Read the letter to the sponsor, and send it")
      const preview = await pageOf(at)
      expect(words(preview)).toContain("To: Sheffield sponsor (demonstration), sponsor@sheffield.example")
      expect(preview).toContain("is 5 working days late")
    })

    test("is for a coordinator alone", async () => {
      for (const email of Object.values(team).filter((one) => one !== team.coordinator)) {
        const who = await service.as(email)
        expect((await who.get(at)).status).toBe(403)
        expect((await who.post(at, { key: newKey() })).status).toBe(403)
        expect((await who.api("POST", at, { seen: "" }, keyed())).status).toBe(403)
      }
      expect(await pageOf(at.replace("/sponsor", ""), coach)).not.toContain("Read the letter to the sponsor")
    })

    test("goes only as it was read: where it says something else now, it is read again", async () => {
      const page = await pageOf(at)
      const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ""
      service.at("2018-01-30T10:42:00.000Z")
      const answer = await coordinator.post(at, { key: newKey(), seen })
      expect(answer.status).toBe(409)
      const again = await answer.text()
      expect(again).toContain("Nothing was sent: the letter says something else since you opened it.")
      expect(again).toContain("is 6 working days late")
      service.at(monday)
    })

    test("goes once, as it was read, however often it is pressed", async () => {
      type Read = { text: string; subject: string; sent: boolean; seen: string }
      const { sent, seen, subject, text } = await bodyOf<Read>(at)
      expect(sent).toBe(false)
      const key = newKey()
      const before = service.mails.length
      const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.post(at, { key, seen })))
      expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(303))
      expect((await coordinator.api("POST", at, { seen }, keyed(key))).status).toBe(200)
      expect((await coordinator.api("POST", at, { seen: "another" }, keyed(key))).status).toBe(422)
      expect((await coordinator.api("POST", at, { seen }, keyed())).status).toBe(409)
      expect((await coordinator.post(at, { key: newKey(), seen })).status).toBe(409)
      const mails = (await service.deliver({ again: true })).slice(before)
      expect(mails.map(({ to }) => to)).toEqual(["sponsor@sheffield.example"])
      expect(mails[0]).toMatchObject({ subject, text })
      const page = await pageOf(at.replace("/sponsor", ""))
      expect(words(page)).toContain("Letter to the sponsor, sent by Programme coordinator (demonstration)")
      expect(page).toContain("Sent at")
      expect(page).toContain("Wrote to the sponsor")
    })

    test("is a line of the return’s own history, whose chain holds", async () => {
      const one = await expectedIn(service.table).of("sheffield", returns.december)
      const log = await service.table.query({ pk: "LOG#sheffield", begins: `${returns.december}#` })
      const events = log.items.map((item) => eventSchema.parse(item))
      expect(events.map(({ move }) => move)).toEqual(["write to the sponsor"])
      expect(one && brokenAt(events, one.events)).toBeUndefined()
      expect(schema.parse(one).asked?.until).toBe("2018-01-31")
    })

    test("is refused where nobody is sponsor, and of what is sent", async () => {
      const of = (organisation: string) => at.replace("sheffield", organisation)
      expect(await pageOf(of("halton"))).toContain("Now it is: Reported.")
      const found = await service.table.query({
        pk: "PEOPLE#liverpool",
        begins: "MEMBER#p-liverpool-sponsor#",
      })
      for (const { pk, sk } of found.items)
        await service.table.write([{ set: { pk, sk, to: "2018-01-01T00:00:00.000Z" } }])
      expect(await pageOf(of("liverpool"))).toContain("Nobody has access as sponsor")
      const answer = await coordinator.post(of("liverpool"), { key: newKey() })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain("Nobody has access as sponsor")
    })

    test("a request without a key, or with one that was used, does nothing", async () => {
      expect((await coordinator.post(at, {})).status).toBe(400)
      expect((await coordinator.api("POST", at, { seen: "" })).status).toBe(400)
    })
  })

  test("with everything sent, nothing is late at any site, and the page says what comes next", async () => {
    for (const organisation of ["liverpool", "sheffield", "shropshire"])
      await change(organisation, { stands: sentAt("2018-01-29T09:00:00.000Z"), asked: undefined })
    const line = firstLine(await pageOf("/programme"))
    expect(line).toContain("Nothing is late at any site.")
    expect(line).toContain("Next: ")
    expect(firstLine(await pageOf("/programme", coach))).toContain("Nothing is late at any of them.")
    expect(await pageOf("/programme/cover")).toContain("Nothing is late or due within 20 working days.")
  })
})

describe("the doors", () => {
  const addresses = Object.keys(boardDoors).map((door) => {
    const [method = "", path = ""] = door.split(" ")
    const address = path
      .replace(":organisation", "halton")
      .replace(":round", returns.december)
      .replace(":notice", "late")
    return { method, path: address }
  })
  const knock = (who: Client, { method, path }: { method: string; path: string }) => {
    if (method === "GET") return who.get(path)
    return path.startsWith("/api/")
      ? who.api("POST", path.slice(4), {}, keyed())
      : who.post(path, { key: newKey() })
  }

  test.each([
    "administrator@doh.example",
    "site-lead@halton.example",
    "sponsor@halton.example",
    "section-151@halton.example",
  ])("are not there for %s, who costs one read", async (email) => {
    const who = await service.as(email)
    for (const one of addresses) {
      service.costs.length = 0
      expect([one.path, (await knock(who, one)).status]).toEqual([one.path, 404])
      expect(service.costs).toHaveLength(1)
    }
  })

  test.each(Object.values(team))("show %s every list, and nothing that a site wrote", async (email) => {
    const who = await service.as(email)
    for (const one of addresses.filter(
      ({ method, path }) => method === "GET" && !path.endsWith("/sponsor"),
    )) {
      const answer = await knock(who, one)
      expect([one.path, answer.status]).toEqual([one.path, 200])
      expect(await answer.text()).not.toContain(secret)
    }
  })

  test("nothing that a site wrote is even read", async () => {
    const phase = await calendarIn(service.table, programme.id).phase("NSW2")
    expect(phase && putPhase).toBeDefined()
    const asked: string[] = []
    const { query, get } = service.world.table
    const watched = {
      ...service.world.table,
      metered: () => watched,
      query: (given: Parameters<typeof query>[0]) => {
        asked.push(given.pk)
        return query(given)
      },
      get: (key: Parameters<typeof get>[0], options?: Parameters<typeof get>[1]) => {
        asked.push(key.pk)
        return get(key, options)
      },
    }
    const { programmeApp } = await import("../functions/programme/app.ts")
    const app = programmeApp({ ...service.world, table: watched })
    const headers = { cookie: coordinator.cookie ?? "" }
    for (const { path } of addresses.filter(({ method }) => method === "GET"))
      expect((await app.request(path, { headers })).status).toBe(200)
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((pk) => /^(ORG|TYPED|CONTENTS)#/.test(pk))).toEqual([])
  })
})
