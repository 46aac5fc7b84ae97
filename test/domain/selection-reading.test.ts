import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { answered } from "../../shared/domain/answered.ts"
import { raised, resolved } from "../../shared/domain/selection/flag.ts"
import { notesFor } from "../../shared/domain/selection/note.ts"
import { easyRead, linesOf } from "../../shared/domain/selection/plain.ts"
import { type Reading, reading } from "../../shared/domain/selection/reading.ts"
import {
  closedFor,
  differs,
  emptySheet,
  type Scores,
  scoreForm,
  sentFrom,
  toSend,
  withScore,
} from "../../shared/domain/selection/scoring.ts"
import type { Compared } from "../../shared/domain/selection/seen.ts"
import { viewForm, viewFrom, withView, wordsOf } from "../../shared/domain/selection/view.ts"

const at = "2017-08-29T09:00:00.000Z"
const later = "2017-08-30T09:00:00.000Z"
const now = new Date(at)
const criteria = ["Need", "Quality", "Legacy"].map((criterion, place) => ({
  id: `c${place + 1}`,
  criterion,
  weight: [40, 40, 20][place] ?? 0,
}))
const one = { person: "p-1", name: "First reader" }
const two = { person: "p-2", name: "Second reader" }
const given = (more: Partial<Reading> = {}): Reading =>
  reading.parse({
    round: "nsw-2-2017",
    reference: "NSW2-HAL-E-222222",
    organisation: "halton",
    name: "Halton",
    kind: "council",
    version: 1,
    sentAt: at,
    readers: [one, two],
    revision: 1,
    ...more,
  })

const words = (count: number) => "word ".repeat(count).trim()
const scored = fc.record({ score: fc.integer({ min: 0, max: 4 }), count: fc.integer({ min: 0, max: 60 }) })
const sheets = fc
  .array(fc.option(scored, { nil: undefined }), { minLength: 3, maxLength: 3 })
  .map(
    (all): Scores =>
      Object.fromEntries(
        all.flatMap((each, place) =>
          each ? [[`c${place + 1}`, { score: each.score, because: words(each.count) }]] : [],
        ),
      ),
  )

describe("a sheet", () => {
  test("can be sent exactly when every criterion has a score and 30 words", () =>
    fc.assert(
      fc.property(sheets, (scores) => {
        const whole = criteria.every(
          ({ id }) => scores[id]?.score !== undefined && (scores[id]?.because ?? "").split(" ").length >= 30,
        )
        expect(toSend(criteria, scores).length === 0).toBe(whole)
      }),
    ))

  test("holds what was saved last of each criterion, in whatever order", () =>
    fc.assert(
      fc.property(sheets, fc.shuffledSubarray(criteria, { minLength: 3 }), (scores, order) => {
        const empty = emptySheet("R", one.person, at)
        const filled = order.reduce((sheet, { id }) => withScore(sheet, id, scores[id] ?? {}, at), empty)
        expect(filled.scores).toEqual(scores)
        expect(differs(criteria, filled.scores, scores)).toBe(false)
        const emptied = criteria.reduce((sheet, { id }) => withScore(sheet, id, {}, at), filled)
        expect(emptied.scores).toEqual({})
      }),
    ))

  test("takes at most 200 words, any score from 0 to 4, and nothing that names a person", () => {
    const form = scoreForm({ id: "c1", criterion: "Need" })
    expect(answered(form, { score: "0", because: words(200) }, now)).toEqual({
      score: "0",
      because: words(200),
    })
    expect(answered(form, {}, now)).toEqual({})
    for (const wrong of [
      { because: words(201) },
      { score: "5" },
      { score: "-1" },
      { because: "NHS number 943 476 5919" },
    ])
      expect(() => answered(form, wrong, now)).toThrow("not valid")
  })
})

describe("sending a sheet", () => {
  const whole = (score: number) => ({
    ...emptySheet("NSW2-HAL-E-222222", one.person, at),
    scores: Object.fromEntries(criteria.map(({ id }) => [id, { score, because: words(30) }])),
  })

  test("leaves the other readers as they were, and is compared when all have sent", () => {
    const first = sentFrom(given(), whole(3), { by: one, at, criteria })
    expect(first.reading.compared).toBe(false)
    expect(first.reading.readers[1]).toEqual(two)
    expect(first.sent).toMatchObject({ version: 1, person: one.person, at })
    const second = sentFrom(first.reading, whole(0), { by: two, at: later, criteria })
    expect(second.reading.compared).toBe(true)
    expect(second.reading.readers[0]).toEqual(first.reading.readers[0])
    expect(second.reading.readers[1]?.sent?.points).toEqual({ c1: 0, c2: 0, c3: 0 })
    expect(second.reading.scorers).toEqual([one.person, two.person])
  })

  test("again is the next version, and nobody scored twice", () => {
    const first = sentFrom(given(), whole(3), { by: one, at, criteria })
    const again = sentFrom(first.reading, first.sheet, { by: one, at: later, criteria })
    expect(again.sent.version).toBe(2)
    expect(again.reading.scorers).toEqual([one.person])
    expect(again.reading.readers[0]?.sent).toMatchObject({ version: 2, at: later })
  })
})

describe("whether a sheet can be changed", () => {
  const own = { sent: { at, version: 1 } }
  const compared = (more: Partial<Reading> = {}) => given(more) as unknown as Compared
  const readers = [{ ...one, sent: { at, version: 1, points: {} } }]
  const moderated = { by: two, at: later, points: {} }

  test("is yes before it is sent, whoever else has settled or decided anything", () => {
    expect(closedFor({ own: {} })).toBeUndefined()
    expect(closedFor({ own: {}, compared: compared({ readers, moderated }) })).toBeUndefined()
  })

  test("is no after it was sent, until its reader has sent all of their own", () => {
    expect(closedFor({ own })).toMatch(/once you have sent all/)
    expect(closedFor({ own, compared: compared({ readers }) })).toBeUndefined()
  })

  test("is no once the scores are settled, but yes again where a later sheet opened them", () => {
    expect(closedFor({ own, compared: compared({ readers, moderated }) })).toMatch(/settled/)
    const fresh = { ...two, sent: { at: "2017-08-31T09:00:00.000Z", version: 1, points: {} } }
    expect(
      closedFor({ own, compared: compared({ readers: [...readers, fresh], moderated }) }),
    ).toBeUndefined()
  })

  test("is no after a decision, and where they cannot apply", () => {
    const decided = { decision: "reserve" as const, conditions: 0, version: 1, by: two, at: later }
    expect(closedFor({ own, compared: compared({ readers, decided }) })).toMatch(/decision is recorded/)
    expect(closedFor({ own: {}, apply: { answer: "no", caveats: [], by: two, at } })).toMatch(/cannot apply/)
  })
})

describe("a view", () => {
  test("has words, or says that it does not want to", () => {
    expect(viewFrom(answered(viewForm, { face: "good", why: "say", words: "Yes." }, now))).toEqual({
      face: "good",
      words: "Yes.",
    })
    const silent = viewFrom(answered(viewForm, { face: "unsure", why: "no", words: "left over" }, now))
    expect(silent).toEqual({ face: "unsure", words: "" })
    expect(wordsOf(silent)).toBe("I do not want to say why.")
    expect(() => answered(viewForm, { face: "good", why: "say" }, now)).toThrow("not valid")
    expect(() => answered(viewForm, { why: "no" }, now)).toThrow("not valid")
  })

  test("is counted once a person", () => {
    expect(withView(withView(given(), one), one).views).toEqual([one.person])
  })
})

test("an easy-read page says one idea a line, and what is not known", () => {
  expect(easyRead({ name: "Halton", groups: ["autism"], people: 1, amount: 100_000 })).toEqual([
    "Halton wants to take part.",
    "It is for: autistic people.",
    "It is for about 1 person.",
    "Each of these people would have their own social worker.",
    "They would know the name of their social worker.",
    "They ask for £1,000.",
  ])
  expect(easyRead({ name: "Halton", groups: [] })).toContain("They cannot say yet how many people it is for.")
  expect(linesOf("One.\n\n Two.\n")).toEqual(["One.", " Two."])
})

test("a flag is up until it is taken down, and no other with it", () => {
  const up = raised(raised(given(), "a", "First.", one, at), "b", "Second.", two, at)
  expect(resolved(up, "a").flags.map(({ id }) => id)).toEqual(["b"])
  expect(resolved(up, "c")).toEqual(up)
})

test("somebody reads their own notes always, and the others’ when they may compare", () => {
  const notes = [one, two].map((by, place) => ({ reference: "R", number: place + 1, text: "Note.", by, at }))
  expect(notesFor(notes, one.person, {}).map(({ number }) => number)).toEqual([1])
  expect(notesFor(notes, one.person, { compared: given() as unknown as Compared })).toEqual(notes)
})
