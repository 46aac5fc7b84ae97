import * as z from "zod"
import { type Face, faces } from "../../../shared/domain/selection/notes.ts"
import { reading } from "../../../shared/domain/selection/reading.ts"
import { type ReadingState, readingStates } from "../../../shared/domain/selection/state.ts"

const who = z.object({ person: z.string(), name: z.string() })
const words = z.string()

export const freeText = (limit: number) =>
  z
    .string()
    .max(20_000)
    .meta({
      description: `${limit} words or fewer; it may be asked for under the Freedom of Information Act 2000`,
    })

export const seen = z
  .string()
  .max(100)
  .optional()
  .meta({ description: "As it was read: nothing is saved where it was changed since" })

export const written = z.object({ reference: z.string(), at: z.iso.datetime() })
export const flagged = z.object({ reference: z.string(), flag: z.string() })

/** What is shown of one expression of interest: the facts, then what was sent. */
export const expression = reading
  .pick({
    reference: true,
    name: true,
    amount: true,
    people: true,
    groups: true,
    region: true,
    version: true,
    sentAt: true,
    found: true,
    apply: true,
    flags: true,
  })
  .extend({
    state: z.enum(Object.keys(readingStates) as [ReadingState, ...ReadingState[]]),
    title: z.string(),
    sections: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        money: z.boolean().optional(),
        questions: z.array(
          z.object({
            id: z.string(),
            type: z.string(),
            label: z.string(),
            hint: z.string().optional(),
            options: z.record(z.string(), z.string()).optional(),
            answer: z.unknown().optional(),
            words,
          }),
        ),
        asked: z.array(
          z.object({
            number: z.int(),
            question: z.string(),
            askedAt: z.iso.datetime(),
            answerBy: z.iso.datetime(),
            answer: z.string().optional(),
          }),
        ),
      }),
    ),
    previous: z.string().optional(),
    next: z.string().optional(),
  })

export const face = z.enum(Object.keys(faces) as [Face, ...Face[]])
const told = z.object({ face, words, at: z.iso.datetime() })

export const viewShape = z.object({
  reference: z.string(),
  name: z.string(),
  lines: z.array(z.string()),
  plain: z.array(z.string()).meta({ description: "None until somebody has written it" }),
  own: told.optional(),
  seen: z.string(),
})

export const viewsShape = z.object({
  reference: z.string(),
  views: z.array(told.extend({ name: z.string() })),
})

export const plainShape = z.object({
  reference: z.string(),
  text: z.string().optional(),
  by: who.optional(),
  at: z.iso.datetime().optional(),
  seen: z.string(),
})

export const note = z.object({
  number: z.int().optional().meta({ description: "Only where none of the notes is hidden from you" }),
  text: z.string(),
  by: who,
  at: z.iso.datetime(),
})

export const historyLine = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  move: z.string(),
  by: who.extend({ role: z.string() }),
  note: z.string().optional(),
  hash: z.string(),
})

const scored = z.object({ score: z.int(), because: z.string() })
export const sentShape = z.object({
  person: z.string(),
  name: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  scores: z.record(z.string(), scored),
})

export const criterionShape = z.object({
  id: z.string(),
  criterion: z.string(),
  weight: z.int(),
  guidance: z.string().optional(),
  score: z.int().optional(),
  because: z.string().optional(),
  seen: z.string(),
})

export const scoresShape = z.object({
  reference: z.string(),
  own: z
    .object({
      criteria: z.array(criterionShape),
      missing: z.array(z.object({ criterion: z.string(), says: z.string() })),
      changed: z.boolean().meta({ description: "Changed after it was sent, and not sent again yet" }),
      closed: z.string().optional().meta({ description: "Why it cannot be changed now" }),
      sent: z.array(sentShape),
    })
    .optional(),
  compared: z
    .object({
      latest: z.array(sentShape),
      earlier: z.array(sentShape),
      settled: z.record(z.string(), scored).optional(),
      waitingFor: z.array(who),
    })
    .optional(),
})
