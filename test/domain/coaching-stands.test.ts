import { expect, test } from "vitest"
import { newHead } from "../../shared/domain/coaching/head.ts"
import { goneBy, goneByWords, meetingLines, toCome } from "../../shared/domain/coaching/stands.ts"
import { supportLine } from "../../shared/domain/support/lines.ts"
import { siteRow } from "../../shared/domain/support/site-row.ts"

const call = { session: "a", title: "Call of 9 January 2018", on: "2018-01-09" }
const visit = { session: "b", title: "Site visit of 6 February 2018", on: "2018-02-06", time: "14:00" }
const head = {
  ...newHead({ organisation: "halton", phase: "NSW2", name: "Halton" }),
  planned: [call, visit],
  last: { session: "c", title: "Call of 5 December 2017", on: "2017-12-05" },
}

test("a session of today is still to come; of tomorrow’s yesterday nobody says that it comes next", () => {
  expect([toCome(head, "2018-01-09"), goneBy(head, "2018-01-09")]).toEqual([[call, visit], []])
  expect([toCome(head, "2018-01-10"), goneBy(head, "2018-01-10")]).toEqual([[visit], [call]])
  expect(meetingLines(head, "2018-01-10")).toEqual([
    "Next: Site visit, Tuesday 6 February 2018 at 2pm.",
    "Last: Call of 5 December 2017.",
  ])
  expect(meetingLines(head, "2018-02-07")[0]).toBe("No session is planned.")
  expect(goneByWords(call)).toContain("NOT WRITTEN UP. It was planned for Tuesday 9 January 2018")
})

test("what was planned for a day that has passed is to be written up, first on its coach’s page", () => {
  const at = new Date("2018-01-10T09:00:00Z")
  const row = siteRow({ head, sessions: [], ratings: [], actions: [], at })
  expect(row.next?.session).toBe("b")
  expect(row.waits.map(({ session, state }) => [session, state])).toEqual([["a", "gone"]])
  const facts = { sites: [row], own: ["halton"], ownLate: 0, desks: [], help: [], at }
  expect(supportLine("coach", facts)).toContain("To be written up: Halton, Call of 9 January 2018.")
})
