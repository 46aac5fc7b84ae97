import * as z from "zod"
import { longText, wholeNumber } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import type { PlainDate } from "../../values/london.ts"
import { withoutPersonalData } from "../../values/personal-data.ts"
import type { Sent } from "../submissions/sent.ts"
import type { Reading } from "./reading.ts"
import type { SentSheet } from "./sheet.ts"

/** As many expressions of interest as are in one file: however long each is, it stays under what an answer can carry. */
export const perPart = 60

export const redacted = "[redacted: section 40(2)]"
const person = z.object({ name: z.string(), email: z.string().optional() })
const leftOut = "[left out]"

export const foiForm = section({
  id: "foi",
  title: "Make the file",
  minutes: 1,
  asks: {
    because: longText({
      label: "What is it for?",
      called: "what it is for",
      hint: "For example the number of the request. It is kept in the history of the round, with your name.",
      words: 30,
    }),
    part: wholeNumber({
      label: "Which part?",
      called: "the part",
      hint: `A part has ${perPart} expressions of interest. Leave it empty for the first.`,
      least: 1,
      most: 99,
      optional: true,
    }),
  },
})

export const partsOf = (count: number) => Math.max(1, Math.ceil(count / perPart))

/** What must not stand in any text: names and addresses that are known, and whatever looks like personal data. */
export type Masking = {
  people: { name: string; email?: string }[]
  /** What whoever exports has a link with. */
  linked: string[]
  today: PlainDate
}

/**
 * A text with names, addresses, telephone numbers and the like taken out. Longer names go first: one may begin
 * another. No pattern finds every name, so somebody reads it before it goes out.
 */
export const masking = ({ people, linked, today }: Masking) => {
  const known = patternOf(people.flatMap(({ name, email }) => [name, ...(email ? [email] : [])]))
  const others = patternOf(linked)
  return (text: string): string => {
    const named = known ? text.replace(known, redacted) : text
    const without = others ? named.replace(others, leftOut) : named
    return withoutPersonalData(without, { workMailDomains: [], today }, redacted)
  }
}

const patternOf = (texts: string[]): RegExp | undefined => {
  const each = [...new Set(texts)]
    .filter((one) => one.trim().length > 2)
    .sort((a, b) => b.length - a.length)
    .map((one) =>
      one
        .trim()
        .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
        .replace(/\s+/g, "\\s+"),
    )
  return each.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{N}])`, "giu")
}

/** Everybody whom what was sent names. */
export const namedIn = ({ sentBy, signatures, sections }: Sent): Masking["people"] => [
  { name: sentBy },
  ...signatures.map(({ name }) => ({ name })),
  ...sections.flatMap(({ questions }) =>
    questions.flatMap(({ type, answer }) => {
      if (type !== "person") return []
      const { data } = person.safeParse(answer)
      return data ? [data] : []
    }),
  ),
]

/** An answer as it may go out: of a person of the staff nothing, of a text what is not about a person. */
export const answerOut = (
  { type, words }: Pick<Sent["sections"][number]["questions"][number], "type" | "words">,
  mask: (text: string) => string,
): string => {
  if (words === "") return "Not answered"
  if (type === "person") return redacted
  return ["text", "longText", "repeated", "count"].includes(type) ? mask(words) : words
}

/** A letter for each reader, by when they first sent a sheet of the round: the same in all of its files. */
export const readerLetters = (sheets: Pick<SentSheet, "person" | "at">[]) =>
  letters(
    sheets.toSorted((a, b) => a.at.localeCompare(b.at)).map(({ person }) => person),
    "Reader",
  )

/** The same for each member with lived experience. */
export const memberLetters = (views: { by: { person: string }; at: string }[]) =>
  letters(
    views.toSorted((a, b) => a.at.localeCompare(b.at)).map(({ by }) => by.person),
    "Member",
  )

const letters = (people: string[], role: string): Map<string, string> =>
  new Map([...new Set(people)].map((person, place) => [person, `${role} ${lettered(place)}`]))

const lettered = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${lettered(Math.floor(place / 26) - 1)}${lettered(place % 26)}`

/** Those of a part, always in the same order. */
export const inPart = <One extends Pick<Reading, "reference">>(all: One[], part: number): One[] =>
  all.toSorted((a, b) => a.reference.localeCompare(b.reference)).slice((part - 1) * perPart, part * perPart)
