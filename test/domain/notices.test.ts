import { describe, expect, test } from "vitest"
import type { Expected, Stands } from "../../shared/domain/calendar/expected.ts"
import { type ExpectedState, stateOf } from "../../shared/domain/calendar/state.ts"
import { addressed } from "../../shared/domain/notices/addressed.ts"
import {
  dueNotices,
  momentsOf,
  type NoticeName,
  nextDay,
  noticeNames,
  noticeOf,
  toldBy,
} from "../../shared/domain/notices/notices.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { organisationRoles, programmeRoles } from "../../shared/domain/people/role.ts"
import { addDays, atLondon, londonDate } from "../../shared/values/london.ts"
import { addWorkingDays } from "../../shared/values/working-days.ts"
import { december, inRound, member, stands } from "./calendar-given.ts"

const [return_] = inRound(december) as [Expected]
const by = londonDate(new Date(return_.by))

/** Something that a notice is about: a return that is signed for, or an expression of interest that was begun. */
const about = (notice: NoticeName): Expected =>
  noticeOf(notice).about === "by letter"
    ? { ...return_, kind: "monthly-tally", opens: atLondon(addDays(by, -8), "00:00").toISOString() }
    : noticeOf(notice).about === "owed"
      ? { ...return_, opens: atLondon(addDays(by, -60), "00:00").toISOString(), signs: ["certifier"] }
      : { ...return_, owed: false, rule: "closes", locks: undefined, signs: [], stands: stands() }

const dayOf = (notice: NoticeName) => {
  const { from, workingDays } = noticeOf(notice)
  return addWorkingDays(londonDate(new Date(about(notice)[from] ?? "")), workingDays)
}
const morningOf = (notice: NoticeName) => atLondon(dayOf(notice), "08:00")

/** Every way in which it can stand on that day in a state. */
const waysInto: Record<string, (Stands | undefined)[]> = {
  "not open yet": [undefined],
  "not started": [undefined, stands({ state: "withdrawn" })],
  "in hand": [stands()],
  waiting: [
    ...organisationRoles.map((role) => stands({ state: "waiting", waitingFor: [{ role }] })),
    stands({ state: "waiting", waitingFor: [{ role: "sponsor" }, { role: "certifier" }] }),
    stands({ state: "waiting", waitingFor: [] }),
  ],
  missing: [undefined, stands(), stands({ state: "waiting", waitingFor: [] })],
  "not received": [undefined, stands()],
}
const standingAs = (notice: NoticeName, state: ExpectedState): Expected[] =>
  (waysInto[state] ?? [])
    .map((one) => ({
      ...about(notice),
      ...(one ? { stands: one } : noticeOf(notice).about !== "begun" ? { stands: undefined } : {}),
      ...(noticeOf(notice).about === "by letter" &&
        state === "missing" && { by: atLondon(addDays(by, -7), "17:00").toISOString() }),
      ...(state === "not open yet" && { opens: atLondon(by, "00:00").toISOString() }),
    }))
    .filter((one) => stateOf(one, morningOf(notice)) === state)

const named = noticeNames.flatMap((notice) =>
  (Object.keys(noticeOf(notice).tells) as ExpectedState[]).map((state) => [notice, state] as const),
)

const site = organisationRoles.map((role) => member(role))
const programme = programmeRoles.map((role) => member(role))
const to = (notice: NoticeName, one: Expected, members = { site, programme }) =>
  addressed({ one, told: toldBy(notice, one, morningOf(notice)), ...members, at: morningOf(notice) })

describe.each(named)("%s, where it is %s", (notice, state) => {
  const ways = standingAs(notice, state)

  test("can be so on the day of the notice", () => {
    expect(ways.length).toBeGreaterThan(0)
  })

  test("reaches somebody, however it came to stand so, and everybody once", () => {
    for (const one of ways) {
      const people = to(notice, one).map(({ person }) => person)
      expect(people.length, JSON.stringify(one.stands)).toBeGreaterThan(0)
      expect(new Set(people).size).toBe(people.length)
    }
  })

  test("reaches a coordinator where nobody at the site has access on that day", () => {
    const at = morningOf(notice)
    const ended = site.map((one) => ({ ...one, to: at.toISOString() }))
    const coming = site.map((one) => ({ ...one, from: new Date(at.getTime() + 1).toISOString() }))
    for (const one of ways)
      for (const gone of [[], ended, coming])
        expect(to(notice, one, { site: gone, programme }).map(({ role }) => role)).toEqual(["coordinator"])
  })
})

test("whoever holds several roles there, or at the site and in the programme, is told once", () => {
  const same = (role: Role): Member => ({ ...member(role), person: "p-both" })
  const both = {
    site: [same("lead"), same("contributor"), same("certifier")],
    programme: [same("coordinator")],
  }
  for (const [notice, state] of named)
    for (const one of standingAs(notice, state))
      expect(to(notice, one, both).filter(({ person }) => person === "p-both").length).toBeLessThanOrEqual(1)
})

test("nobody is told of what is sent, reported as nothing, or not needed: not on any day", () => {
  const settled: Partial<Expected>[] = [
    { stands: stands({ state: "sent", version: 1 }) },
    { stands: stands({ state: "draft", version: 1 }) },
    { stands: stands({ state: "sent", version: 1, nil: true }) },
    { notNeeded: { because: "x", by: { person: "p", name: "P" }, at: return_.opens } },
  ]
  for (const notice of noticeNames)
    for (const one of settled)
      for (const on of [dayOf(notice), addDays(dayOf(notice), 400)])
        expect(dueNotices({ ...about(notice), ...one }, on, atLondon(on, "08:00")).send).toEqual([])
})

test("every moment is a working day, and the next day of something is one of its moments", () => {
  for (const notice of noticeNames)
    for (let day = addDays(by, -60); day < addDays(by, 60); day = addDays(day, 1)) {
      const one = { ...about(notice), by: atLondon(day, "17:00").toISOString() }
      const days = momentsOf(one).map((moment) => moment.day)
      expect(days.map((each) => addWorkingDays(addWorkingDays(each, 1), -1))).toEqual(days)
      expect(nextDay(one, addDays(day, -100))).toBe(days[0])
    }
})
