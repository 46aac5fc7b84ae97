import type { ReadingRules } from "../calendar/round.ts"
import type { Actor } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import type { Criterion } from "./criterion.ts"
import { needsModeration } from "./moderation.ts"
import type { Panel, Reading } from "./reading.ts"
import { type Coached, mayCompare, owedBy, standingTo } from "./standing.ts"
import { type ReadingState, stateOf } from "./state.ts"
import { type Total, totalIn } from "./total.ts"

/** All that stands in the panel of a round, with what it is read by. */
export type Whole = {
  panel?: Panel
  readings: Reading[]
  criteria: Criterion[]
  rules: ReadingRules
  coached: Coached
}

/** Before somebody has said whether they have a link with it: whose it is, and nothing more. */
export type Named = { standing: "not said" } & Pick<Reading, "reference" | "organisation" | "name">

/** What of it is said to whoever has no link: what was sent, and how far its reading has come. */
export type Open = { standing: "free" } & Pick<
  Reading,
  | "reference"
  | "organisation"
  | "name"
  | "kind"
  | "region"
  | "version"
  | "sentAt"
  | "amount"
  | "people"
  | "groups"
  | "found"
  | "apply"
  | "flags"
  | "questions"
> & {
    state: ReadingState
    /** This person's own sheet, where they are one of its readers. */
    own?: { sent?: { at: string; version: number } }
    /** This person's own view, as a member with lived experience, is in. */
    ownView: boolean
    /** Its readers: for the chair who assigns them, and for whoever may compare. */
    readers?: { person: string; name: string; sent: boolean }[]
    /** What follows from scores: for whoever may see what others scored. */
    compared?: Compared
  }

export type Compared = Pick<
  Reading,
  "readers" | "moderated" | "decided" | "feedback" | "sealed" | "lettered" | "joined" | "scorers"
> & {
  total?: Total
  views: number
  notes: number
  toModerate: boolean
}

export type Seen = Named | Open

/**
 * The one place where it is worked out what somebody may see of the readings of a round: lists, counts, searches,
 * exports and averages are all made from this. What they have a link with is not in it. Nothing in it follows from what
 * others scored before they have sent all of their own.
 */
export const seenBy = (actor: Actor, whole: Whole): Seen[] => {
  const owes = owedBy(actor, whole).length > 0
  return whole.readings.flatMap((one): Seen[] => {
    const standing = standingTo(actor, one, whole.coached)
    if (standing === "linked") return []
    const { reference, organisation, name } = one
    return standing === "not said"
      ? [{ standing, reference, organisation, name }]
      : [openTo(actor, one, whole, owes)]
  })
}

const openTo = (actor: Actor, one: Reading, whole: Whole, owes: boolean): Open => {
  const { panel, criteria, rules } = whole
  const compares = mayCompare(actor, one, owes)
  const { reference, organisation, name, kind, region, version, sentAt, amount, people, groups, found } = one
  const mine = one.readers.find(({ person }) => person === actor.id)
  const assigns = mayInSelection(actor, "assign")
  return {
    standing: "free",
    reference,
    organisation,
    name,
    kind,
    region,
    version,
    sentAt,
    amount,
    people,
    groups,
    found,
    apply: one.apply,
    flags: one.flags.filter(({ by }) => by.person === actor.id || (!owes && mayInSelection(actor, "note"))),
    questions: one.questions,
    state: stateOf(one, panel, { criteria, ...rules }, compares),
    ...(mine && { own: mine.sent ? { sent: { at: mine.sent.at, version: mine.sent.version } } : {} }),
    ownView: one.views.includes(actor.id),
    ...((assigns || compares) && {
      readers: one.readers.map(({ person, name, sent }) => ({ person, name, sent: sent !== undefined })),
    }),
    ...(compares && { compared: comparedOf(one, whole) }),
  }
}

const comparedOf = (one: Reading, { criteria, rules }: Whole): Compared => ({
  readers: one.readers,
  moderated: one.moderated,
  decided: one.decided,
  feedback: one.feedback,
  sealed: one.sealed,
  lettered: one.lettered,
  joined: one.joined,
  scorers: one.scorers,
  total: totalIn(criteria, one),
  views: one.views.length,
  notes: one.notes,
  toModerate: needsModeration(criteria, one, rules.passLine),
})

export const isOpen = (one: Seen): one is Open => one.standing === "free"
