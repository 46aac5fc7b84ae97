import { canonical } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { londonDate } from "../../values/london.ts"
import type { Expected } from "../calendar/expected.ts"
import type { Round } from "../calendar/round.ts"
import type { Criterion } from "./criterion.ts"
import type { Decision, Feedback } from "./decision.ts"
import type { Panel, Reading } from "./reading.ts"
import { type ToldDecision, toldDecision } from "./told.ts"
import { exactWords, totalIn } from "./total.ts"

type About = {
  round: Pick<Round, "id" | "title">
  criteria: Criterion[]
  reading: Reading
  decision: Decision
  feedback?: Feedback
}

/** What one applicant reads, from what was decided and written: it names no reader, and no score of one of them. */
export const toldFrom = ({ round, criteria, reading, decision, feedback }: About): ToldDecision => {
  const total = totalIn(criteria, reading)
  const { amount, place, conditions, version } = decision
  const cannot = decision.decision === "ineligible" ? reading.apply?.because : undefined
  return toldDecision.parse({
    reference: reading.reference,
    organisation: reading.organisation,
    organisationName: reading.name,
    round: round.id,
    roundTitle: round.title,
    version,
    decision: decision.decision,
    ...(amount !== undefined && { amount }),
    ...(place !== undefined && { place }),
    conditions,
    scores: (total?.lines ?? []).map(({ criterion, weight, counts }) => ({
      criterion,
      weight,
      score: exactWords(counts, 2),
    })),
    ...(total && { total: exactWords(total.total).replace(/\.?0+$/, "") }),
    strengths: feedback?.strengths ?? [],
    gaps: feedback?.gaps ?? [],
    caveats: reading.apply?.caveats ?? [],
    ...(cannot !== undefined && { because: cannot }),
    decidedOn: londonDate(new Date(decision.at)),
  })
}

/** The exact text that is sealed. */
export const textOf = (told: ToldDecision) => canonical(told)

export const markOf = (told: ToldDecision) => sha256(textOf(told))

/** One mark over all letters of a round, whatever order they are found in. */
export const markOver = (marks: string[]) => sha256(canonical(marks.toSorted()))

/** How far the letter of one applicant is, in the words of the page. */
export const letterStates = {
  "not decided": "Not decided",
  "no feedback": "Strengths and gaps are missing",
  "same place": "Its place on the reserve list is given to another one too",
  "not sealed": "Ready to be sealed",
  changed: "Changed since it was sealed",
  sealed: "Sealed",
} as const
export type LetterState = keyof typeof letterStates

/** Nothing can be sealed while a letter is in one of these. */
export const isMissing = (state: LetterState) =>
  state === "not decided" || state === "no feedback" || state === "same place"

export type LetterRow = { reading: Reading; state: LetterState; told?: ToldDecision; mark?: string }

type Written = {
  round: Pick<Round, "id" | "title">
  criteria: Criterion[]
  readings: Reading[]
  decisions: Decision[]
  feedback: Feedback[]
  /** Where each stands in its own organisation's calendar. */
  arrivals: Expected[]
}

/** Whether an applicant has withdrawn it since it was taken in: nobody is told of it any more. */
export const isWithdrawn = (
  { organisation, reference }: Pick<Reading, "organisation" | "reference">,
  arrivals: Pick<Expected, "organisation" | "stands">[],
) => {
  const stands = arrivals.find((one) => one.organisation === organisation)?.stands
  return stands !== undefined && (stands.reference !== reference || stands.state === "withdrawn")
}

/** Every letter of a round as it would go now, beside what lies sealed. */
export const lettersIn = ({ readings, arrivals, decisions, feedback, ...about }: Written): LetterRow[] =>
  readings
    .filter((one) => !isWithdrawn(one, arrivals))
    .map((reading): LetterRow => {
      const { reference, decided, sealed } = reading
      const decision = decisions.find(
        (one) => one.reference === reference && one.version === decided?.version,
      )
      if (!decided || !decision) return { reading, state: "not decided" }
      const written = feedback.find((one) => one.reference === reference)
      if (decided.decision !== "ineligible" && !(written && reading.feedback))
        return { reading, state: "no feedback" }
      const told = toldFrom({ ...about, reading, decision, feedback: written })
      const mark = markOf(told)
      const state = sealed === undefined ? "not sealed" : sealed.mark === mark ? "sealed" : "changed"
      return { reading, state, told, mark }
    })

/**
 * The same with what stands between those in reserve: two on one place. Whoever decides is not told of places that they
 * do not see, so that it is found here: for somebody, among the letters that they see.
 */
export const withPlaces = (rows: LetterRow[]): LetterRow[] => {
  const places = Map.groupBy(rows, ({ told }) => (told?.decision === "reserve" ? told.place : undefined))
  return rows.map((row) => {
    const place = row.told?.decision === "reserve" ? row.told.place : undefined
    const taken = place !== undefined && (places.get(place)?.length ?? 0) > 1
    return taken ? { ...row, state: "same place" } : row
  })
}

/** Whether the whole round lies sealed as it stands now. */
export const allSealed = (rows: LetterRow[], panel: Pick<Panel, "sealed"> | undefined): boolean =>
  rows.length > 0 &&
  rows.every(({ state }) => state === "sealed") &&
  panel?.sealed?.mark === markOver(rows.flatMap(({ mark }) => mark ?? []))
