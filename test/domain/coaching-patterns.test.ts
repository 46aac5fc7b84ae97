import { describe, expect, test } from "vitest"
import { stuckOn } from "../../shared/domain/coaching/going-words.ts"
import { patternsIn } from "../../shared/domain/coaching/patterns.ts"
import { ratingMoves } from "../../shared/domain/support/rating-moves.ts"

const now = new Date("2018-01-16T09:00:00Z")
const said = (organisation: string, stuck: string[], month = "2018-01") => ({
  organisation,
  going: { month, stuck },
})
const earlierAt = (organisation: string, stuck: string[], id = "2017-12") => ({
  organisation,
  id,
  words: { site: { stuck } },
})
const says = (...given: Parameters<typeof patternsIn>) => patternsIn(...given).map((one) => one.says)

describe("patterns across sites", () => {
  test("begin with what stops most of them, and name none", () => {
    const heads = [
      said("halton", ["backfill", "money"]),
      said("bradford", ["backfill", "money"], "2017-12"),
      said("sheffield", ["money"]),
    ]
    expect(says(heads, 6, now)).toEqual([
      "3 of 6 sites are stuck on money.",
      "2 of 6 sites are stuck on backfill and cover.",
    ])
    expect(says(heads, 6, now).join(" ")).not.toMatch(/halton|bradford|sheffield/i)
  })

  test("are silent about one site alone, about a phase of two, and about what was said long ago", () => {
    expect(says([said("halton", Object.keys(stuckOn))], 6, now)).toEqual([])
    expect(says([said("halton", ["money"]), said("bradford", ["money"])], 2, now)).toEqual([])
    expect(says([said("halton", ["money"]), said("bradford", ["money"], "2017-11")], 6, now)).toEqual([])
  })

  test("say what it was a month before where that is known, and never that it was one", () => {
    const heads = [
      said("halton", ["money", "consent"]),
      said("bradford", ["money", "consent"]),
      said("sheffield", ["money"]),
    ]
    const earlier = [
      earlierAt("halton", ["money", "consent"]),
      earlierAt("bradford", ["money"]),
      earlierAt("sheffield", ["money"], "2017-10"),
    ]
    expect(says(heads, 6, now, earlier)).toEqual([
      "3 of 6 sites are stuck on money; a month before it was 2.",
      "2 of 6 sites are stuck on consent and information sharing; a month before it was fewer than 2.",
    ])
    expect(patternsIn(heads, 6, now, earlier).map((one) => one.before)).toEqual([2, undefined])
  })

  test("go over the turn of a year", () => {
    expect(
      says(
        [said("a", ["money"], "2017-12"), said("b", ["money"], "2018-01")],
        3,
        new Date("2018-01-31T23:00:00Z"),
      ),
    ).toEqual(["2 of 3 sites are stuck on money."])
  })
})

describe("what moved in the ratings of a site", () => {
  const month = (id: string, delivery: string, organisation = "halton") => ({
    id,
    organisation,
    now: { delivery: { is: delivery }, people: { is: "green" }, spend: { is: "amber" } },
  })

  test("is said from the last month to this one, and of this site alone", () => {
    const all = [
      month("2017-12", "green"),
      month("2018-01", "amber-red"),
      month("2017-11", "red"),
      month("2018-01", "red", "bradford"),
    ]
    expect(ratingMoves(all, "halton")).toBe("January 2018: delivery from Green to Amber/Red")
    expect(ratingMoves(all, "bradford")).toBe("January 2018: rated for the first time")
    expect(ratingMoves(all, "sheffield")).toBeUndefined()
    expect(ratingMoves([month("2017-12", "red"), month("2018-01", "red")], "halton")).toBe(
      "January 2018: nothing moved",
    )
  })
})
