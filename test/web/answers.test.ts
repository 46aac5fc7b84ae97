import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { eoiFacts } from "../../shared/domain/calendar/eoi-facts.ts"
import type { Question } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { expressionOfInterest } from "../../shared/kinds/expression-of-interest.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { type Crew, crews, fullForm, fullRound, publishRounds } from "../support/crew.ts"
import { fieldsIn } from "../support/page-form.ts"
import { type Client, type Service, startService } from "../support/service.ts"
import { type Begun, begun } from "../support/submission.ts"

let service: Service
let crew: Crew
let one: Begun
let other: Begun
let otherLead: Client

beforeAll(async () => {
  service = await startService()
  await publishRounds(service)
  const another = crews(service)
  crew = await another()
  one = await begun(crew.lead, crew.organisation, fullRound.id)
  const second = await another()
  otherLead = second.lead
  other = await begun(otherLead, second.organisation, fullRound.id)
  // Who is known already is suggested on an empty page: here everybody was written down before.
  const { lead, sponsor } = fullForm.organisation ?? {}
  await one.save(crew.lead, "organisation", { lead, sponsor })
})
afterAll(() => service.stop())

const sections = expressionOfInterest.sections(eoiFacts(fullRound, { id: "x", name: "X" }))
const question = (id: string, key: string) =>
  sections.find((section) => section.id === id)?.asks[key] as Question

/** Words as people write them, and as they are never expected: none of them could name a person. */
const word = fc.constantFrom(
  "we",
  "people",
  "Café",
  "naïve",
  "Ωmega",
  "ﬁne",
  "e\u0301",
  "<b>bold</b>",
  "</textarea>",
  '"quoted"',
  "it’s",
  "it's",
  "a&amp;b",
  "&lt;",
  "{{x}}",
  "$y",
  "😀",
  "👩‍👩‍👧",
  "مرحبا",
  "\u202eturned",
  "=cmd|x",
  "--",
  "\\n",
  "%41",
  "a+b",
)
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "))
const lines = fc
  .array(fc.oneof(line, line, fc.constantFrom("", "  ", "\ttabbed", "- a point")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.join("\n"))
  .filter((text) => text.trim() !== "")

/** A valid answer of each type of question, from its words and limits alone. */
const answerOf = ({ type, shape, schema }: Question): fc.Arbitrary<unknown> => {
  const valid = <Value>(some: fc.Arbitrary<Value>) => some.filter((value) => schema.safeParse(value).success)
  switch (type) {
    case "text":
      return valid(line)
    case "longText":
      return valid(lines)
    case "money":
      return valid(
        fc.oneof(fc.integer({ min: 100, max: 10_000_000 }), fc.constantFrom(100, 10_000_000, 100_001)),
      )
    case "wholeNumber":
      return valid(fc.integer({ min: 0, max: 100 }))
    case "decimal":
      return valid(
        fc.oneof(
          fc.integer({ min: 1, max: 2_000 }).map((n) => n / 100),
          fc.integer({ min: 1, max: 40 }).map((n) => n / 2),
        ),
      )
    case "count":
      return valid(
        fc.oneof(fc.record({ number: fc.integer({ min: 1, max: 500 }) }), fc.record({ notKnown: line })),
      )
    case "date":
      return valid(
        fc
          .date({ min: new Date("2017-09-01"), max: new Date("2017-11-30"), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      )
    case "choice":
      return fc.constantFrom(...Object.keys(shape.options ?? {}))
    case "choices":
      return fc.shuffledSubarray(Object.keys(shape.options ?? {}), { minLength: 1 })
    case "yesNo":
      return fc.boolean()
    case "person":
      return valid(
        fc.record(
          { name: line, jobTitle: line, email: fc.constantFrom("a.b@leeds.gov.uk", "x+y@example.org") },
          { requiredKeys: ["name"] },
        ),
      )
    case "repeated":
      return valid(
        fc.array(
          fc.record(
            Object.fromEntries(Object.entries(shape.of ?? {}).map(([key, of]) => [key, answerOf(of)])),
            { requiredKeys: Object.keys(shape.of ?? {}).slice(0, 1) },
          ),
          { minLength: 1, maxLength: shape.upTo },
        ),
      )
    case "moneyGrid":
      return valid(
        fc.dictionary(
          fc.constantFrom(...(shape.rows ?? []).map(({ id }) => id)),
          fc.dictionary(
            fc.constantFrom(...(shape.columns ?? []).map(({ id }) => id)),
            fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })),
            { minKeys: 1 },
          ),
          { minKeys: 1 },
        ),
      )
    case "declaration":
      return fc.constant(true)
    case "figure":
      return fc.record({ value: fc.record({ notApplicable: line }) })
  }
}

const every = sections.flatMap((section) =>
  Object.entries(section.asks).map(([key, asked]) => ({ section, key, type: asked.type, id: section.id })),
)

/** The ids of rows are the service's to give: what people wrote is compared. */
const withoutIds = (value: unknown) =>
  canonical(
    (Array.isArray(value)
      ? value.map((row) => (typeof row === "object" ? { ...row, id: undefined } : row))
      : value) as Json,
  )

type Read = { revision: number; sections: { id: string; answers: Record<string, unknown> }[] }
const answersIn = (read: Read, id: string) =>
  read.sections.find((section) => section.id === id)?.answers ?? {}

/** The fields of a section's page, as a browser holds them. */
const pageOf = async (who: Client, here: string, section: Section, added = "") => {
  const at = `${here}/sections/${section.id}`
  const answer = await who.get(`${at}${added}`)
  expect(answer.status).toBe(200)
  return fieldsIn(await answer.text(), at)
}

describe.each(every)("$id, $key ($type)", ({ section, key }) => {
  test("takes every valid answer, gives it back, and the page says the same", async () => {
    await fc.assert(
      fc.asyncProperty(answerOf(question(section.id, key)), async (answer) => {
        const expected = question(section.id, key).schema.parse(answer)
        const saved = await one.save(crew.lead, section.id, { [key]: answer })
        expect(saved.status, await saved.clone().text()).toBe(200)
        const read = (await one.read()) as Read
        expect(withoutIds(answersIn(read, section.id)[key])).toBe(withoutIds(expected))

        // The page as it stands, sent back untouched, changes nothing.
        const at = `${one.here}/sections/${section.id}`
        const fields = await pageOf(crew.lead, one.here, section)
        const again = await crew.lead.post(at, fields)
        expect([again.status, ((await one.read()) as Read).revision]).toEqual([303, read.revision])

        // Typed by hand into somebody else's empty page, it comes to the same answer.
        const empty = await other.save(otherLead, section.id, { [key]: null })
        expect(empty.status).toBe(200)
        const blank = await pageOf(otherLead, other.here, section)
        const typed = Object.fromEntries(
          Object.entries(fields).filter(([name]) => name === key || name.startsWith(`${key}.`)),
        )
        const rows =
          typed[`${key}.rows`]?.split(",").map((id, place) => [id, `new-${place + 1}`] as const) ?? []
        const renamed = Object.fromEntries(
          Object.entries(typed).map(([name, value]) => {
            const row = rows.find(([id]) => name.startsWith(`${key}.${id}.`))
            return row ? [name.replace(`.${row[0]}.`, `.${row[1]}.`), value] : [name, value]
          }),
        )
        if (rows.length) renamed[`${key}.rows`] = rows.map(([, id]) => id).join(",")
        const kept = await otherLead.post(`${other.here}/sections/${section.id}`, { ...blank, ...renamed })
        expect(kept.status, await kept.clone().text()).toBe(303)
        const theirs = answersIn((await other.read(otherLead)) as Read, section.id)[key]
        expect(withoutIds(theirs)).toBe(withoutIds(expected))
      }),
      { seed: 20170825, numRuns: 3 },
    )
  })
})
