import * as z from "zod"

/** A letter about access: saved with the access it tells of. */
export const peopleLetter = z.object({
  letter: z.literal("invited"),
  id: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  role: z.string(),
  by: z.string(),
  /** Where access begins later than the letter. */
  from: z.iso.datetime().optional(),
  until: z.iso.datetime(),
  to: z.array(z.object({ name: z.string(), email: z.string() })),
})
export type PeopleLetter = z.infer<typeof peopleLetter>
