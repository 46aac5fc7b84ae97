import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importReports } from "../../infra/import/run.ts"
import { programme } from "../../infra/local/demonstration/programme.ts"
import type { Problem } from "../../shared/form/question.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { keys } from "../../shared/store/keys.ts"
import { sessionAt } from "../../shared/web/coaching/addresses.ts"
import { coachingOf, coachOf, textOf } from "../support/coaching/sessions.ts"
import { fieldsIn, plain } from "../support/page-form.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { keyed } from "../support/submission.ts"

let service: Service
let coach: Client
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00Z")
  coach = await coachOf(service)
})
afterAll(() => service.stop())

const headings = ["Ref", "Council", "Day", "Who", "Notes", "To do", "By", "Next", "Mood"]
const map = JSON.stringify({
  source: "Notes of visits (invented)",
  id: "Ref",
  site: { column: "Council", sites: { halton: "halton", bradford: "bradford", sheffield: "sheffield" } },
  phase: "NSW2",
  on: { columns: ["Day"], formats: ["yyyy-mm-dd"] },
  kind: { otherwise: "visit" },
  who: ["Who"],
  talked: ["Notes"],
  actions: [
    {
      column: "To do",
      owner: "site",
      due: { column: "By", formats: ["yyyy-mm-dd"] },
      split: "lines",
    },
  ],
  next: { columns: ["Next"], formats: ["yyyy-mm-dd"] },
  ignore: [{ columns: ["Mood"], because: "not of the session itself" }],
})

type Row = Partial<Record<"Notes" | "To do" | "By" | "Who" | "Next", string>>

let taken = 0
/** A row that is taken over: the session that it became. */
const imported = async (site: string, row: Row = {}) => {
  const whole = {
    Ref: `R-${++taken}`,
    Council: site,
    Day: "2018-01-09",
    Who: "The lead",
    Notes: "Cover for the two workers.",
    "To do": "Name who covers.",
    By: "2018-02-01",
    Next: "2018-02-06",
    Mood: "MOODMARKER of the day",
    ...row,
  }
  const cells = headings.map((one) => `"${whole[one as keyof typeof whole].replaceAll('"', '""')}"`)
  const said: string[] = []
  const asked = { by: "coach@innovation-unit.example", dry: false, programme: programme.id, sessionAt, map }
  const file = Buffer.from([headings.join(","), cells.join(",")].join("\r\n"))
  await importReports({ ...asked, table: service.table, now: service.world.now(), file }, (line) =>
    said.push(line),
  )
  return { session: said.join("\n").match(/sessions\/(\S+)/)?.[1] ?? "", said: said.join("\n") }
}

const standing = async (site: string, session: string) => ({
  session: await service.table.get(keys.shared(site, "SESSION", "NSW2", session), { strong: true }),
  draft: await service.table.get(keys.ofCoaches(site, "DRAFT", "NSW2", session), { strong: true }),
  actions: await actionsIn(service.table, site).all(),
  head: await coachingIn(service.table).head(site, "NSW2"),
})

const long = Array.from({ length: 605 }, (_, at) => `word${at % 7}`).join(" ")

type Wrong = { why: string; row: Row; page: "write" | "more"; field: string; says: string; changed: Row }
const wrong: Wrong[] = [
  {
    why: "a text of 605 words",
    row: { Notes: long },
    page: "write",
    field: "talked",
    says: "What you talked about must be 120 words or fewer. You have 605, which is 485 too many",
    changed: { Notes: "Cover, at length (invented)." },
  },
  {
    why: "an NHS number in what was said",
    row: { Notes: "Asked about 943 476 5919 again." },
    page: "write",
    field: "talked",
    says: "Word 3 looks like an NHS number. Take it out; we cannot accept it.",
    changed: { Notes: "Asked about one of them again." },
  },
  {
    why: "an NHS number in an action",
    row: { "To do": "Ring about 943 476 5919." },
    page: "write",
    field: "actions.r-1.text",
    says: "Word 3 looks like an NHS number. Take it out; we cannot accept it. (action 1)",
    changed: { "To do": "Ring about one of them." },
  },
  {
    why: "an action of 300 words",
    row: { "To do": Array.from({ length: 300 }, () => "word").join(" ") },
    page: "write",
    field: "actions.r-1.text",
    says: "What is to be done must be 40 words or fewer. You have 300, which is 260 too many (action 1)",
    changed: { "To do": "Ring them." },
  },
  {
    why: "an action without the day it is due",
    row: { By: "" },
    page: "write",
    field: "actions.r-1.due",
    says: "Enter the day it is due (action 1)",
    changed: { By: "2018-02-01" },
  },
  {
    why: "a next day that was before",
    row: { Next: "2018-01-02" },
    page: "write",
    field: "next.day",
    says: "The day you meet next must be after this session",
    changed: { Next: "2018-02-06" },
  },
]

const fieldsOf = ({ Notes, Next, By, ...row }: Row) => {
  const day = (name: string, on: string | undefined) => {
    const [year = "", month = "", day = ""] = on?.split("-") ?? []
    return on === undefined ? {} : { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
  }
  return {
    ...(Notes !== undefined && { talked: Notes }),
    ...(row["To do"] !== undefined && { "actions.r-1.text": row["To do"] }),
    ...day("next", Next),
    ...day("actions.r-1.due", By),
  }
}

describe("a draft that was taken over and holds what no page would take", () => {
  test.each(wrong)("is not shared as it is: $why; changed on the page, it is", async ({ row, ...one }) => {
    const { session } = await imported("halton", row)
    const at = coachingOf("halton", coach)
    const here = at.one(session)
    const before = await standing("halton", session)
    await service.deliver()
    const letters = service.mails.length

    const refused = await at.share(session)
    const { problems } = (await refused.json()) as { problems: (Problem & { section: string })[] }
    expect(refused.status).toBe(422)
    const [question, ...part] = one.field.split(".")
    expect(problems).toContainEqual({
      question,
      ...(part.length > 0 && question === "actions" && { part: part.join(".") }),
      says: one.says,
      section: "session",
    })

    const look = await at.page(`${here}/share`)
    expect(plain(look)).toContain(one.says)
    expect(look).toContain(`href="${here}/${one.page}?missing#${one.field}"`)
    expect(look).not.toContain("Share it with the site")
    const pressed = await coach.post(`${here}/share`, { key: `k-${session}`, revision: "1" })
    expect([pressed.status, plain(await pressed.text())]).toEqual([422, expect.stringContaining(one.says)])
    await service.deliver()
    expect(await standing("halton", session)).toEqual(before)
    expect(service.mails.length).toBe(letters)

    const page = await at.page(`${here}/${one.page}?missing`)
    expect(plain(page)).toContain(one.says)
    const form = fieldsIn(page, `${here}/${one.page}`)
    const saved = await coach.post(`${here}/${one.page}`, { ...form, ...fieldsOf(one.changed), go: "next" })
    expect(saved.status, plain(await saved.text())).toBe(303)
    const share = fieldsIn(await at.page(`${here}/share`), `${here}/share`)
    expect((await coach.post(`${here}/share`, share)).headers.get("location")).toBe(here)
    expect((await at.read(session)).state).toBe("shared")
  })

  test("says in the import what its page says, and names the column of what looks like somebody", async () => {
    const { said } = await imported("halton", {
      Notes: `${long} 943 476 5919`,
      Next: "2018-01-02",
      By: "",
    })
    for (const says of [
      "Kept as it is, to change before it is shared: What you talked about must be 120 words or fewer.",
      "Kept as it is, to change before it is shared: The day you meet next must be after this session",
      "To fill in before it is shared: the day that actions are due",
      "Notes: word 606 looks like an NHS number. It has to be taken out before it is shared.",
    ])
      expect(said).toContain(says)
    expect(said).not.toContain("943")
  })
})

describe("the row that was taken over", () => {
  test("is read by the coach and the coordinators, before and after it is shared; by nobody else, anywhere", async () => {
    const { session } = await imported("bradford")
    const at = coachingOf("bradford", coach)
    const here = at.one(session)
    const coordinator = await service.as("coordinator@innovation-unit.example")
    const others = await Promise.all(
      [
        "site-lead@bradford.example",
        "contributor@bradford.example",
        "finance@doh.example",
        "chair@doh.example",
        "evaluator@scie.example",
        "site-lead@halton.example",
      ].map((one) => service.as(one)),
    )
    for (const when of ["draft", "shared"]) {
      for (const who of [coach, coordinator]) {
        const page = textOf(await at.page(here, who))
        expect(page, when).toContain("What was taken over")
        expect(page).toMatch(/Taken over from “Notes of visits \(invented\)”, R-\d+, on 16 January 2018/)
        expect(page).toContain("Mood MOODMARKER of the day")
        const read = (await (await who.api("GET", here)).json()) as {
          takenOver?: { cells: { column: string; cell: string }[] }
        }
        expect(read.takenOver?.cells.map(({ column }) => column)).toEqual(headings)
        expect(read.takenOver?.cells.at(-1)?.cell).toBe("MOODMARKER of the day")
      }
      for (const who of others)
        for (const path of [here, `${here}/print`, `/api${here}`, at.all, `/api${at.all}`]) {
          const page = await at.page(path, who)
          expect(page).not.toContain("MOODMARKER")
          expect(page).not.toContain("taken over")
        }
      if (when === "draft") expect((await at.share(session)).status).toBe(200)
    }
    const text = await service.table.get(keys.shared("bradford", "TEXT", "NSW2", `${session}#1`))
    expect(text).toMatchObject({ core: { talked: "Cover for the two workers." } })
    expect(JSON.stringify(text)).not.toContain("MOODMARKER")
  })

  test("can go, and nothing that hangs together with it breaks", async () => {
    const { session } = await imported("bradford", { Notes: "Talked again." })
    const at = coachingOf("bradford", coach)
    await service.table.write([{ remove: keys.ofCoaches("bradford", "SOURCE", "NSW2", session) }])
    const page = textOf(await at.page(at.one(session)))
    expect(page).toContain("Go on writing")
    expect(page).not.toContain("What was taken over")
    expect((await at.share(session)).status).toBe(200)
    const lead = await service.as("site-lead@bradford.example")
    expect((await at.agree(lead, session)).status).toBe(200)
    expect((await at.read(session)).state).toBe("agreed")
  })
})

describe("words that look as if they name somebody", () => {
  type Asked = { asks?: { question: string; mark: string; says: string }[] }

  test("are asked once as a session is shared, and never as it is saved", async () => {
    const { session } = await imported("sheffield", { Notes: "Ms Khan asked for S1 2HH." })
    const at = coachingOf("sheffield", coach)
    const here = at.one(session)
    const saved = await at.write(session, { revision: 1, core: { who: "The lead and Mr Hall" } })
    expect(saved.status).toBe(200)
    const before = await standing("sheffield", session)

    const refused = await at.share(session, 2)
    const { asks = [] } = (await refused.json()) as Asked
    expect(refused.status).toBe(422)
    expect(asks.map(({ question, says }) => [question, says.split(". ")[0]])).toEqual([
      ["who", "Who from the site took part? Word 4 looks like the name of a person"],
      ["talked", "What did you talk about? Word 1 looks like the name of a person"],
      ["talked", "What did you talk about? Word 5 looks like a postcode"],
    ])
    const look = await at.page(`${here}/share`)
    for (const { mark } of asks) expect(look).toContain(`value="${mark}"`)
    expect(textOf(look)).toContain("Change the words, or say that this stays")
    const fields = fieldsIn(look, `${here}/share`)
    const [mine, hers, postcode] = asks.map(({ mark }) => mark)
    const part = { "stays.0": mine, "stays.1": hers }
    const half = await coach.post(`${here}/share`, { key: fields.key, revision: "2", ...part } as never)
    const again = await half.text()
    expect([half.status, plain(again)]).toEqual([422, expect.stringContaining("looks like a postcode")])
    expect(again).toMatch(new RegExp(`type="hidden" name="stays" value="${hers}"`))
    expect(await standing("sheffield", session)).toEqual(before)

    const whole = { ...part, "stays.2": postcode, key: fieldsIn(again, `${here}/share`).key, revision: "2" }
    expect((await coach.post(`${here}/share`, whole as never)).status).toBe(303)
    expect((await at.read(session)).state).toBe("shared")
    const text = await service.table.get(keys.shared("sheffield", "TEXT", "NSW2", `${session}#1`))
    expect(text?.stays).toHaveLength(3)
    for (const { mark } of asks) expect(JSON.stringify(text)).not.toContain(mark)
  })

  test("are not asked again in the next version; what is new in it is", async () => {
    const { session } = await imported("sheffield", { Notes: "Ms Khan leads it." })
    const at = coachingOf("sheffield", coach)
    const asked = (await (await at.share(session)).json()) as Asked
    const stays = asked.asks?.map(({ mark }) => mark)
    const share = (body: object) => coach.api("POST", `${at.one(session)}/share`, body, keyed())
    expect((await share({ revision: 1, stays })).status).toBe(200)
    const lead = await service.as("site-lead@sheffield.example")
    const disputed = await at.change(lead, session, {
      as: "dispute",
      lines: [{ line: "talked.0", says: "She does not.", wrong: true }],
    })
    expect(disputed.status).toBe(200)
    expect((await at.write(session, { revision: 0, core: { talked: "Ms Khan led it." } })).status).toBe(200)
    expect(await at.page(`${at.one(session)}/share`)).not.toContain("this stays")
    expect((await at.write(session, { revision: 1, core: { talked: "Ms Khan and Mr Lee." } })).status).toBe(
      200,
    )
    const second = await at.share(session, 2)
    expect([second.status, ((await second.json()) as Asked).asks?.map(({ question }) => question)]).toEqual([
      422,
      ["talked"],
    ])
  })

  test("are asked once of what the site says of it, and of what is added below", async () => {
    const { session } = await imported("sheffield")
    const at = coachingOf("sheffield", coach)
    const here = at.one(session)
    expect((await at.share(session)).status).toBe(200)
    const lead = await service.as("site-lead@sheffield.example")
    const typed = { version: "1", as: "agree with comment", all: "Ms Khan was there too." }
    const form = () =>
      lead.get(`${here}/change`).then(async (one) => fieldsIn(await one.text(), `${here}/change`))
    const refused = await lead.post(`${here}/change`, { ...typed, key: (await form()).key ?? "" })
    const page = await refused.text()
    expect([refused.status, plain(page)]).toEqual([
      422,
      expect.stringMatching(
        /Ms Khan was there too\.[\s\S]*It stays\. Word 1 looks like the name of a person/,
      ),
    ])
    expect((await at.read(session)).state).toBe("shared")
    const mark = page.match(/type="checkbox" value="([\w-]{16})"/)?.[1] ?? ""
    const stays = { ...typed, stays: mark, key: fieldsIn(page, `${here}/change`).key ?? "" }
    expect((await lead.post(`${here}/change`, stays)).status).toBe(303)
    expect((await at.read(session)).state).toBe("agreed with comment")

    const first = await at.addendum(coach, session, "Mr Lee was not.")
    const { asks = [] } = (await first.json()) as Asked
    expect([first.status, asks.length]).toEqual([422, 1])
    const text = { text: "Mr Lee was not.", stays: asks.map(({ mark }) => mark) }
    const added = await coach.api("POST", `${here}/addendum`, text, keyed())
    expect(added.status).toBe(200)
    expect((await at.read(session)).addenda).toHaveLength(1)
  })

  test.each([
    {
      of: "of what goes to the Department",
      by: "site-lead@halton.example",
      path: "help/ask",
      body: { what: "backfill", asks: "May Ms Khan be paid?" },
      question: "asks",
    },
    {
      of: "of a comment on the plan",
      by: "coach@innovation-unit.example",
      path: "plan/comment",
      body: { on: "whole", text: "Mr Lee should see it." },
      question: "text",
    },
  ])("are asked once $of, by page and by the API", async ({ path, body, question, by }) => {
    const lead = await service.as("site-lead@halton.example")
    const who = await service.as(by)
    const phase = "/organisations/halton/coaching/NSW2"
    await lead.api("POST", `${phase}/plan/begin`, {}, keyed())
    const at = `${phase}/${path}`
    const refused = await who.api("POST", at, body, keyed())
    const { asks = [] } = (await refused.json()) as Asked
    expect([refused.status, asks.map((one) => one.question)]).toEqual([422, [question]])
    const stays = asks.map(({ mark }) => mark)
    expect((await who.api("POST", at, { ...body, stays }, keyed())).status).toBe(201)

    const form = fieldsIn(await (await who.get(at)).text(), at)
    const asked = await (await who.post(at, { ...form, ...body } as never)).text()
    expect(plain(asked)).toMatch(/It stays\. Word \d looks like the name of a person/)
    const again = { ...fieldsIn(asked, at), stays: stays[0] ?? "" }
    expect((await who.post(at, again)).status).toBe(303)
  })
})
