import { describe, expect, test } from "vitest"
import type { Stands } from "../../shared/domain/calendar/expected.ts"
import { firstLine } from "../../shared/domain/calendar/first-line.ts"
import { type Matter, matterOf } from "../../shared/domain/calendar/matter.ts"
import { occasionOf } from "../../shared/domain/calendar/occasion.ts"
import { organisationRoles, type Role } from "../../shared/domain/people/role.ts"
import { halton, sent, shortRound, someone } from "./given.ts"

const at = new Date("2018-01-16T09:00:00Z")
const late = new Date("2018-01-25T09:00:00Z")

const spending: Matter = {
  title: "Spending update",
  kind: "spending-update",
  owed: true,
  rule: "due",
  opens: "2018-01-01T00:00:00.000Z",
  by: "2018-01-22T17:00:00.000Z",
  locks: "2018-02-19T17:00:00.000Z",
  signs: [],
}
const statement: Matter = {
  ...spending,
  title: "Statement of grant usage",
  kind: "statement-of-grant-usage",
  opens: "2018-05-01T00:00:00.000Z",
  by: "2018-05-30T16:00:00.000Z",
  locks: "2018-07-25T16:00:00.000Z",
  signs: ["lead", "certifier"],
}

const stands = (more: Partial<Stands>): Stands => ({
  state: "draft",
  reference: "NSW2-HAL-F-7K3PQ4",
  version: 0,
  waitingFor: [],
  changedAt: "2018-01-15T10:00:00.000Z",
  changedBy: "Ann Example",
  ...more,
})
const reported = stands({
  state: "sent",
  version: 1,
  sentAt: "2018-01-15T10:00:00.000Z",
  firstSentAt: "2018-01-15T10:00:00.000Z",
  sentBy: "Ann Example",
})
const certifierHasIt = stands({
  state: "waiting",
  waitingFor: [{ role: "certifier", name: "Bob Example" }],
})

const line = (matters: Matter[], roles: Role[], now = at) =>
  firstLine(matters, { actor: someone(...roles), organisation: halton, at: now })

const openStatement = { ...statement, opens: spending.opens, by: spending.by, locks: spending.locks }
const day = "due Monday 22 January 2018"

test.each<[what: string, Role, Matter[], string, Date?]>([
  ["not begun", "lead", [spending], `One thing waits for you: Spending update (not started, ${day}).`],
  [
    "a draft",
    "contributor",
    [{ ...spending, stands: stands({}) }],
    `One thing waits for you: Spending update (NOT SENT, ${day}).`,
  ],
  [
    "a draft that a colleague writes",
    "lead",
    [{ ...spending, stands: stands({}) }],
    `Nothing is owed by you. Spending update: NOT SENT, being written, last by Ann Example, ${day}.`,
  ],
  [
    "a draft that is late",
    "lead",
    [{ ...spending, stands: stands({}) }],
    "One thing waits for you: Spending update (NOT SENT, missing, 3 working days late).",
    late,
  ],
  [
    "reported, with what comes next",
    "lead",
    [{ ...spending, stands: reported }, statement],
    "Nothing is owed by you. Last sent: Spending update, 15 January 2018. Next: Statement of grant usage, due Wednesday 30 May 2018.",
  ],
  [
    "with the certifier",
    "lead",
    [{ ...openStatement, stands: certifierHasIt }],
    `Nothing is owed by you. Statement of grant usage: NOT SENT YET, with Bob Example, section 151 officer, ${day}.`,
  ],
  [
    "with the certifier, read by them",
    "certifier",
    [{ ...openStatement, stands: certifierHasIt }],
    `One thing waits for you: Statement of grant usage (to confirm, ${day}).`,
  ],
  [
    "signed by all",
    "certifier",
    [{ ...openStatement, stands: stands({ state: "waiting" }) }],
    `One thing waits for you: Statement of grant usage (confirmed, and to be sent, ${day}).`,
  ],
  [
    "not needed",
    "lead",
    [
      {
        ...spending,
        notNeeded: { because: "It joins the next.", by: { person: "p", name: "Cora" }, at: at.toISOString() },
      },
    ],
    "Nothing is owed by you.",
  ],
  [
    "reported",
    "sponsor",
    [{ ...spending, stands: reported }],
    "Nothing needs you. Halton has sent everything that was due.",
    late,
  ],
  [
    "missing",
    "sponsor",
    [{ ...spending, stands: stands({}) }],
    "Nothing needs you. Halton has not sent Spending update (missing, 3 working days late; being written, last by Ann Example).",
    late,
  ],
  [
    "a certificate far off",
    "governance",
    [statement],
    "Nothing to check. No signature of yours is planned this year.",
  ],
  [
    "a certificate that is not open",
    "certifier",
    [statement],
    "Nothing to sign. One signature this year: Statement of grant usage, due Wednesday 30 May 2018.",
  ],
])("%s, to the %s", (_, role, matters, says, now = at) => {
  expect(line(matters, [role], now)).toBe(says)
})

describe("somebody with several roles", () => {
  test("reads one line with all of them, each thing once", () => {
    expect(line([{ ...spending, stands: reported }, statement], ["lead", "sponsor", "certifier"])).toBe(
      "Nothing is owed by you. Last sent: Spending update, 15 January 2018. Next: Statement of grant usage, due Wednesday 30 May 2018. Nothing of Halton’s was due yet. One signature this year: Statement of grant usage, due Wednesday 30 May 2018.",
    )
  })

  test("is counted once for a thing that waits for two of them", () => {
    expect(line([spending], ["lead", "contributor"])).toMatch(/^One thing waits for you: /)
  })
})

test("several things are named, the earliest first", () => {
  expect(line([openStatement, { ...spending, by: "2018-01-19T17:00:00.000Z" }], ["lead"])).toMatch(
    /^2 things wait for you: Spending update \(not started, due Friday 19 January 2018\); Statement of grant usage \(/,
  )
})

test("an expression of interest that was sent is what was last sent, and owed by nobody", () => {
  const { head } = sent().whole
  expect(line([matterOf(head, occasionOf(shortRound))], ["lead"])).toBe(
    `Nothing is owed by you. Last sent: ${head.title}, 14 August 2017.`,
  )
})

test.each(organisationRoles)("a home of a %s with nothing in it is not empty", (role) => {
  expect(line([], [role])).toMatch(/^Nothing /)
})
