import * as z from "zod"
import { type Point, pointNames } from "../../../kinds/measures/measure.ts"
import { type PlainDate, plainDate } from "../../../values/london.ts"
import { answerGroupNames } from "./groups.ts"

const who = z.object({ person: z.string(), name: z.string() })

/**
 * What a wave is for everybody who hands it on: a site and group that is asked once, by one link, until the end of a
 * day. `link` is what the secret of its address is worked out from, with a key that is not in the table.
 */
export const asking = z.object({
  organisation: z.string(),
  phase: z.string(),
  /** "003": its place among the waves of the phase. */
  wave: z.string(),
  group: z.enum(answerGroupNames),
  point: z.enum(pointNames as [Point, ...Point[]]),
  title: z.string(),
  until: plainDate,
  link: z.string(),
  closed: z.object({ at: z.iso.datetime(), by: who }).optional(),
  revision: z.int(),
})
export type Asking = z.infer<typeof asking>

/** A wave as the evaluator keeps it. */
export const wave = asking.extend({
  /** What the site is called. */
  name: z.string(),
  begun: z.object({ at: z.iso.datetime(), by: who }),
})
export type Wave = z.infer<typeof wave>

export const isOpen = ({ until, closed }: Pick<Asking, "until" | "closed">, today: PlainDate) =>
  closed === undefined && today <= until

/** What stands on a slip, so that whoever types it in knows where it belongs: it names no site. */
export const codeOf = ({ phase, wave: number }: Pick<Asking, "phase" | "wave">) => `${phase}-${number}`

export const waveId = (number: number) => String(number).padStart(3, "0")

/** The next of a phase: waves are never taken away. */
export const nextWave = (all: readonly Pick<Wave, "wave">[]) =>
  waveId(all.reduce((most, one) => Math.max(most, Number(one.wave)), 0) + 1)
