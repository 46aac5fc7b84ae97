import { describe, expect, test } from "vitest"
import type { Actor } from "../../shared/domain/people/actor.ts"
import {
  may,
  mayEnter,
  mayInProgramme,
  mayWithPeople,
  type PeopleRight,
  type ProgrammeRight,
  peoplePolicy,
  policy,
  programmePolicy,
  type Right,
  viewOf,
  views,
} from "../../shared/domain/people/policy.ts"
import { organisationRoles, type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import { moveNames, workflows } from "../../shared/form/workflow.ts"
import { kindIds, kinds } from "../../shared/kinds/index.ts"
import { actorFrom } from "../../shared/store/people.ts"
import { factsOf, fullRound, kind, later, monday, someone, someoneAt } from "./given.ts"

const everyPeopleRight = Object.keys(peoplePolicy) as PeopleRight[]

describe.each(kindIds)("%s", (id) => {
  const table = policy[id]
  const everyRight = Object.keys(table) as Right[]
  const { workflow } = kinds[id]
  const used = new Set(Object.values(workflows[workflow]).flatMap((moves) => Object.keys(moves)))

  test("every move of its life can be taken by somebody, and nothing else can", () => {
    for (const move of moveNames) expect(Object.keys(table[move]).length > 0, move).toBe(used.has(move))
  })

  test("whoever may do something may read it, with as wide a view", () => {
    for (const right of everyRight)
      for (const role of roleNames) {
        const view = viewOf(someone(role), right, { kind: id, organisation: "halton" })
        const reads = viewOf(someone(role), "read", { kind: id, organisation: "halton" })
        if (view) expect(reads && views.indexOf(reads) <= views.indexOf(view), `${role} ${right}`).toBe(true)
      }
  })

  test("every view that is named is one of the closed set, and every one of the set is used", () => {
    const named = new Set(everyRight.flatMap((right) => Object.values(table[right])))
    expect([...named].sort()).toEqual([...views].sort())
  })

  test("every signature that any round may want is of a role that may give it, and sees what it covers", () => {
    for (const { role, covers } of kind.signatures(factsOf(fullRound))) {
      const view = viewOf(someone(role as "lead"), "sign", { kind: id, organisation: "halton" })
      expect(view, role).toBeDefined()
      expect(covers === "money" || view === "whole", role).toBe(true)
    }
  })

  test.each(roleNames)("%s of one organisation has no right of any sort over another", (role) => {
    for (const right of everyRight)
      expect(may(someoneAt("shropshire", role), right, { kind: id, organisation: "halton" })).toBe(false)
  })

  test("somebody with no grant has no right at all, and cannot enter", () => {
    for (const right of everyRight)
      expect(may(someone(), right, { kind: id, organisation: "halton" })).toBe(false)
    expect(mayEnter(someone(), "halton")).toBe(false)
  })

  test("several roles see as much as the widest of them", () => {
    for (const right of everyRight)
      for (const one of organisationRoles)
        for (const two of organisationRoles) {
          const about = { kind: id, organisation: "halton" }
          const apart = [viewOf(someone(one), right, about), viewOf(someone(two), right, about)]
          const widest = views.find((view) => apart.includes(view))
          expect(viewOf(someone(one, two), right, about)).toBe(widest)
        }
  })
})

describe("rights over people", () => {
  test.each(everyPeopleRight)("%s: somebody has it, and nobody over another organisation", (right) => {
    expect(peoplePolicy[right].length).toBeGreaterThan(0)
    for (const role of roleNames)
      expect(mayWithPeople(someoneAt("shropshire", role), right, "halton")).toBe(false)
  })

  test("whoever may invite or end access may see who is there", () => {
    for (const right of everyPeopleRight)
      for (const role of peoplePolicy[right]) expect(peoplePolicy["see people"]).toContain(role)
  })

  test("every role has words of its own", () => {
    expect(new Set(roleNames.map((role) => roles[role].words)).size).toBe(roleNames.length)
  })
})

describe("rights in the programme", () => {
  const everyProgrammeRight = Object.keys(programmePolicy) as ProgrammeRight[]
  const inProgramme = (role: Role): Actor => ({
    ...someone(),
    grants: someone(role).grants.map(({ organisation: _, ...one }) => one),
  })

  test.each(everyProgrammeRight)("%s: somebody has it, of the programme alone", (right) => {
    expect(programmePolicy[right].length).toBeGreaterThan(0)
    for (const role of roleNames) {
      const has = mayInProgramme(inProgramme(role), right)
      expect(has, role).toBe(programmePolicy[right].includes(role))
      if (has) expect(roles[role].at).toBe("programme")
      expect(mayInProgramme(someone(role), right), `${role} of one organisation`).toBe(false)
    }
  })

  test.each(roleNames)("%s of the programme enters no organisation by it", (role) => {
    expect(mayEnter(inProgramme(role), "halton")).toBe(false)
  })
})

test.each([
  ["before its first moment", -1, false],
  ["at its first moment", 0, true],
  ["one millisecond before its last", 999, true],
  ["at its last moment, when it has ended", 1_000, false],
  ["after it has ended", 1_001, false],
])("a grant counts for nothing outside its days: %s", (_, milliseconds, counts) => {
  const { grants, ...person } = someone("lead")
  const dated = grants.map((one) => ({
    ...one,
    from: monday.toISOString(),
    to: later(monday, 1_000).toISOString(),
  }))
  const actor = actorFrom({ person, grants: dated, sessions: [] }, later(monday, milliseconds))
  for (const kind of kindIds)
    for (const right of Object.keys(policy[kind]) as Right[])
      expect(may(actor, right, { kind, organisation: "halton" })).toBe(
        counts && policy[kind][right].lead !== undefined,
      )
  expect(mayEnter(actor, "halton")).toBe(counts)
})
