import * as z from "zod"
import { libraryIdea, topicNames } from "../../../shared/domain/learning/library.ts"

export { stays } from "../../../shared/web/programme/doubts.tsx"

export const wanted = z.enum(["community", "public"])
export const words = z.string().max(2_000)
export const nobody = z.literal(true).meta({ description: "Nobody can be recognised from this" })
export const site = z
  .string()
  .max(100)
  .optional()
  .meta({ description: "Which of your sites, where you have several" })

export const page = z.object({
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  ideas: z.array(libraryIdea),
})

export const tags = z.array(z.enum(topicNames)).min(1).max(2)

export const moved = z.object({ idea: z.string(), state: z.string() })
export const offered = z.object({ offer: z.string(), state: z.string() })

export const looking = {
  words: "Words that the idea holds, all of them",
  tag: `What it is about: ${topicNames.join(", ")}`,
  page: "Which page, of 20 ideas each",
}
