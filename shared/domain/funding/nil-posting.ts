import { emptyPosting, type Posting } from "../../form/posting.ts"
import type { Figures } from "./figures.ts"

type Period = { to: string; end: string }

/**
 * What a return with nothing to report comes to: nothing was spent, and what was expected before is expected still. What
 * had been expected by now is expected in the next quarter that is named, or by the end.
 */
export const nilPosting = (last: Pick<Figures, "posting"> | undefined, { to, end }: Period): Posting => {
  const forecast = last?.posting.forecast ?? []
  const later = forecast.filter((one) => one.to > to)
  const next = later.map((one) => one.to).sort()[0] ?? end
  const due = forecast.filter((one) => one.to <= to)
  const rows = [...new Set(due.map(({ row }) => row))]
  const moved = rows.map((row) => ({
    to: next,
    row,
    amount: [...due, ...later.filter((one) => one.to === next)]
      .filter((one) => one.row === row)
      .reduce((sum, { amount }) => sum + amount, 0),
  }))
  return {
    ...emptyPosting,
    forecast: [
      ...moved,
      ...later.filter((one) => !moved.some(({ to, row }) => one.to === to && one.row === row)),
    ],
  }
}
