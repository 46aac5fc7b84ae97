import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import { eoiFacts } from "../../shared/domain/calendar/eoi-facts.ts"
import { occasionOf } from "../../shared/domain/calendar/occasion.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { organisationRoles, type Role } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import type { Change } from "../../shared/domain/submissions/change.ts"
import type { Context } from "../../shared/domain/submissions/context.ts"
import type { Event } from "../../shared/domain/submissions/event.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import { type Step, take } from "../../shared/domain/submissions/take.ts"
import type { Move } from "../../shared/form/workflow.ts"
import { sample } from "../../shared/kinds/expression-of-interest/facts.ts"
import { type Kind, kindIds, kindOf } from "../../shared/kinds/index.ts"
import { shortHash } from "../../shared/values/hash.ts"
import { shortForm as answered } from "../support/answers.ts"

const [firstKind] = kindIds
export const kind = kindOf(firstKind)
export const reference = "NSW2-HAL-E-7K3PQ4"

/** Monday 14 August 2017, 9am in London: the round is open. */
export const monday = new Date("2017-08-14T08:00:00.000Z")
export const closes = new Date(phaseTwo.closes)
export const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

export const halton: Organisation = {
  id: "halton",
  name: "Halton Borough Council",
  shortName: "Halton",
  code: "HAL",
  kind: "council",
  gss: [],
  domains: ["halton.example"],
}

const because = "The award is larger"

/** The round that asks least, and the one that asks everything there is, of everybody there is. */
export const shortRound: Round = phaseTwo
export const fullRound: Round = {
  ...phaseTwo,
  sections: sample.round.sections.map((id) => ({ id, because })),
  signatures: sample.round.signatures.map((role) => ({ role, because })),
}

const known = new Map<Round, object>()
/** The facts of a round, loaded once. */
export const factsOf = (round: Round) => {
  const facts = known.get(round) ?? kind.facts.parse(eoiFacts(round, halton))
  known.set(round, facts)
  return facts
}

const from = "2017-01-01T00:00:00.000Z"
const to = "2018-01-01T00:00:00.000Z"

/** Somebody with these roles at an organisation, and no others anywhere. */
export const someone = (...roles: Role[]): Actor => someoneAt("halton", ...roles)
export const someoneAt = (organisation: string, ...roles: Role[]): Actor => {
  const id = `p-${organisation}-${roles.join("-")}`
  return {
    id,
    name: `The ${roles.join(" and ")} of ${organisation}`,
    email: `${roles.join("-")}@${organisation}.example`,
    grants: roles.map((role) => ({ id: `g-${role}`, role, organisation, from, to, by: "test" })),
  }
}

export const memberOf = ({ id, name, email, grants }: Actor): Member[] =>
  grants.map((one) => ({ person: id, grant: one.id, name, email, role: one.role, from, to }))

export const lead = someone("lead")
export const contributor = someone("contributor")
export const sponsor = someone("sponsor")
export const certifier = someone("certifier")
export const governance = someone("governance")
export const everyone = organisationRoles.map((role) => someone(role))

type More = { at?: Date; members?: Member[]; kind?: Kind; round?: Round; reference?: string }

export const contextOf = (
  actor: Actor,
  { at = monday, members = everyone.flatMap(memberOf), round = shortRound, kind: asked = kind }: More = {},
): Context => ({
  actor,
  at,
  kind: asked,
  facts: factsOf(round),
  occasion: occasionOf(round),
  organisation: halton,
  members,
  workMailDomains: ["halton.example"],
  salt: "salt",
  seal: (mark) => shortHash(`sealed ${mark}`),
})

type Answers = Record<string, unknown>

const staff = (name: string, email: string) => ({ name, jobTitle: "Principal manager", email })

export const shortForm: Record<string, Answers> = answered

export const fullForm: Record<string, Answers> = {
  ...shortForm,
  need: { need: "It is needed.", proposal: "We propose.", coproduction: "We wrote it together." },
  practitioners: { practitioners: 5, fte: 2.5 },
  partners: { partners: [{ name: "A trust", sector: "nhs", commits: "Two days", confirmed: true }] },
  measures: {
    measures: [
      { indicator: "Kept the same worker", source: "Case system", baseline: true, owner: "Team lead" },
    ],
  },
  profile: { profile: { backfill: { "2017-18-q3": 9_000_000 }, training: { "2017-18-q4": 282_700 } } },
  risks: { risks: [{ risk: "Recruitment", likelihood: 3, impact: 4, mitigation: "Start early." }] },
  backfill: { starts: "2017-10-02", cover: "Two posts", recruitmentWeeks: 8 },
  sustaining: { sustaining: "The posts are kept." },
  coaching: { roomForCoaching: true, daysAMonth: 2.5, how: "In supervision" },
  governance: {
    financeContact: staff("Finance", "finance@halton.example"),
    governanceContact: staff("Guardian", "guardian@halton.example"),
    dpia: "done",
  },
}

/** A submission that lives in memory: each move goes through `take`, and what it gives is what stands there next. */
export const begun = (more: More = {}) => {
  const round = more.round ?? shortRound
  const first = begin({
    actor: lead,
    at: more.at ?? monday,
    kind: more.kind ?? kind,
    occasion: occasionOf(round),
    organisation: halton,
    reference: more.reference ?? reference,
  })
  const one = {
    whole: { head: first.head, sections: {} } as Whole,
    events: [first.event] as Event[],
    round,
    takes: (step: Step, by: Actor, again: More = {}): Change => {
      const change = take(step, one.whole, contextOf(by, { ...more, ...again }))
      const { section } = change
      one.whole = {
        head: change.head,
        sections: section ? { ...one.whole.sections, [section.section]: section } : one.whole.sections,
      }
      if (change.event) one.events.push(change.event)
      return change
    },
    saves: (section: string, answers: Answers, by: Actor = lead, edit: Saving = {}) =>
      one.takes(
        {
          move: "save",
          section,
          edit: { answers, seen: edit.seen ?? one.whole.head.revision, cleared: edit.cleared },
        },
        by,
        { at: edit.at },
      ),
    signs: (by: Actor, at?: Date) => one.takes(stepOf("sign", one.whole.head.revision), by, { at }),
    sends: (by: Actor = lead, at?: Date) => one.takes(stepOf("send", one.whole.head.revision), by, { at }),
    fills: (form = round === fullRound ? fullForm : shortForm) => {
      for (const [section, answers] of Object.entries(form)) one.saves(section, answers)
      return one
    },
    roles: () => one.whole.head.signatures.map(({ role }) => role),
  }
  return one
}

type Saving = { seen?: number; cleared?: Record<string, string>; at?: Date }

export const filled = (more: More = {}) => begun(more).fills()

/** Filled in and signed by everybody who must. */
export const confirmed = (more: More = {}) => {
  const one = filled(more)
  for (const { role } of kind.signatures(factsOf(one.round))) one.signs(someone(role as Role))
  return one
}

export const sent = (more: More = {}) => {
  const one = confirmed(more)
  one.sends()
  return one
}

/** A step of this name that says nothing unusual. */
export const stepOf = (move: Move, seen: number): Step => {
  switch (move) {
    case "save":
      return { move, section: "proposal", edit: { answers: { whyHere: "Because." }, seen } }
    case "sign":
    case "send":
    case "change":
      return { move, seen }
    case "check completeness":
    case "accept":
      return { move, seen }
    case "look":
      return { move }
    case "ask":
    case "answer":
    case "settle":
      return { move, open: [], answered: 0 }
    case "send back":
    case "reopen":
      return { move, note: "A reason.", sections: ["proposal"], seen }
    case "suggest":
      return { move, suggestion: { section: "amount", question: "amount", after: 1, note: "Less." }, seen }
    case "keep":
      return { move, place: { section: "amount", question: "amount" }, seen }
    default:
      return { move, note: "A reason." }
  }
}

export const refusalOf = (act: () => unknown): Refused => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error("It was not refused")
}
