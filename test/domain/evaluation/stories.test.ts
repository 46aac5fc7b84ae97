import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { copiesStory } from "../../../shared/domain/evaluation/reports/copied.ts"
import {
  asked,
  changed,
  checked,
  newStory,
  sentToOfficer,
  sharedFrom,
  type Whole,
  withdrawn,
} from "../../../shared/domain/evaluation/stories/changing.ts"
import { agreedUses, type Consent, consentTo } from "../../../shared/domain/evaluation/stories/consent.ts"
import {
  ageBands,
  type Decider,
  deciders,
  decidersFor,
  type Use,
  useNames,
} from "../../../shared/domain/evaluation/stories/consent-texts.ts"
import { keepsStory, readsAtSite } from "../../../shared/domain/evaluation/stories/keepers.ts"
import { canMove, life, mayCheck, storyMoves } from "../../../shared/domain/evaluation/stories/life.ts"
import { mayRead, type Viewer, viewers } from "../../../shared/domain/evaluation/stories/readers.ts"
import { type Story, type StoryState, storyStates } from "../../../shared/domain/evaluation/stories/story.ts"
import { evaluationPolicy } from "../../../shared/domain/people/evaluation-policy.ts"
import { type Role, roleNames } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"

const today = "2018-01-16"
const at = new Date("2018-01-16T09:00:00Z")
const writer = { person: "p-writer", name: "Writer" }
const lead = { person: "p-lead", name: "Lead" }
const officer = { person: "p-officer", name: "Officer" }

const none = Object.fromEntries(useNames.map((use) => [use, false])) as Record<Use, boolean>
const consentOf = (more: Partial<Consent> = {}): Consent => ({
  edition: "1",
  version: 1,
  band: "18 to 25",
  decided: "person",
  uses: none,
  seenOn: today,
  seenHow: "read",
  easyRead: false,
  askedBy: "Advocate",
  askedOn: today,
  reviewBy: "2018-12-31",
  recorded: { by: writer, at: at.toISOString() },
  ...more,
})

const words = { pseudonym: "Peter", band: "18 to 25", text: "The words." } as const
const by = (who: typeof writer) => ({ by: who, at })
const begun = () =>
  newStory({ organisation: "halton", phase: "NSW2", name: "Halton" }, [], words, [], by(writer))
const inState = (state: StoryState, consent: Partial<Consent> = {}): Whole => {
  const draft = asked(begun(), consentOf(consent), by(writer))
  if (state === "draft") return draft
  const given = sentToOfficer(draft, today, by(writer))
  if (state === "with the officer") return given
  if (state === "withdrawn")
    return { one: withdrawn(given.one, { asked: "person", how: "phone" }, by(lead)), text: given.text }
  return checked(given, { decision: state === "shared" ? "share" : "keep", because: "No" }, by(officer))
}

describe("who reads a story that was checked", () => {
  // biome-ignore format: a table is read by its columns
  const law: Record<Viewer, Record<Use, boolean>> = {
    site:            { team: true,  sites: false, council: false, reports: false, training: false, press: false },
    coach:           { team: true,  sites: false, council: false, reports: false, training: true,  press: false },
    evaluator:       { team: true,  sites: false, council: false, reports: true,  training: false, press: false },
    coordinator:     { team: true,  sites: false, council: false, reports: true,  training: true,  press: true  },
    department:      { team: false, sites: false, council: false, reports: true,  training: false, press: false },
    "other site":    { team: false, sites: true,  council: false, reports: false, training: false, press: false },
    "council paper": { team: false, sites: false, council: true,  reports: false, training: false, press: false },
    report:          { team: false, sites: false, council: false, reports: true,  training: false, press: false },
  }

  test("is said by a table of viewers and uses", () => {
    for (const viewer of viewers)
      for (const use of useNames) {
        const agreed = { uses: [use], reviewBy: today }
        expect([viewer, use, mayRead(viewer, agreed, today)]).toEqual([viewer, use, law[viewer][use]])
        expect(mayRead(viewer, { ...agreed, reviewBy: "2018-01-15" }, today)).toBe(false)
      }
  })

  const anyUses = fc.record(Object.fromEntries(useNames.map((use) => [use, fc.boolean()]))) as fc.Arbitrary<
    Record<Use, boolean>
  >
  const anyDecider = fc.constantFrom(...(Object.keys(deciders) as Decider[]))

  test("is nobody whom no answered yes names, whatever was agreed, by whoever, in whichever state", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyUses, anyDecider, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...storyStates),
        fc.constantFrom(...viewers),
        fc.boolean(),
        (answers, state, viewer, past) => {
          const { one, text } = inState(state)
          const reviewBy = past ? "2018-01-15" : "2018-06-01"
          const consents = answers.map(([uses, decided, why]) =>
            consentOf({
              uses,
              decided,
              reviewBy,
              ...(why && { whyMore: { by: officer, at: at.toISOString(), says: "Why" } }),
            }),
          )
          const found = sharedFrom({ one, text: { ...text, consents } })
          const [uses, decided, why] = answers.at(-1) as (typeof answers)[number]
          const yes = useNames.some(
            (use) => uses[use] && law[viewer][use] && (use === "team" || decided !== "best interests" || why),
          )
          const reads = found !== undefined && mayRead(viewer, found, today)
          expect(reads).toBe(state === "shared" && !past && yes)
        },
      ),
      { numRuns: 300 },
    )
  })

  test("counts what was said about these words last, and nothing about others", () => {
    const all = [consentOf({ version: 1, uses: { ...none, press: true } }), consentOf({ version: 1 })]
    expect(agreedUses(consentTo(all, 1) as Consent)).toEqual([])
    expect(consentTo(all, 2)).toBeUndefined()
  })

  test("in somebody's best interests is the pilot team, until an officer says why more", () => {
    const all = Object.fromEntries(useNames.map((use) => [use, true])) as Record<Use, boolean>
    const one = consentOf({ decided: "best interests", uses: all })
    expect(agreedUses(one)).toEqual(["team"])
    const whyMore = { by: officer, at: at.toISOString(), says: "Why" }
    expect(agreedUses({ ...one, whyMore })).toEqual(useNames)
  })
})

describe("before it was checked", () => {
  const person = (role: Role, id = `p-${role}`) => ({ id, roles: [role] })

  test("its writer, the lead and the officer read it, and no other role of its site", () => {
    for (const state of ["draft", "with the officer", "kept"] as const) {
      const { one, text } = inState(state, { uses: { ...none, team: true } })
      const readers = roleNames.filter((role) => readsAtSite(one, text, person(role), today))
      expect([state, readers]).toEqual([state, state === "draft" ? ["lead"] : ["lead", "governance"]])
      expect(readsAtSite(one, text, person("contributor", writer.person), today)).toBe(true)
    }
    const { one, text } = inState("withdrawn")
    for (const role of roleNames)
      expect(readsAtSite(one, text, person(role, writer.person), today)).toBe(false)
  })

  test("afterwards the site reads it where the pilot team may, and those who keep it always", () => {
    const roles = Object.keys(evaluationPolicy["see stories"]) as Role[]
    for (const team of [true, false]) {
      const { one, text } = inState("shared", { uses: { ...none, team } })
      for (const role of roles)
        expect(readsAtSite(one, text, person(role), today)).toBe(team || keepsStory(one, person(role)))
    }
  })
})

describe("its life", () => {
  // biome-ignore format: a table is read by its columns
  const law: [StoryState, ...boolean[]][] = [
    //                    change ask    send   share  keep   why    withdraw
    ["draft",             true,  true,  true,  false, false, false, true],
    ["with the officer",  true,  false, false, true,  true,  false, true],
    ["shared",            true,  true,  false, false, false, true,  true],
    ["kept",              true,  false, false, false, false, false, true],
    ["withdrawn",         false, false, false, false, false, false, false],
  ]

  test.each(law)("from %s goes where the table says", (state, ...can) => {
    expect(storyMoves.map((move) => canMove({ state }, move))).toEqual(can)
  })

  test("ends where it is withdrawn, from everywhere", () => {
    for (const state of storyStates) if (state !== "withdrawn") expect(life[state].withdraw).toBe("withdrawn")
    expect(life.withdrawn).toEqual({})
  })

  test("shares nothing that an officer has not checked, and checks nothing that they wrote", () => {
    const given = inState("with the officer")
    expect(() => checked(given, { decision: "share" }, by(writer))).toThrow(Refused)
    expect(mayCheck(given.one, writer.person)).toBe(false)
    for (const state of storyStates) {
      const whole = inState(state, { uses: { ...none, team: true } })
      expect([state, sharedFrom(whole) !== undefined]).toEqual([state, state === "shared"])
    }
  })

  test("asks anew about other words, and takes what was shared away", () => {
    const other = changed(inState("shared"), { ...words, text: "Other words." }, [], by(lead))
    expect([other.one.state, other.one.version, sharedFrom(other)]).toEqual(["draft", 2, undefined])
    expect(other.one.reviewBy).toBeUndefined()
    expect(() => sentToOfficer(other, today, by(lead))).toThrow(Refused)
    expect(other.one.writers).toEqual([writer, lead])
  })

  test("keeps the version while nobody was asked about it", () => {
    expect(changed(begun(), words, [], by(writer)).one.version).toBe(1)
  })

  test("is one of six", () => {
    const six = Array.from({ length: 6 }, () => begun().one)
    const place = { organisation: "halton", phase: "NSW2", name: "Halton" }
    expect(() => newStory(place, six, words, [], by(writer))).toThrow(Refused)
    const gone: Story[] = six.map((one, index) => (index === 0 ? { ...one, state: "withdrawn" } : one))
    expect(newStory(place, gone, words, [], by(writer)).one.id).toBe("007")
  })
})

test("no parent decides from 16 on, nobody alone before, and a family nowhere", () => {
  for (const band of Object.keys(ageBands) as (keyof typeof ageBands)[])
    expect(decidersFor[band].includes("parent")).toBe(band === "under 16")
  expect(decidersFor["under 16"]).toEqual(["parent"])
  expect(JSON.stringify(deciders).toLowerCase()).not.toContain("family")
})

describe("a report", () => {
  const story = {
    text: "One two three four five six seven eight nine ten.",
    quote: "She listens, she is there when I ring her.",
  }

  test("copies a story where eight words in a row are its own, however they are written", () => {
    for (const text of [
      "They said ONE two, three four; five six seven EIGHT.",
      "she listens she is there when I ring",
    ])
      expect(copiesStory(text, [story])).toBe(true)
    for (const text of ["one two three four five six seven", "eight seven six five four three two one", ""])
      expect(copiesStory(text, [story])).toBe(false)
  })
})
