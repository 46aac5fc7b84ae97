import * as z from "zod"
import { type PlainDate, plainDate } from "../../values/london.ts"

/** A programme as everybody may know it. Its department is named as it was called on the day: departments change their names. */
export const programme = z.object({
  id: z.string(),
  name: z.string(),
  departments: z.array(z.object({ name: z.string(), from: plainDate.optional() })).min(1),
  demonstration: z.boolean(),
  about: z.array(z.string()),
})
export type Programme = z.infer<typeof programme>

export const departmentOn = ({ departments }: Pick<Programme, "departments">, day: PlainDate): string =>
  departments.findLast(({ from }) => from === undefined || from <= day)?.name ?? departments[0]?.name ?? ""
