import { type Expected, occasionFor } from "../../shared/domain/calendar/expected.ts"
import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import { returnFactsOf } from "../../shared/domain/calendar/return-facts.ts"
import { isTaken } from "../../shared/domain/calendar/window.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import type { Whole } from "../../shared/domain/submissions/submission.ts"
import type { Section } from "../../shared/form/section.ts"
import { type Kind, kindOf } from "../../shared/kinds/index.ts"
import type { TallyRow } from "../../shared/kinds/monthly-tally/columns.ts"
import type { ReturnFacts } from "../../shared/kinds/return-facts.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { withEvaluationFacts } from "../../shared/store/evaluation-facts.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { submissionsOf } from "../../shared/store/submissions.ts"
import { ended } from "./doors.ts"
import type { C } from "./here.ts"

/** One tally with what it is asked against, and what was written of it. */
export type Desk = {
  expected: Expected
  organisation: Organisation
  kind: Kind
  facts: ReturnFacts
  section: Section
  occasion: Occasion
  /** What was begun or sent of it. */
  whole?: Whole
  /** Whether it can be written in now. */
  open: boolean
}

export const submissionsHere = ({ var: { world, filling } }: C) =>
  submissionsOf(filling.organisation, filling.filler, world.table)

export const load = async (c: C): Promise<Desk> => {
  const { filling, world } = c.var
  const { table } = world
  const [expected, organisation] = await Promise.all([
    expectedIn(table).of(filling.organisation, filling.round),
    directoryIn(table).organisation(filling.organisation),
  ])
  const asked = expected?.owed ? returnFactsOf(expected) : undefined
  const kind = expected && kindOf(expected.kind)
  if (!organisation || !expected || !asked || !kind?.ownPage) throw new Refused("not found")
  const occasion = occasionFor(expected)
  const open = isTaken(occasion.window, world.now()) && !expected.notNeeded
  if (filling.until !== undefined && !open) throw ended()
  const { stands } = expected
  const reference = stands && stands.state !== "withdrawn" ? stands.reference : undefined
  const [known, whole] = await Promise.all([
    withEvaluationFacts(table, filling.organisation, expected.phase, asked),
    reference === undefined ? undefined : submissionsHere(c).whole(reference),
  ])
  const facts = kind.facts.parse(known) as ReturnFacts
  const [section] = kind.sections(facts)
  if (!section) throw new Error(`${expected.kind} asks nothing`)
  return { expected, organisation, kind, facts, section, occasion, open, ...(whole && { whole }) }
}

/** The tally that the site sent last, of a month before this one. */
export type Before = { title: string; rows: TallyRow[] }

export const lastSent = async (c: C, { expected, facts }: Desk): Promise<Before | undefined> => {
  const month = facts.return.to.slice(0, 7)
  const all = await evaluationIn(c.var.world.table).figuresOf(expected.organisation, expected.phase)
  const found = all
    .filter(({ kind, point }) => kind === expected.kind && point < month)
    .sort((a, b) => a.point.localeCompare(b.point))
    .at(-1)
  if (!found) return undefined
  const sent = sentIn(await submissionsHere(c).sent(found.reference, found.version))
  const team = sent.sections[0]?.questions.find(({ id }) => id === "team")?.answer
  return { title: found.title, rows: (team ?? []) as unknown as TallyRow[] }
}
