import type { Context, MiddlewareHandler } from "hono"
import {
  type LearningRight,
  learningGrantFor,
  learningPolicy,
  mayLearn,
} from "../../shared/domain/people/coaching-policy.ts"
import { roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { calendarIn, type WithSites } from "../../shared/store/calendar.ts"
import { communityIn } from "../../shared/store/community.ts"
import { learningIn } from "../../shared/store/learning.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"

/** A request among those who learn from each other: the phases of the programme with their sites are loaded at the door. */
export type Inside = { Variables: SignedIn["Variables"] & { phases: WithSites[] } }
export type C = Context<Inside>

/**
 * Whoever belongs to the programme comes in; of councils, those that are a site in a phase that is published. A council
 * that only asks to take part finds nothing here.
 */
export const enterAsSite: MiddlewareHandler<Inside> = async (c, next) => {
  const { actor, world } = c.var
  const phases = await calendarIn(world.table, world.settings.programme).phases()
  const sites = new Set(
    phases
      .filter(({ published }) => published !== undefined)
      .flatMap((phase) => phase.sites.map(({ organisation }) => organisation)),
  )
  const grants = actor.grants.filter(
    ({ organisation }) => organisation === undefined || sites.has(organisation),
  )
  if (!mayLearn({ ...actor, grants }, "see learning")) throw new Refused("not found")
  c.set("phases", phases)
  c.set("actor", { ...actor, grants })
  await next()
}

export const mayHere = (c: C, right: LearningRight) => mayLearn(c.var.actor, right)

/** "This is for the site lead or the contributor." */
const forWhom = (right: LearningRight) =>
  `This is for the ${learningPolicy[right].map((role) => roles[role].words).join(" or the ")}.`

export const only = (c: C, right: LearningRight) => {
  if (!mayHere(c, right)) throw new Refused("not allowed", { says: forWhom(right) })
}

export const storeHere = ({ var: { world } }: C) => learningIn(world.table, world.settings.programme)
export const communityHere = ({ var: { world } }: C) => communityIn(world.table, world.settings.programme)
export const programmeHere = ({ var: { world } }: C) => world.settings.programme

/** Who does something, as it is kept. */
export const whoHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })

export const randomHere = ({ var: { world } }: C) => Buffer.from(world.random(9)).toString("base64url")

/** What a site is called on lists. */
export const siteName = (c: C, organisation: string): string =>
  sitesIn(c).find((one) => one.organisation === organisation)?.name ?? organisation

export const siteNames = (c: C): string[] => sitesIn(c).map(({ name }) => name)

const sitesIn = (c: C) => c.var.phases.flatMap(({ sites }) => sites)

/** The sites at which somebody has a right, each with its name. */
export const ownSites = (c: C, right: LearningRight): Record<string, string> =>
  Object.fromEntries(
    c.var.actor.grants.flatMap(({ role, organisation }) =>
      organisation && learningPolicy[right].includes(role) ? [[organisation, siteName(c, organisation)]] : [],
    ),
  )

/** Which of their own sites is meant: the only one where none is said. Somebody else's is none. */
export const ownSiteHere = (c: C, right: LearningRight, given: unknown): string | undefined => {
  const own = Object.keys(ownSites(c, right))
  if (given === undefined) return own.length === 1 ? own[0] : undefined
  const found = own.find((one) => one === given)
  if (found === undefined) throw new Refused("not found")
  return found
}

type Moving = {
  right: LearningRight
  record: "library" | "sessions"
  move: string
  note?: string
  key?: MoveKey
}

/** Who moves something, by which grant, now: the next line of its chain. Refused where they hold none of the roles. */
export const changingHere = (c: C, { right, ...moving }: Moving) => {
  const { actor, world } = c.var
  const grant = learningGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says: forWhom(right) })
  return {
    ...moving,
    by: { actor, grant },
    at: world.now(),
    ...(moving.note !== undefined && { salt: Buffer.from(world.random(12)).toString("base64url") }),
  }
}
