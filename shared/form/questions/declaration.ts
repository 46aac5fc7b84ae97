import * as z from "zod"
import { type Asked, noTexts, nothingMissing, type Wording } from "../question.ts"

/** Statements that are all confirmed by one tick. Unticked is no answer. */
export const declaration = ({ statement, ...wording }: Wording & { statement: string[] }): Asked<true> => ({
  ...wording,
  type: "declaration",
  schema: z.literal(true, { error: `Confirm ${wording.called}` }),
  read: (entries, name) => (entries[name] ? { value: true } : { blank: true }),
  write: (_, name) => ({ [name]: "yes" }),
  words: () => ["Confirmed:", ...statement].join("\n"),
  texts: noTexts,
  missing: nothingMissing,
  ask: `Confirm ${wording.called}`,
  shape: { statement },
})
