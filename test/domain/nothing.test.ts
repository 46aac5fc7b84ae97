import { describe, expect, test } from "vitest"
import { phases } from "../../infra/local/demonstration/phases.ts"
import { type Expected, occasionFor } from "../../shared/domain/calendar/expected.ts"
import { isDated, owedBy, periodsIn } from "../../shared/domain/calendar/owed.ts"
import { returnFactsOf } from "../../shared/domain/calendar/return-facts.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import type { Change } from "../../shared/domain/submissions/change.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import { brokenAt } from "../../shared/domain/submissions/event.ts"
import { nothing as stating } from "../../shared/domain/submissions/nothing.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import type { Head, Whole } from "../../shared/domain/submissions/submission.ts"
import { kindIds, kindOf } from "../../shared/kinds/index.ts"
import { contextOf, contributor, lead, refusalOf, someone, sponsor } from "./given.ts"

const sheffield = (kind: Expected["kind"]): Expected => {
  const { phase, sites } = phases.find(({ phase }) => phase.id === "NSW2") ?? {}
  const site = sites?.filter(isDated).find(({ organisation }) => organisation === "sheffield")
  const owed = phase && site && sites ? owedBy(phase, site, periodsIn(phase, sites), "2017-10-12") : []
  const found = owed.find((one) => one.kind === kind)
  if (!found) throw new Error(`Sheffield owes no ${kind}`)
  return { ...found, organisation: "halton", name: "Halton" }
}

const expected = sheffield("spending-update")
const open = new Date("2018-01-16T09:00:00Z")
const reference = "NSW2-HAL-F-7K3PQ4"
const reason = "The pilot starts in January."

/** It is saved, signed and sent, in this order. */
const nothing = (...given: Parameters<typeof stating>) => {
  const made = stating(...given)
  return { ...made, changes: made.changes as [Change, Change, Change] }
}

const contextFor = (actor: Actor, at = open, one = expected): Context => {
  const kind = kindOf(one.kind)
  return {
    ...contextOf(actor),
    actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, to: "2019-01-01T00:00:00.000Z" })) },
    members: [],
    at,
    kind,
    facts: kind.facts.parse(returnFactsOf(one)),
    occasion: occasionFor(one),
  }
}

const draft = (more: Partial<Head> = {}): Whole => {
  const { head } = begin({ ...contextFor(contributor), reference: "NSW2-HAL-F-222222" })
  return { head: { ...head, ...more }, sections: {} }
}

test("a statement that there is nothing to report is begun, written, signed and sent by one act", () => {
  const { first, changes, withdrawn } = nothing({ reference, reason }, contextFor(lead))
  const [saved, signed, sent] = changes
  expect(withdrawn).toBeUndefined()
  expect(sent.head).toMatchObject({
    nil: true,
    state: "sent",
    version: 1,
    kind: "spending-update",
    waitingFor: [],
  })
  expect(sent.stands).toMatchObject({ nil: true, state: "sent", reference, firstSentAt: open.toISOString() })
  const events = [...(first ? [first] : []), saved, signed, sent].flatMap(({ event }) =>
    event ? [event] : [],
  )
  expect(events.map(({ move, by }) => [move, by.role])).toEqual([
    ["start", "lead"],
    ["save", "lead"],
    ["sign", "lead"],
    ["send", "lead"],
  ])
  expect(brokenAt(events, sent.head.events)).toBeUndefined()
})

test("what is sent says what was declared, by whom and why, and asks nothing else", () => {
  const { changes } = nothing({ reference, reason }, contextFor(lead))
  const said = changes[2].sent && sentIn(changes[2].sent)
  expect(said?.signatures).toMatchObject([
    { role: "lead", name: lead.name, declares: [kindOf("spending-update").nil?.declares] },
  ])
  expect(said?.sections.map(({ questions }) => questions.map(({ words }) => words))).toEqual([[reason]])
})

test("a draft that is not sent is withdrawn by it, with why", () => {
  const { withdrawn } = nothing({ reference, reason, draft: draft() }, contextFor(lead))
  expect(withdrawn?.head.state).toBe("withdrawn")
  expect(withdrawn?.contents?.note).toBe("Nothing to report.")
  expect(withdrawn?.event?.by.person).toBe(lead.id)
})

describe("it is refused", () => {
  test.each(
    [contributor, sponsor, someone("certifier"), someone("governance")].map(
      (one) => [one.name, one] as const,
    ),
  )("to %s, who is not the lead", (_, actor) => {
    expect(refusalOf(() => nothing({ reference, reason }, contextFor(actor))).refusal).toBe("not allowed")
  })

  test.each([
    ["sent", {}],
    ["opened for changes since", { state: "draft" as const }],
  ])("where a return was sent already, and %s", (_, more) => {
    const sent = draft({ state: "sent", version: 1, sentBy: { person: "p", name: "Ann" }, ...more })
    const { refusal, details } = refusalOf(() =>
      nothing({ reference, reason, draft: sent }, contextFor(lead)),
    )
    expect(refusal).toBe("not possible now")
    expect(details.says).toContain("It was sent already, by Ann. Reference NSW2-HAL-F-222222, version 1.")
  })

  test.each([
    ["before it opens", "2017-12-31T12:00:00Z", "not possible now"],
    ["after it has locked", "2018-07-01T12:00:00Z", "too late"],
  ])("%s", (_, at, refusal) => {
    expect(refusalOf(() => nothing({ reference, reason }, contextFor(lead, new Date(at)))).refusal).toBe(
      refusal,
    )
  })

  test.each(["", "word ".repeat(101), "For NHS number 943 476 5919."])("with the reason %j", (given) => {
    const { details } = refusalOf(() => nothing({ reference, reason: given }, contextFor(lead)))
    expect(details.problems?.[0]?.question).toBe("reason")
  })
})

test("is late like any other where it is sent late", () => {
  const late = new Date("2018-01-24T10:00:00Z")
  const { changes } = nothing({ reference, reason }, contextFor(lead, late))
  expect(changes[2].stands?.firstSentAt).toBe(late.toISOString())
})

test.each(kindIds.filter((id) => kindOf(id).nil))("whoever leads may do every step of it: %s", (id) => {
  const one = { ...expected, kind: id }
  expect(nothing({ reference, reason }, contextFor(lead, open, one)).changes[2].head.state).toBe("sent")
})
