import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import { type Change, headAfter, wholeAfter } from "../../shared/domain/submissions/change.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import type { Event } from "../../shared/domain/submissions/event.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { type Step, take } from "../../shared/domain/submissions/take.ts"
import type { Answers } from "../../shared/form/question.ts"
import type { Move } from "../../shared/form/workflow.ts"
import { type Kind, kindOf } from "../../shared/kinds/index.ts"
import { shortHash } from "../../shared/values/hash.ts"
import { certifier, contributor, everyone, halton, lead, memberOf, someone } from "./given.ts"

/** A return about money as the laws need one: certified, read by the department and accepted. */
export const statement = kindOf("statement-of-grant-usage")

/** Monday 16 April 2018, 9am in London: it is taken, and due on 30 May. */
export const april = new Date("2018-04-16T08:00:00.000Z")
export const locks = new Date("2018-06-29T16:00:00.000Z")
export const occasion: Occasion = {
  id: "nsw2-statement-2018-03-31",
  title: "Statement of grant usage",
  window: {
    rule: "due",
    opens: "2018-04-01T08:00:00.000Z",
    by: "2018-05-30T16:00:00.000Z",
    locks: locks.toISOString(),
  },
}

export const finance = someone("finance")
export const coordinator = someone("coordinator")

type More = { at?: Date; members?: Member[]; kind?: Kind; facts?: unknown }

/** As somebody whose grants still run in the spring. */
const lasting = (members: Member[]) => members.map((one) => ({ ...one, to: "2019-01-01T00:00:00.000Z" }))

export const returnContext = (
  actor: Actor,
  {
    at = april,
    members = lasting(everyone.flatMap(memberOf)),
    kind = statement,
    facts = kind.sample,
  }: More = {},
): Context => ({
  actor,
  at,
  kind,
  facts,
  occasion,
  organisation: halton,
  members,
  workMailDomains: ["halton.example"],
  salt: "salt",
  seal: (mark) => shortHash(`sealed ${mark}`),
})

export const unspent = { section: "usage", question: "unspent" }

/** A step of this name that says nothing unusual. */
export const returnStep = (move: Move, seen: number): Step => {
  switch (move) {
    case "save":
      return { move, section: "usage", edit: { answers: { why: "Because." }, seen } }
    case "sign":
    case "send":
    case "change":
    case "check completeness":
    case "accept":
      return { move, seen }
    case "look":
      return { move }
    case "ask":
    case "answer":
    case "settle":
      return { move, open: [], answered: 0, ...(move === "ask" && { note: "What is in it?" }) }
    case "send back":
    case "reopen":
      return { move, note: "A reason.", sections: ["usage"], seen }
    case "suggest":
      return { move, suggestion: { ...unspent, after: 2_700, note: "£27 is left." }, seen }
    case "keep":
      return { move, place: unspent, seen }
    default:
      return { move, note: "A reason." }
  }
}

const usage: Record<string, Answers> = { usage: { used: { used: { "2017-18": 9_282_700 } }, unspent: 0 } }

/** A return that lives in memory, prepared by a contributor: each move goes through `take`. */
export const begunReturn = (kind = statement, form: Record<string, Answers> = usage) => {
  const first = begin({
    actor: lead,
    at: april,
    kind,
    occasion,
    organisation: halton,
    reference: "NSW2-HAL-S-7K3PQ4",
  })
  const one = {
    whole: { head: first.head, sections: {} } as Whole,
    events: [first.event] as Event[],
    takes: (step: Step, by: Actor, more: More = {}): Change => {
      const change = take(step, one.whole, returnContext(by, { kind, ...more }))
      for (let each: Change | undefined = change; each; each = each.also) {
        one.whole = wholeAfter(each, one.whole)
        if (each.event) one.events.push(each.event)
      }
      return { ...change, head: headAfter(change) }
    },
    does: (move: Move, by: Actor, more: More = {}) =>
      one.takes(returnStep(move, one.whole.head.revision), by, more),
    fills: (by: Actor = contributor) => {
      for (const [section, answers] of Object.entries(form))
        one.takes({ move: "save", section, edit: { answers, seen: one.whole.head.revision } }, by)
      return one
    },
    goes: (...moves: Move[]) => {
      for (const move of moves) one.does(move, whoMoves[move] ?? lead)
      return one
    },
  }
  return one
}

type Of = Parameters<typeof begunReturn>

const whoMoves: Partial<Record<Move, Actor>> = {
  suggest: certifier,
  decline: certifier,
  look: finance,
  "check completeness": coordinator,
  ask: finance,
  answer: contributor,
  settle: finance,
  "send back": finance,
  accept: finance,
  reopen: finance,
}

export const filledReturn = (...of: Of) => begunReturn(...of).fills()

/** Confirmed by the lead: with the certifier. */
export const withCertifier = (...of: Of) => filledReturn(...of).goes("sign")

export const certifiedReturn = (...of: Of) => {
  const one = withCertifier(...of)
  one.does("sign", certifier)
  return one
}

export const sentReturn = (...of: Of) => certifiedReturn(...of).goes("send")
export const acceptedReturn = (...of: Of) => sentReturn(...of).goes("look", "accept")
