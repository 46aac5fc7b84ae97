import { describe, expect, test } from "vitest"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { fundingPolicy } from "../../shared/domain/people/funding-policy.ts"
import { programmeItself } from "../../shared/domain/people/organisation.ts"
import {
  may,
  mayAtSite,
  mayEnter,
  mayInProgramme,
  mayWithPeople,
  type PeopleRight,
  type ProgrammeRight,
  peopleGrantFor,
  peoplePolicy,
  programmePolicy,
  reserved,
  type SiteRight,
  sitePolicy,
  viewOf,
} from "../../shared/domain/people/policy.ts"
import { organisationRoles, type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import {
  mayEnterSelection,
  mayInSelection,
  type SelectionRight,
  selectionPolicy,
} from "../../shared/domain/people/selection-policy.ts"
import { policy, type Right, views } from "../../shared/domain/people/submission-policy.ts"
import { nilOf } from "../../shared/form/nil.ts"
import { moveNames, workflows } from "../../shared/form/workflow.ts"
import { kindIds, kindOf, kinds } from "../../shared/kinds/index.ts"
import { actorFrom } from "../../shared/store/people.ts"
import { later, monday, someone, someoneAt } from "./given.ts"

const everyPeopleRight = Object.keys(peoplePolicy) as PeopleRight[]

describe.each(kindIds)("%s", (id) => {
  const table = policy[id]
  const everyRight = Object.keys(table) as Right[]
  const { workflow } = kinds[id]
  const certified = kindOf(id)
    .signatures(kindOf(id).sample)
    .some(({ role }) => role === "certifier")
  /**
   * Another figure is suggested by whoever certifies: where nobody does, there is none to take or leave. Whoever reads a
   * return of the evaluation accepts it too, and says nothing of it in between.
   */
  const used = new Set(
    Object.values(workflows[workflow])
      .flatMap((moves) => Object.keys(moves))
      .filter((move) => certified || (move !== "suggest" && move !== "keep"))
      .filter((move) => move !== "check completeness" || !kindOf(id).readBy),
  )

  test("every move of its life can be taken by somebody, and nothing else can", () => {
    for (const move of moveNames) expect(Object.keys(table[move] ?? {}).length > 0, move).toBe(used.has(move))
  })

  test("whoever may do something may read it, with as wide a view", () => {
    for (const right of everyRight)
      for (const role of roleNames) {
        const view = viewOf(someone(role), right, { kind: id, organisation: "halton" })
        const reads = viewOf(someone(role), "read", { kind: id, organisation: "halton" })
        if (view) expect(reads && views.indexOf(reads) <= views.indexOf(view), `${role} ${right}`).toBe(true)
      }
  })

  test("every view that is named is one of the closed set", () => {
    const named = everyRight.flatMap((right) => Object.values(table[right] ?? {}))
    for (const view of named) expect(views).toContain(view)
  })

  test("every signature that anybody may want is of a role that may give it, and sees what it covers", () => {
    const kind = kindOf(id)
    for (const { role, covers } of [
      ...kind.signatures(kind.sample),
      ...nilOf(kind).signatures(kind.sample),
    ]) {
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

describe("what the department accepts", () => {
  const ofProgramme = roleNames.filter((role) => roles[role].at === "programme")
  const reads = ["look", "check completeness", "ask", "settle", "send back", "accept", "reopen"]
  const decides = ["accept", "reopen"]

  test.each(kindIds)(
    "%s: nobody of the programme writes, signs or sends it, or answers for the site",
    (id) => {
      for (const role of ofProgramme)
        for (const right of (Object.keys(policy[id]) as Right[]).filter((one) => policy[id][one]?.[role]))
          expect(["read", ...reads], `${role} ${right}`).toContain(right)
    },
  )

  test.each(kindIds)("%s: nobody of a site does to it what the department does", (id) => {
    for (const role of organisationRoles)
      for (const right of reads as Right[])
        expect(policy[id][right]?.[role], `${role} ${right}`).toBeUndefined()
  })

  test.each(kindIds)("%s: the programme has no right at all over what it does not accept", (id) => {
    if (kindOf(id).workflow === "sent and accepted") return
    const reading = kindOf(id).needs === "the evaluation" ? ["evaluator read"] : []
    const held = ofProgramme.flatMap((role) =>
      (Object.keys(policy[id]) as Right[])
        .filter((right) => policy[id][right]?.[role] !== undefined)
        .map((right) => `${role} ${right}`),
    )
    expect(held).toEqual(reading)
  })

  test("whoever accepts a return or opens it again may write it in the ledger, and nobody else does", () => {
    for (const id of kindIds.filter((one) => kindOf(one).needs === "the account"))
      for (const move of ["accept", "reopen"] as const) {
        const held = Object.keys(policy[id][move] ?? {}).sort()
        const what = kindOf(id).uses ? "statement" : "return"
        expect([...fundingPolicy[`${move} ${what}`]].sort(), `${move} ${id}`).toEqual(held)
      }
  })

  test("whoever accepts a return of the evaluation is an evaluator, and no other role of the programme reads it", () => {
    const ofEvaluation = kindIds.filter((id) => kindOf(id).readBy === "the evaluators")
    expect(ofEvaluation).toEqual([
      "monthly-tally",
      "evaluation-baseline",
      "evaluation-midpoint",
      "evaluation-final",
    ])
    expect(ofEvaluation.filter((id) => policy[id].accept?.evaluator)).toEqual(ofEvaluation.slice(1))
    for (const id of ofEvaluation)
      for (const right of Object.keys(policy[id]) as Right[])
        for (const role of ofProgramme.filter((one) => policy[id][right]?.[one]))
          expect([role, right]).toEqual(["evaluator", right])
  })

  test("a coordinator finds it complete and may send it back, and never accepts", () => {
    for (const id of kindIds)
      for (const right of decides as Right[]) expect(policy[id][right]?.coordinator).toBeUndefined()
  })

  test("whoever certifies never prepares by that role", () => {
    for (const id of kindIds) {
      const certified = kindOf(id)
        .signatures(kindOf(id).sample)
        .find(({ role }) => role === "certifier")
      if (!certified || kindOf(id).workflow !== "sent and accepted") continue
      expect(certified.differsFrom).toContain("writer")
      expect(policy[id].save.certifier).toBeUndefined()
    }
  })
})

test("every view of the closed set is used by some kind", () => {
  const named = new Set(Object.values(policy).flatMap((table) => Object.values(table).flatMap(Object.values)))
  expect([...named].sort()).toEqual([...views].sort())
})

describe("rights over people", () => {
  test.each(everyPeopleRight)("%s: somebody has it, and nobody over another organisation", (right) => {
    expect(peoplePolicy[right].length).toBeGreaterThan(0)
    for (const role of roleNames)
      expect(mayWithPeople(someoneAt("shropshire", role), right, "halton")).toBe(false)
  })

  const atProgramme = (role: Role): Actor => ({
    ...someone(),
    grants: someone(role).grants.map(({ organisation: _, ...one }) => one),
  })

  test.each(everyPeopleRight)(
    "%s: a role of the programme has it anywhere, one of an organisation at home",
    (right) => {
      for (const role of roleNames) {
        const has = peoplePolicy[right].includes(role)
        const inside = roles[role].at === "organisation"
        expect(mayWithPeople(someone(role), right, "halton"), role).toBe(has && inside)
        for (const place of ["halton", "shropshire", programmeItself])
          expect(mayWithPeople(atProgramme(role), right, place), `${role} at ${place}`).toBe(has && !inside)
        expect(mayWithPeople(someone(role), right, programmeItself), role).toBe(false)
      }
    },
  )

  test("whoever may let people in anywhere sees nothing by it that an organisation writes", () => {
    for (const role of peoplePolicy["invite from anywhere"]) {
      expect(mayEnter(atProgramme(role), "halton")).toBe(false)
      for (const kind of kindIds.filter((id) => kindOf(id).needs !== "the account"))
        for (const right of Object.keys(policy[kind]) as Right[])
          expect(may(atProgramme(role), right, { kind, organisation: "halton" })).toBe(false)
    }
  })

  test("a reserved role is given, changed and ended by somebody, and only by those it is reserved to", () => {
    for (const over of roleNames)
      for (const right of ["invite", "change dates", "end access"] as const)
        for (const role of roleNames.filter((one) => roles[one].at === "programme")) {
          const allowed = peoplePolicy[right].includes(role) && (reserved[over]?.includes(role) ?? true)
          expect(mayWithPeople(atProgramme(role), right, programmeItself, over)).toBe(allowed)
        }
    for (const by of Object.values(reserved))
      expect(by.some((one) => peoplePolicy.invite.includes(one))).toBe(true)
  })

  test("the grant that a move names is the organisation's own, where there is one", () => {
    const both = {
      ...someone("lead"),
      grants: [...atProgramme("coordinator").grants, ...someone("lead").grants],
    }
    expect(peopleGrantFor(both, "invite", "halton")?.role).toBe("lead")
    expect(peopleGrantFor(both, "invite", "shropshire")?.role).toBe("coordinator")
    expect(peopleGrantFor(both, "invite from anywhere", "halton")?.role).toBe("coordinator")
  })

  test("whoever may invite or end access may see who is there", () => {
    for (const right of everyPeopleRight)
      for (const role of peoplePolicy[right]) expect(peoplePolicy["see people"]).toContain(role)
  })

  test("every role has words of its own", () => {
    expect(new Set(roleNames.map((role) => roles[role].words)).size).toBe(roleNames.length)
  })
})

describe("rights over what a site is expected to send", () => {
  const everySiteRight = Object.keys(sitePolicy) as SiteRight[]

  test.each(everySiteRight)("%s: somebody of the site has it, and nobody of another", (right) => {
    expect(sitePolicy[right].length).toBeGreaterThan(0)
    for (const role of roleNames) {
      expect(mayAtSite(someone(role), right, "halton"), role).toBe(sitePolicy[right].includes(role))
      expect(mayAtSite(someoneAt("shropshire", role), right, "halton")).toBe(false)
    }
  })

  test("everybody of a site sees its calendar", () => {
    expect(sitePolicy["see calendar"]).toEqual(organisationRoles)
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

describe("rights in the selection panel", () => {
  const everyRight = Object.keys(selectionPolicy) as SelectionRight[]
  const of = (role: Role): Actor => ({
    ...someone(),
    grants: someone(role).grants.map(({ organisation: _, ...one }) => one),
  })
  const holders = (right: SelectionRight) => selectionPolicy[right]

  test.each(everyRight)(
    "%s: somebody has it, of the programme alone, and whoever has it may enter",
    (right) => {
      expect(holders(right).length).toBeGreaterThan(0)
      for (const role of roleNames) {
        expect(mayInSelection(of(role), right), role).toBe(holders(right).includes(role))
        expect(mayInSelection(someone(role), right), `${role} of one organisation`).toBe(false)
        if (holders(right).includes(role)) expect(mayEnterSelection(of(role)), role).toBe(true)
      }
    },
  )

  test("whoever may enter is asked whether they have a link", () => {
    expect([...holders("declare links")].sort()).toEqual([...holders("see arrivals")].sort())
  })

  test("nobody by one role both scores and decides", () => {
    for (const role of holders("decide")) {
      expect(holders("score")).not.toContain(role)
      expect(holders("moderate")).not.toContain(role)
    }
  })

  test("whoever scores, moderates, decides or writes to applicants may read what was sent", () => {
    for (const right of ["score", "moderate", "decide", "ask applicants", "write feedback", "note"] as const)
      for (const role of holders(right))
        expect(holders("read expressions"), `${role} ${right}`).toContain(role)
  })

  test("a coordinator and a member with lived experience see no answers, scores or decisions", () => {
    for (const role of ["coordinator", "adviser"] as const)
      for (const right of ["read expressions", "compare", "decide", "tell", "export the round"] as const)
        expect(holders(right), `${role} ${right}`).not.toContain(role)
  })

  test("whoever sees that something is owed by a site has nothing to do with its selection by that", () => {
    for (const role of ["coach", "evaluator", "finance", "administrator"] as const)
      expect(mayEnterSelection(of(role)), role).toBe(false)
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
        counts && policy[kind][right]?.lead !== undefined,
      )
  expect(mayEnter(actor, "halton")).toBe(counts)
})
