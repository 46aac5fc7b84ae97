import { describe, expect, test } from "vitest"
import { type Grant, hasEnded, isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import {
  belongsTo,
  heldUntil,
  kept,
  mayBeInvited,
  mayEnd,
  mayLastUntil,
  newGrant,
} from "../../shared/domain/people/membership.ts"
import { domainsOf } from "../../shared/domain/people/organisation.ts"
import { organisationRoles, type Role, roleNames, roles, roleTasks } from "../../shared/domain/people/role.ts"
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

describe("another last day", () => {
  const lasting = (one: Member, until: Date, members: Member[]) => () =>
    mayLastUntil(one, until, members, monday)
  const wrong = (one: Member, until: Date, members: Member[]) =>
    refusalOf(lasting(one, until, members)).details.problems?.[0]
  const on = (days: number) => later(monday, days * day)
  const from = (one: Member, days: number): Member => ({ ...one, from: on(days).toISOString() })
  const until = (one: Member, days: number): Member => ({ ...one, to: on(days).toISOString() })

  test("may be later or earlier, for anybody who is not the last of their role", () => {
    for (const days of [1, 30, 700])
      expect(lasting(contributor, on(days), [lead, contributor])()).toBeUndefined()
    expect(lasting(lead, on(700), [lead])()).toBeUndefined()
  })

  test("is refused in the past, further than two years, before it begins, and where it has ended", () => {
    for (const days of [0, -1, 731])
      expect(wrong(contributor, on(days), [lead, contributor])?.question).toBe("until")
    expect(wrong(from(contributor, 10), on(5), [lead])?.says).toContain("It begins on 24 August 2017")
    expect(refusalOf(lasting(until(contributor, -1), on(5), [lead])).details.says).toContain(
      "has ended already",
    )
  })

  test.each(Object.keys(kept) as Role[])("of the last %s is not before a successor's first", (role) => {
    const [last, next] = [
      { ...lead, role },
      { ...other, role },
    ]
    expect(wrong(last, on(5), [last])?.says).toContain("cannot go without a successor")
    expect(wrong(last, on(5), [last, from(next, 6)])?.question).toBe("until")
    expect(wrong(last, on(5), [last, until(next, 4)])?.question).toBe("until")
    expect(lasting(last, on(5), [last, from(next, 5)])()).toBeUndefined()
    expect(lasting(last, on(5), [last, next])()).toBeUndefined()
    expect(refusalOf(() => mayEnd(last, [last], monday)).details.says).toContain(
      "cannot go without a successor",
    )
  })

  test("of a role that nobody must hold may leave nobody", () => {
    for (const role of roleNames.filter((one) => !kept[one])) {
      const one = { ...contributor, role }
      expect(lasting(one, on(5), [one])()).toBeUndefined()
      expect(mayEnd(one, [one], monday)).toBeUndefined()
    }
  })

  test("a role is held without a break until nobody follows on", () => {
    expect(heldUntil("lead", [contributor], monday)).toBeUndefined()
    expect(heldUntil("lead", [from(lead, 1)], monday)).toBeUndefined()
    const first = until(lead, 10)
    expect(heldUntil("lead", [first], monday)).toEqual(on(10))
    expect(heldUntil("lead", [until(from(other, 10), 20), first], monday)).toEqual(on(20))
    expect(heldUntil("lead", [until(from(other, 12), 20), first], monday)).toEqual(on(10))
    expect(heldUntil("lead", [until(from(other, 2), 5), first], monday)).toEqual(on(10))
    const overnight = { ...first, to: later(on(10), -1).toISOString() }
    expect(heldUntil("lead", [until(from(other, 10), 20), overnight], monday)).toEqual(on(20))
  })
})

test("every role says what it does, each in words of its own", () => {
  expect(Object.keys(roleTasks).sort()).toEqual(Object.keys(roles).sort())
  expect(new Set(Object.values(roleTasks)).size).toBe(roleNames.length)
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

  test("from a day that is past, further than a year, or after the last, is refused, beside the day", () => {
    for (const days of [-1, 366]) expect(at({ from: later(monday, days * day) })).toEqual(["from"])
    expect(at({ from: later(monday, 10 * day), until: later(monday, 9 * day) })).toEqual(["until"])
    expect(inviting({ from: later(monday, -1), until: later(monday, day) })()).toBeUndefined()
    expect(inviting({ from: later(monday, 10 * day), until: later(monday, 11 * day) })()).toBeUndefined()
  })

  test("at any address is for those who may let in anywhere, and everything that is wrong is said at once", () => {
    expect(inviting({ home: undefined, anywhere: true })()).toBeUndefined()
    expect(at({ home: undefined, role: "coach", from: later(monday, -2 * day) })).toEqual([
      "email",
      "role",
      "from",
    ])
  })

  test("who has the same role on some of the same days is refused; on others they may have it again", () => {
    const august = {
      ...lead,
      from: later(monday, 10 * day).toISOString(),
      to: later(monday, 20 * day).toISOString(),
    }
    const asked = { email: lead.email, role: "lead" as const, members: [august] }
    expect(at(asked)).toEqual(["email"])
    expect(at({ ...asked, from: later(monday, 15 * day) })).toEqual(["email"])
    expect(inviting({ ...asked, until: later(monday, 9 * day) })()).toBeUndefined()
    expect(inviting({ ...asked, from: later(monday, 20 * day) })()).toBeUndefined()
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
    const asked = { id: "g", role: "lead", organisation: "halton", by: "p", at: monday } as const
    const until = later(monday, day)
    expect(newGrant({ ...asked, until }).to).toBe(until.toISOString())
  })

  test("begins now, or on a later day that was chosen; without one of its own its end is a year from there", () => {
    const asked = { id: "g", role: "certifier", organisation: "halton", by: "p", at: monday } as const
    const from = later(monday, 30 * day)
    expect(newGrant({ ...asked, from })).toMatchObject({
      from: from.toISOString(),
      to: later(from, 365 * day).toISOString(),
    })
    expect(newGrant({ ...asked, from: later(monday, -1) }).from).toBe(monday.toISOString())
  })

  test("that was taken back before it began has ended, and never counts", () => {
    const from = later(monday, day).toISOString()
    expect(hasEnded({ from, to: monday.toISOString() }, later(monday, -1))).toBe(true)
    expect(hasEnded({ from, to: later(monday, 2 * day).toISOString() }, monday)).toBe(false)
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
