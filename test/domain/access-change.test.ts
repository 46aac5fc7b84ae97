import { describe, expect, test } from "vitest"
import {
  accessChange,
  type Concerned,
  changedBy,
  concernedIn,
} from "../../shared/domain/people/access-change.ts"
import type { Event } from "../../shared/domain/submissions/event.ts"
import { memberOf, someone } from "./given.ts"

const members = memberOf(someone("certifier"))
const about: Concerned = {
  person: "p-halton-certifier",
  grant: "g-certifier",
  role: "certifier",
  from: "2018-08-01T00:00:00.000Z",
  to: "2018-08-14T22:59:59.999Z",
}
const eventOf = (move: string, more: Partial<Event> = {}): Event => ({
  record: "people",
  number: 3,
  previous: "",
  at: "2018-03-03T09:32:00.000Z",
  move,
  by: { person: "p-a", name: "An administrator", role: "administrator", grant: "g-a" },
  revision: 0,
  version: 0,
  hash: "",
  ...more,
})

describe("a line of what was done about access", () => {
  test.each([
    [
      "invite",
      about,
      "Gave The certifier of halton access as section 151 officer, from 1 August 2018 until 14 August 2018",
    ],
    [
      "invite",
      { ...about, elsewhere: "yes" as const },
      "Gave The certifier of halton access as section 151 officer, from 1 August 2018 until 14 August 2018. Their address is at no council we know: an exception",
    ],
    [
      "change dates",
      { ...about, was: "2018-08-07T22:59:59.999Z" },
      "Changed the last day of The certifier of halton as section 151 officer from 7 August 2018 to 14 August 2018",
    ],
    ["end access", about, "Ended the access of The certifier of halton as section 151 officer"],
  ])("%s says who it is about and what was done, and by whom in words", (move, given, says) => {
    const line = accessChange(eventOf(move, { changed: changedBy(given) }), members)
    expect(line).toMatchObject({ says, by: { name: "An administrator", role: "administrator" } })
    expect(line.about).toEqual({ ...given, name: "The certifier of halton" })
  })

  test("keeps no name and no address in the chain", () => {
    expect(JSON.stringify(changedBy(about))).not.toMatch(/The certifier|@/)
    expect(concernedIn({ changed: changedBy(about) })).toEqual(about)
  })

  test("is read where its person is no member any more", () => {
    expect(accessChange(eventOf("end access", { changed: changedBy(about) }), []).says).toBe(
      "Ended the access of somebody as section 151 officer",
    )
  })

  test.each([
    ["invite", "Gave somebody access"],
    ["end access", "Ended somebody’s access"],
    ["lead", "Became site lead"],
    ["something older", "something older"],
  ])("%s, written before it was kept who it is about, is still read", (move, says) => {
    const older: Event["changed"][] = [undefined, {}, { person: [] }, { role: ["king"] }]
    for (const changed of older)
      expect(accessChange(eventOf(move, { changed }), members)).toEqual({
        number: 3,
        at: "2018-03-03T09:32:00.000Z",
        move,
        by: { name: "An administrator", role: "administrator" },
        says,
      })
  })
})
