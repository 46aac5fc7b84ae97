import { describe, expect, test } from "vitest"
import {
  arrivalOf,
  arrivalsOf,
  askedIn,
  cellOf,
  choicesBy,
  currentPhase,
  filterNames,
  matching,
  tableOf,
} from "../../shared/domain/calendar/board.ts"
import { programmeLine } from "../../shared/domain/calendar/programme-line.ts"
import { siteRows } from "../../shared/domain/calendar/site-rows.ts"
import { expectedStates, whoHasIt } from "../../shared/domain/calendar/state.ts"
import { roleNames } from "../../shared/domain/people/role.ts"
import { at, cellsAt, december, inRound, owedInPhaseTwo, phaseTwo, sentAt, stands } from "./calendar-given.ts"

/** Wednesday, two working days after it was due. */
const wednesday = at("2018-01-24T12:00:00.000Z")

const mixed = inRound(december, {
  bradford: { stands: sentAt("2018-01-22T12:00:00.000Z") },
  halton: { stands: sentAt("2018-01-24T10:00:00.000Z") },
  hertfordshire: { stands: sentAt("2018-01-19T12:00:00.000Z", { nil: true }) },
  liverpool: { stands: stands() },
  sheffield: {
    notNeeded: { because: "It has left.", by: { person: "p", name: "Pat" }, at: "2018-01-10T09:00:00.000Z" },
  },
})

describe("a cell", () => {
  test.each([
    ["bradford", "Reported", 0, ""],
    ["halton", "Reported, 2 working days late", 2, ""],
    ["hertfordshire", "Nothing to report", 0, ""],
    ["liverpool", "Missing, 2 working days late", 2, "being written, last by Ann Example"],
    ["sheffield", "Not needed this time", 0, ""],
    ["shropshire", "Missing, 2 working days late", 2, "nobody has begun it"],
  ])("of %s says %s", (organisation, says, daysLate, who) => {
    const one = mixed.find((each) => each.organisation === organisation)
    expect(one && cellOf(one, wednesday)).toMatchObject({ says, daysLate, who })
  })

  test("of what was sent back and not touched since is with its writers, and not with whoever sent it back", () => {
    const back = {
      move: "send back" as const,
      sections: [],
      note: "",
      by: { person: "p-pat", name: "Pat" },
      at: "2018-01-19T10:00:00.000Z",
    }
    const who = (changedAt: string) =>
      whoHasIt({
        stands: stands({ back, changedAt, changedBy: changedAt === back.at ? "Pat" : "Ann Example" }),
      })
    expect(who(back.at)).toBe("back with its writers")
    expect(who("2018-01-22T09:00:00.000Z")).toBe("being written, last by Ann Example")
  })

  test("reported, nothing to report and missing are three different words", () => {
    const { reported, nil, missing } = expectedStates
    expect(new Set([reported, nil, missing]).size).toBe(3)
  })
})

describe("filters", () => {
  const cells = cellsAt([...owedInPhaseTwo().filter(({ round }) => round !== december), ...mixed], wednesday)

  test.each(filterNames)(
    "each count by %s is the length of the list behind it, whatever else is chosen",
    (by) => {
      const chosen = [{}, { state: "missing" }, { site: "halton" }, { state: "not open yet", site: "halton" }]
      for (const filters of chosen) {
        const rest = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== by))
        const choices = choicesBy(by, cells, filters)
        for (const { value, count } of choices)
          expect(matching(cells, { ...rest, [by]: value })).toHaveLength(count)
        expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(matching(cells, rest).length)
      }
    },
  )

  test("what nobody has is an empty list, and no fault", () => {
    expect(matching(cells, { site: "nowhere" })).toEqual([])
    expect(tableOf([])).toEqual({ columns: [], rows: [] })
  })
})

test("the table has every return once, sites by name, and says nothing where a site is not asked", () => {
  const cells = cellsAt(owedInPhaseTwo(), wednesday)
  const { columns, rows } = tableOf(cells)
  expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).sort())
  expect(rows).toHaveLength(6)
  expect(rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined))).toHaveLength(cells.length)
  for (const row of rows) expect(row.cells).toHaveLength(columns.length)
  expect(columns.map(({ title }) => title)).toContain("Spending update, October to December 2017")
})

test("what a phase asks is known before anybody is read", () => {
  const asked = askedIn(phaseTwo, [], "2017-10-01")
  expect(asked.map(({ round }) => round)).toContain(december)
  expect(new Set(asked.map(({ round }) => round))).toEqual(
    new Set(owedInPhaseTwo().map(({ round }) => round)),
  )
  expect(asked.find(({ round }) => round === december)?.by).toBe("2018-01-22T17:00:00.000Z")
})

test("the phase of a list is the latest that has begun, or else the next; never one that is not published", () => {
  const next = { ...phaseTwo, id: "NSW3", from: "2018-05-01", sites: [] }
  const { published: _, ...hidden } = { ...next, from: "2017-11-01" }
  expect(currentPhase([phaseTwo, next], "2018-01-24")?.id).toBe("NSW2")
  expect(currentPhase([phaseTwo, next], "2018-05-01")?.id).toBe("NSW3")
  expect(currentPhase([next], "2018-01-24")?.id).toBe("NSW3")
  expect(currentPhase([hidden], "2018-01-24")).toBeUndefined()
})

test("arrivals are counted once each, and a withdrawn one is not sent", () => {
  const begun = inRound(december, {
    bradford: { stands: stands() },
    halton: { stands: stands({ state: "waiting" }) },
    hertfordshire: { stands: sentAt("2017-08-20T12:00:00.000Z") },
    liverpool: { stands: sentAt("2017-08-20T12:00:00.000Z", { state: "withdrawn" }) },
    sheffield: { stands: sentAt("2017-08-20T12:00:00.000Z", { state: "draft" }) },
    shropshire: { stands: stands() },
  })
  expect(arrivalsOf(begun)).toMatchObject({ begun: 2, waiting: 1, sent: 2, withdrawn: 1 })
  expect(arrivalOf({ stands: sentAt("2017-08-20T12:00:00.000Z", { state: "draft" }) })).toBe("sent")
})

describe("the rows of the first page", () => {
  const sites = phaseTwo.sites

  test("have every site, with what was due in thirty days and is due in thirty", () => {
    const rows = siteRows(sites, cellsAt(owedInPhaseTwo(), wednesday), wednesday)
    expect(rows).toHaveLength(6)
    expect(rows.flatMap(({ cells }) => cells.map(({ one }) => one.round))).toEqual(Array(6).fill(december))
  })

  test("what is late stays, however long ago it was due", () => {
    const march = at("2018-03-20T12:00:00.000Z")
    const late = inRound(december).map((one) => ({ ...one, locks: "2018-06-01T17:00:00.000Z" }))
    expect(siteRows(sites, cellsAt(late, march), march).every(({ cells }) => cells.length === 1)).toBe(true)
  })
})

describe("the first line", () => {
  const facts = {
    cells: cellsAt(mixed, wednesday),
    coming: [],
    asks: 0,
    rounds: [],
    own: [],
    at: wednesday,
  }
  const quiet = {
    ...facts,
    cells: cellsAt(
      inRound(december).map((one) => ({ ...one, stands: sentAt("2018-01-19T12:00:00.000Z") })),
      wednesday,
    ),
  }

  test("of a coordinator counts, says who has each, and whom to telephone", () => {
    expect(programmeLine("coordinator", { ...facts, asks: 1 })).toBe(
      "Spending update, October to December 2017: 3 of 5 sent, 1 in hand (Liverpool: Ann Example), 1 not started: telephone Shropshire. 1 request for more time waits for you. Late: Spending update, October to December 2017, 2 working days: Liverpool and Shropshire.",
    )
  })

  test("of a coordinator names every site of the return: the numbers add up to all", () => {
    const april = at("2018-04-20T09:00:00Z")
    const cells = cellsAt(inRound("nsw2-statement-2018-03-31"), april)
    const line = programmeLine("coordinator", { ...facts, cells })
    expect(line).toContain("0 of 6 sent, 5 not started: telephone")
    expect(line).toContain("1 not open yet (Halton)")
  })

  test("of a coordinator says that nothing is late where nothing is", () => {
    expect(programmeLine("coordinator", quiet)).toBe(
      "Nothing is to be sent now. Nothing is late at any site.",
    )
  })

  test("of a coordinator says what comes next where nothing is open", () => {
    const coming = askedIn(phaseTwo, [], "2018-01-24").filter(({ opens }) => new Date(opens) > wednesday)
    expect(programmeLine("coordinator", { ...quiet, coming })).toContain(
      "Next: Spending update, January to March 2018, from 1 April 2018, due on",
    )
  })

  test("of a coach is about their own sites", () => {
    expect(programmeLine("coach", { ...facts, own: [{ organisation: "halton", name: "Halton" }] })).toBe(
      "You coach Halton. Nothing is late there.",
    )
    const own = [
      { organisation: "halton", name: "Halton" },
      { organisation: "liverpool", name: "Liverpool" },
    ]
    expect(programmeLine("coach", { ...facts, own })).toContain("2 working days: Liverpool.")
    expect(programmeLine("coach", { ...quiet, own })).toContain("Nothing is late at any of them.")
    expect(programmeLine("coach", quiet)).toContain("You coach no site yet.")
  })

  const round = {
    id: "nsw-3",
    programme: "p",
    phase: "NSW3",
    kind: "expression-of-interest" as const,
    title: "Phase 3",
    opens: "2018-02-01T09:00:00.000Z",
    closes: "2018-02-28T17:00:00.000Z",
    decisionsBy: "2018-03-30",
  }

  test.each(["chair", "reader"] as const)("of a %s says where the rounds stand", (role) => {
    const line = (now: string) => programmeLine(role, { ...facts, rounds: [round], at: at(now) })
    expect(line("2018-01-24T12:00:00.000Z")).toBe(
      "No round is open. Next: “Phase 3” opens at 9am on Thursday 1 February 2018.",
    )
    expect(line("2018-02-10T12:00:00.000Z")).toContain(
      "“Phase 3” closes at 5pm on Wednesday 28 February 2018.",
    )
    expect(line("2018-04-10T12:00:00.000Z")).toContain("No round is open, and none is published to come.")
  })

  test("of a decision-maker says by when", () => {
    expect(programmeLine("decision-maker", { ...facts, rounds: [round] })).toBe(
      "Nothing to decide today. Next: “Phase 3”, decisions by Friday 30 March 2018.",
    )
    expect(programmeLine("decision-maker", facts)).toContain("no round waits for a decision")
  })

  test("of finance says what is to come", () => {
    expect(programmeLine("finance", facts)).toBe(
      "Spending update, October to December 2017: 2 of 5 to come, 2 working days late.",
    )
    expect(programmeLine("finance", quiet)).toBe("No return waits to be sent.")
  })

  test("of whoever pays or decides begins with what waits for them", () => {
    const accepted = (organisation: string) => ({ organisation, state: "accepted", ready: [1] }) as never
    const money = { accounts: [accepted("halton"), accepted("bradford")], sites: [] }
    expect(programmeLine("finance", { ...facts, money })).toMatch(
      /^2 updates to accept, oldest 2 working days\. 2 payments to authorise\. Spending update/,
    )
  })

  test.each(roleNames)("of a %s is never empty, whatever there is", (role) => {
    const nothing = { ...facts, cells: [], rounds: [] }
    for (const given of [facts, quiet, nothing]) {
      const line = programmeLine(role, given)
      expect(line).toMatch(/\.$/)
      expect(line).not.toMatch(/undefined|\s\s|\(\)/)
    }
  })
})
