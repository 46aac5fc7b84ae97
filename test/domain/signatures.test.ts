import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Role } from "../../shared/domain/people/role.ts"
import type { Kind } from "../../shared/kinds/index.ts"
import {
  begun,
  certifier,
  confirmed,
  factsOf,
  filled,
  fullForm,
  fullRound,
  governance,
  kind,
  later,
  lead,
  monday,
  refusalOf,
  sent,
  shortForm,
  shortRound,
  someone,
  sponsor,
  stepOf,
} from "./given.ts"

const wantedIn = (round = fullRound) => kind.signatures(factsOf(round)).map(({ role }) => role as Role)
const everyOrder = fc.shuffledSubarray(wantedIn(), { minLength: wantedIn().length })

describe("the signatures that a round wants", () => {
  test("are the lead's and the sponsor's, and those that its record adds", () => {
    expect(wantedIn(shortRound)).toEqual(["lead", "sponsor"])
    expect(wantedIn(fullRound)).toEqual(["lead", "sponsor", "certifier", "governance"])
  })

  test("may come in any order; it can be sent after the last and not before", () => {
    fc.assert(
      fc.property(everyOrder, (order) => {
        const one = filled({ round: fullRound })
        for (const [at, role] of order.entries()) {
          expect(refusalOf(() => one.sends()).refusal).toBe("not complete")
          one.signs(someone(role))
          expect(one.whole.head.state).toBe("waiting")
          expect(one.whole.head.waitingFor.map((each) => each.role).sort()).toEqual(
            order.slice(at + 1).sort(),
          )
        }
        expect(one.sends().head.state).toBe("sent")
      }),
      { numRuns: 24 },
    )
  })

  test("wait since the first, and for people by name", () => {
    const one = filled({ round: shortRound })
    one.signs(lead)
    const since = one.whole.head.waitingSince
    expect(one.whole.head.waitingFor).toEqual([{ role: "sponsor", name: sponsor.name }])
    one.signs(sponsor, later(monday, 3_600_000))
    expect(one.whole.head.waitingSince).toBe(since)
  })

  test("are each somebody's own: nobody signs in a role they do not hold, or twice", () => {
    const one = filled({ round: fullRound })
    one.signs(lead)
    expect(refusalOf(() => one.signs(lead)).refusal).toBe("not possible now")
    expect(refusalOf(() => one.signs(someone("contributor"))).refusal).toBe("not allowed")
    expect(one.roles()).toEqual(["lead"])
  })

  test("a role that the round does not ask to sign has nothing to sign", () => {
    const one = filled({ round: shortRound })
    expect(refusalOf(() => one.signs(certifier)).refusal).toBe("not possible now")
  })

  test("one person in two roles signs both by one act", () => {
    const one = filled({ round: fullRound })
    one.signs(someone("sponsor", "governance"))
    expect(one.roles()).toEqual(["sponsor", "governance"])
    expect(one.events.filter(({ move }) => move === "sign")).toHaveLength(1)
  })
})

describe("a signature and a later change", () => {
  const all = Object.entries(fullForm).flatMap(([section, answers]) =>
    Object.keys(answers).map((question) => ({ section, question })),
  )
  const sections = kind.sections(factsOf(fullRound))
  const changed: Record<string, unknown> = {
    lead: { name: "Another lead", jobTitle: "Manager", email: "another@halton.example" },
    sponsor: { name: "Another sponsor", jobTitle: "Director", email: "another@halton.example" },
    together: true,
    groups: ["autism"],
    expected: { number: 18 },
    amount: 9_282_701,
    links: "some",
    practitioners: 6,
    fte: 3,
    partners: [{ name: "Another", sector: "other", commits: "A room", confirmed: false }],
    measures: [{ indicator: "Another", source: "Another", baseline: false, owner: "Another" }],
    profile: { backfill: { "2017-18-q3": 1 } },
    risks: [{ risk: "Another", likelihood: 1, impact: 1, mitigation: "Another" }],
    starts: "2017-10-03",
    recruitmentWeeks: 9,
    roomForCoaching: false,
    daysAMonth: 3,
    financeContact: { name: "Another", jobTitle: "Officer", email: "another@halton.example" },
    governanceContact: { name: "Another", jobTitle: "Guardian", email: "another@halton.example" },
    dpia: "in-hand",
    declared: null,
  }

  test.each(all)("$section, $question: every signature that covers it is void, and no other", (at) => {
    const one = confirmed({ round: fullRound })
    const { money } = sections.find(({ id }) => id === at.section) ?? {}
    one.saves(at.section, {
      [at.question]: at.question in changed ? changed[at.question] : "Something else.",
    })
    expect(one.roles()).toEqual(money ? [] : ["certifier"])
    expect(one.whole.head.state).toBe("draft")
    expect(refusalOf(() => one.sends()).refusal).toBe("not complete")
  })

  test("what is not an answer voids nothing: saving the same again stores nothing", () => {
    const one = confirmed({ round: fullRound })
    for (const [section, { partners, measures, risks, ...answers }] of Object.entries(fullForm))
      expect(one.saves(section, answers).event, section).toBeUndefined()
    expect(one.roles()).toHaveLength(4)
  })

  test("an answer to a question that is hidden is nothing that anybody signed", () => {
    const one = confirmed({ round: shortRound })
    one.saves("declaration", { linksAre: "Nothing to see here." })
    expect(one.whole.head.state).toBe("waiting")
    expect(one.roles()).toEqual(["lead", "sponsor"])
    one.saves("declaration", { links: "some" })
    expect(one.roles()).toEqual([])
  })

  test("changed and changed back: a void signature does not come back by itself", () => {
    const one = confirmed({ round: shortRound })
    one.saves("proposal", { whyHere: "Another reason." })
    one.saves("proposal", { whyHere: shortForm.proposal?.whyHere })
    expect(one.roles()).toEqual([])
  })

  test("who signs the money alone can sign while the rest is not written, and stays while it is", () => {
    const one = begun({ round: fullRound })
    for (const section of ["amount", "profile"]) one.saves(section, fullForm[section] ?? {})
    one.signs(certifier)
    for (const [section, answers] of Object.entries(fullForm))
      if (section !== "amount" && section !== "profile") one.saves(section, answers)
    expect(one.roles()).toEqual(["certifier"])
    expect(one.whole.head.state).toBe("waiting")
  })

  test("nobody signs money that does not add up, nor anything that is not finished", () => {
    const one = begun({ round: fullRound })
    one.saves("amount", { amount: 9_282_700 })
    one.saves("profile", { profile: { backfill: { "2017-18-q3": 9_280_000 } } })
    const refused = refusalOf(() => one.signs(certifier))
    expect(refused.refusal).toBe("not complete")
    expect(refused.details.problems?.map(({ says }) => says)).toEqual([
      "Your figures come to £92,800. You asked for £92,827. The difference is £27",
    ])
    expect(refusalOf(() => one.signs(governance)).refusal).toBe("not complete")
  })

  test("signed is not finished: where a round wants the money signed alone, the rest must still be there", () => {
    const moneyAlone: Kind = {
      ...kind,
      signatures: (facts) => kind.signatures(facts).filter(({ role }) => role === "certifier"),
    }
    const one = begun({ round: fullRound, kind: moneyAlone })
    for (const section of ["amount", "profile"]) one.saves(section, fullForm[section] ?? {})
    one.signs(certifier)
    expect(one.whole.head.waitingFor).toEqual([])
    expect(refusalOf(() => one.sends()).refusal).toBe("not complete")
    expect(one.fills().sends().head.state).toBe("sent")
  })

  test("opening for changes keeps what was signed; sent again unchanged, it needs no new signature", () => {
    const one = sent({ round: fullRound })
    one.takes(stepOf("change", one.whole.head.revision), lead)
    expect(one.roles()).toHaveLength(4)
    expect(one.sends().sent?.version).toBe(2)
  })

  test("“not yet” takes every signature back, with the reason for those who write", () => {
    const one = confirmed({ round: shortRound })
    const { head } = one.takes({ move: "decline", note: "The hours do not add up." }, sponsor)
    expect(head.state).toBe("draft")
    expect(head.signatures).toEqual([])
    expect(head.declined?.note).toBe("The hours do not add up.")
    one.saves("delivery", { freeTime: "Three posts." })
    expect(one.whole.head.declined?.note).toBe("The hours do not add up.")
    one.signs(lead)
    expect(one.whole.head.declined).toBeUndefined()
  })
})

describe("where two signatures must be different people's", () => {
  const apart: Kind = {
    ...kind,
    signatures: (facts) =>
      kind.signatures(facts).map((one) => (one.role === "sponsor" ? { ...one, differsFrom: ["lead"] } : one)),
  }
  const both = someone("lead", "sponsor")

  test("one person in both roles signs one of them by one act", () => {
    const one = filled({ kind: apart })
    one.signs(both)
    expect(one.roles()).toEqual(["lead"])
    expect(refusalOf(() => one.signs(both)).refusal).toBe("not possible now")
    one.signs(sponsor)
    expect(one.sends().head.state).toBe("sent")
  })

  test("it holds whichever of the two comes first", () => {
    const one = filled({ kind: apart })
    const asSponsor = { ...someone("sponsor"), id: both.id }
    one.signs(asSponsor)
    expect(refusalOf(() => one.signs({ ...lead, id: both.id })).refusal).toBe("not possible now")
    one.signs(lead)
    expect(one.sends().head.state).toBe("sent")
  })

  test("a signature that is void stands in nobody's way", () => {
    const one = filled({ kind: apart })
    one.signs({ ...lead, id: both.id })
    one.saves("proposal", { whyHere: "Another reason." })
    one.signs({ ...sponsor, id: both.id })
    expect(one.roles()).toEqual(["sponsor"])
  })
})
