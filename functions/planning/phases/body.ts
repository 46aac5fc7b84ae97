import * as z from "zod"
import type { Section } from "../../../shared/form/section.ts"

/**
 * The answers of a short form as a body of the API: each is held to by the form itself, with its words. What is needed
 * whatever else is answered is named.
 */
export const bodyOf = ({ asks }: Section, needed: readonly string[]) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(asks).map(([key, { label, schema }]) => {
        const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })
        const answer = needed.includes(key)
          ? z.unknown().refine((given) => given !== undefined && given !== null, { error: label })
          : z.unknown().optional()
        return [key, answer.meta({ description: label, ...shape })]
      }),
    ),
  )
