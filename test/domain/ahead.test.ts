import { describe, expect, test } from "vitest"
import { ahead } from "../../shared/domain/calendar/ahead.ts"
import { at, december, inRound, member, owedInPhaseTwo, sentAt, stands } from "./calendar-given.ts"

const sites = ["bradford", "halton", "hertfordshire", "liverpool", "sheffield", "shropshire"]
const people = (organisation: string) => [
  member("lead", { person: `lead-${organisation}` }),
  member("contributor", { person: `contributor-${organisation}` }),
  member("certifier", { person: "one-for-all" }),
]
const known = {
  expected: owedInPhaseTwo(),
  rounds: [],
  members: Object.fromEntries(sites.map((one) => [one, people(one)])),
  programme: [member("coordinator")],
}
const round = {
  id: "nsw-3",
  title: "Phase 3",
  opens: "2018-01-10T09:00:00.000Z",
  closes: "2018-01-31T17:00:00.000Z",
  questionsUntil: "2018-01-24",
  decisionsBy: "2018-02-28",
}
const tenth = at("2018-01-10T08:00:00.000Z")
const says = (days: ReturnType<typeof ahead>) =>
  days.flatMap(({ day, comings }) => comings.map((one) => `${day} ${one.says}: ${one.title}`))

describe("what will happen next", () => {
  test("has openings, deadlines and locks by day, for the sites that share them", () => {
    const days = ahead(known, at("2017-12-20T12:00:00.000Z"), 90)
    const of = (what: string) =>
      days.flatMap(({ comings }) => comings).filter((one) => one.what === what && one.round === december)
    expect(of("opens")).toMatchObject([{ day: "2018-01-01", sites: expect.arrayContaining(["Halton"]) }])
    expect(of("due")).toMatchObject([{ day: "2018-01-22", at: "2018-01-22T17:00:00.000Z" }])
    expect(of("due")[0]?.sites).toHaveLength(6)
    expect(of("locks")).toMatchObject([{ day: "2018-02-19", says: "Cannot be sent any longer" }])
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort())
  })

  test("has rounds with their questions and decisions", () => {
    expect(says(ahead({ ...known, expected: [], rounds: [round] }, tenth, 90))).toEqual([
      "2018-01-10 The round opens: Phase 3",
      "2018-01-24 Last day to ask a question: Phase 3",
      "2018-01-31 The round closes: Phase 3",
      "2018-02-28 Councils hear by today: Phase 3",
    ])
  })

  test("says which letters go, to whom in words and to how many people", () => {
    const letters = ahead({ ...known, expected: inRound(december) }, tenth, 60)
      .flatMap(({ comings }) => comings)
      .filter(({ what }) => what === "letter")
    expect(letters.map(({ day, says, to, people }) => [day, says, to, people])).toEqual([
      ["2018-01-15", "Letter: Due in a week", "site lead and contributor", 12],
      ["2018-01-23", "Letter: Late", "site lead", 6],
      ["2018-01-29", "Letter: Five working days late: telephone the lead", "programme coordinator", 1],
      ["2018-02-20", "Letter: It cannot be sent any longer", "site lead and programme coordinator", 7],
    ])
  })

  test("tells nobody about what is sent or not needed, and says when it can be changed no longer", () => {
    const settled = inRound(december).map((one, place) =>
      place === 0
        ? {
            ...one,
            notNeeded: { because: "B", by: { person: "p", name: "P" }, at: "2018-01-02T09:00:00.000Z" },
          }
        : { ...one, stands: sentAt("2018-01-08T09:00:00.000Z") },
    )
    expect(says(ahead({ ...known, expected: settled }, tenth, 90))).toEqual([
      "2018-02-19 What was sent cannot be changed any longer: Spending update, October to December 2017",
    ])
  })

  test("what waits for a signature is told to whoever must sign", () => {
    const waiting = inRound(december).map((one) => ({
      ...one,
      stands: stands({ state: "waiting", waitingFor: [{ role: "certifier" }] }),
    }))
    const [letter] = ahead({ ...known, expected: waiting }, tenth, 7).flatMap(({ comings }) => comings)
    expect(letter).toMatchObject({ to: "section 151 officer", people: 1 })
  })

  test("what was told already is not told again", () => {
    const told = { "due soon": { on: "2018-01-15", as: "sent" as const } }
    const again = inRound(december).map((one) => ({ ...one, told }))
    expect(says(ahead({ ...known, expected: again }, at("2018-01-15T09:00:00.000Z"), 7))).toEqual([
      "2018-01-22 Due: Spending update, October to December 2017",
    ])
  })

  test("ends on the last day that was asked for", () => {
    expect(says(ahead({ ...known, expected: inRound(december) }, tenth, 7))).toEqual([
      "2018-01-15 Letter: Due in a week: Spending update, October to December 2017",
    ])
  })
})
