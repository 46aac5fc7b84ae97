import { kindOfRounds } from "../../kinds/of-rounds.ts"
import type { Json } from "../../values/canonical.ts"
import { dayMomentWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { eoiFacts } from "../calendar/eoi-facts.ts"
import { listed } from "../calendar/programme-line.ts"
import { type Round, rulesOf, standingOf } from "../calendar/round.ts"
import type { Organisation } from "../people/organisation.ts"
import { type Role, roles } from "../people/role.ts"
import type { Sent } from "../submissions/sent.ts"
import type { Arrival } from "./arrivals.ts"
import { mayLead } from "./can-you-apply.ts"
import type { Reading } from "./reading.ts"

/** Asks to be late that wait undecided: how many whoever opens may decide, and whether there are any others. */
export type AsksWaiting = { own: number; others: boolean }

/**
 * Why a round cannot be opened for reading now, where it cannot. Of asks by somebody they have a link with, whoever opens
 * it learns that there is something, and what to do.
 */
export const cannotOpen = (round: Round, { own, others }: AsksWaiting, at: Date): string | undefined => {
  const standing = standingOf(round, at)
  if (standing === "not open yet")
    return `The round opens to applicants at ${dayMomentWords(new Date(round.opens))}: there is nothing to read before.`
  if (standing === "open" && rulesOf(round).sealed)
    return `Nobody reads an expression of interest before the round closes, at ${dayMomentWords(new Date(round.closes))}. Open it then.`
  if (own > 0)
    return `${own === 1 ? "1 ask to be late waits" : `${own} asks to be late wait`}. Decide first: once the round is open for reading nobody can be let be late.`
  if (others)
    return "An ask to be late waits that another chair decides, before the round is opened. Where there is no other chair, ask a programme coordinator or an administrator to let one in, for as long as it takes."
  return undefined
}

type Taken = { round: Round; arrival: Arrival; sent: Sent; organisation?: Organisation }

/** The panel's own record of what was sent, as its reading begins. */
export const readingOf = ({ round, arrival, sent, organisation }: Taken): Reading => ({
  round: round.id,
  reference: arrival.reference,
  organisation: arrival.organisation,
  name: arrival.name,
  kind: organisation?.kind ?? "other",
  region: organisation?.region,
  ...factsOf({ round, sent, organisation }),
  readers: [],
  said: [],
  scorers: [],
  compared: false,
  views: [],
  flags: [],
  notes: 0,
  questions: { asked: 0, open: 0 },
  revision: 0,
})

/** What follows from the version that is read. */
const factsOf = ({ round, sent, organisation }: Omit<Taken, "arrival">) => ({
  version: sent.version,
  sentAt: sent.sentAt,
  amount: amountIn(sent),
  people: peopleIn(sent),
  groups: groupsIn(sent),
  found: foundIn(round, sent, organisation),
})

const service = { person: "service", name: "The service" }

/**
 * The same where a newer version was sent since. While nobody has sent scores it is the newer one that is read; once
 * somebody has, what they scored stands, and it is flagged.
 */
export const takenAgain = (before: Reading, taken: Taken, at: Date): Reading => {
  const { version } = taken.sent
  const isScored = before.scorers.length > 0 || before.readers.some(({ sent }) => sent)
  if (!isScored) return { ...before, ...factsOf(taken) }
  const flag = {
    id: `version-${version}`,
    because: `A newer version was sent after scoring began: version ${version}. What is read and scored is version ${before.version}.`,
    by: service,
    at: at.toISOString(),
  }
  return { ...before, newer: version, flags: [...before.flags, flag] }
}

const answerIn = (sent: Sent, section: string, question: string): Json | undefined =>
  sent.sections.find(({ id }) => id === section)?.questions.find(({ id }) => id === question)?.answer

const amountIn = (sent: Sent) => {
  const amount = answerIn(sent, "amount", "amount")
  return typeof amount === "number" ? amount : undefined
}

const peopleIn = (sent: Sent) => {
  const expected = answerIn(sent, "people", "expected")
  const number = isObject(expected) ? expected.number : undefined
  return typeof number === "number" ? number : undefined
}

const groupsIn = (sent: Sent) => {
  const groups = answerIn(sent, "people", "groups")
  return Array.isArray(groups) ? groups.filter((one) => typeof one === "string") : []
}

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What the service can see by itself, for whoever checks whether they can apply. It decides nothing. */
export const foundIn = (round: Round, sent: Sent, organisation?: Organisation): string[] => [
  ...leadWords(round, sent, organisation),
  ...amountWords(round, sent),
  ...signatureWords(round, sent, organisation),
  ...(answerIn(sent, "declaration", "links") === "some"
    ? ["It declares links with the programme: read what they are."]
    : []),
  ...partnerWords(sent),
]

const leadWords = (round: Round, sent: Sent, organisation: Organisation | undefined) => {
  if (!organisation) return ["The organisation is not in the directory."]
  const leads = mayLead(round, organisation, londonDate(new Date(sent.sentAt)))
  if (leads.answer === "no") return [`It may not lead: ${leads.because}`]
  return leads.answer === "yes, but" ? leads.caveats : []
}

const amountWords = ({ ceiling }: Round, sent: Sent) => {
  const amount = amountIn(sent)
  return amount !== undefined && amount > ceiling
    ? [`It asks for ${pounds(amount)}, which is above the ceiling of ${pounds(ceiling)}.`]
    : []
}

const signatureWords = (round: Round, sent: Sent, organisation: Organisation | undefined) => {
  const facts = eoiFacts(round, organisation ?? { id: "none", name: sent.organisation })
  return kindOfRounds
    .signatures(facts)
    .filter(({ role }) => !sent.signatures.some((one) => one.role === role))
    .map(({ role }) => `It is not confirmed by the ${roles[role as Role]?.words ?? role}.`)
}

const partnerWords = (sent: Sent) => {
  const rows = [answerIn(sent, "organisation", "partners"), answerIn(sent, "partners", "partners")].flatMap(
    (answer) => (Array.isArray(answer) ? answer : []),
  )
  const names = rows.flatMap((row) => (isObject(row) && typeof row.name === "string" ? [row.name] : []))
  return names.length > 0 ? [`It names partners: ${listed([...new Set(names)])}.`] : []
}
