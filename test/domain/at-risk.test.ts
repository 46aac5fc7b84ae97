import { describe, expect, test } from "vitest"
import { atRisk, isWatched } from "../../shared/domain/calendar/at-risk.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { at, member, owedInPhaseTwo, sentAt } from "./calendar-given.ts"

/** Sheffield's statement, due on Monday 30 April 2018 and certified. */
const statement = (more: Partial<Expected> = {}): Expected => {
  const found = owedInPhaseTwo().find(
    (one) => one.organisation === "sheffield" && one.signs.includes("certifier"),
  )
  if (!found) throw new Error("Nothing is certified")
  return { ...found, ...more }
}
const due = new Date(statement().by)
const now = at("2018-04-16T12:00:00.000Z")
const everybody = [
  member("lead", { name: "Ann Example", email: "ann@sheffield.example" }),
  member("certifier", { name: "Chris Example" }),
]
const risks = (more: Partial<Expected>, members = everybody, when = now) =>
  atRisk([statement(more)], { sheffield: members }, when)

describe("a return is watched", () => {
  test("from twenty working days before it is due until it is settled", () => {
    expect(due.toISOString().slice(0, 10)).toBe("2018-04-30")
    expect(isWatched(statement(), at("2018-03-28T12:00:00.000Z"))).toBe(false)
    expect(isWatched(statement(), at("2018-03-29T12:00:00.000Z"))).toBe(true)
    expect(isWatched(statement(), at("2018-04-03T12:00:00.000Z"))).toBe(true)
    expect(isWatched(statement(), at("2018-05-03T12:00:00.000Z"))).toBe(true)
    expect(isWatched(statement({ stands: sentAt("2018-04-10T12:00:00.000Z") }), now)).toBe(false)
    expect(isWatched(statement({ owed: false }), now)).toBe(false)
  })
})

describe("for want of a person", () => {
  test("nothing is said where everybody is there", () => {
    expect(risks({})).toEqual([])
  })

  test("nobody certifies: the lead is asked by name and address to name a deputy", () => {
    const [risk, ...others] = risks({}, everybody.slice(0, 1))
    expect(others).toEqual([])
    expect(risk).toMatchObject({
      because: "Nobody is section 151 officer.",
      does: "Ask the lead to name a deputy: Ann Example, ann@sheffield.example.",
      ask: [{ name: "Ann Example", email: "ann@sheffield.example" }],
    })
  })

  test("nobody leads", () => {
    expect(risks({}, everybody.slice(1)).map(({ because, does }) => [because, does])).toEqual([
      ["Nobody leads.", "Give somebody access as site lead."],
    ])
    expect(risks({}, []).map(({ does }) => does)).toEqual([
      "Give somebody access as site lead.",
      "Nobody leads: give somebody access as site lead first.",
    ])
  })

  test("the only one’s access ends before: on the day itself nobody holds it", () => {
    const ends = (to: string) => [everybody[0] ?? member("lead"), member("certifier", { name: "Chris", to })]
    expect(risks({}, ends("2018-04-20T22:59:59.999Z")).map(({ because }) => because)).toEqual([
      "The access of Chris, the only section 151 officer, ends on 20 April 2018: nobody is section 151 officer on Monday 30 April 2018.",
    ])
    expect(risks({}, ends("2018-04-30T22:59:59.999Z"))).toEqual([])
    const successor = member("certifier", { person: "p-next", from: "2018-04-21T00:00:00.000Z" })
    expect(risks({}, [...ends("2018-04-20T22:59:59.999Z"), successor])).toEqual([])
  })

  test("the certifier was asked and has been silent for five working days", () => {
    const told = { "certifier asked": { on: "2018-04-09", as: "sent" as const } }
    expect(risks({ told }, everybody, at("2018-04-13T12:00:00.000Z"))).toEqual([])
    const [risk] = risks({ told })
    expect(risk?.because).toBe(
      "The section 151 officer was asked on 9 April 2018 whether they will be here, and has not answered.",
    )
    const cover = {
      answer: "yes" as const,
      by: { person: "p-certifier", name: "Chris" },
      at: "2018-04-10T09:00:00.000Z",
    }
    expect(risks({ told, cover })).toEqual([])
  })

  test("they said that somebody else certifies, and nobody else has come since", () => {
    const cover = {
      answer: "someone else" as const,
      by: { person: "p-certifier", name: "Chris" },
      at: "2018-04-10T09:00:00.000Z",
    }
    expect(risks({ cover }).map(({ because }) => because)).toEqual([
      "Chris says that somebody else certifies now.",
    ])
    const next = member("certifier", { person: "p-next", from: "2018-04-11T09:00:00.000Z" })
    expect(risks({ cover }, [...everybody, next])).toEqual([])
  })

  test("they said that a deputy certifies, and there is none", () => {
    const cover = {
      answer: "deputy" as const,
      by: { person: "p-certifier", name: "Chris" },
      at: "2018-04-10T09:00:00.000Z",
    }
    expect(risks({ cover })[0]?.because).toBe("Chris says that a deputy certifies, and there is none.")
    expect(risks({ cover }, [...everybody, member("certifier", { person: "p-deputy" })])).toEqual([])
  })

  test("letters to them come back: telephone them", () => {
    const bounced = [
      everybody[0] ?? member("lead"),
      member("certifier", { name: "Chris", bounced: "2018-04-01T09:00:00.000Z" }),
    ]
    expect(risks({}, bounced).map(({ because, does }) => [because, does])).toEqual([
      [
        "Letters to Chris, section 151 officer, come back.",
        "Telephone Chris, and give access to the address they have now.",
      ],
    ])
  })

  test("what is late already is looked at as of today", () => {
    expect(
      risks({}, everybody.slice(0, 1), at("2018-05-10T12:00:00.000Z")).map(({ because }) => because),
    ).toEqual(["Nobody is section 151 officer."])
  })
})
