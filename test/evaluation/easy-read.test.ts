import { describe, expect, test } from "vitest"
import type { EasyPage, Idea } from "../../functions/voice/easy/idea.ts"
import { takingPartPages } from "../../functions/voice/taking-part/words.ts"
import { before, closed, thanks } from "../../functions/voice/tell-us/words.ts"
import { settingsFor } from "../../infra/local/settings.ts"
import { answerQuestions, askedBy } from "../../shared/domain/evaluation/answers/questions.ts"
import { readingAge, sentencesIn, syllablesIn, wordsIn } from "../support/evaluation/reading.ts"

const { contact } = settingsFor("http://127.0.0.1:3000", "")
const given = new Set<string>([contact.name, contact.email, contact.address])

const linesOf = ({ says, tick = [], link }: Idea) => [...says, ...tick, ...(link ? [link.text] : [])]
const textOf = ({ title, parts }: EasyPage) =>
  [
    title,
    ...parts.flatMap(({ heading, ideas }) => [...(heading ? [heading] : []), ...ideas.flatMap(linesOf)]),
  ]
    .filter((line) => !given.has(line))
    .map((line) => line.replace(contact.phone, "now"))

const pages: Record<string, string[]> = {
  ...Object.fromEntries(
    Object.entries(takingPartPages).map(([path, { made }]) => [path, textOf(made(contact))]),
  ),
  thanks: textOf(thanks),
  closed: textOf(closed),
  "the five questions": [
    ...before.people.flatMap(linesOf),
    ...answerQuestions.people.flatMap(({ asks, hint, says, options }) => [
      asks,
      ...(hint ? [hint] : []),
      ...(says ? [says] : []),
      ...Object.values(options),
    ]),
    ...Object.values(askedBy).map(({ words }) => words),
  ],
}

describe.each(Object.entries(pages))("the easy-read page %s", (_, lines) => {
  const sentences = sentencesIn(lines)
  const lengths = sentences.map((one) => wordsIn(one).length)

  test("has short sentences: none above 15 words, eight on average at most", () => {
    expect(sentences.filter((one) => wordsIn(one).length > 15)).toEqual([])
    expect(lengths.reduce((sum, one) => sum + one, 0) / lengths.length).toBeLessThanOrEqual(8)
  })

  test("is read at nine", () => {
    expect(readingAge(sentences)).toBeLessThanOrEqual(9)
  })

  test("is read aloud well: no abbreviation, no bracket, no slash, no capitals but STOP", () => {
    for (const line of lines) {
      expect(line).not.toMatch(/\b(?:e\.g|i\.e|etc|approx|tel)\.|[()/&;]/i)
      expect(line.match(/\b[A-Z]{2,}\b/g) ?? []).toEqual(line.includes("STOP") ? ["STOP"] : [])
    }
  })
})

test("every idea of every page has a picture, or a place for one that says of what", () => {
  const ideas = Object.values(takingPartPages).flatMap(({ made }) =>
    made(contact).parts.flatMap((part) => part.ideas),
  )
  expect(ideas.length).toBeGreaterThan(50)
  for (const { picture, says } of ideas) {
    expect(typeof picture === "string" ? picture : picture.frame).not.toBe("")
    expect(says.length).toBeLessThanOrEqual(2)
  }
})

test("the measure finds a page that is hard to read", () => {
  const hard = sentencesIn([
    "Participants may withdraw their consent at any time without detriment to the provision of services, notwithstanding prior publication.",
  ])
  expect(wordsIn(hard[0] ?? "").length).toBeGreaterThan(15)
  expect(readingAge(hard)).toBeGreaterThan(18)
  expect(["you", "social", "worker", "decide", "name", "listened", "questions"].map(syllablesIn)).toEqual([
    1, 2, 2, 2, 1, 2, 2,
  ])
})
