import { joining, phases } from "../../infra/local/demonstration/phases.ts"
import { type Cell, cellOf } from "../../shared/domain/calendar/board.ts"
import type { Expected, Stands } from "../../shared/domain/calendar/expected.ts"
import { isDated, owedBy, periodsIn } from "../../shared/domain/calendar/owed.ts"
import type { SitePhase } from "../../shared/domain/calendar/site-phase.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { isUsual } from "../support/phase.ts"

const found = phases.find(({ phase }) => phase.id === "NSW2")
if (!found) throw new Error("The demonstration has no phase 2")

/** Phase 2 of the demonstration with all its six sites, as if it were published. */
export const phaseTwo: typeof found.phase & { sites: SitePhase[] } = {
  ...found.phase,
  asks: found.phase.asks.filter(isUsual),
  published: "2017-10-01T08:00:00.000Z",
  sites: [...found.sites, ...joining],
}

/** Everything its sites owe. */
export const owedInPhaseTwo = (): Expected[] =>
  phaseTwo.sites
    .filter(isDated)
    .flatMap((site) => owedBy(phaseTwo, site, periodsIn(phaseTwo, phaseTwo.sites), "2017-10-01"))

/** Due on Monday 22 January 2018 at 5pm. */
export const december = "nsw2-spending-2017-12-31"
export const at = (moment: string) => new Date(moment)

/** What every site owes in a round, each changed as its name says. */
export const inRound = (round: string, changed: Record<string, Partial<Expected>> = {}): Expected[] =>
  owedInPhaseTwo()
    .filter((one) => one.round === round)
    .map((one) => ({ ...one, ...changed[one.organisation] }))

export const cellsAt = (all: Expected[], now: Date): Cell[] => all.map((one) => cellOf(one, now))

export const stands = (more: Partial<Stands> = {}): Stands => ({
  state: "draft",
  reference: "NSW2-HAL-F-7K3PQ4",
  version: 0,
  waitingFor: [],
  changedAt: "2018-01-16T09:00:00.000Z",
  changedBy: "Ann Example",
  ...more,
})
export const sentAt = (moment: string, more: Partial<Stands> = {}) =>
  stands({ state: "sent", version: 1, firstSentAt: moment, sentAt: moment, sentBy: "Ann Example", ...more })

export const member = (role: Role, more: Partial<Member> = {}): Member => ({
  person: `p-${role}`,
  grant: `g-${role}`,
  name: `Some ${role}`,
  email: `${role}@halton.example`,
  role,
  from: "2016-06-01T00:00:00.000Z",
  to: "2019-01-01T00:00:00.000Z",
  ...more,
})
