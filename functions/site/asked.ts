import { eoiFacts } from "../../shared/domain/calendar/eoi-facts.ts"
import { type Expected, occasionFor } from "../../shared/domain/calendar/expected.ts"
import { type Occasion, occasionOf } from "../../shared/domain/calendar/occasion.ts"
import { returnFactsOf } from "../../shared/domain/calendar/return-facts.ts"
import { type Round, rulesOf, standingOf } from "../../shared/domain/calendar/round.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { type CanApply, mayLead } from "../../shared/domain/selection/can-you-apply.ts"
import { type Kind, kindOf } from "../../shared/kinds/index.ts"
import type { ReturnFacts } from "../../shared/kinds/return-facts.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { withEvaluationFacts } from "../../shared/store/evaluation-facts.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { withFundingFacts } from "../../shared/store/funding-facts.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { C } from "./desk.ts"

/** What asks for a submission, with the facts it is asked against. */
export type Asking = {
  kind: Kind
  occasion: Occasion
  facts: unknown
  /** The code of the phase, in references. */
  phase: string
  /** Whether this organisation may begin one at all. */
  can?: CanApply
  round?: Round
  expected?: Expected
  /** Whether it may be sent after the close, once that is decided. */
  late?: Expected["late"]
  /** What the selection panel has asked about it, and what of that waits for an answer. */
  panelAsks?: Expected["panelAsks"]
}

/** By the id of a round, or of a return in the site's calendar; by the kind alone, one read. */
export const askedOf = async (
  c: C,
  kind: Kind,
  id: string,
  organisation: Organisation,
): Promise<Pick<Asking, "occasion" | "facts" | "phase" | "expected" | "late" | "panelAsks">> => {
  const { table } = c.var.world
  const found =
    kind.asked === "in a round"
      ? await fromRoundHere(c, id, organisation)
      : fromCalendar(await expectedIn(table).of(organisation.id, id))
  if (!found) throw new Error(`What asks for ${id} at ${organisation.id} is missing`)
  return { ...found, facts: kind.facts.parse(await withKnown(c, kind, found)) }
}

/** The facts of a kind that asks about money, or of the evaluation, with what the site has said and agreed of it. */
const withKnown = async (
  c: C,
  kind: Kind,
  { facts, phase, expected }: Pick<Asking, "facts" | "phase" | "expected">,
): Promise<unknown> => {
  if (!kind.needs || !expected?.covers || !facts) return facts
  const known = kind.needs === "the account" ? withFundingFacts : withEvaluationFacts
  return known(c.var.world.table, expected.organisation, phase, facts as ReturnFacts)
}

/** The same where it is not known yet which of the two it is: nobody finds what is not asked of them. */
export const askingHere = async (c: C, id: string, organisation: Organisation): Promise<Asking> => {
  const { table, now } = c.var.world
  const [round, expected] = await Promise.all([
    directoryIn(table).round(id),
    expectedIn(table).of(organisation.id, id),
  ])
  const found = fromRound(round, organisation) ?? fromCalendar(expected)
  if (!found) throw new Refused("not found")
  const can = round && mayLead(round, organisation, londonDate(now()))
  const kind = kindOf((round ?? expected)?.kind ?? found.kind)
  return {
    ...found,
    kind,
    facts: kind.facts.parse(await withKnown(c, kind, found)),
    round,
    expected,
    ...(can && { can }),
  }
}

const fromRound = (round: Round | undefined, organisation: Organisation) =>
  round && {
    kind: round.kind,
    expected: undefined,
    occasion: occasionOf(round),
    facts: eoiFacts(round, organisation),
    phase: round.phase,
  }

/**
 * From when the selection panel may read it the site's own calendar is asked too: what the panel asks, and whether this
 * one was let be late, or not.
 */
const fromRoundHere = async (c: C, id: string, organisation: Organisation) => {
  const { table, now } = c.var.world
  const round = await directoryIn(table).round(id)
  const found = fromRound(round, organisation)
  if (!round || !found) return found
  if (standingOf(round, now()) !== "closed" && rulesOf(round).sealed) return found
  const own = await expectedIn(table).of(organisation.id, id)
  const asked = { ...found, panelAsks: own?.panelAsks }
  if (!own?.late) return asked
  return { ...asked, late: own.late, ...(own.late.allowed && { occasion: occasionFor(own) }) }
}

const fromCalendar = (expected: Expected | undefined) => {
  if (!expected?.owed) return undefined
  return {
    kind: expected.kind,
    expected,
    occasion: occasionFor(expected),
    facts: returnFactsOf(expected),
    phase: expected.phase,
  }
}
