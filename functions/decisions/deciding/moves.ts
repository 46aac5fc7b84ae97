import { Refused } from "../../../shared/domain/refused.ts"
import { decide } from "../../../shared/domain/selection/deciding.ts"
import { asSeen } from "../../../shared/domain/selection/deciding-seen.ts"
import type { Feedback } from "../../../shared/domain/selection/decision.ts"
import { decisions, decisionWord } from "../../../shared/domain/selection/decision-word.ts"
import {
  asAsked,
  linesFrom,
  notTold,
  sameLines,
  withFeedback,
} from "../../../shared/domain/selection/feedback.ts"
import { asSettled, moderated, settledWords } from "../../../shared/domain/selection/moderating.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { Action } from "../../../shared/store/table.ts"
import { pounds } from "../../../shared/values/money.ts"
import { cleanText } from "../../../shared/values/text.ts"
import { type C, changing, type Desk, whoHere } from "../../../shared/web/panel/here.ts"
import { comparedHere, decidingHere, says } from "./desk.ts"

type Given = Record<string, unknown>

/** Nothing that concerns all of the round changed meanwhile: one of two who write this at once is asked again. */
const headStands = ({ store, whole: { panel } }: Desk): Action[] =>
  panel ? [store.putHead(panel, panel)] : []

export type Settled = { reference: string; settled: string[]; at: string }

/** Settles the scores of one, with a reason for each; again until it is decided. */
export const moderate = async (c: C, given: Given, key: MoveKey): Promise<Settled> => {
  const desk = await comparedHere(c, "moderate")
  const { reference } = desk.raw
  const note = noteOf(() => settledWords(desk.whole.criteria, settledFrom(desk, given)))
  const asked = {
    right: "moderate" as const,
    says: says.moderate,
    record: reference,
    move: "moderate",
    note,
    key,
  }
  const { settled, at } = await changing<Settled>(c, asked, async () => {
    const { raw, whole, store } = await comparedHere(c, "moderate")
    const now = c.var.world.now()
    const made = moderated(raw, given, { ...whole, by: whoHere(c), at: now })
    return {
      actions: [store.put(made.reading, raw), store.putModeration(made.moderation)],
      result: { reference, settled: Object.keys(made.moderation.points).sort(), at: made.moderation.at },
    }
  })
  return { reference, settled, at }
}

/** What was typed, as it may be kept with the history: nothing where it is not to be kept at all. */
const noteOf = (words: () => string): string | undefined => {
  const clean = cleanText(words())
  return "text" in clean && clean.text !== "" ? clean.text : undefined
}

const settledFrom = ({ whole }: Desk, given: Given) => {
  const points: Record<string, number> = {}
  const reasons: Record<string, string> = {}
  for (const { id } of whole.criteria) {
    if (given[id] === undefined || given[id] === "mean") continue
    points[id] = Number(given[id])
    reasons[id] = String(given[`${id}Because`] ?? "")
  }
  return { points, reasons, ...(typeof given.because === "string" && { because: given.because }) }
}

/** The answers of the form from what the API takes. */
export const settledGiven = (
  { whole }: Desk,
  given: { points: Record<string, number>; reasons: Record<string, string>; because?: string },
): Given => {
  const known = new Set(whole.criteria.map(({ id }) => id))
  const strange = [...Object.keys(given.points), ...Object.keys(given.reasons)].find((id) => !known.has(id))
  if (strange !== undefined)
    throw new Refused("not valid", {
      problems: [{ question: strange, says: "This is not a criterion of the round" }],
    })
  return asSettled(given)
}

export type Decided = { reference: string; decision: string; version: number; at: string }

/**
 * Decides about one, or anew until the applicants are told. Where it was decided by something that has changed since,
 * by somebody else above all, nothing is written.
 */
export const decideHere = async (
  c: C,
  given: Given,
  seen: string | undefined,
  key: MoveKey,
): Promise<Decided> => {
  const { raw: first } = await comparedHere(c, "decide")
  const record = first.reference
  const note = noteOf(() => decidedNote(given))
  const asked = { right: "decide" as const, says: says.decide, record, move: "decide", note, key }
  const { decision, version, at } = await changing<Decided>(c, asked, async () => {
    const desk = await comparedHere(c, "decide")
    const { raw, store } = desk
    asSeen(raw, seen)
    const made = decide(raw, given, decidingHere(c, desk))
    return {
      actions: [store.addDecision(made.decision), store.put(made.reading, raw), ...headStands(desk)],
      result: {
        reference: record,
        decision: made.decision.decision,
        version: made.decision.version,
        at: made.decision.at,
      },
    }
  })
  return { reference: record, decision, version, at }
}

const decidedNote = ({ decision, amount, reason, anewBecause }: Given) => {
  const word = decisionWord.safeParse(decision).data
  return [
    ...(word ? [decisions[word]] : []),
    ...(typeof amount === "number" ? [pounds(amount)] : []),
    ...[anewBecause, reason].filter((one): one is string => typeof one === "string"),
  ].join("\n")
}

export type FeedbackWritten = { reference: string; revision: number; at: string }

/** Writes what the applicant will read besides the decision, until they are told. The same again changes nothing. */
export const writeFeedback = async (
  c: C,
  given: Given,
  seen: number | undefined,
): Promise<FeedbackWritten> => {
  const { raw, whole, store } = await comparedHere(c, "write feedback")
  notTold(whole.panel)
  const { reference } = raw
  const lines = linesFrom(given, c.var.world.now())
  const stands = await store.feedback(reference)
  if (stands && sameLines(stands, lines)) return writtenFrom(stands)
  const asked = {
    right: "write feedback" as const,
    says: says["write feedback"],
    record: reference,
    move: "write feedback",
    note: noteOf(() => Object.values(asAsked(lines)).join("\n")),
  }
  return changing<FeedbackWritten>(c, asked, async () => {
    const desk = await comparedHere(c, "write feedback")
    notTold(desk.whole.panel)
    const before = await desk.store.feedback(reference)
    if ((before?.revision ?? 0) !== (seen ?? 0)) throw changedMeanwhile(before)
    const made = withFeedback(desk.raw, lines, { by: whoHere(c), at: c.var.world.now() })
    return {
      actions: [
        desk.store.putFeedback(made.feedback, before),
        desk.store.put(made.reading, desk.raw),
        ...headStands(desk),
      ],
      result: writtenFrom({ ...made.feedback, revision: (before?.revision ?? 0) + 1 }),
    }
  })
}

const writtenFrom = ({ reference, revision, at }: Feedback): FeedbackWritten => ({ reference, revision, at })

const changedMeanwhile = (stands: Feedback | undefined) =>
  new Refused("changed by someone else", {
    says: stands
      ? `${stands.by.name} wrote other feedback after you opened this page. It is shown below. If yours is right, save it again.`
      : "The feedback changed after you opened this page. If yours is right, save it again.",
  })
