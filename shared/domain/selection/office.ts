import * as z from "zod"
import { wholeNumber } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"

const instant = z.iso.datetime()

/** The link of a round's facts for a private office, as the round has it: of its secret a hash. */
export const officeLink = z.object({
  id: z.string(),
  hash: z.string(),
  /** The first moment at which it opens nothing. */
  until: instant,
  by: z.object({ person: z.string(), name: z.string() }),
  at: instant,
})
export type OfficeLink = z.infer<typeof officeLink>

/** What the link opens. */
export const opensOffice = officeLink.pick({ id: true, until: true }).extend({ round: z.string() })
export type OpensOffice = z.infer<typeof opensOffice>

export const usualDays = 30

export const officeForm = section({
  id: "office",
  title: "A link for the private office",
  minutes: 1,
  asks: {
    days: wholeNumber({
      label: "For how many days does it work?",
      called: "the number of days",
      hint: `Leave it empty for ${usualDays} days. You can stop it before.`,
      least: 1,
      most: 90,
      optional: true,
    }),
  },
})

export const isOver = ({ until }: Pick<OfficeLink, "until">, at: Date) =>
  new Date(until).getTime() <= at.getTime()
