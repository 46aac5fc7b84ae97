import * as z from "zod"

/** How far an idea may go. What stays at its site is in the session alone. */
export const learningLevels = {
  site: "This site alone",
  coordinators: "The coordinators",
  community: "Every site of the programme",
  public: "Everybody",
} as const

const who = z.object({ person: z.string(), name: z.string() })
const by = z.object({ by: who, at: z.iso.datetime() })

/** What an idea comes from: nothing of it names a site to whoever reads it elsewhere. */
const from = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("session"), organisation: z.string(), phase: z.string(), id: z.string() }),
  z.object({ kind: z.literal("good news"), organisation: z.string() }),
  z.object({ kind: z.literal("community session"), id: z.string() }),
  z.object({ kind: z.literal("by hand"), organisation: z.string().optional() }),
])

/**
 * One idea of 60 words at most, or good news. It waits for a coordinator, who shares it with every site or with
 * everybody, changes nothing in it without saying so, or leaves it with a reason.
 */
export const idea = z.object({
  id: z.string(),
  text: z.string(),
  tags: z.array(z.string()).default([]),
  /** How far whoever wrote it would have it go. */
  wanted: z.enum(["community", "public"]),
  from,
  offered: by,
  /** `as` is its id in the library, which tells nothing of where it comes from; `text` the shorter words, where there are any. */
  shared: by
    .extend({
      level: z.enum(["community", "public"]),
      as: z.string().optional(),
      text: z.string().optional(),
    })
    .optional(),
  left: by.extend({ because: z.string() }).optional(),
  /** Taken back before anybody decided, or out of the library. Its words go with it. */
  withdrawn: by.extend({ because: z.string().optional() }).optional(),
  revision: z.int(),
})
export type Idea = z.infer<typeof idea>
