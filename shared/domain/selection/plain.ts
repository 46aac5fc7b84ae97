import * as z from "zod"
import { longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { kindOfRounds } from "../../kinds/of-rounds.ts"
import { pounds } from "../../values/money.ts"
import type { Open } from "./seen.ts"

/** What an expression of interest asks for in plain words, written by the panel for its members with lived experience. */
export const plainWords = z.object({
  reference: z.string(),
  text: z.string(),
  by: z.object({ person: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  revision: z.int(),
})
export type PlainWords = z.infer<typeof plainWords>

export const plainForm: Section = section({
  id: "plain",
  title: "In plain words",
  minutes: 0,
  asks: {
    text: longText({
      label: "What do they want to do?",
      called: "what they want to do in plain words",
      hint: "One idea on each line. Short sentences. No abbreviations. Say what would be different for people, not what you think of it: members with lived experience read this before they say what they think.",
      words: 100,
    }),
  },
})

const { sections, sample } = kindOfRounds

/** Whom it is for, one group a line, in the words of the form. */
export const groupWords = (groups: string[]): string[] => {
  const asked = sections(sample).find(({ id }) => id === "people")?.asks.groups
  return groups.map((group) => asked?.shape.options?.[group] ?? group)
}

/** The facts of an expression of interest, one idea a line. */
export const easyRead = ({
  name,
  groups,
  people,
  amount,
}: Pick<Open, "name" | "groups" | "people" | "amount">) => [
  `${name} wants to take part.`,
  ...groupWords(groups).map((words) => `It is for: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`),
  ...(people === undefined
    ? ["They cannot say yet how many people it is for."]
    : [`It is for about ${people === 1 ? "1 person" : `${people} people`}.`]),
  "Each of these people would have their own social worker.",
  "They would know the name of their social worker.",
  ...(amount === undefined ? [] : [`They ask for ${pounds(amount)}.`]),
]

/** The lines of a text, one idea each; none of them empty. */
export const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "")
