import * as z from "zod"
import { placeName } from "../../shared/domain/submissions/figures.ts"
import type { Head } from "../../shared/domain/submissions/submission.ts"

const pence = z.int().meta({ description: "Pence" })

export const suggestionShape = z.object({
  figure: z.string(),
  label: z.string(),
  before: pence,
  after: pence,
  note: z.string(),
  by: z.string(),
})

/** Who opened it for changes and why, and what a certifier would have otherwise, as the API shows them. */
export const openedShown = ({ back, suggestions = [] }: Pick<Head, "back" | "suggestions">) => ({
  ...(back && {
    back: {
      move: back.move,
      sections: back.sections.map(({ id }) => id),
      note: back.note,
      by: back.by.name,
    },
  }),
  ...(suggestions.length > 0 && {
    suggestions: suggestions.map(({ label, before, after, note, by, ...place }) => ({
      figure: placeName(place),
      label,
      before,
      after,
      note,
      by: by.name,
    })),
  }),
})
