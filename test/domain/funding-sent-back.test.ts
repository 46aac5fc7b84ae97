import { describe, expect, test } from "vitest"
import { Refused } from "../../shared/domain/refused.ts"
import type { Answers } from "../../shared/form/question.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import type { ReturnFacts } from "../../shared/kinds/return-facts.ts"
import { facts, funding } from "../support/funding/full-return.ts"
import { returnForms } from "../support/returns.ts"
import { certifier, contributor, lead, refusalOf, someone } from "./given.ts"
import { finance, sentReturn, withCertifier } from "./given-return.ts"

const quarterly = kindOf("funding-return")
const form = returnForms["funding-return"] as Record<string, Answers>
const reason = (head: string) => ({
  id: "new-1",
  head,
  reason: "costlier",
  words: "The agency charged more.",
})
/** Backfill of £14,000 against a profile of £9,000. */
const dear = { spending: { ...(form.spending?.spending as object), backfill: { actual: 1_400_000 } } }

const saves = (one: ReturnType<typeof sentReturn>, section: string, answers: Record<string, unknown>) =>
  one.takes({ move: "save", section, edit: { answers, seen: one.whole.head.revision } }, contributor)
const sentBack = (...sections: string[]) => {
  const one = sentReturn(quarterly, form)
  const { revision } = one.whole.head
  one.takes({ move: "send back", sections, note: "It is not that of the ledger.", seen: revision }, finance)
  return one
}
const refusedIn = (one: ReturnType<typeof sentReturn>, section: string, answers: Record<string, unknown>) =>
  refusalOf(() => saves(one, section, answers)).details.says

describe("a quarterly return that is sent back for its spending alone", () => {
  test("opens no other section as long as they agree with it", () => {
    const one = sentBack("spending")
    expect(refusedIn(one, "reasons", { reasons: [reason("backfill")] })).toBe(
      "Only What you spent can be changed now. The rest is as it was sent.",
    )
    saves(one, "spending", { other: "Room hire." })
    expect(refusedIn(one, "ending", { confidence: "5" })).toContain("Only What you spent")
  })

  test("opens what a new figure makes wrong, so that it can be sent again at all", () => {
    const one = sentBack("spending")
    saves(one, "spending", dear)
    const { problems } = refusalOf(() => one.goes("sign")).details
    expect(problems?.map(({ section }) => section)).toEqual(["reasons"])
    saves(one, "reasons", { reasons: [reason("backfill")] })
    expect(refusedIn(one, "staff", { posts: [] })).toContain("Only What you spent")
    one.goes("sign")
    one.does("sign", certifier)
    expect(one.goes("send").whole.head).toMatchObject({ state: "sent", version: 2 })
  })
})

describe("a certifier who says “not yet”", () => {
  const withSections = (sections?: string[]) => (one: ReturnType<typeof withCertifier>) =>
    one.takes({ move: "decline", note: "Look again.", ...(sections && { sections }) }, certifier)

  test("of all of it opens all of it, whatever was named the time before", () => {
    const one = withCertifier(quarterly, form)
    withSections(["ending"])(one)
    expect(refusedIn(one, "spending", dear)).toContain("Only By the end")
    saves(one, "ending", { confidence: "5" })
    one.goes("sign")
    withSections()(one)
    expect(one.whole.head.back).toBeUndefined()
    saves(one, "spending", { other: "Room hire." })
  })

  test("opens no more than the department did of what was sent back, unless sections are named", () => {
    const one = sentBack("ending")
    saves(one, "ending", { confidence: "5" })
    one.goes("sign")
    withSections()(one)
    expect(refusedIn(one, "spending", dear)).toContain("Only By the end")
  })
})

describe("what somebody confirmed, where the account of the site changes before it is sent", () => {
  const certified = () => {
    const one = withCertifier(quarterly, form)
    one.does("sign", certifier)
    return one
  }
  const sends = (one: ReturnType<typeof certified>, facts: ReturnFacts) =>
    one.takes({ move: "send", seen: one.whole.head.revision }, lead, { facts })

  test("is sent as it is where it comes to the same", () => {
    const versions = [
      ...funding.versions,
      { version: 2, amount: 9_282_700, because: "Later.", on: "2018-04-10" },
    ]
    expect(sends(certified(), facts({ versions })).head.state).toBe("sent")
  })

  test("is confirmed again where it comes to something else: nobody’s word is on a figure they did not see", () => {
    const shorter = facts({}, { site: { from: "2017-10-01", to: "2018-03-31", award: 9_282_700 } })
    expect(refusalOf(() => sends(certified(), shorter)).details.says).toBe(
      "What it comes to has changed since it was confirmed. It has to be confirmed again.",
    )
  })

  test("keeps a correction of a return that was opened again from being left out without a word", () => {
    const [first] = funding.earlier
    const another = { ...first, round: "long before", title: "Return long before" } as typeof first
    const opened = facts({ earlier: another ? [another] : [] })
    const { problems } = refusalOf(() => sends(certified(), opened)).details
    expect(problems?.map(({ says }) => says)).toEqual([
      "A correction is of a return that is not accepted any more: select another, or take the row out",
    ])
  })
})

test("whoever wrote one section of several at once, in whatever version, never certifies it", () => {
  const both = someone("contributor", "certifier")
  const one = withCertifier(quarterly, form)
  const edit = (answers: Record<string, unknown>) => ({ answers, seen: one.whole.head.revision })
  const edits = [
    { section: "ending", edit: edit({ confidence: "5" }) },
    { section: "spending", edit: edit({ other: "Room hire." }) },
  ]
  one.takes({ move: "save", edits }, both)
  const refused = () => refusalOf(() => one.does("sign", both)).details.says
  one.goes("sign")
  expect(refused()).toBe("You have written in it: somebody else who holds your role certifies it.")
  one.does("sign", certifier)
  one.goes("send", "change")
  saves(one, "ending", { confidence: "4" })
  one.goes("sign")
  expect(refused()).toBe("You have written in it: somebody else who holds your role certifies it.")
})

test("a refusal of this is one in words, and never a fault", () => {
  expect(refusalOf(() => saves(sentBack("ending"), "spending", dear))).toBeInstanceOf(Refused)
})
