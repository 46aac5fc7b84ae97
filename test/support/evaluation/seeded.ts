import type { Answer } from "../../../shared/domain/evaluation/answers/answer.ts"
import type { Figures, PointOrMonth } from "../../../shared/kinds/measures/figure.ts"
import { chanceFrom } from "../../disclosure/chance.ts"
import { count, figuresAt, share } from "./measured.ts"

const months: PointOrMonth[] = ["2017-10", "2017-11"]

/** All at the lower end of what they are shown as: where a total of them is at its upper end, nothing is left for others. */
const allRoundedUp = [8, 13, 8, 13, 0, 0, 0]

/** What sites of an invented programme say, twice: with small numbers in it, one corrected, and points added. */
export const saidBy = (sites: readonly string[], seed: number) => {
  const chance = chanceFrom(seed)
  const once: Figures[] = []
  const later: Figures[] = []
  const answers: Answer[] = []
  for (const [nth, site] of sites.entries()) {
    const people = chance.one([8, 12, 17, 25, chance.from(1, 9)])
    const month = (at: PointOrMonth) => {
      const [formal, meeting] = [chance.upTo(4), chance.upTo(9)]
      const admissions = chance.one([0, 1, 2, 4, 6, 9])
      return {
        at,
        admissions,
        figures: [
          count("people", people),
          share("kept", Math.max(0, people - chance.upTo(3)), people),
          count("admissions", admissions),
          count("challenges-formal", formal),
          count("challenges-meeting", meeting),
          share("challenges-changed", chance.upTo(formal + meeting), formal + meeting),
        ],
      }
    }
    const tallies = months.map(month)
    const baseline = [
      count("people", people),
      share("kept", Math.max(0, people - chance.upTo(6)), people),
      count("admissions", chance.one([0, 3, 6, 9, 12])),
      count("discharges", chance.one(allRoundedUp)),
    ]
    const more = month("2017-12")
    const admissions = [...tallies, more].reduce((sum, one) => sum + one.admissions, 0)
    once.push(
      ...[...tallies, { at: "baseline" as const, figures: baseline }].map(({ at, figures }) =>
        figuresAt(site, { at, figures }),
      ),
    )
    later.push(
      figuresAt(site, more),
      figuresAt(site, {
        at: "final",
        figures: [count("people", people), share("kept", people, people), count("admissions", admissions)],
      }),
      ...(nth === 0
        ? [
            figuresAt(site, {
              at: "baseline",
              figures: [
                ...baseline.filter(({ measure }) => measure !== "admissions"),
                count("admissions", chance.from(5, 9)),
              ],
            }),
          ]
        : []),
    )
    const n = chance.one([3, 6, 11])
    answers.push(
      ...Array.from(
        { length: n },
        (_, at): Answer => ({
          organisation: site,
          phase: "NSW2",
          wave: "first",
          point: "baseline",
          group: "people",
          id: `${at}`,
          on: "2018-01-10",
          by: "link",
          said: { "knows-who": chance.oneIn(3) ? "no" : "yes", decided: chance.oneIn(2) ? "no" : "yes" },
          words: {},
        }),
      ),
    )
    for (let at = 0; at < n; at++)
      if (chance.oneIn(2))
        answers.push({
          organisation: site,
          phase: "NSW2",
          wave: "staff",
          point: "baseline",
          group: "practitioners",
          id: `${at}`,
          on: "2018-01-10",
          by: "link",
          said: { confidence: `${chance.from(1, 5)}` },
          words: {},
        })
  }
  return { once, later, answers }
}
