import { appendFileSync, existsSync, readFileSync } from "node:fs"
import * as z from "zod"
import type { Mailer } from "../../shared/web/world.ts"
import { replaceFile } from "./replace-file.ts"

const kept = z.object({
  id: z.string(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  reference: z.string(),
  letter: z.object({ pk: z.string(), sk: z.string(), place: z.int() }).optional(),
})
type Kept = z.infer<typeof kept>

export type Outbox = Mailer & {
  newestFirst: () => Kept[]
  find: (reference: string) => Kept | undefined
}

/** Every letter that would have been sent, once for each reference, over restarts. */
export const openOutbox = (file: string, now: () => Date): Outbox => {
  const letters = existsSync(file) ? readFileSync(file, "utf8").split("\n").flatMap(whole) : []
  replaceFile(file, letters.map(line).join(""))
  const byReference = new Map(letters.map((one) => [one.reference, one]))
  return {
    send: async ({ to, subject, text, reference, letter }) => {
      const known = byReference.get(reference)
      if (known) return { id: known.id }
      const at = now().toISOString()
      const one = { id: `local-${byReference.size + 1}`, at, to, subject, text, reference, letter }
      appendFileSync(file, line(one))
      byReference.set(reference, one)
      return { id: one.id }
    },
    went: async (reference) => byReference.has(reference),
    newestFirst: () => [...byReference.values()].reverse(),
    find: (reference) => byReference.get(reference),
  }
}

const line = (one: Kept) => `${JSON.stringify(one)}\n`

/** A last line that was cut off says nothing: its letter was never acknowledged and comes again. */
const whole = (text: string): Kept[] => {
  try {
    return [kept.parse(JSON.parse(text))]
  } catch {
    return []
  }
}
