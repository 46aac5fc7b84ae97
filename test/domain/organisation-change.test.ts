import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { councils } from "../../infra/reference/councils.ts"
import { nameOn, type Organisation } from "../../shared/domain/people/organisation.ts"
import {
  ended,
  founded,
  recoded,
  renamed,
  withDomain,
} from "../../shared/domain/people/organisation-change.ts"
import { addDays } from "../../shared/values/london.ts"
import { refusalOf } from "./given.ts"
import "../support/chance.ts"

const department: Organisation = {
  id: "dh",
  name: "Department of Health",
  shortName: "DH",
  code: "DOH",
  kind: "other",
  gss: [],
  domains: [],
}
const newName = { name: "Department of Health and Social Care", shortName: "DHSC", from: "2018-01-08" }

test("a new name counts from its day, and every day has the name that counted then", () => {
  const one = renamed(department, newName, "2018-01-16")
  expect(nameOn(one, "2018-01-07")).toBe("Department of Health")
  expect(nameOn(one, "2018-01-08")).toBe(newName.name)
  expect([one.id, one.code]).toEqual(["dh", "DOH"])
  const again = renamed(one, { name: "Another", shortName: "A", from: "2018-02-01" }, "2018-03-01")
  expect(["2017-01-01", "2018-01-31", "2018-02-01"].map((day) => nameOn(again, day))).toEqual([
    "Department of Health",
    newName.name,
    "Another",
  ])
  expect(nameOn(department, "1900-01-01")).toBe("Department of Health")
})

test("on every day an organisation has one GSS code, however often it changes", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 5 }), (gaps) => {
      let one: Organisation = { ...department, gss: [{ code: "E08000001" }] }
      let from = "2010-01-01"
      for (const [at, gap] of gaps.entries()) {
        from = addDays(from, gap)
        one = recoded(one, { code: `E0800001${at}`, from }, [one])
      }
      for (let day = "2009-12-01"; day < addDays(from, 40); day = addDays(day, 7)) {
        const counting = one.gss.filter(
          (each) => (!each.from || each.from <= day) && (!each.to || day <= each.to),
        )
        expect([day, counting.length]).toEqual([day, 1])
      }
    }),
  )
})

test("no succession is ever a circle, in whichever order ends are written", () => {
  const ids = ["a", "b", "c", "d", "e"]
  const pair = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
      let all: Organisation[] = ids.map((id) => ({ ...department, id, name: id }))
      for (const [from, to] of pairs) {
        const one = all.find(({ id }) => id === from)
        if (!one) continue
        const given = { to: "2019-03-31", successors: [{ id: "r1", organisation: to }] }
        try {
          const after = ended(one, given, all)
          all = all.map((each) => (each.id === from ? after : each))
        } catch {
          // It was refused, and nothing of it stands.
        }
      }
      for (const id of ids) {
        let next: string | undefined = id
        for (let steps = 0; next !== undefined && steps <= ids.length; steps++) {
          const here: string = next
          next = all.find((each) => each.id === here)?.successors?.[0]
        }
        expect(next).toBeUndefined()
      }
    }),
  )
})

describe("what is taken", () => {
  const all = councils()
  test.each(all.slice(0, 12))("of $name cannot be taken again", (one) => {
    const own = { name: "Another", shortName: "Another one", kind: "nhs" as const, code: "ANO" }
    const refused = (given: object) =>
      refusalOf(() => founded({ ...own, ...given }, all)).details.problems?.[0]?.question
    expect(refused({ code: one.code })).toBe("code")
    expect(refused({ shortName: one.shortName })).toBe("shortName")
    for (const { code } of one.gss) expect(refused({ gss: code })).toBe("gss")
    for (const domain of one.domains) {
      expect(refused({ domain })).toBe("domain")
      expect(refusalOf(() => withDomain(department, domain, all)).refusal).toBe("not valid")
    }
    expect(founded(own, all).id).toBe("another-one")
  })
})
