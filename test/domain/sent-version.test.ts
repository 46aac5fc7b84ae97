import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sentFrom, sentIn } from "../../shared/domain/submissions/sent.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { canonical } from "../../shared/values/canonical.ts"
import {
  confirmed,
  factsOf,
  filled,
  fullRound,
  halton,
  kind,
  lead,
  monday,
  sent,
  sponsor,
  stepOf,
} from "./given.ts"

const facts = factsOf(fullRound)
const by = { person: lead.id, name: lead.name }
const versionOf = ({ head, sections }: Whole, kindNow = kind) =>
  sentFrom(kindNow, facts, { ...head, version: 1 }, sections, by, monday.toISOString(), halton.name)
const { whole } = confirmed({ round: fullRound })

const shuffled = <Value>(value: Value, order: (count: number) => number[]): Value => {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, order)) as Value
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    order(entries.length).map((at) => [entries[at]?.[0], shuffled(entries[at]?.[1], order)]),
  ) as Value
}

describe("a version as it was sent", () => {
  test("has the SHA-256 of its exact bytes as its check code", () => {
    const { bytes, hash } = versionOf(whole)
    expect(hash).toBe(createHash("sha256").update(bytes, "utf8").digest("hex"))
  })

  test("has the same bytes for the same content, in whatever order a store gives its keys back", () => {
    const { bytes } = versionOf(whole)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const order = (count: number) =>
          Array.from({ length: count }, (_, at) => ({ at, by: numbers.next().value ?? 0 }))
            .sort((one, two) => one.by - two.by)
            .map(({ at }) => at)
        expect(versionOf(shuffled(whole, order)).bytes).toBe(bytes)
      }),
      { numRuns: 30 },
    )
  })

  test("is canonical: read and written again it is the same", () => {
    const { bytes } = versionOf(whole)
    expect(canonical(JSON.parse(bytes))).toBe(bytes)
  })

  test("differs where anything that was sent differs", () => {
    const { hash } = versionOf(whole)
    const other = confirmed({ round: fullRound })
    other.saves("sustaining", { sustaining: "The posts are kept, and one is added." })
    expect(versionOf(other.whole).hash).not.toBe(hash)
    expect(
      sentFrom(kind, facts, { ...whole.head, version: 2 }, whole.sections, by, monday.toISOString(), "x")
        .hash,
    ).not.toBe(hash)
  })

  test("keeps every question as it was asked, with its options, and the answer in words", () => {
    const said = sentIn(versionOf(whole))
    const questions = said.sections.flatMap((one) => one.questions)
    for (const section of kind.sections(facts))
      for (const [id, { label, shape }] of Object.entries(section.asks)) {
        const kept = questions.find((one) => one.id === id && one.label === label)
        if (kept) expect(kept.options).toEqual(shape.options)
      }
    expect(questions.find(({ id }) => id === "groups")?.words).toBe(
      "Young people moving to adult services, 14 to 25",
    )
    expect(questions.find(({ id }) => id === "amount")?.words).toBe("£92,827")
    expect(questions.every(({ words, answer }) => (answer === undefined) === (words === ""))).toBe(true)
  })

  test("keeps its words though the form is worded differently later", () => {
    const one = sent()
    const change = one.takes(stepOf("change", one.whole.head.revision), lead)
    expect(change.sent).toBeUndefined()
    const kept = versionOf(whole)
    const reworded = {
      ...kind,
      sections: (now: unknown) =>
        kind.sections(now).map((section) => ({
          ...section,
          asks: Object.fromEntries(
            Object.entries(section.asks).map(([id, ask]) => [id, { ...ask, label: "Reworded" }]),
          ),
        })),
    }
    expect(versionOf(whole, reworded).hash).not.toBe(kept.hash)
    expect(sentIn(kept).sections[0]?.questions[0]?.label).toBe("Who leads this expression of interest?")
  })

  test("keeps the facts it was asked against, and what each signatory put their name to", () => {
    const said = sentIn(versionOf(whole))
    expect(said.facts).toEqual(facts)
    expect(said.signatures.map(({ role }) => role)).toEqual(["lead", "sponsor", "certifier", "governance"])
    for (const { declares } of said.signatures) expect(declares.length).toBeGreaterThan(0)
  })

  test("leaves out what is hidden, question and answer, and has it back when it is asked again", () => {
    const one = filled()
    one.saves("declaration", { links: "some", linksAre: "A trustee of the institute." })
    one.saves("declaration", { links: "none" })
    const hidden = JSON.stringify(sentIn(versionOf(one.whole)))
    expect(hidden).not.toContain("A trustee")
    expect(hidden).not.toContain("What are the links?")
    one.saves("declaration", { links: "some" })
    expect(JSON.stringify(sentIn(versionOf(one.whole)))).toContain("A trustee")
  })

  test("holds only signatures that still stood as it was sent", () => {
    const one = confirmed({ round: fullRound })
    const stale = {
      role: "sponsor",
      by: { person: "p", name: "Before" },
      at: monday.toISOString(),
      hash: "x",
    }
    one.whole = {
      ...one.whole,
      head: { ...one.whole.head, signatures: [stale, ...one.whole.head.signatures] },
    }
    const { sent: version } = one.sends(sponsor)
    const names = version && sentIn(version).signatures.map(({ name }) => name)
    expect(names).not.toContain("Before")
    expect(names).toHaveLength(4)
  })
})
