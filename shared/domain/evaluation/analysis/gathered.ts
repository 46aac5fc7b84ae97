import type { Figure, Figures, PointOrMonth } from "../../../kinds/measures/figure.ts"
import type { AgreedPlan } from "../agreed-plan.ts"
import { countedOnce, isImported } from "../import/sets.ts"

/** What is known of one site: its plan, what its returns and tallies say, and what people answered past it. */
export type GatheredSite = {
  organisation: string
  name: string
  /** The first and the last day of the pilot there. */
  from?: string
  to?: string
  plan?: Pick<AgreedPlan, "version" | "measures" | "notOurGroup">
  figures: Figures[]
  /** Who supports it, and sees its true counts. */
  coaches?: readonly string[]
  /** Answers that people gave straight to the evaluator, by measure: never for anybody at the site. */
  answers?: { measure: string; at: PointOrMonth; value: Figure["value"] }[]
}

/** "2017-12", and neither a point nor what months come to. */
export const isMonth = (at: string) => /^\d{4}-/.test(at)

/** A return counts once it is accepted, and not while it is open again; a tally once it is sent. */
export const counts = ({ state, point }: Pick<Figures, "state" | "point">) =>
  state === "accepted" || (state === "sent" && isMonth(point))

export type Told = { at: PointOrMonth; figure: Figure; imported?: true; direct?: true }

/**
 * What counts of a site, one figure a measure and time: where two returns speak of the same, the one sent last, and before
 * what was taken over from a file; what people said themselves before what was said of them.
 */
export const toldBy = ({ figures, answers = [] }: GatheredSite): Told[] => {
  const inOrder = countedOnce(figures.filter(counts)).toSorted(
    (a, b) => a.at.localeCompare(b.at) || a.round.localeCompare(b.round),
  )
  const all: Told[] = [
    ...inOrder.flatMap((one) =>
      one.figures.map((figure) => ({
        at: one.point,
        figure,
        ...(isImported(one) && { imported: true as const }),
      })),
    ),
    ...answers.map(({ measure, at, value }) => ({ at, figure: { measure, value }, direct: true as const })),
  ]
  return [...new Map(all.map((one) => [`${one.figure.measure} ${one.at}`, one])).values()]
}
