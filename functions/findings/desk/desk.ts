import { currentPhase } from "../../../shared/domain/calendar/board.ts"
import { type EvaluationHead, newEvaluationHead } from "../../../shared/domain/evaluation/head.ts"
import { evaluatorLine, followingLine } from "../../../shared/domain/evaluation/lines.ts"
import {
  lastAndNext,
  type ReturnStands,
  returnStands,
} from "../../../shared/domain/evaluation/return-stands.ts"
import { findingsPolicy } from "../../../shared/domain/people/evaluation-policy.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { calendarIn, type WithSites } from "../../../shared/store/calendar.ts"
import { evaluationOwed } from "../../../shared/store/evaluation-desk.ts"
import { evaluationRead } from "../../../shared/store/evaluation-read.ts"
import { type ReleasedOn, releasedOn } from "../../../shared/store/released-on.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, mayHere, ownSites } from "../here.ts"

export type SiteRow = {
  organisation: string
  name: string
  head: EvaluationHead
  /** Everything that it owes the evaluation and is near, by when it is due. */
  returns: ReturnStands[]
  last?: ReturnStands
  next?: ReturnStands
}

export type OnDesk = {
  at: Date
  phases: WithSites[]
  phase?: WithSites
  line: string
  sites: SiteRow[]
  released?: ReleasedOn
  /** Whether the sites are those that whoever asks coaches, and no others. */
  own: boolean
}

/** The evaluation of every site at one glance: where each thing stands and who has it, and no figure. */
export const deskHere = async (c: C): Promise<OnDesk> => {
  const { now } = c.var.world
  const at = now()
  const { phases } = c.var
  const phase = chosenHere(c)
  const own = ownOnly(c)
  if (!phase) return { at, phases, line: "No phase is published yet.", sites: [], own }
  const { owed, heads, released } = await gathered(c, phase)
  const seen = phase.sites.filter(({ organisation }) => !own || ownSites(c, phase).includes(organisation))
  const stands = owed.map((one) => returnStands(one, at))
  const sites = seen.map(({ organisation, name }) => {
    const returns = stands
      .filter(({ one }) => one.organisation === organisation)
      .toSorted((a, b) => a.one.by.localeCompare(b.one.by))
    const head =
      heads.find((one) => one.organisation === organisation) ??
      newEvaluationHead({ organisation, phase: phase.id, name })
    return { organisation, name, head, returns, ...lastAndNext(returns, at) }
  })
  const facts = {
    returns: sites.flatMap(({ returns }) => returns),
    heads: sites.map(({ head }) => head),
    at,
  }
  const line = mayHere(c, "see every figure") ? evaluatorLine(facts) : followingLine(facts)
  return { at, phases, phase, line, sites, own, ...(released && { released }) }
}

const gathered = async (c: C, phase: WithSites) => {
  const { table, settings, now } = c.var.world
  const calendar = calendarIn(table, settings.programme)
  const [owed, heads, released] = await Promise.all([
    calendar.periods().then((periods) => evaluationOwed(table, phase, periods, now())),
    evaluationRead(table).inPhase(phase.id),
    releasedOn(table, { programme: settings.programme, phase: phase.id }),
  ])
  return { owed, heads, released }
}

const chosenHere = (c: C): WithSites | undefined => {
  const asked = c.req.query("phase")
  const found = asked
    ? c.var.phases.find(({ id }) => id === asked)
    : currentPhase(c.var.phases, londonDate(c.var.world.now()))
  if (asked && !found) throw new Refused("not found")
  return found
}

/** Whoever is a coach and nothing more sees the sites that a phase names them for. */
const ownOnly = ({ var: { actor } }: C) =>
  actor.grants
    .filter(({ organisation, role }) => organisation === undefined && roleSees(role))
    .every(({ role }) => role === "coach")

const roleSees = (role: Role) => findingsPolicy["see findings"].includes(role)
