import { describe, expect, test } from "vitest"
import type { Refused } from "../../shared/domain/refused.ts"
import { begun, filled, lead, monday, refusalOf, sponsor } from "./given.ts"

const nhsNumber = "943 476 5919"
const postcode = "WA8 7QF"
const asksOf = ({ details }: Refused) => details.asks ?? []
const reason = "It is the address of our town hall"

/** Everything that leaves the domain, as text. */
const everything = (refused: Refused) => JSON.stringify([refused.message, refused.details])

describe("an identifier of a person in an answer", () => {
  test("is stopped, with the place and never the text", () => {
    const one = begun()
    const refused = refusalOf(() => one.saves("proposal", { whyHere: `We support ${nhsNumber} here.` }))
    expect(refused.refusal).toBe("personal data")
    expect(refused.details.problems).toEqual([
      { question: "whyHere", says: "Word 3 looks like an NHS number. Take it out; we cannot accept it." },
    ])
    expect(everything(refused)).not.toContain("943")
    expect(one.whole.sections).toEqual({})
  })

  test("cannot be cleared by any reason", () => {
    const one = begun()
    const text = `We support ${nhsNumber}, ${postcode}.`
    const [asked] = asksOf(refusalOf(() => one.saves("proposal", { whyHere: `At ${postcode}.` })))
    for (const mark of [asked?.mark ?? "", "anything"])
      expect(
        refusalOf(() => one.saves("proposal", { whyHere: text }, lead, { cleared: { [mark]: reason } }))
          .refusal,
      ).toBe("personal data")
  })

  test("is stopped in rows, in the reason of a count, and in one line of text", () => {
    const saves: [string, Record<string, unknown>][] = [
      ["people", { expected: { notKnown: `Ask about ${nhsNumber}` } }],
      ["organisation", { together: true, partners: [{ name: `Trust ${nhsNumber}`, commits: "A room" }] }],
    ]
    for (const [section, answers] of saves)
      expect(refusalOf(() => begun().saves(section, answers)).refusal).toBe("personal data")
  })
})

describe("what looks like a person's", () => {
  const asking = (one = begun()) => {
    const refused = refusalOf(() => one.saves("proposal", { whyHere: `We meet at ${postcode}.` }))
    const [asked] = asksOf(refused)
    return { one, refused, mark: asked?.mark ?? "" }
  }

  test("is asked about once, wherever and however often it stands in the section", () => {
    const twice = `We meet at ${postcode}, and again at wa87qf.`
    const refused = refusalOf(() => begun().saves("proposal", { whyHere: twice, differently: postcode }))
    expect(asksOf(refused)).toHaveLength(1)
    expect(everything(refused)).not.toMatch(/WA8|7QF/i)
  })

  test("is kept once somebody says why, with the reason, and is not asked about again", () => {
    const { one, mark } = asking()
    one.saves("proposal", { whyHere: `We meet at ${postcode}.` }, lead, { cleared: { [mark]: reason } })
    expect(one.whole.sections.proposal?.cleared).toEqual({ [mark]: reason })
    one.saves("proposal", { whyHere: `We still meet at ${postcode}.` })
    one.saves("proposal", { differently: `Also at ${postcode}.` })
    expect(one.whole.sections.proposal?.cleared).toEqual({ [mark]: reason })
  })

  test.each(["", "   ", "\n"])("a reason that says nothing (%j) clears nothing", (why) => {
    const { one, mark } = asking()
    const again = () =>
      one.saves("proposal", { whyHere: `We meet at ${postcode}.` }, lead, { cleared: { [mark]: why } })
    expect(refusalOf(again).refusal).toBe("personal data")
  })

  test("a reason may not hold an identifier itself", () => {
    const { one, mark } = asking()
    const why = `It belongs to ${nhsNumber}`
    const refused = refusalOf(() =>
      one.saves("proposal", { whyHere: `We meet at ${postcode}.` }, lead, { cleared: { [mark]: why } }),
    )
    expect(refused.refusal).toBe("personal data")
    expect(refused.details.problems?.[0]).toMatchObject({ question: "whyHere" })
    expect(everything(refused)).not.toContain("943")
  })

  test("what was cleared is forgotten when the text goes; the text coming back is asked about again", () => {
    const { one, mark } = asking()
    one.saves("proposal", { whyHere: `We meet at ${postcode}.` }, lead, { cleared: { [mark]: reason } })
    one.saves("proposal", { whyHere: "We meet in town." })
    expect(one.whole.sections.proposal?.cleared).toEqual({})
    expect(refusalOf(() => one.saves("proposal", { whyHere: postcode })).refusal).toBe("personal data")
  })

  test("a reason for something that is not there is not kept", () => {
    const one = begun()
    const { section } = one.saves("proposal", { whyHere: "Plain." }, lead, { cleared: { nothing: reason } })
    expect(section?.cleared).toEqual({})
  })

  test("is never in an event, nor its mark as anybody could guess it", () => {
    const { one, mark } = asking()
    const change = one.saves("proposal", { whyHere: `We meet at ${postcode}.` }, lead, {
      cleared: { [mark]: reason },
    })
    expect(JSON.stringify(change.event)).not.toMatch(/WA8|town hall/)
  })

  test("an address at the council's own mail domain is nobody's secret", () => {
    const one = begun()
    one.saves("proposal", { whyHere: "Write to team@halton.example." })
    expect(refusalOf(() => one.saves("proposal", { whyHere: "Write to me@home.example." })).refusal).toBe(
      "personal data",
    )
  })
})

describe("a reason for a move", () => {
  const moving = (note: string) => () => filled().takes({ move: "withdraw", note }, sponsor, { at: monday })
  const words = (n: number) => Array.from({ length: n }, () => "word").join(" ")

  test.each(["", "   ", "\n\t\n"])("%j is no reason", (note) => {
    expect(refusalOf(moving(note)).details.problems).toEqual([{ question: "note", says: "Enter a reason" }])
  })

  test("has 100 words at most", () => {
    expect(moving(words(100))().head.state).toBe("withdrawn")
    expect(refusalOf(moving(words(101))).details.problems?.[0]?.says).toBe(
      "The reason must be 100 words or fewer. You have 101",
    )
    expect(refusalOf(moving("a".repeat(1_001))).details.problems?.[0]?.says).toBe(
      "The reason must be 1,000 characters or fewer",
    )
  })

  test("is text as it may be kept: damaged text is refused, line ends are one", () => {
    expect(refusalOf(moving("Damaged \ud800")).refusal).toBe("not valid")
    expect(refusalOf(moving("Hidden \u0007")).refusal).toBe("not valid")
    expect(moving("One\r\ntwo  ")().contents?.note).toBe("One\ntwo")
  })

  test("holds no identifier of a person", () => {
    const refused = refusalOf(moving(`We withdraw because of ${nhsNumber}.`))
    expect(refused.refusal).toBe("personal data")
    expect(everything(refused)).not.toContain("943")
  })

  test("stands apart from the line of history, which holds only its salted hash", () => {
    const { event, contents } = moving("We join another bid.")()
    expect(contents?.note).toBe("We join another bid.")
    expect(JSON.stringify(event)).not.toContain("another bid")
    expect(event?.contents).toMatch(/^[0-9a-f]{64}$/)
  })
})
