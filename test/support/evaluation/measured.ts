import type { Figure, Figures, PointOrMonth } from "../../../shared/kinds/measures/figure.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { Table } from "../../../shared/store/table.ts"

type Said = { at: PointOrMonth; state?: Figures["state"]; figures: Figure[]; sent?: string }

/** What one return or tally of a site says, as it is kept. */
export const figuresAt = (organisation: string, { at, state, figures, sent }: Said): Figures => {
  const isMonth = /^\d/.test(at)
  return {
    organisation,
    phase: "NSW2",
    round: `nsw2-${isMonth ? "tally" : "evaluation"}-${at}`,
    kind: isMonth ? "monthly-tally" : "evaluation-return",
    title: `${at}`,
    point: at,
    reference: `NSW2-${organisation.slice(0, 3).toUpperCase()}-${at}`,
    version: 1,
    at: sent ?? "2018-01-08T10:00:00.000Z",
    state: state ?? (isMonth ? "sent" : "accepted"),
    figures,
    revision: 1,
  }
}

/** Puts what sites said where it is kept: returns and tallies are tested where they are written. */
export const putMeasured = async (table: Table, all: readonly Figures[]) => {
  for (let n = 0; n < all.length; n += 50) {
    const { written } = await table.write(
      all.slice(n, n + 50).map((one) => ({
        put: { ...keys.evaluation(one.organisation, "FIGURES", one.phase, one.round), ...one },
      })),
    )
    if (!written) throw new Error("The figures were not written")
  }
}

export const count = (measure: string, count: number): Figure => ({ measure, value: { count } })
export const share = (measure: string, numerator: number, denominator: number): Figure => ({
  measure,
  value: { numerator, denominator },
})
