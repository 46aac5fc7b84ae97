import { describe, expect, test } from "vitest"
import { standingOf } from "../../shared/domain/calendar/round.ts"
import { openTo } from "../../shared/domain/submissions/open-to.ts"
import { atLondon } from "../../shared/values/london.ts"
import {
  closes,
  confirmed,
  contextOf,
  filled,
  later,
  lead,
  refusalOf,
  sent,
  shortRound,
  someone,
  stepOf,
} from "./given.ts"

const opens = new Date(shortRound.opens)
const shut = ["sign", "send", "withdraw", "decline"] as const

describe("the closing instant", () => {
  test("itself is closed; one millisecond earlier is open", () => {
    expect(standingOf(shortRound, later(closes, -1))).toBe("open")
    expect(standingOf(shortRound, closes)).toBe("closed")
    expect(standingOf(shortRound, later(opens, -1))).toBe("not open yet")
    expect(standingOf(shortRound, opens)).toBe("open")
  })

  test("decides a sending to the millisecond", () => {
    expect(confirmed().sends(lead, later(closes, -1)).head.state).toBe("sent")
    const refused = refusalOf(() => confirmed().sends(lead, closes))
    expect(refused.refusal).toBe("too late")
    expect(refused.details.says).toBe("The round has closed.")
  })

  test.each(shut)("%s is shut by it", (move) => {
    const one = confirmed()
    const act = () =>
      one.takes(stepOf(move, one.whole.head.revision), someone("lead", "sponsor"), { at: closes })
    expect(refusalOf(act).refusal).toBe("too late")
  })

  test("what was sent cannot be opened for changes after it: it stands as it was sent", () => {
    const one = sent()
    expect(
      refusalOf(() => one.takes(stepOf("change", one.whole.head.revision), lead, { at: closes })).refusal,
    ).toBe("too late")
  })

  test("a draft can still be saved: nobody loses what they were typing", () => {
    const one = filled()
    const change = one.saves("proposal", { whyHere: "At the last moment." }, lead, { at: closes })
    expect(change.event).toBeDefined()
  })
})

describe("asking to be late", () => {
  const asks = (at: Date, one = filled()) =>
    one.takes({ move: "ask to be late", note: "Our systems were down." }, lead, { at })

  test("is for after the close, and changes nothing else", () => {
    const refused = refusalOf(() => asks(later(closes, -1)))
    expect(refused.details.says).toBe("The round is still open: you can send it.")
    const { head, before } = asks(closes)
    expect(head.state).toBe(before.state)
    expect(head.late).toEqual({ askedAt: closes.toISOString(), by: { person: lead.id, name: lead.name } })
  })

  test("is done once", () => {
    const one = filled()
    asks(closes, one)
    expect(refusalOf(() => asks(later(closes, 1), one)).refusal).toBe("not possible now")
    const context = contextOf(lead, { at: later(closes, 2) })
    expect(openTo(context, one.whole.head)).not.toContain("ask to be late")
  })

  test("does not open the round again: it is still not sent", () => {
    const one = confirmed()
    asks(closes, one)
    expect(refusalOf(() => one.sends(lead, later(closes, 1))).refusal).toBe("too late")
  })
})

test("before a round opens nothing can be done in it, and nobody is told that it closed", () => {
  const early = later(opens, -1)
  const one = filled()
  for (const move of ["save", "sign", "send", "withdraw", "ask to be late"] as const) {
    const refused = refusalOf(() => one.takes(stepOf(move, one.whole.head.revision), lead, { at: early }))
    expect(refused.refusal, move).toBe("not possible now")
    expect(refused.details.says).toBe(
      "It is not open yet. Opens on 7 August 2017. The round closes at 5pm on Friday 25 August 2017.",
    )
  }
})

describe.each([
  ["in spring, when an hour is skipped", "2018-03-25", "2018-03-26"],
  ["in autumn, when an hour comes twice", "2017-10-29", "2017-10-30"],
])("a round that closes around a change of the clocks, %s", (_, sunday, next) => {
  test.each([sunday, next])("closes at 5pm on London's clocks, on %s", (date) => {
    const round = {
      opens: atLondon("2017-08-07", "09:00").toISOString(),
      closes: atLondon(date, "17:00").toISOString(),
    }
    expect(standingOf(round, atLondon(date, "16:59"))).toBe("open")
    expect(standingOf(round, atLondon(date, "17:00"))).toBe("closed")
  })

  test("is open for as many real minutes as lie between, whatever the clocks show", () => {
    const opens = atLondon(sunday, "00:30")
    const closes = atLondon(sunday, "03:30")
    const round = { opens: opens.toISOString(), closes: closes.toISOString() }
    const minutes = (closes.getTime() - opens.getTime()) / 60_000
    expect(minutes).toBe(sunday.startsWith("2018-03") ? 120 : 240)
    let open = 0
    for (let at = -30; at < minutes + 30; at++)
      if (standingOf(round, later(opens, at * 60_000)) === "open") open++
    expect(open).toBe(minutes)
  })
})
