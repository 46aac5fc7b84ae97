import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { date } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { Count } from "../../values/count.ts"
import { addMonths, dateWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import type { Action } from "../actions/action.ts"
import type { Promised } from "../actions/promise.ts"
import type { Phase } from "../calendar/phase.ts"
import type { Round } from "../calendar/round.ts"
import { outside } from "../calendar/site-form.ts"
import type { SitePhase } from "../calendar/site-phase.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { Sent } from "../submissions/sent.ts"
import type { Decision } from "./decision.ts"
import { isFunded } from "./decision-word.ts"
import type { Reading } from "./reading.ts"

/** Whether it can become a site: a funded one, of a round that was told. */
export const isToJoin = ({ decided }: Pick<Reading, "decided">) =>
  decided !== undefined && isFunded(decided.decision)

type Span = Pick<Phase, "from" | "to">

/** The first and the last day of a pilot at a new site, within reach of its phase. */
export const joinForm = ({ from: first, to: last }: Span): Section =>
  section({
    id: "joining",
    title: "Take it into the phase",
    minutes: 2,
    asks: {
      from: date({
        label: "What is the first day of its pilot?",
        called: "its first day",
        notBefore: first ? addMonths(first, -outside) : "2016-01-01",
        notAfter: last ? addMonths(last, outside) : "2099-12-31",
      }),
      to: date({
        label: "What is the last day of its pilot?",
        called: "its last day",
        notBefore: first ? addMonths(first, -outside) : "2016-01-01",
        notAfter: last ? addMonths(last, outside) : "2099-12-31",
      }),
    },
    checks: [
      {
        at: "to",
        needs: ["from", "to"],
        holds: ({ from, to }) => from < to,
        otherwise: ({ from }) => `Its last day must be after its first, ${dayWords(from)}`,
      },
    ],
  })

/** What the form begins with: when it said that it could start, or the days of the phase. */
export const joinDates = (
  phase: Span,
  { startsBetween }: Pick<Round, "startsBetween">,
  sent?: Sent,
): Answers => {
  const starts = answerIn(sent, "backfill", "starts")
  const from = typeof starts === "string" ? starts : (phase.from ?? startsBetween.from)
  return { from, ...(phase.to && { to: phase.to }) }
}

const answerIn = (sent: Sent | undefined, section: string, question: string) =>
  sent?.sections.find(({ id }) => id === section)?.questions.find(({ id }) => id === question)?.answer

type About = {
  round: Pick<Round, "id" | "title">
  phase: Pick<Phase, "id">
  one: Pick<Reading, "organisation" | "name" | "reference" | "version" | "groups" | "amount">
  decision: Decision
}

/** The site in its phase. What it was decided for is its award: public only once it is announced. */
export const siteFrom = (
  { round, phase, one, decision }: About,
  { from, to }: { from: PlainDate; to: PlainDate },
): SitePhase => ({
  phase: phase.id,
  organisation: one.organisation,
  name: one.name,
  from,
  to,
  ...(decision.amount !== undefined && { award: decision.amount }),
  joined: "applied",
  because: `Its expression of interest ${one.reference} was successful.`,
  decidedBy: `${decision.by.name}, ${dateWords(londonDate(new Date(decision.at)))}`,
  note: `Decided in the round “${round.title}”.`,
  longer: [],
  revision: 0,
})

/** The sections whose words are kept beside what is reported later. */
const kept = ["people", "proposal", "delivery"]

/** What it promised, as it was sent. No answer that names a person of the staff is in it. */
export const promiseFrom = ({ round, phase, one, decision }: About, sent: Sent, at: Date): Promised => ({
  organisation: one.organisation,
  phase: phase.id,
  round: round.id,
  reference: one.reference,
  version: one.version,
  people: answerIn(sent, "people", "expected") as Count | undefined,
  groups: one.groups,
  ...(one.amount !== undefined && { asked: one.amount }),
  ...(decision.amount !== undefined && { awarded: decision.amount }),
  answers: sent.sections
    .filter(({ id }) => kept.includes(id))
    .flatMap(({ id: section, questions }) =>
      questions
        .filter(({ type, words }) => type === "longText" && words !== "")
        .map(({ id: question, label, words }) => ({ section, question, label, words })),
    ),
  ...(promisedMeasures(sent) && { measures: promisedMeasures(sent) }),
  at: at.toISOString(),
})

const promisedMeasures = (sent: Sent): Promised["measures"] => {
  const rows = answerIn(sent, "measures", "measures")
  if (!Array.isArray(rows)) return undefined
  return (rows as { indicator?: string; source?: string }[]).flatMap(({ indicator, source }) =>
    indicator ? [{ indicator, ...(source && { source }) }] : [],
  )
}

/** What the site has to do: each condition by its day. The same condition always has the same id. */
export const actionsFrom = ({ phase, one, decision }: About): Action[] =>
  decision.conditions.map(({ id, text, due }) => ({
    id: `${due}-${one.reference}-${id}`,
    organisation: one.organisation,
    phase: phase.id,
    name: one.name,
    text,
    due,
    from: { kind: "condition" as const, reference: one.reference },
    owner: "site" as const,
    set: { by: decision.by, at: decision.at },
    state: "open" as const,
    carried: [],
    revision: 0,
  }))

export type Carried = Member & { endsBefore: boolean }

/** Who works at the site now and goes on into the phase, and whose access ends before the pilot does. */
export const carriedOver = (members: Member[], now: Date, last: PlainDate | undefined): Carried[] =>
  members
    .filter((one) => isLive(one, now))
    .map((one) => ({
      ...one,
      endsBefore: last !== undefined && londonDate(new Date(new Date(one.to).getTime() - 1)) < last,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))

/** How far each of the funded has come, in the words of the list. */
export const joiningStates = {
  "to join": "Successful, not in the phase yet",
  "in the phase": "A site of the phase; what it promised is not carried over yet",
  joined: "In the phase",
  reserve: "In reserve",
} as const
export type JoiningState = keyof typeof joiningStates

export const joiningState = (
  { decided, joined }: Pick<Reading, "decided" | "joined">,
  isSite: boolean,
): JoiningState | undefined => {
  if (decided?.decision === "reserve") return "reserve"
  if (!isToJoin({ decided })) return undefined
  if (joined) return "joined"
  return isSite ? "in the phase" : "to join"
}

export const joinDatesGiven = z.object({ from: z.string(), to: z.string() })
