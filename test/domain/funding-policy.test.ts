import { describe, expect, test } from "vitest"
import { verbNames } from "../../shared/domain/funding/play.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import {
  type FundingRight,
  fundingGrantFor,
  fundingPolicy,
  mayWithMoney,
  seesOwnSitesMoney,
} from "../../shared/domain/people/funding-policy.ts"
import { type Role, roleNames, roles } from "../../shared/domain/people/role.ts"
import { kindIds, kindOf } from "../../shared/kinds/index.ts"

const grant = (role: Role, organisation?: string) => ({
  id: `g-${role}`,
  role,
  ...(organisation && { organisation }),
  from: "2016-01-01T00:00:00.000Z",
  to: "2020-01-01T00:00:00.000Z",
  by: "a test",
})
const actor = (...grants: ReturnType<typeof grant>[]): Actor => ({
  id: "p-one",
  name: "One",
  email: "one@doh.example",
  grants,
})

const rights = Object.keys(fundingPolicy) as FundingRight[]

describe("who may do what about money", () => {
  test("everything that can happen to an award can be done by somebody", () => {
    for (const verb of verbNames) expect([verb, fundingPolicy[verb].length > 0]).toEqual([verb, true])
  })

  test("a role of a site has its rights over that site alone", () => {
    for (const role of roleNames.filter((one) => roles[one].at === "organisation"))
      for (const right of rights) {
        expect(mayWithMoney(actor(grant(role, "halton")), right, "halton")).toBe(
          fundingPolicy[right].includes(role),
        )
        expect(mayWithMoney(actor(grant(role, "halton")), right, "bradford")).toBe(false)
        expect(mayWithMoney(actor(grant(role, "halton")), right)).toBe(false)
      }
  })

  test("nobody at a site accepts, authorises, asks back or closes; nobody of the department accepts for a site", () => {
    const department: FundingRight[] = [
      "accept return",
      "authorise payment",
      "ask back",
      "approve recovery",
      "close",
    ]
    for (const right of department)
      expect(fundingPolicy[right].filter((one) => roles[one].at === "organisation")).toEqual([])
    for (const right of ["accept offer", "decline offer", "set up"] as const)
      expect(fundingPolicy[right].filter((one) => roles[one].at === "programme")).toEqual([])
  })

  test("who only reads, coaches or evaluates changes nothing", () => {
    for (const role of [
      "coach",
      "evaluator",
      "chair",
      "coordinator",
      "administrator",
      "reader",
      "adviser",
    ] as const)
      expect(
        rights.filter(
          (right) => fundingPolicy[right].includes(role) && (verbNames as string[]).includes(right),
        ),
      ).toEqual([])
  })

  test("whoever is a coach and nothing else there sees the money of their own sites alone", () => {
    for (const role of fundingPolicy["see money"]) {
      expect([role, seesOwnSitesMoney(actor(grant(role)))]).toEqual([role, role === "coach"])
      expect([role, seesOwnSitesMoney(actor(grant("coach"), grant(role)))]).toEqual([role, role === "coach"])
    }
    expect(seesOwnSitesMoney(actor(grant("coach"), grant("lead", "halton")))).toBe(true)
  })

  test("the grant that is named is the one of the place, before one of the programme", () => {
    const both = actor(grant("decision-maker"), grant("lead", "halton"))
    expect(fundingGrantFor(both, "leave", "halton")?.role).toBe("lead")
    expect(fundingGrantFor(both, "leave", "bradford")?.role).toBe("decision-maker")
  })
})

describe("two people, and never more than two", () => {
  test("a department of two for money can make every move of its own", () => {
    const crew: Role[] = ["finance", "decision-maker"]
    for (const verb of verbNames.filter((one) =>
      fundingPolicy[one].some((role) => roles[role].at === "programme"),
    ))
      expect([verb, fundingPolicy[verb].some((role) => crew.includes(role))]).toEqual([verb, true])
    for (const verb of ["authorise payment", "approve recovery"] as const)
      expect(crew.every((role) => fundingPolicy[verb].includes(role))).toBe(true)
  })

  test("whoever certifies a return is another person than whoever wrote or signed it before", () => {
    const certified = kindIds
      .map((id) => kindOf(id))
      .filter(
        ({ workflow, sample, signatures }) =>
          workflow === "sent and accepted" && signatures(sample).some(({ role }) => role === "certifier"),
      )
    expect(certified.map(({ id }) => id)).toEqual(["funding-return", "statement-of-grant-usage"])
    for (const { sample, signatures } of certified)
      expect(signatures(sample).find(({ role }) => role === "certifier")?.differsFrom).toEqual([
        "lead",
        "writer",
      ])
  })
})
