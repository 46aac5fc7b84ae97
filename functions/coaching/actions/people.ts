import type { Desk } from "../../../shared/domain/actions/action.ts"
import type { Nameable } from "../../../shared/domain/actions/hand-forms.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, phasesHere, siteHere } from "../../../shared/web/coaching/here.ts"

/** The phase that an action set now is about: the one that the site is in, or else the one that it was in last. */
export const phaseNow = (c: C) => {
  const all = phasesHere(c)
  const today = londonDate(c.var.world.now())
  return all.find(({ site }) => (site.from ?? "") <= today) ?? all.at(-1)
}

/** Who coaches the site in a phase, by name. */
export const coachIn = (c: C, phase: string | undefined): string | undefined =>
  c.var.phases.find(({ id }) => id === phase)?.sites.find(({ organisation }) => organisation === siteHere(c))
    ?.coach?.name

/** Whoever may be named for an action: people of the site, its coach, the coordinators. Each once. */
export const nameableHere = async (c: C): Promise<Nameable[]> => {
  const { world } = c.var
  const [site, programme] = await Promise.all(
    [siteHere(c), programmeItself].map((of) => peopleIn(world.table).membersOf(of)),
  )
  const live = (all: Member[] = []) => all.filter((one) => isLive(one, world.now()))
  const coach = phaseNow(c)?.site.coach
  return merged([
    ...live(site).map((one) => named(one, "site")),
    ...(coach ? [{ ...coach, role: "coach of this site", desks: ["coach" as const] }] : []),
    ...live(programme)
      .filter(({ role }) => role === "coordinator")
      .map((one) => named(one, "coordinators")),
  ])
}

const named = ({ person, name, role }: Member, desk: Desk): Nameable => ({
  person,
  name,
  role: roles[role].words,
  desks: [desk],
})

const merged = (all: Nameable[]): Nameable[] =>
  [...Map.groupBy(all, ({ person }) => person).values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            ...first,
            role: [first, ...rest].map(({ role }) => role).join(", "),
            desks: [first, ...rest].flatMap(({ desks }) => desks),
          },
        ]
      : [],
  )
