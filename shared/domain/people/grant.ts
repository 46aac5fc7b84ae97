import * as z from "zod"
import { role } from "./role.ts"

/**
 * One role of one person, over one organisation or the programme. It ends by itself: `to` is the first
 * moment at which it no longer counts. Instants are programme time.
 */
export const grant = z.object({
  id: z.string(),
  role,
  organisation: z.string().optional(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  by: z.string(),
})
export type Grant = z.infer<typeof grant>

type Days = { from: string; to: string }

export const isLive = ({ from, to }: Days, at: Date) =>
  new Date(from).getTime() <= at.getTime() && at.getTime() < new Date(to).getTime()

/** Over, or taken back before it began: it will never count. */
export const hasEnded = ({ from, to }: Days, at: Date) =>
  new Date(to).getTime() <= Math.max(at.getTime(), new Date(from).getTime())
