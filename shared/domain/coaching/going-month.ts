import * as z from "zod"
import { addDays, addMonths, type PlainDate } from "../../values/london.ts"

/** A month of the calendar, "2018-01". */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof month>

export const monthOf = (day: PlainDate): Month => day.slice(0, 7)
export const firstDayOf = (one: Month): PlainDate => `${one}-01`
export const monthBefore = (one: Month): Month => monthOf(addMonths(firstDayOf(one), -1))
const monthAfter = (one: Month): Month => monthOf(addMonths(firstDayOf(one), 1))
const lastDayOf = (one: Month): PlainDate => addDays(firstDayOf(monthAfter(one)), -1)

type Pilot = { from?: PlainDate; to?: PlainDate }

/** The months of the pilot at a site that have begun, newest first; none where its dates are not decided. */
export const monthsOf = ({ from, to }: Pilot, today: PlainDate): Month[] => {
  if (!from || !to) return []
  const last = monthOf(to < today ? to : today)
  const found: Month[] = []
  for (let one = monthOf(from); one <= last; one = monthAfter(one)) found.unshift(one)
  return found
}

/** The last day on which something can be said of a month, or be changed: until the month after it has ended. */
export const sayUntil = (one: Month): PlainDate => lastDayOf(monthAfter(one))

/** Whether a month has begun and can still be spoken of. */
export const isOpen = (one: Month, today: PlainDate) => firstDayOf(one) <= today && today <= sayUntil(one)

export const isOfPilot = (one: Month, { from, to }: Pilot) =>
  from !== undefined && to !== undefined && monthOf(from) <= one && one <= monthOf(to)
