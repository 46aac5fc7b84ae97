import { createHash } from "node:crypto"
import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { type Action, closed, dueWords, inOrder } from "../../shared/domain/actions/action.ts"
import { mayBeMinute, minuteFrom } from "../../shared/domain/selection/announcement.ts"
import {
  answerOut,
  inPart,
  masking,
  namedIn,
  partsOf,
  perPart,
  redacted,
} from "../../shared/domain/selection/foi.ts"
import type { Sent } from "../../shared/domain/submissions/sent.ts"
import { withoutPersonalData } from "../../shared/values/personal-data.ts"

const now = new Date("2017-09-14T09:00:00.000Z")

describe("the minute of an announcement", () => {
  test("is London time, in summer and in winter", () => {
    const at = (on: string) => minuteFrom({ when: "later", on, time: "09:30" }, now).toISOString()
    expect(at("2017-10-12")).toBe("2017-10-12T08:30:00.000Z")
    expect(at("2017-11-02")).toBe("2017-11-02T09:30:00.000Z")
    expect(minuteFrom({ when: "now" }, now)).toBe(now)
  })

  test("is never before now and never more than sixty days ahead", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), (days) => {
        const minute = new Date(now.getTime() + days * 86_400_000)
        const taken = () => mayBeMinute(minute, now)
        if (days < 0 || days > 60) expect(taken).toThrow()
        else expect(taken).not.toThrow()
      }),
    )
  })
})

describe("what goes out of a text", () => {
  const mask = masking({
    people: [{ name: "Anna Bell", email: "anna.bell@halton.gov.uk" }, { name: "Anna Bell-Smith" }],
    linked: ["NSW2-SHR-E-7K3PQ4", "Shropshire"],
    today: "2017-09-14",
  })

  test.each([
    ["Anna Bell agreed.", `${redacted} agreed.`],
    ["anna  bell-smith agreed.", `${redacted} agreed.`],
    ["Write to anna.bell@halton.gov.uk", `Write to ${redacted}`],
    ["Ring 020 7946 0999 or Mrs Young.", `Ring ${redacted} or ${redacted}.`],
    ["As good as NSW2-SHR-E-7K3PQ4.", "As good as [left out]."],
    ["Annabel stays.", "Annabel stays."],
    ["£92,827 for 17 people in 2017.", "£92,827 for 17 people in 2017."],
  ])("%s", (text, left) => expect(mask(text)).toBe(left))

  test("is everything that the check sees, and a text in which it sees nothing stays as it is", () => {
    const context = { workMailDomains: [], today: "2017-09-14" }
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("plain words", "a@b.example", "020 7946 0999", "Mrs Young", "SW1A 2NS", "\n"),
        ),
        (parts) => {
          const without = withoutPersonalData(parts.join(" "), context, "-")
          for (const gone of ["a@b.example", "7946", "Young", "2NS"]) expect(without).not.toContain(gone)
          if (parts.every((one) => one === "plain words")) expect(without).toBe(parts.join(" "))
        },
      ),
    )
  })
})

describe("an answer that goes out", () => {
  const sent = {
    sentBy: "Anna Bell",
    signatures: [{ role: "sponsor", name: "Carl Dent", at: now.toISOString(), declares: [] }],
    sections: [
      {
        id: "organisation",
        title: "Your organisation",
        questions: [
          {
            id: "lead",
            type: "person",
            label: "Who leads?",
            answer: { name: "Eve Frost", jobTitle: "Manager", email: "eve.frost@halton.gov.uk" },
            words: "Eve Frost\nManager\neve.frost@halton.gov.uk",
          },
          {
            id: "why",
            type: "longText",
            label: "Why?",
            answer: "",
            words: "Eve Frost and Carl Dent say so.",
          },
          { id: "amount", type: "money", label: "How much?", answer: 1, words: "£92,827" },
          { id: "more", type: "longText", label: "More?", words: "" },
        ],
      },
    ],
  } as unknown as Sent

  test("names nobody of whoever wrote, signed or is named in it, and says what is not answered", () => {
    const mask = masking({ people: namedIn(sent), linked: [], today: "2017-09-14" })
    const out = sent.sections[0]?.questions.map((question) => answerOut(question, mask))
    expect(out).toEqual([redacted, `${redacted} and ${redacted} say so.`, "£92,827", "Not answered"])
  })
})

describe("the parts of a pack", () => {
  const all = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ reference: `R${String(place).padStart(4, "0")}` }))

  test("hold everything once, in the same order, whatever order it is found in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
        const parts = Array.from({ length: partsOf(count) }, (_, at) => inPart(all(count).reverse(), at + 1))
        expect(parts.flat()).toEqual(all(count))
        expect(Math.max(...parts.map((one) => one.length))).toBeLessThanOrEqual(perPart)
      }),
    )
  })

  test("stay under four megabytes where every word is as long as it may be and none comes twice", () => {
    /** Letters that no packer makes smaller than six bits each. */
    const noise = (characters: number, seed: string) =>
      Array.from({ length: Math.ceil(characters / 64) }, (_, at) =>
        createHash("sha384").update(`${seed}${at}`).digest("base64"),
      )
        .join("")
        .slice(0, characters)
    const words = (count: number, seed: string) => noise(count * 10, seed)
    const wholeForm = 4_000
    const justified = 2 * 5 * 200
    const decided = 200 + 6 * 60 + 4 * 60
    const files = Object.fromEntries(
      all(perPart).flatMap(({ reference }) => [
        [`expressions/${reference}.html`, strToU8(words(wholeForm, reference))],
        [`${reference}.csv`, strToU8(words(justified + decided, `${reference} csv`))],
      ]),
    )
    expect(zipSync(files, { level: 6 }).length).toBeLessThan(4_000_000)
  })
})

describe("what a site has to do", () => {
  const one: Action = {
    id: "2017-10-31-NSW2-HAL-E-7K3PQ4-1",
    organisation: "halton",
    phase: "NSW2",
    text: "Name who covers.",
    due: "2017-10-31",
    from: { kind: "condition", reference: "NSW2-HAL-E-7K3PQ4" },
    owner: "site",
    state: "open",
    carried: [],
    revision: 1,
  }
  const by = { person: "p-1", name: "Somebody" }

  test.each([
    ["2017-10-30", "Due 31 October 2017, in 1 working day"],
    ["2017-10-31", "Due today, 31 October 2017"],
    ["2017-11-01", "Was due 31 October 2017, 1 working day ago"],
  ])("on %s: %s", (today, says) => expect(dueWords(one, today)).toBe(says))

  test("is done once, and stands", () => {
    const done = closed(one, { evidence: "It is in the rota." }, by, now)
    expect(done).toMatchObject({ state: "done", done: { evidence: "It is in the rota.", by } })
    expect(() => closed(done, { evidence: "Again." }, by, now)).toThrow()
  })

  test("is listed with what is open first, by its day", () => {
    const later = { ...one, id: "later", due: "2017-12-01" }
    const done = { ...one, id: "done", state: "done" as const }
    expect(inOrder([done, later, one]).map(({ id }) => id)).toEqual([one.id, "later", "done"])
  })
})
