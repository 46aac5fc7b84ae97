import { describe, expect, test } from "vitest"
import { occasionOf } from "../../shared/domain/calendar/occasion.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { mayLead } from "../../shared/domain/selection/can-you-apply.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import { brokenAt } from "../../shared/domain/submissions/event.ts"
import { londonDate } from "../../shared/values/london.ts"
import {
  closes,
  contributor,
  halton,
  kind,
  later,
  lead,
  monday,
  reference,
  refusalOf,
  shortRound,
  someone,
  someoneAt,
  sponsor,
} from "./given.ts"

type More = { actor?: typeof lead; at?: Date; organisation?: Organisation; round?: Round }
const beginning = ({ actor = lead, at = monday, organisation = halton, round = shortRound }: More = {}) =>
  begin({
    actor,
    at,
    kind,
    occasion: occasionOf(round),
    organisation,
    reference,
    can: mayLead(round, organisation, londonDate(at)),
  })

test("a lead begins an empty draft, with the first line of its history", () => {
  const { head, event } = beginning()
  expect(head).toMatchObject({ reference, state: "draft", revision: 1, version: 0, organisation: "halton" })
  expect(event).toMatchObject({
    number: 1,
    move: "start",
    previous: "",
    by: { role: "lead", grant: "g-lead" },
  })
  expect(brokenAt([event], head.events)).toBeUndefined()
})

test.each([
  ["a contributor", contributor],
  ["a sponsor", sponsor],
  ["somebody with no role here", someone()],
  ["the lead of another organisation", someoneAt("shropshire", "lead")],
])("%s cannot begin one", (_, actor) => {
  expect(refusalOf(() => beginning({ actor })).refusal).toBe("not allowed")
})

describe("a round that is not open", () => {
  test("has not opened yet: it says so", () => {
    const refused = refusalOf(() => beginning({ at: later(new Date(shortRound.opens), -1) }))
    expect(refused.refusal).toBe("not possible now")
    expect(refused.details.says).toBe("This round is not open yet.")
  })
  test("has closed, at the instant itself", () => {
    expect(beginning({ at: later(closes, -1) }).head.state).toBe("draft")
    expect(refusalOf(() => beginning({ at: closes })).refusal).toBe("too late")
  })
})

describe("an organisation that may not lead", () => {
  test.each(shortRound.barred)("is told why before the form: $organisation", ({ organisation, because }) => {
    const barred = { ...halton, id: organisation }
    const refused = refusalOf(() =>
      beginning({ organisation: barred, actor: someoneAt(organisation, "lead") }),
    )
    expect(refused.refusal).toBe("not possible now")
    expect(refused.details.says).toBe(because)
  })

  test("is of a kind that the round does not take", () => {
    const refused = refusalOf(() => beginning({ organisation: { ...halton, kind: "nhs" } }))
    expect(refused.details.says).toBe("This round is led by a council.")
    const open = { ...shortRound, mayLead: ["council", "nhs"] }
    expect(beginning({ organisation: { ...halton, kind: "nhs" }, round: open }).head.state).toBe("draft")
  })

  test("has ended", () => {
    expect(refusalOf(() => beginning({ organisation: { ...halton, to: "2017-03-31" } })).refusal).toBe(
      "not possible now",
    )
  })
})
