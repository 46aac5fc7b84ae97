import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Asked, importReports } from "../../infra/import/run.ts"
import { programme } from "../../infra/local/demonstration/programme.ts"
import { head as headSchema } from "../../shared/domain/coaching/head.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { everyItem } from "../../shared/store/every.ts"
import { keys } from "../../shared/store/keys.ts"
import { sessionsIn } from "../../shared/store/sessions.ts"
import type { Table } from "../../shared/store/table.ts"
import { sessionAt } from "../../shared/web/coaching/addresses.ts"
import { publishPhaseTwo } from "../support/phase.ts"
import { type Service, startService } from "../support/service.ts"

let service: Service
beforeAll(async () => {
  service = await startService()
  await publishPhaseTwo(service)
  service.at("2018-01-16T09:00:00.000Z")
})
afterAll(() => service.stop())

const folder = join(import.meta.dirname, "../support/coaching/import")
const kept = (name: string) => readFileSync(join(folder, name))
const coach = "coach@innovation-unit.example"

const run = async (more: Partial<Asked> & Pick<Asked, "file" | "map">) => {
  const said: string[] = []
  const whole = await importReports(
    {
      table: service.table,
      programme: programme.id,
      by: coach,
      now: service.world.now(),
      dry: false,
      sessionAt,
      ...more,
    },
    (line) => said.push(line),
  )
  return { whole, said, rows: said.filter((line) => line.startsWith("row ")) }
}
const refusal = (more: Parameters<typeof run>[0]) =>
  run(more).then(
    () => "",
    (error) => (error instanceof Refused ? (error.details.says ?? "") : Promise.reject(error)),
  )

const visits = () => ({ file: kept("visits.csv"), map: kept("visits-map.json").toString() })

/** A map of its own for each test, so that none finds what another took over. */
const mapOf = (source: string, more: object = {}) =>
  JSON.stringify({
    source,
    id: "Ref",
    site: {
      column: "Council",
      sites: Object.fromEntries(["halton", "bradford", "liverpool"].map((one) => [one, one])),
    },
    phase: "NSW2",
    on: { columns: ["Day"], formats: ["yyyy-mm-dd"] },
    kind: { otherwise: "call" },
    talked: ["Notes"],
    actions: [{ column: "To do", owner: "site", due: { days: 14 }, split: "bullets" }],
    ...more,
  })
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csv = (rows: string[][], headings = ["Ref", "Council", "Day", "Notes", "To do"]) =>
  Buffer.from([headings, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n"))

const records = (organisation: string, what: "SESSION") =>
  coachingIn(service.table).records({ organisation, phase: "NSW2" }, what)
const ofCoaches = (organisation: string, what: "DRAFT" | "SOURCE") => {
  const { pk, sk } = keys.ofCoaches(organisation, what, "NSW2", "")
  return everyItem(service.table, { pk, begins: sk, strong: true })
}
const drafts = (organisation: string) => ofCoaches(organisation, "DRAFT")
const standing = async (organisation: string) =>
  headSchema.parse(await service.table.get(keys.coaching(organisation, "NSW2"), { strong: true }))
const events = async (organisation: string) => {
  const { pk, sk } = keys.event(organisation, "coaching-NSW2", 0)
  return everyItem(service.table, { pk, begins: sk.slice(0, -6), strong: true })
}

describe("the coordinating body's visit notes", () => {
  test("are looked at first without writing anything", async () => {
    const { whole, said } = await run({ ...visits(), dry: true })
    expect(whole).toBe(false)
    expect(said.at(-1)).toBe("Nothing was written: this was a dry run.")
    expect(said.at(-3)).toBe("5 rows: 3 would be taken over, 0 already there, 2 refused.")
    expect(await drafts("halton")).toEqual([])
  })

  test("become drafts of the coach, and each row is told what became of it", async () => {
    const { whole, said, rows } = await run(visits())
    expect(whole).toBe(false)
    const [halton, bradford, shropshire, leeds, sheffield] = rows
    expect(halton).toMatch(
      /^row 2\s+V-01\s+taken over\s+\/organisations\/halton\/coaching\/NSW2\/sessions\/2017-12-06-[0-9a-f]{16}$/,
    )
    expect(bradford).toMatch(/^row 3\s+V-02\s+taken over/)
    expect(shropshire).toMatch(/^row 5\s+V-03\s+taken over/)
    expect(leeds).toMatch(/^row 6\s+V-04\s+refused\s+the map does not know what stands in “Council”/)
    expect(sheffield).toMatch(
      /^row 7\s+V-05\s+refused\s+what stands in “Date of visit” is no day written as d\/m\/yyyy$/,
    )
    expect(said).toContain(
      "            How: has a value that the map does not list. Taken as: written advice.",
    )
    expect(said).toContain(
      "            Additional notes: word 3 looks like an email address. Look at it before it is shared.",
    )
    expect(said.slice(-2)).toEqual([
      "5 rows: 3 taken over, 0 already there, 2 refused.",
      "Besides, 1 empty: 4.",
    ])
    expect(said.join("\n")).not.toContain("jo.bloggs")
  })

  test("are held and wait to be shared, with the text and the actions in the draft and the whole row beside it", async () => {
    const [session] = await records("halton", "SESSION")
    expect(session).toMatchObject({
      state: "held",
      on: "2017-12-06",
      kind: "visit",
      coach: { person: "p-coach" },
      topics: ["team", "partners"],
      version: 0,
      imported: { source: "Visit notes of the coordinating body (invented)", row: "V-01" },
      revision: 1,
    })
    const [draft] = await drafts("halton")
    expect(draft).toMatchObject({
      id: session?.id,
      core: {
        on: "2017-12-06",
        kind: "visit",
        who: "Transition lead, Two named social workers; One expert by experience, paid",
        actions: [
          { text: "Write down how cover works", owner: "site", due: "2017-12-27" },
          {
            text: "Ask partners to the January meeting\nand book the room",
            owner: "site",
            due: "2017-12-27",
          },
          { text: "Send the model of the role from another site", owner: "coach", due: "2017-12-20" },
        ],
        next: "2018-01-09",
      },
      more: { minutes: 150, topics: ["team", "partners"] },
      revision: 1,
    })
    const row = await sessionsIn(service.table, { organisation: "halton", phase: "NSW2" }).source(
      String(session?.id),
    )
    expect(row).toMatchObject({ row: "V-01", at: "2018-01-16T09:00:00.000Z" })
    expect(row?.cells).toEqual(
      expect.arrayContaining([
        { column: "Written by", cell: "Coach" },
        { column: "Room booked", cell: "Runcorn Town Hall" },
        { column: "Hours", cell: "2.5" },
      ]),
    )
    expect(row?.cells).toHaveLength(16)
    const { waits, last } = await standing("halton")
    expect(waits).toMatchObject([
      { session: session?.id, state: "held", agreement: false, title: "Site visit of 6 December 2017" },
    ])
    expect(last).toMatchObject({ session: session?.id })
    expect((await events("halton")).map(({ move, by }) => [move, by])).toMatchObject([
      ["import session", { person: "p-coach", role: "coach" }],
    ])
  })

  test("taken again double nothing, though the file or the order of its columns has changed", async () => {
    const before = await Promise.all([
      drafts("halton"),
      drafts("bradford"),
      events("halton"),
      standing("halton"),
    ])
    const { rows, said } = await run(visits())
    expect(rows.map((line) => /already there|refused/.exec(line)?.[0])).toEqual([
      ...["already there", "already there", "already there"],
      ...["refused", "refused"],
    ])
    expect(said).toContain("5 rows: 0 taken over, 3 already there, 2 refused.")
    const after = await Promise.all([
      drafts("halton"),
      drafts("bradford"),
      events("halton"),
      standing("halton"),
    ])
    expect(after).toEqual(before)
  })

  test("whose row has changed are left as they are, and it is said whether the coach has worked on them", async () => {
    const changed = (from: string, to: string) => Buffer.from(visits().file.toString().replace(from, to))
    const text = "The draft stands as it was taken over, and nobody has changed it"
    const day = { ...visits(), file: changed("06/12/2017", "07/12/2017") }
    expect((await run(day)).said.join("\n")).toContain(text)
    const elsewhere = { ...visits(), file: changed("V-01,Halton Borough Council", "V-01,Shropshire") }
    expect((await run(elsewhere)).said.join("\n")).toContain(
      "It was taken over as a session of halton in NSW2; the row and the map say shropshire in NSW2 now.",
    )
    const [draft] = await drafts("halton")
    if (!draft) throw new Error("Its draft is there")
    await service.table.write([{ put: { ...draft, core: { talked: "Written anew." }, revision: 2 } }])
    expect((await run(day)).said.join("\n")).toContain(
      "Its session has been worked on, and is left as it is.",
    )
    expect((await drafts("halton")).map(({ core }) => core)).toEqual([{ talked: "Written anew." }])
  })
})

describe("what a spreadsheet of another kind holds", () => {
  const calls = () => ({
    file: kept("calls.csv"),
    map: kept("calls-map.json").toString(),
    phase: "NSW2",
    by: undefined,
  })

  test("is read with its curly quotes, by the coach that each row names", async () => {
    const { said, rows } = await run(calls())
    expect(said[0]).toContain("It was read as Windows-1252")
    expect(rows[0]).toMatch(/taken over/)
    expect(rows[1]).toMatch(/refused\s+its coach is not admitted as a coach now$/)
    const [draft] = await drafts("liverpool")
    expect(draft?.core).toMatchObject({
      talked: "The team’s own words: “we keep the same worker”. (invented)",
      actions: [{ text: "Share the list of partners" }, { text: "ask the panel’s chair" }],
    })
  })

  test.each<[string, (text: string) => Buffer]>([
    ["UTF-8 with its mark", (text) => Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["old line ends", (text) => Buffer.from(text.replaceAll("\r\n", "\r"))],
    ["mixed line ends", (text) => Buffer.from(text.replace("\r\n", "\n"))],
  ])("is read in %s", async (name, written) => {
    const text = csv([
      [name, "halton", "2018-01-02", "“Fine”,\nthey said", ""],
      [`${name} 2`, "halton", "2018-01-03", "", ""],
    ]).toString()
    const { whole, said } = await run({ file: written(text), map: mapOf(`Written in ${name}`), dry: true })
    expect([whole, said.at(-2)]).toEqual([true, "2 rows: 2 would be taken over, 0 already there, 0 refused."])
  })
})

describe("a row is refused with its reason", () => {
  const one = async (source: string, rows: string[][], more: object = {}, asked: Partial<Asked> = {}) =>
    (await run({ file: csv(rows), map: mapOf(source, more), ...asked })).rows.map((line) =>
      line.replace(/ {2,}/g, " | "),
    )
  const report = ["1", "halton", "2018-01-02", "Talked", ""]

  test("where a cell too many or too few may have moved every other; empty ones at the end move none", async () => {
    const file = Buffer.from(
      "Ref,Council,Day,Notes,To do\n1,halton,2018-01-02,Talked\n2,halton,2018-01-02,a,b,c\n3,halton,2018-01-02,a,b,,\n",
    )
    const { rows } = await run({ file, map: mapOf("Cells") })
    expect(rows[0]).toContain("it has 4 cells, and there are 5 headings")
    expect(rows[1]).toContain("it has 6 cells, and there are 5 headings")
    expect(rows[2]).toContain("taken over")
  })
  test("where its id is another row's; the same row twice is one report", async () => {
    const other = ["2", "halton", "2018-01-04", "Talked", ""]
    const rows = await one("Ids", [report, report, other, [...other.slice(0, 3), "Other", ""]])
    expect(rows[0]).toContain("taken over")
    expect(rows[1]).toMatch(/already there/)
    expect(rows.slice(2)).toEqual([
      "row 4 | 2 | refused | its id is that of rows 4 and 5, which differ",
      "row 5 | 2 | refused | its id is that of rows 4 and 5, which differ",
    ])
  })
  test("where its site is in no such phase", async () => {
    const elsewhere = { site: { column: "Council", sites: { halton: "leeds" } } }
    expect(await one("No site", [report], elsewhere)).toEqual([
      "row 2 | 1 | refused | leeds is no site of NSW2",
    ])
  })
  test("where its coach does not coach that site in that phase", async () => {
    const sites = { site: { column: "Council", sites: { liverpool: "liverpool", calderdale: "calderdale" } } }
    const before = mapOf("Phase 1", { ...sites, phase: "NSW1" })
    const rows = ["liverpool", "calderdale"].map((one, at) => [`${at}`, one, "2017-02-02", "Talked", ""])
    const { rows: lines } = await run({ file: csv(rows), map: before, dry: true })
    expect(lines[0]).toContain("would be taken over")
    expect(lines[1]).toContain("its coach is not the coach of calderdale in NSW1")
    const stranger = await run({
      file: csv([report]),
      map: mapOf("Stranger"),
      by: "site-lead@halton.example",
    })
    expect(stranger.rows[0]).toContain("its coach is not admitted as a coach now")
    const late = await run({
      file: csv([report]),
      map: mapOf("Ended"),
      now: new Date("2019-06-01T09:00:00Z"),
    })
    expect(late.rows[0]).toContain("its coach is not admitted as a coach now")
  })
  test("where it holds more than a record can", async () => {
    expect((await one("Large", [["1", "halton", "2018-01-02", "word ".repeat(80_000), ""]]))[0]).toContain(
      "it holds more text than one record can",
    )
  })
  test("and an id that looks like somebody's own is not shown", async () => {
    const [row] = await one("Own ids", [["jo@home.example", "leeds", "2018-01-02", "", ""]])
    expect(row).toContain("(id not shown)")
  })
})

describe("a file or a map that cannot be used is refused whole", () => {
  const good = csv([["1", "halton", "2018-01-02", "Talked", ""]])
  test.each<[string, Buffer, RegExp]>([
    ["an empty file", Buffer.from(""), /no headings/],
    ["a workbook", Buffer.from("PK\u0003\u0004"), /is a workbook/],
    ["bytes of no text", Buffer.from([0x52, 0x81, 0x8d]), /neither UTF-8 nor Windows-1252/],
    ["a zero byte", Buffer.from("Ref\0,Council"), /is no text/],
    [
      "a quotation mark without its pair",
      Buffer.from('Ref,Council,Day,Notes,To do\n1,halton,2018-01-02,"open,x'),
      /quotation mark without its pair/,
    ],
    ["one column where there should be five", Buffer.from("Ref;Council;Day\n1;2;3"), /"separator"/],
    [
      "a heading twice",
      Buffer.from("Ref,Council,Day,Notes,To do,Ref\n"),
      /Two columns of the file are called “Ref”/,
    ],
    ["no headings", Buffer.from("1,halton,2018-01-02,Talked,\n"), /No column of the map is in the first row/],
    [
      "a column that nobody speaks of",
      Buffer.from("Ref,Council,Day,Notes,To do,Mood\n"),
      /“Mood”: map it, or ignore it/,
    ],
    [
      "a column without a heading",
      Buffer.from("Ref,Council,Day,Notes,To do,\n"),
      /“column 6”: map it, or ignore it/,
    ],
  ])("%s", async (_, file, says) => {
    expect(await refusal({ file, map: mapOf("Nothing") })).toMatch(says)
  })
  test.each<[string, string, RegExp]>([
    ["no JSON", "{ source: 1 }", /The map is no JSON/],
    ["nothing", "{}", /“source” is missing/],
    ["a setting there is not", mapOf("x", { colour: "red" }), /“colour” is no setting of the map/],
    [
      "another owner",
      mapOf("x", { actions: [{ column: "To do", owner: "us", due: { days: 1 }, split: "lines" }] }),
      /“actions”, the 1st, “owner” must be one of: site, coach, coordinators, department/,
    ],
    ["a day without its format", mapOf("x", { on: { columns: ["Day"] } }), /“on”, “formats” is missing/],
    [
      "a format that is none",
      mapOf("x", { on: { columns: ["Day"], formats: ["any"] } }),
      /“on”, “formats”, the 1st must be one of: yyyy-mm-dd, d\/m\/yyyy/,
    ],
    [
      "an ignored column without a reason",
      mapOf("x", { ignore: [{ columns: ["Mood"] }] }),
      /“ignore”, the 1st, “because” is missing/,
    ],
    [
      "an address that is none",
      mapOf("x", { coach: { column: "C", people: { A: "nobody" } } }),
      /“coach”, “people”, “A” must be an email address/,
    ],
  ])("a map with %s", async (_, map, says) => {
    expect(await refusal({ file: good, map })).toMatch(says)
  })
  test("one that says no phase, another one, or nobody's drafts", async () => {
    const map = mapOf("Nobody", { phase: undefined })
    expect(await refusal({ file: good, map })).toContain("Say which phase")
    expect(await refusal({ file: good, map, phase: "NSW9" })).toContain(
      "There is no phase NSW9. There are: NSW1, NSW2",
    )
    expect(await refusal({ file: good, map: mapOf("Two"), phase: "NSW1" })).toContain("leave --phase out")
    expect(await refusal({ file: good, map, phase: "NSW2", by: undefined })).toContain("Say whose drafts")
    expect(await refusal({ file: good, map, phase: "NSW2", by: "no@body.example" })).toContain(
      "Nobody here has",
    )
  })
})

describe("nothing doubles", () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => [
      `R${from + at}`,
      "bradford",
      "2018-01-02",
      `Report ${from + at}`,
      "- one\n- two",
    ])

  test("where two take over the same file at once", async () => {
    const map = mapOf("At once")
    const before = (await drafts("bradford")).length
    const both = await Promise.all([run({ file: csv(many(0, 6)), map }), run({ file: csv(many(0, 6)), map })])
    expect(both.map(({ whole }) => whole)).toEqual([true, true])
    const became = both.flatMap(({ rows }) => rows.map((line) => /taken over|already there/.exec(line)?.[0]))
    expect(became.filter((one) => one === "taken over")).toHaveLength(6)
    expect(became.filter((one) => one === "already there")).toHaveLength(6)
    expect((await drafts("bradford")).length - before).toBe(6)
    const { waits } = await standing("bradford")
    expect(new Set(waits.map(({ session }) => session)).size).toBe(waits.length)
  })

  test("where a run was broken off in the middle, and is run again", async () => {
    const map = mapOf("Broken off")
    let writes = 0
    const breaking: Table = {
      ...service.table,
      write: (actions) => {
        writes += 1
        if (writes > 3) throw new Error("The line broke")
        return service.table.write(actions)
      },
    }
    await expect(run({ file: csv(many(20, 26)), map, table: breaking })).rejects.toThrow("The line broke")
    const { said } = await run({ file: csv(many(20, 26)), map })
    expect(said.at(-1)).toBe("6 rows: 3 taken over, 3 already there, 0 refused.")
  })

  test("where an answer was lost after it was written", async () => {
    const map = mapOf("Lost answer")
    const losing: Table = {
      ...service.table,
      write: async (actions) => {
        await service.table.write(actions)
        return { written: false, failed: [0] }
      },
    }
    const first = await run({ file: csv(many(30, 32)), map, table: losing })
    expect(first.said.at(-1)).toBe("2 rows: 0 taken over, 2 already there, 0 refused.")
    expect((await run({ file: csv(many(30, 32)), map })).said.at(-1)).toBe(
      "2 rows: 0 taken over, 2 already there, 0 refused.",
    )
  })
})

test("for random rows, every cell is kept beside a draft, whole, or its row is refused by its number", async () => {
  let drawn = 0
  const cell = fc.string({ unit: "grapheme", maxLength: 40 }).filter((text) => !text.includes("\0"))
  const row = fc.tuple(
    fc.oneof(fc.constantFrom("1", "2", "3"), cell),
    fc.constantFrom("liverpool", "liverpool", "leeds", ""),
    fc.constantFrom("2018-01-02", "2017-12-31", "2018-02-30", "2019-01-01"),
    cell,
    cell,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const source = `Random ${drawn++}`
      const { said, rows: lines } = await run({ file: csv(rows), map: mapOf(source) })
      const mine = (await records("liverpool", "SESSION")).filter(
        ({ imported }) => (imported as { source: string } | undefined)?.source === source,
      )
      const texts = (await drafts("liverpool")).filter(({ id }) => mine.some((one) => one.id === id))
      const sources = await ofCoaches("liverpool", "SOURCE")
      const held = sources
        .filter(({ id }) => mine.some((one) => one.id === id))
        .map(({ cells }) => JSON.stringify((cells as { cell: string }[]).map(({ cell }) => cell).sort()))
      rows.forEach((cells, at) => {
        const line = lines.find((one) => one.startsWith(`row ${at + 2} `)) ?? ""
        if (!line.includes(" refused ")) expect(held).toContain(JSON.stringify([...cells].sort()))
      })
      expect(lines).toHaveLength(rows.length)
      const [total = "", ...counts] = said.at(-1)?.match(/\d+/g) ?? []
      expect(counts.reduce((sum, one) => sum + Number(one), 0)).toBe(Number(total))
      expect(texts).toHaveLength(mine.length)
    }),
    { numRuns: 25 },
  )
})

test("ten thousand rows are each told what became of them", async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `L${at}`,
    at % 500 === 0 ? "halton" : "leeds",
    "2018-01-02",
    `Line one of ${at}\nline two`,
    "",
  ])
  const { rows: lines, said } = await run({ file: csv(rows), map: mapOf("Many") })
  expect(lines).toHaveLength(10_000)
  expect(said.at(-1)).toBe("10000 rows: 20 taken over, 0 already there, 9980 refused.")
})

test("no site is given more drafts than can wait to be shared", async () => {
  const item = await service.table.get(keys.coaching("halton", "NSW2"), { strong: true })
  const { waits } = await standing("halton")
  if (!item) throw new Error("Halton has a record")
  const almost = Array.from({ length: 199 }, (_, at) => ({ ...waits[0], session: `s-${at}` }))
  await service.table.write([{ put: { ...item, waits: almost } }])
  const rows = ["1", "2"].map((id) => [id, "halton", "2018-01-02", "Talked", ""])
  const { rows: lines } = await run({ file: csv(rows), map: mapOf("Full") })
  expect(lines[0]).toContain("taken over")
  expect(lines[1]).toContain("refused")
  expect(lines[1]).toContain(
    "200 sessions of its site wait to be shared already: share some, then run this again",
  )
  await service.table.write([{ put: item }])
  expect((await run({ file: csv(rows), map: mapOf("Full") })).said.at(-1)).toBe(
    "2 rows: 1 taken over, 1 already there, 0 refused.",
  )
})
