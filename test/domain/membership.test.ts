import { describe, expect, test } from "vitest"
import { type Grant, isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { belongsTo, mayBeInvited, mayEnd, newGrant } from "../../shared/domain/people/membership.ts"
import { domainsOf } from "../../shared/domain/people/organisation.ts"
import { organisationRoles, roleNames } from "../../shared/domain/people/role.ts"
import { halton, later, memberOf, monday, refusalOf, someone } from "./given.ts"

const day = 24 * 3600_000
const [lead] = memberOf(someone("lead")) as [Member]
const [contributor] = memberOf(someone("contributor")) as [Member]
const other = { ...lead, person: "p-other", grant: "g-other", email: "other@halton.example" }

describe("ending somebody's access", () => {
  const ending = (one: Member, members: Member[]) => () => mayEnd(one, members, monday)

  test("the last lead cannot go", () => {
    expect(refusalOf(ending(lead, [lead, contributor])).details.says).toContain("is the only lead")
    expect(ending(lead, [lead, other])()).toBeUndefined()
  })

  test("a lead whose own access has ended, or not begun, does not count as another", () => {
    const ended = { ...other, to: monday.toISOString() }
    const future = { ...other, from: later(monday, 1).toISOString() }
    for (const one of [ended, future])
      expect(refusalOf(ending(lead, [lead, one])).refusal).toBe("not possible now")
  })

  test("anybody else can, once", () => {
    expect(ending(contributor, [lead, contributor])()).toBeUndefined()
    const ended = { ...contributor, to: monday.toISOString() }
    expect(refusalOf(ending(ended, [lead, ended])).details.says).toContain("has ended already")
  })
})

describe("inviting somebody", () => {
  const base = {
    email: "new@halton.example",
    role: "contributor" as const,
    at: monday,
    members: [lead],
    home: halton,
  }
  const inviting = (more: Partial<Parameters<typeof mayBeInvited>[0]>) => () =>
    mayBeInvited({ ...base, ...more })
  const at = (more: Partial<Parameters<typeof mayBeInvited>[0]>) =>
    refusalOf(inviting(more)).details.problems?.map(({ question }) => question)

  test.each(organisationRoles)("as %s of the organisation is possible", (role) => {
    expect(inviting({ role })()).toBeUndefined()
  })

  test.each(roleNames.filter((role) => !organisationRoles.includes(role)))(
    "as %s is for the programme to do, never for an organisation",
    (role) => expect(at({ role })).toEqual(["role"]),
  )

  test("at an address that no organisation has is refused, beside the address", () => {
    expect(at({ home: undefined })).toEqual(["email"])
  })

  test("until a day that is past, or further than two years, is refused, beside the day", () => {
    for (const until of [monday, later(monday, -1), later(monday, 731 * day)])
      expect(at({ until })).toEqual(["until"])
    for (const until of [later(monday, 1), later(monday, 730 * day)])
      expect(inviting({ until })()).toBeUndefined()
  })

  test("who is that already is refused; who was, or is something else, is not", () => {
    expect(at({ email: lead.email, role: "lead" })).toEqual(["email"])
    expect(inviting({ email: lead.email, role: "sponsor" })()).toBeUndefined()
    const ended = { ...lead, to: monday.toISOString() }
    expect(inviting({ email: lead.email, role: "lead", members: [ended] })()).toBeUndefined()
  })
})

describe("a grant", () => {
  const given: Grant = newGrant({ id: "g", role: "lead", organisation: "halton", by: "p", at: monday })

  test("ends by itself after a year, or on the day that was chosen", () => {
    expect(new Date(given.to).getTime()).toBe(later(monday, 365 * day).getTime())
    const until = later(monday, day)
    expect(newGrant({ ...given, role: "lead", organisation: "halton", at: monday, until }).to).toBe(
      until.toISOString(),
    )
  })

  test("counts from its first moment, and no longer at its last", () => {
    expect(isLive(given, later(monday, -1))).toBe(false)
    expect(isLive(given, monday)).toBe(true)
    expect(isLive(given, later(new Date(given.to), -1))).toBe(true)
    expect(isLive(given, new Date(given.to))).toBe(false)
  })
})

describe("an address and the organisation it belongs to", () => {
  test.each([
    ["a@halton.example", true],
    ["a@HALTON.example", true],
    ["a@team.halton.example", true],
    ["a@nothalton.example", false],
    ["a@halton.example.net", false],
    ["halton.example", true],
    ["a@example", false],
  ])("%s: %s", (email, belongs) => expect(belongsTo(email, halton)).toBe(belongs))

  test.each(["nhs.net", "gmail.com", "gov.uk"])("%s is shared by many, and gives nothing", (domain) => {
    expect(domainsOf(`a@${domain}`)).not.toContain(domain)
    expect(belongsTo(`a@${domain}`, { ...halton, domains: [domain] })).toBe(false)
  })
})
