import { describe, expect, test } from "vitest"
import { coachesOf } from "../../shared/domain/coaching/assigned.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import {
  type CoachingRight,
  coachingGrantFor,
  coachingPolicy,
  coachingViewOf,
  learningPolicy,
  mayCoach,
  mayInSupport,
  supportPolicy,
} from "../../shared/domain/people/coaching-policy.ts"
import { type Role, roleNames, roles } from "../../shared/domain/people/role.ts"

const rights = Object.keys(coachingPolicy) as CoachingRight[]
const somebody = (role: Role, organisation?: string, id = `p-${role}`): Actor => ({
  id,
  name: role,
  email: `${role}@example.org`,
  grants: [
    {
      id: `g-${role}`,
      role,
      ...(roles[role].at === "organisation" && { organisation: organisation ?? "halton" }),
      from: "2017-01-01T00:00:00.000Z",
      to: "2019-01-01T00:00:00.000Z",
      by: "tests",
    },
  ],
})
const halton = { organisation: "halton", coaches: ["p-coach"] }
const department: Role[] = ["reader", "chair", "decision-maker", "finance"]

describe("the coaching of a site", () => {
  test.each(rights)("somebody has the right to %s", (right) => {
    expect(Object.keys(coachingPolicy[right]).length).toBeGreaterThan(0)
  })

  test.each(roleNames)("is seen by the %s as the table says, at the own site", (role) => {
    expect(coachingViewOf(somebody(role), halton)).toBe(coachingPolicy["see coaching"][role])
  })

  test("a coach has every right at a site that a phase names them for, and none of any sort at another", () => {
    for (const right of rights) {
      const may = coachingPolicy[right].coach !== undefined
      expect([right, mayCoach(somebody("coach"), right, halton)]).toEqual([right, may])
      expect([right, mayCoach(somebody("coach"), right, { ...halton, coaches: ["p-other"] })]).toEqual([
        right,
        false,
      ])
      expect([right, mayCoach(somebody("coach"), right, { ...halton, coaches: [] })]).toEqual([right, false])
    }
    expect(coachingViewOf(somebody("coach"), { ...halton, coaches: [] })).toBeUndefined()
  })

  test("whoever works at another site has no right of any sort, and whoever is nobody here neither", () => {
    for (const right of rights) {
      for (const role of roleNames.filter((one) => roles[one].at === "organisation"))
        expect(coachingGrantFor(somebody(role, "bradford"), right, halton)).toBeUndefined()
      for (const role of ["administrator", "adviser"] as const)
        expect(coachingGrantFor(somebody(role), right, halton)).toBeUndefined()
    }
  })

  test("a grant of a programme’s role over one organisation opens nothing of any site", () => {
    const actor = somebody("coordinator")
    const bound = { ...actor, grants: actor.grants.map((one) => ({ ...one, organisation: "halton" })) }
    for (const right of rights) expect(coachingGrantFor(bound, right, halton)).toBeUndefined()
  })

  test("the department reads a summary, answers help and closes what is on its own desk, and does nothing else", () => {
    for (const role of department) {
      expect(coachingViewOf(somebody(role), halton)).toBe("summary")
      const held = rights.filter((right) => mayCoach(somebody(role), right, halton))
      expect(held).toEqual(["see actions", "see coaching", "close action of the department", "answer help"])
    }
  })

  test("whoever writes a session up never answers it, and whoever answers it never writes it up", () => {
    for (const role of roleNames)
      expect(coachingPolicy["write session"][role] && coachingPolicy["answer session"][role]).toBeUndefined()
  })

  test("the plan is agreed by two roles, and nobody holds both", () => {
    for (const role of roleNames)
      expect(
        coachingPolicy["agree plan for the site"][role] &&
          coachingPolicy["agree plan for the programme"][role],
      ).toBeUndefined()
  })

  test("whoever asks the department for help is never who answers it", () => {
    for (const role of roleNames)
      expect(coachingPolicy["ask for help"][role] && coachingPolicy["answer help"][role]).toBeUndefined()
  })

  test("whoever does anything can see it, and whoever sees coaching sees what is to be done", () => {
    for (const role of roleNames) {
      const held = rights.filter((right) => coachingPolicy[right][role] !== undefined)
      if (held.length > 0) expect(coachingPolicy["see actions"][role]).toBeDefined()
      if (held.some((right) => right !== "see actions"))
        expect(coachingPolicy["see coaching"][role]).toBeDefined()
    }
  })

  test("a department of one person and a site of one can do everything that is theirs", () => {
    for (const right of rights.filter((one) => one.includes("department") || one === "answer help"))
      expect(mayCoach(somebody("chair"), right, halton)).toBe(true)
  })
})

describe("who coaches a site", () => {
  const coach = (person: string) => ({ person, name: person })
  const phases = [
    {
      id: "NSW1",
      sites: [
        { phase: "NSW1", organisation: "sheffield", from: "2016-10-01", coach: coach("p-first") },
        { phase: "NSW1", organisation: "camden", from: "2016-10-01", coach: coach("p-first") },
      ],
    },
    {
      id: "NSW2",
      sites: [
        { phase: "NSW2", organisation: "sheffield", from: "2017-10-01", coach: coach("p-second") },
        { phase: "NSW2", organisation: "halton", from: "2017-09-01" },
      ],
    },
  ]
  test("is its coach in that phase, and those of its later phases, who go on from it", () => {
    expect(coachesOf(phases, "sheffield", "NSW1")).toEqual(["p-first", "p-second"])
  })
  test("never who coached it before: they see nothing of what came after them", () => {
    expect(coachesOf(phases, "sheffield", "NSW2")).toEqual(["p-second"])
  })
  test("is nobody where no phase names anybody, and where the site is in no such phase", () => {
    expect(coachesOf(phases, "halton", "NSW2")).toEqual([])
    expect(coachesOf(phases, "camden", "NSW2")).toEqual([])
    expect(coachesOf(phases, "nowhere", "NSW1")).toEqual([])
  })
})

describe("across sites", () => {
  test("nobody of a site sees the support of every site, and whoever lets people in sees nothing of it", () => {
    for (const role of roleNames.filter((one) => roles[one].at === "organisation"))
      expect(mayInSupport(somebody(role), "see support")).toBe(false)
    expect(mayInSupport(somebody("administrator"), "see support")).toBe(false)
  })
  test("a coach sees no list of every site", () => {
    expect(supportPolicy["see every site"]).not.toContain("coach")
  })
  test("whoever shares what was learned is never alone in letting it go further", () => {
    expect(learningPolicy["approve learning"]).toEqual(["coordinator"])
    expect(learningPolicy["share learning"].length).toBeGreaterThan(1)
  })
})
