import type { Action, Desk } from "../../../shared/domain/actions/action.ts"
import { isLate } from "../../../shared/domain/actions/action.ts"
import { supportPolicy } from "../../../shared/domain/people/coaching-policy.ts"
import { type Role, roleNames } from "../../../shared/domain/people/role.ts"
import { supportLine } from "../../../shared/domain/support/lines.ts"
import { type DeskAges, deskAges, type SiteRow, siteRow } from "../../../shared/domain/support/site-row.ts"
import { deskOfActions } from "../../../shared/store/actions.ts"
import { helpIn, type ListedHelp } from "../../../shared/store/help.ts"
import { listedIn } from "../../../shared/store/listed.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, headsIn, onlySeen, type Scope, scopeHere } from "../scope.ts"

export type OnDesk = Scope & {
  /** One for each role that supports sites, the first of them first. */
  lines: { role: Role; says: string }[]
  sites: SiteRow[]
  /** What is open on each desk that whoever asks sees: late first. */
  actions: Partial<Record<Desk, Action[]>>
  desks: DeskAges[]
  /** What waits for the department, oldest first, in every phase. */
  help: ListedHelp[]
}

const order: readonly Role[] = [
  "coach",
  "coordinator",
  "chair",
  "decision-maker",
  "finance",
  "reader",
  "evaluator",
]

const departmentDesk: readonly Desk[] = ["department"]
const everyDesk: readonly Desk[] = ["site", "coach", "coordinators", "department"]

/** The first page of whoever supports sites. What it costs grows with no number of sites: a list of each sort. */
export const deskHere = async (c: C): Promise<OnDesk> => {
  const { table, settings } = c.var.world
  const scope = await scopeHere(c)
  const { at, own, phase } = scope
  const desks = followsSites(c) ? everyDesk : departmentDesk
  const [heads, help, sessions, ratings, ...lists] = await Promise.all([
    headsIn(c, scope),
    helpIn(table).waiting(settings.programme),
    phase ? listedIn(table, phase.id).sessions() : [],
    phase ? listedIn(table, phase.id).ratings() : [],
    ...desks.map((desk) => (phase ? deskOfActions(table, phase.id, desk) : [])),
  ])
  const actions = Object.fromEntries(
    desks.map((desk, index) => [desk, onlySeen(lists[index] ?? [], scope)]),
  ) as OnDesk["actions"]
  const every = Object.values(actions).flat()
  const sites = heads.map((head) =>
    siteRow({
      head,
      coach: phase?.sites.find(({ organisation }) => organisation === head.organisation)?.coach?.name,
      sessions,
      ratings,
      actions: every,
      at,
    }),
  )
  const seen = onlySeen(help, scope)
  const ages = deskAges(actions, at)
  const today = londonDate(at)
  const ownLate = (actions.coach ?? []).filter((one) => own.includes(one.organisation) && isLate(one, today))
  const facts = { sites, own, ownLate: ownLate.length, desks: ages, help: seen, at }
  return {
    ...scope,
    lines: rolesHere(c).map((role) => ({ role, says: supportLine(role, facts) })),
    sites,
    actions,
    desks: ages,
    help: seen,
  }
}

const rolesHere = ({ var: { actor } }: C): Role[] => {
  const held = actor.grants.filter(({ organisation }) => organisation === undefined).map(({ role }) => role)
  return [...order, ...roleNames].filter(
    (role, at, all) =>
      held.includes(role) && supportPolicy["see support"].includes(role) && all.indexOf(role) === at,
  )
}

const following: readonly Role[] = ["coach", "coordinator", "evaluator"]

/** Whether somebody follows every desk from day to day; the department looks at its own first. */
export const followsSites = (c: C) => rolesHere(c).some((role) => following.includes(role))
