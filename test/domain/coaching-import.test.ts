import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { actionsIn } from "../../shared/domain/coaching/import/actions.ts"
import { answersOf } from "../../shared/domain/coaching/import/answers.ts"
import {
  beforeSharing,
  foundWords,
  personalDataIn,
} from "../../shared/domain/coaching/import/before-sharing.ts"
import { textOf } from "../../shared/domain/coaching/import/cells.ts"
import { columnProblems } from "../../shared/domain/coaching/import/columns.ts"
import { type DateFormat, readDay } from "../../shared/domain/coaching/import/dates.ts"
import { type ImportMap, importMap, splits } from "../../shared/domain/coaching/import/map.ts"
import { headOf } from "../../shared/domain/coaching/import/row.ts"
import { hashOfRow, sessionIdOf } from "../../shared/domain/coaching/import/taken.ts"

const map = (more: object = {}): ImportMap =>
  importMap.parse({
    source: "Notes",
    id: "Ref",
    site: { column: "Council", sites: { Halton: "halton", "The City": "bradford" } },
    phase: "NSW2",
    on: { columns: ["Began", "Ended"], formats: ["d/m/yyyy"] },
    kind: { column: "How", kinds: { Visit: "visit" } },
    talked: ["Notes"],
    ...more,
  })
const row = { Ref: "1", Council: "Halton", Began: "6/12/2017", Ended: "", How: "Visit", Notes: "We met." }
const known = { today: "2018-01-16" }

describe("a day", () => {
  test.each<[string, DateFormat[], string, string?]>([
    ["2017-12-06", ["yyyy-mm-dd"], "2017-12-06"],
    ["2017-12-06 00:00:00", ["yyyy-mm-dd"], "2017-12-06"],
    ["2017-12-06T14:30", ["yyyy-mm-dd"], "2017-12-06", "14:30"],
    ["06/12/2017 9:05", ["d/m/yyyy"], "2017-12-06", "09:05"],
    ["06/12/2017", ["m/d/yyyy"], "2017-06-12"],
    ["6.12.17", ["d/m/yy"], "2017-12-06"],
    ["6-Dec-17", ["d month yy"], "2017-12-06"],
    ["Wednesday 6th December 2017", ["d month yyyy"], "2017-12-06"],
    ["December 6, 2017", ["month d yyyy"], "2017-12-06"],
    ["13/12/2017", ["d/m/yyyy", "m/d/yyyy"], "2017-12-13"],
    ["06/06/2017", ["d/m/yyyy", "m/d/yyyy"], "2017-06-06"],
  ])("%s in the formats %j is %s", (cell, formats, date, time) => {
    expect(readDay(cell, formats)).toEqual({ date, ...(time && { time }) })
  })
  test.each<[string, DateFormat[]]>([
    ["06/12/2017", ["yyyy-mm-dd"]],
    ["31/02/2018", ["d/m/yyyy"]],
    ["13/13/2017", ["d/m/yyyy", "m/d/yyyy"]],
    ["06/12/17", ["d/m/yyyy"]],
    ["43075", ["d/m/yyyy"]],
    ["6/12-2017", ["d/m/yyyy"]],
    ["early December", ["d month yyyy"]],
    ["06/12/2017 25:00", ["d/m/yyyy"]],
  ])("%s in the formats %j is none", (cell, formats) => {
    expect(readDay(cell, formats)).toHaveProperty("problem")
  })
  test("that could be two is neither", () => {
    expect(readDay("06/12/2017", ["d/m/yyyy", "m/d/yyyy"])).toEqual({
      problem: "could be two days, written as d/m/yyyy or as m/d/yyyy",
    })
  })
})

describe("actions", () => {
  test.each([
    [
      "one bullet each, with more of each below it",
      "• Write it down\n  for all\n•\tSend it",
      ["Write it down\nfor all", "Send it"],
    ],
    ["bullets on one line", "• a thing • another", ["a thing", "another"]],
    ["numbers and dashes", "1. first\n2) second\n- third", ["first", "second", "third"]],
    [
      "what leads up to bullets stands before each",
      "The site will\n- count\n- tell",
      ["The site will count", "The site will tell"],
    ],
    ["a second heading", "Us:\n• send\nThem:\n• read\n• answer", ["Us: send", "Them: read", "Them: answer"]],
    ["a heading over nothing is one itself", "• send\nThem:", ["send", "Them:"]],
    ["no bullets at all", "Send the notes.\nTell the panel.", ["Send the notes.\nTell the panel."]],
    ["nothing", " \n ", []],
  ])("in bullets: %s", (_, text, actions) => {
    expect(actionsIn(text, "bullets")).toEqual(actions)
  })
  test("in lines and in semicolons", () => {
    expect(actionsIn("Us:\nsend\n\n- read", "lines")).toEqual(["Us: send", "Us: read"])
    expect(actionsIn("A:\nB:\nsend", "lines")).toEqual(["A: B: send"])
    expect(actionsIn("send; read ;", "semicolons")).toEqual(["send", "read"])
  })
  test("lines that are left out by name are, and no others", () => {
    expect(actionsIn("Next  steps:\n- send\nNext steps: now", "bullets", ["Next steps:"])).toEqual([
      "send\nNext steps: now",
    ])
  })
  test("every word of a cell is in one of them", () => {
    const part = fc.constantFrom(
      "word",
      "two words",
      "-",
      "• ",
      "*",
      ":",
      "\n",
      "\n",
      "1. ",
      "a) ",
      "o\t",
      " ",
      ";",
      "so:",
      "–",
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.constantFrom(...splits), (parts, split) => {
        const text = textOf(parts.join(" "))
        const words = (from: string) => from.match(/[a-z]{2,}/g) ?? []
        const found = words(actionsIn(text, split).join("\n"))
        for (const word of new Set(words(text)))
          expect(found.filter((one) => one === word).length).toBeGreaterThanOrEqual(
            words(text).filter((one) => one === word).length,
          )
      }),
      { numRuns: 500 },
    )
  })
})

describe("columns", () => {
  const columns = Object.keys(row)
  test("that are all mapped leave nothing to say", () => {
    expect(columnProblems(map(), columns)).toEqual([])
  })
  test("that nobody speaks of are named, and so is what the file has not", () => {
    expect(columnProblems(map({ who: ["Present"] }), [...columns, "Mood"])).toEqual([
      "The file has a column “Mood”: map it, or ignore it with a reason.",
      "The map names a column “Present”, and the file has none of that name.",
    ])
  })
  test("cannot be mapped and ignored, or ignored twice", () => {
    const ignore = [{ columns: ["Notes", "Mood", "Mood"], because: "Nobody reads it." }]
    expect(columnProblems(map({ ignore }), [...columns, "Mood"])).toEqual([
      "The map makes something of the column “Notes”, and ignores it: one or the other.",
      "The map ignores the column “Mood” twice: one reason is enough.",
    ])
  })
  test("of a file without headings are said to be", () => {
    expect(columnProblems(map(), ["1", "Leeds"])).toEqual([
      "No column of the map is in the first row of the file: does it begin with the headings?",
    ])
  })
})

describe("a row", () => {
  test("says which session it is", () => {
    expect(headOf({ ...row, Council: " The\n City" }, map(), known)).toEqual({
      id: "1",
      organisation: "bradford",
      phase: "NSW2",
      on: "2017-12-06",
      kind: "visit",
      notes: [],
    })
  })
  test.each([
    [{ Ref: " " }, "it has no id in “Ref”"],
    [{ Council: "Leeds" }, "the map does not know what stands in “Council”, which says which site it is"],
    [{ Council: "" }, "nothing stands in “Council”, which says which site it is"],
    [{ Council: "toString" }, "the map does not know what stands in “Council”, which says which site it is"],
    [{ Began: "" }, "it has no day in “Began” or “Ended”"],
    [{ Began: "12/13/2017" }, "what stands in “Began” is no day written as d/m/yyyy"],
    [{ Began: "17/1/2018" }, "its day, 17 January 2018, has not come yet"],
    [{ Began: "15/1/2016" }, "its day, 15 January 2016, is more than 24 months ago"],
    [{ How: "Lunch" }, "the map does not know what stands in “How”, which says how they met"],
  ])("with %j is refused, with the reason", (cells, refused) => {
    expect(headOf({ ...row, ...cells }, map(), known)).toEqual({ refused })
  })
  test("takes its day from the next column where the first is empty", () => {
    expect(headOf({ ...row, Began: " ", Ended: "7/12/2017" }, map(), known)).toHaveProperty(
      "on",
      "2017-12-07",
    )
  })
  test("of another way to meet is taken as the map says, and that is said", () => {
    const kind = { column: "How", kinds: { Visit: "visit" }, otherwise: "call" }
    expect(headOf({ ...row, How: "Lunch" }, map({ kind }), known)).toMatchObject({
      kind: "call",
      notes: ["How: has a value that the map does not list. Taken as: call."],
    })
  })
  test("that names a coach whom the map does not know is refused; one that names none is not", () => {
    const coach = { column: "Coach", people: { AB: "ab@coach.example" } }
    const head = (Coach: string) => headOf({ ...row, Coach }, map({ coach }), known)
    expect(head("AB")).toHaveProperty("coach", "ab@coach.example")
    expect(head("")).not.toHaveProperty("coach")
    expect(head("CD")).toEqual({
      refused: "the map does not know what stands in “Coach”, which says who coached",
    })
  })
})

describe("answers", () => {
  const whole = map({
    who: ["Present", "Guests"],
    talked: ["Notes", { column: "Also", heading: "Besides" }],
    actions: [
      { column: "Site does", owner: "site", due: { days: 14 }, split: "bullets" },
      { column: "We do", owner: "coach", due: { column: "By", formats: ["d/m/yyyy"] }, split: "lines" },
    ],
    next: { columns: ["Next"], formats: ["d/m/yyyy"] },
    topics: [{ column: "About", split: "commas", topics: { Team: "team", People: "team", Other: null } }],
    minutes: { column: "Hours", unit: "hours" },
    more: { aim: ["Aim"], stage: { column: "Stage", stages: { Trying: "test" } }, secondCoach: ["Second"] },
  })
  const cells = {
    ...row,
    Present: "Lead\r\nTwo workers",
    Guests: "A guest",
    Also: "It rained.\r\nWe went on.",
    "Site does": "- count\n- tell",
    "We do": "send",
    By: "20/12/2017",
    Next: "9/1/2018",
    About: "Team, Other, People",
    Hours: "2.5",
    Aim: "To begin",
    Stage: "Trying",
    Second: "",
  }
  const at = { on: "2017-12-06", kind: "visit", time: "14:00" } as const

  test("hold what the columns say", () => {
    expect(answersOf(cells, whole, at)).toEqual({
      core: {
        on: "2017-12-06",
        kind: "visit",
        who: "Lead, Two workers; A guest",
        talked: "Notes\nWe met.\n\nBesides\nIt rained.\nWe went on.",
        actions: [
          { id: "r-1", text: "count", owner: "site", due: "2017-12-20" },
          { id: "r-2", text: "tell", owner: "site", due: "2017-12-20" },
          { id: "r-3", text: "send", owner: "coach", due: "2017-12-20" },
        ],
        next: "2018-01-09",
      },
      more: { time: "14:00", minutes: 150, stage: "test", topics: ["team"], aim: "To begin" },
      topics: ["team"],
      notes: [],
    })
  })
  test("that cannot be read are left empty, each with a word", () => {
    const odd = { ...cells, By: "soon", Next: "later", About: "Weather", Hours: "half a day", Stage: "Done" }
    const found = answersOf(odd, whole, at)
    expect(found).toMatchObject({
      notes: [
        "what stands in “Next” is no day written as d/m/yyyy; left empty",
        "what stands in “By” is no day written as d/m/yyyy; the day that actions are due is left empty",
        "About: has a topic that the map does not know; left out",
        "Hours: is no number of hours; left out",
        "Stage: has a stage that the map does not know; left out",
      ],
    })
    if ("refused" in found) throw new Error("It is taken over")
    expect(beforeSharing(found, { now: new Date("2018-01-16T09:00:00Z"), ends: true })).toContain(
      "To fill in before it is shared: the day that actions are due",
    )
  })
  test("are whole whatever their length, and what is too long for the form is named", () => {
    const long = "word ".repeat(300).trim()
    const found = answersOf({ ...cells, Notes: long, "Site does": `- ${long}` }, whole, at)
    if ("refused" in found) throw new Error("It is taken over")
    expect(String(found.core.talked)).toContain(long)
    const says = beforeSharing(found, { now: new Date("2018-01-16T09:00:00Z"), ends: false })
    expect(says).toHaveLength(2)
    expect(says[0]).toMatch(/What you talked about must be 120 words or fewer\. You have 307/)
    expect(says[1]).toMatch(/What is to be done must be 40 words or fewer\. You have 300.* \(action 1\)$/)
  })
  test("of more actions than a page takes in are refused, and never cut", () => {
    expect(answersOf({ ...cells, "We do": "a\n".repeat(99) }, whole, at)).toEqual({
      refused: "it has 101 actions, and a page takes in 100: divide it",
    })
  })
  test("say what looks like somebody’s own, by column, and what is only kept beside them apart", () => {
    const { texts, beside } = personalDataIn(
      { ...cells, Also: "Ask jo@home.example", Ref: "mo@home.example" },
      whole,
      new Date("2018-01-16T09:00:00Z"),
    )
    expect(texts.map(foundWords)).toEqual([
      "Also: word 2 looks like an email address. Look at it before it is shared.",
    ])
    expect(beside.map(({ column }) => column)).toEqual(["Ref"])
  })
  test("hold every word of every column of texts, whatever stands there", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 60 })
    const random = fc.record({
      Notes: cell,
      Also: cell,
      Present: cell,
      Guests: cell,
      Aim: cell,
      Second: cell,
    })
    fc.assert(
      fc.property(random, (texts) => {
        const found = answersOf({ ...cells, ...texts }, whole, at)
        if ("refused" in found) throw new Error("Nothing here is refused")
        const bare = (words: string) => textOf(words).replace(/[\s,]+/gu, "")
        const held = bare(
          Object.values({ ...found.core, ...found.more })
            .map(String)
            .join("\n"),
        )
        for (const text of Object.values(texts)) expect(held).toContain(bare(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe("a session's id", () => {
  test("is the same for the same row of the same source, and another for any other", () => {
    const id = sessionIdOf("Notes", "1", "2017-12-06")
    expect(id).toMatch(/^2017-12-06-[0-9a-f]{16}$/)
    expect(sessionIdOf("Notes", "1", "2017-12-06")).toBe(id)
    expect(
      new Set([id, sessionIdOf("Notes", "2", "2017-12-06"), sessionIdOf("Notes1", "", "2017-12-06")]).size,
    ).toBe(3)
  })
  test("a row is the same in whatever order its columns stand, and another with another cell", () => {
    const turned = Object.fromEntries(Object.entries(row).reverse())
    expect(hashOfRow(turned)).toBe(hashOfRow(row))
    expect(hashOfRow({ ...row, Notes: "We met" })).not.toBe(hashOfRow(row))
  })
})
