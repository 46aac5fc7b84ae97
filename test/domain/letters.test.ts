import { describe, expect, test } from "vitest"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { letter } from "../../shared/domain/submissions/letter.ts"
import { type Move, moveNames, reviewing } from "../../shared/form/workflow.ts"
import {
  certifier,
  confirmed,
  everyone,
  filled,
  fullRound,
  later,
  lead,
  memberOf,
  monday,
  sent,
  someone,
  sponsor,
  stepOf,
} from "./given.ts"
import { acceptedReturn, type begunReturn, sentReturn, withCertifier } from "./given-return.ts"

const told = (change: ReturnType<ReturnType<typeof filled>["takes"]>) =>
  change.letters.flatMap(({ to }) => to.map(({ role }) => role)).sort()

describe("who is told what", () => {
  test("the first to confirm brings a letter to each who must still, and the next brings none", () => {
    const one = filled({ round: fullRound })
    const first = one.signs(lead)
    expect(first.letters.map((each) => each.letter)).toEqual(["asked to confirm"])
    expect(told(first)).toEqual(["certifier", "governance", "sponsor"])
    expect(one.signs(sponsor).letters).toEqual([])
  })

  test("“not yet” goes to those who write, with the reason", () => {
    const one = filled()
    one.signs(lead)
    const change = one.takes({ move: "decline", note: "The hours do not add up." }, sponsor)
    expect(told(change)).toEqual(["contributor", "lead"])
    expect(change.letters[0]).toMatchObject({ letter: "not yet", note: "The hours do not add up." })
  })

  test("the receipt goes to whoever sent it too", () => {
    const change = confirmed().sends(lead)
    expect(told(change)).toEqual(["contributor", "lead", "sponsor"])
    expect(change.letters[0]).toMatchObject({ letter: "sent", version: 1 })
    expect(change.letters[0]?.sentence).toMatch(/^SENT to the Department of Health at 9am on 14 August 2017/)
  })

  test("opening it for changes is told to the sponsor, withdrawing it to all who had a part but the one who did", () => {
    const one = sent()
    expect(told(one.takes(stepOf("change", one.whole.head.revision), lead))).toEqual(["sponsor"])
    expect(told(one.takes(stepOf("withdraw", 0), sponsor))).toEqual(["contributor", "lead"])
  })

  test("saving is told to nobody", () => {
    expect(filled().saves("proposal", { whyHere: "Another reason." }).letters).toEqual([])
  })
})

describe("whatever the move", () => {
  const ofReturns = new Set<Move>(reviewing)
  const returns: Partial<Record<Move, () => ReturnType<typeof begunReturn>>> = {
    suggest: withCertifier,
    keep: () => withCertifier().goes("suggest"),
    answer: sentReturn,
    settle: sentReturn,
    reopen: acceptedReturn,
  }
  const starts: Partial<Record<Move, typeof filled>> = {
    save: filled,
    sign: filled,
    decline: confirmed,
    send: confirmed,
    change: sent,
    withdraw: filled,
    "ask to be late": filled,
  }
  const moved = (move: Move, by: Actor, members = everyone.flatMap(memberOf)) => {
    if (ofReturns.has(move))
      return (returns[move] ?? sentReturn)().does(move, everybody, { members, at: monday })
    const one = (starts[move] ?? filled)()
    const at = move === "ask to be late" ? new Date("2017-08-26T09:00:00.000Z") : monday
    return one.takes(stepOf(move, one.whole.head.revision), by, { at, members })
  }
  const all = someone("lead", "sponsor")
  /** Somebody who may make every move of a return but sign it. */
  const everybody: Actor = {
    ...all,
    grants: someone("lead", "sponsor", "contributor", "certifier", "finance", "coordinator").grants,
  }

  test.each(moveNames)("%s: a letter can be kept as it is, and is one to each person once", (move) => {
    const twice = [...everyone.flatMap(memberOf), ...memberOf(someone("lead", "contributor", "sponsor"))]
    for (const { to, ...one } of moved(move, all, twice).letters) {
      expect(letter.parse({ to, ...one })).toEqual({ to, ...one })
      expect(new Set(to.map(({ email }) => email)).size).toBe(to.length)
    }
  })

  test.each(moveNames)("%s: nobody is told of their own act, but by a receipt", (move) => {
    for (const one of moved(move, all, [...everyone.flatMap(memberOf), ...memberOf(all)]).letters)
      expect(one.to.some(({ email }) => email === all.email)).toBe(one.letter === "sent")
  })

  test.each(moveNames)("%s: nobody whose access has ended, or has not begun, is told", (move) => {
    const ended = everyone.flatMap(memberOf).map((one) => ({ ...one, to: monday.toISOString() }))
    const future = everyone.flatMap(memberOf).map((one) => ({ ...one, from: later(monday, 1).toISOString() }))
    if (move === "ask to be late") return
    expect(moved(move, all, [...ended, ...future]).letters).toEqual([])
  })

  test("a letter holds names and references, never an answer", () => {
    const words = JSON.stringify(moveNames.flatMap((move) => moved(move, all).letters))
    expect(words).not.toContain("Eleven young people")
  })

  test("two moves never make letters of the same id", () => {
    const one = filled({ round: fullRound })
    const ids = [one.signs(lead), one.takes(stepOf("decline", 0), sponsor), one.signs(certifier)].flatMap(
      ({ letters }) => letters.map(({ id }) => id),
    )
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
  })
})
