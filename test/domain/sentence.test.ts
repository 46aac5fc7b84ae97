import { describe, expect, test } from "vitest"
import { occasionOf } from "../../shared/domain/calendar/occasion.ts"
import { asText, type HeardOf, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { type State, states } from "../../shared/form/workflow.ts"
import {
  begun,
  certifier,
  closes,
  confirmed,
  filled,
  fullRound,
  later,
  lead,
  monday,
  sent,
  shortRound,
  sponsor,
  stepOf,
} from "./given.ts"
import { acceptedReturn } from "./given-return.ts"

const said = (one: ReturnType<typeof begun>, at = monday) =>
  asText(sentenceOf(one.whole.head, occasionOf(shortRound), at))
const waiting = () => {
  const one = filled({ round: fullRound })
  one.signs(certifier)
  return one
}
const withdrawn = () => {
  const one = sent()
  one.takes(stepOf("withdraw", 0), sponsor)
  return one
}
const changing = () => {
  const one = sent()
  one.takes(stepOf("change", one.whole.head.revision), lead)
  return one
}
/** Every state as it can come about: what is accepted was a return about money. */
const standing: Record<State, () => { whole: Whole }> = {
  draft: begun,
  waiting,
  sent,
  accepted: acceptedReturn,
  withdrawn,
}

describe("is it sent? one sentence for every state", () => {
  test.each(states)("%s", (state) => {
    const { loud, rest } = sentenceOf(standing[state]().whole.head, occasionOf(shortRound), monday)
    expect(loud).toBe(
      {
        draft: "NOT SENT",
        waiting: "NOT SENT YET",
        sent: "SENT",
        accepted: "SENT",
        withdrawn: "WITHDRAWN",
      }[state],
    )
    expect(rest).toMatch(/\.$/)
    expect(rest).not.toMatch(/undefined|null|NaN|\. \.|\.\./)
  })

  test("a draft says who can see it, when the round closes, and how many working days are left", () => {
    expect(said(begun())).toBe(
      "NOT SENT. Only your team can see this. The round closes at 5pm on Friday 25 August 2017, in 9 working days.",
    )
  })

  test("waiting names everybody it waits for, by name and role, and since when", () => {
    const one = filled()
    one.signs(lead)
    expect(said(one)).toBe(
      `NOT SENT YET. Waiting for ${sponsor.name}, sponsor, since 14 August 2017 at 9am. The round closes at 5pm on Friday 25 August 2017, in 9 working days.`,
    )
  })

  test("whoever it does not wait for is told that they have done their part", () => {
    const one = filled()
    one.signs(lead)
    const readBy = (...roles: string[]) =>
      asText(sentenceOf(one.whole.head, occasionOf(shortRound), monday, roles))
    expect(readBy("lead")).toContain("You have done your part.")
    expect(readBy("contributor")).toContain("You have done your part.")
    expect(readBy("lead", "sponsor")).not.toContain("You have done your part.")
  })

  test("signed by all is still not sent, and says that it has to be", () => {
    expect(said(confirmed())).toMatch(
      /^NOT SENT YET\. Everyone who must confirm it has\. It has to be sent now\./,
    )
  })

  test("nothing is to be sent any more once the round has closed", () => {
    expect(said(confirmed(), closes)).not.toContain("has to be sent now")
    expect(said(confirmed(), closes)).toContain("The round closed at 5pm on Friday 25 August 2017.")
  })

  test("sent says to whom, when, the reference, and when they will hear", () => {
    expect(said(sent())).toBe(
      "SENT to the Department of Health at 9am on 14 August 2017. Reference NSW2-HAL-E-7K3PQ4, version 1. Nobody reads it before the round closes. You will hear by 15 September 2017.",
    )
  })

  test("where the round lets it be read early, nobody is told that nobody reads it", () => {
    const round = { ...shortRound, reading: { sealed: false, readers: 2, questions: false } }
    const words = asText(sentenceOf(sent().whole.head, occasionOf(round), monday))
    expect(words).toMatch(/version 1\. You will hear by 15 September 2017\.$/)
  })

  test("from the close on the selection panel reads it, by the clock alone", () => {
    const reading = "The selection panel is reading the expressions of interest."
    for (const at of [closes, new Date("2017-09-15T22:59:59.000Z")])
      expect(said(sent(), at)).toContain(
        `version 1. ${reading} Nothing for you to do. You will hear by 15 September 2017.`,
      )
  })

  test("once the day has passed, the decision is said to be late", () => {
    expect(said(sent(), new Date("2017-09-15T23:00:00.000Z"))).toMatch(
      /expressions of interest\. You were to hear by 15 September 2017: the decision is late\. Nothing for you to do\.$/,
    )
  })

  test("told, it says what was decided, when, and that it is in confidence until it is announced", () => {
    const told = (heard: HeardOf) =>
      asText(sentenceOf(sent().whole.head, occasionOf(shortRound), closes, ["lead"], heard))
    const heard = { decidedOn: "2017-09-18", announced: false }
    expect(told({ ...heard, decision: "with conditions" })).toBe(
      "SENT, and DECIDED: successful, with conditions, 18 September 2017. Reference NSW2-HAL-E-7K3PQ4, version 1. In confidence until the Department announces.",
    )
    expect(told({ ...heard, decision: "reserve", place: 2 })).toContain(
      "DECIDED: reserve, number 2 on the list, 18 September 2017.",
    )
    expect(told({ ...heard, decision: "unsuccessful", announced: true })).toBe(
      "SENT, and DECIDED: unsuccessful, 18 September 2017. Reference NSW2-HAL-E-7K3PQ4, version 1.",
    )
  })

  test("what was withdrawn stays withdrawn, whatever was decided", () => {
    const heard = { decision: "successful", decidedOn: "2017-09-18", announced: false } as const
    const { head } = withdrawn().whole
    expect(sentenceOf(head, occasionOf(shortRound), closes, [], heard).loud).toBe("WITHDRAWN")
  })

  test("opened for changes says that the version sent still counts and the changes are not sent", () => {
    expect(said(changing())).toMatch(
      /^NOT SENT\. Version 1 was sent at 9am on 14 August 2017 and still counts\. Your changes since are not sent\. /,
    )
  })

  test("withdrawn says by whom and when", () => {
    expect(said(withdrawn())).toBe(`WITHDRAWN by ${sponsor.name} on 14 August 2017.`)
  })

  test("only what is sent is ever said to be SENT", () => {
    for (const one of [begun(), waiting(), confirmed(), changing(), withdrawn()])
      expect(said(one)).not.toMatch(/^SENT/)
  })
})

test.each([
  ["2017-08-23T09:00:00.000Z", "in 2 working days"],
  ["2017-08-24T09:00:00.000Z", "in 1 working day"],
  ["2017-08-25T09:00:00.000Z", "today"],
])("at %s it closes %s", (at, words) => {
  expect(said(begun(), new Date(at))).toContain(`at 5pm on Friday 25 August 2017, ${words}.`)
})

test("from the closing instant on, a draft says that the round closed", () => {
  expect(said(begun(), later(closes, -1))).toContain("The round closes at")
  expect(said(begun(), closes)).toContain("The round closed at 5pm on Friday 25 August 2017.")
})
