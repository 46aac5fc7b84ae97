import { answered } from "../../../shared/domain/answered.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { periodsSet } from "../../../shared/domain/calendar/owed.ts"
import { mostSites } from "../../../shared/domain/calendar/phase-checks.ts"
import { siteChecks } from "../../../shared/domain/calendar/site-checks.ts"
import { canBeAdded, siteAnswers, siteForm, siteWith } from "../../../shared/domain/calendar/site-form.ts"
import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putPeriod, putPhase, putSite, type WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { removing } from "../../../shared/store/spreading.ts"
import type { Action } from "../../../shared/store/table.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { byHere, spreadHere } from "../../../shared/web/programme/spread.ts"
import {
  type C,
  checkedHere,
  coachesHere,
  phaseHere,
  phaseToPlan,
  planning,
  seenOf,
  someoneElse,
} from "./desk.ts"

export type OnSite = { phase: string; organisation: string }

/** What the form of a site is drawn and read with. */
export const siteFormHere = async (c: C, phase: WithSites, site?: SitePhase) => {
  const { table, now } = c.var.world
  const [live, organisations] = await Promise.all([
    coachesHere(c),
    site ? [] : directoryIn(table).organisations(),
  ])
  const [kept] = live.filter(({ person }) => person === site?.coach?.person)
  const before = site?.coach && !kept ? [{ ...blank, ...site.coach }] : []
  const coaches = [...live, ...before]
  const section = siteForm({
    phase,
    coaches,
    ...(!site && { organisations: canBeAdded(organisations, phase.sites, londonDate(now())) }),
  })
  return { section, coaches, organisations }
}

/** A coach who is named and not there any longer stays named until somebody names another. */
const blank = { grant: "", email: "", role: "coach" as const, from: "", to: "" }

export const siteIn = ({ sites }: WithSites, organisation: string): SitePhase => {
  const found = sites.find((one) => one.organisation === organisation)
  if (!found) throw new Refused("not found")
  return found
}

/** The phase with a site as it will be, and everything that is written with it: what it asks is asked anew. */
const writing = async (c: C, phase: WithSites, after: SitePhase, before?: SitePhase): Promise<Action[]> => {
  const { programme } = c.var.world.settings
  const { sites, ...own } = phase
  const next = { ...own, sites: [...sites.filter((one) => one !== before), after] }
  const actions = [putSite(programme, after, before), putPhase(programme, own, own)]
  if (!phase.published) return actions
  const { about, checks, stored } = await checkedHere(c, next)
  const its = siteChecks(phase, after, about)
  const wrong = [...its, ...checks.filter(({ id }) => id === "many")].filter(
    ({ done, weighs }) => !done && weighs === "problem",
  )
  if (wrong.length > 0)
    throw new Refused("not valid", {
      says: "This phase is published: each of its sites must be one that could be published now.",
      problems: wrong.map(({ id, says }) => ({ question: id.startsWith("dates") ? "from" : "", says })),
    })
  const added = periodsSet(next, next.sites, stored).filter(({ id }) => !stored.some((one) => one.id === id))
  return [...actions, ...added.map((one) => putPeriod(programme, one))]
}

export const addSite = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<OnSite> => {
  const { id } = await phaseToPlan(c)
  const added = await planning<OnSite>(c, { phase: id, move: "add site", key }, async () => {
    const phase = await phaseHere(c)
    const { section, coaches, organisations } = await siteFormHere(c, phase)
    const { organisation, ...answers } = answered(section, given, c.var.world.now())
    const found = organisations.find((one) => one.id === organisation)
    if (!found) throw new Refused("not found")
    if (phase.sites.length >= mostSites)
      throw new Refused("not possible now", { says: `A phase has ${mostSites} sites at most.` })
    const one = siteWith({ phase: id, organisation: found.id, name: found.shortName }, answers, coaches)
    return { actions: await writing(c, phase, one), result: { phase: id, organisation: found.id } }
  })
  await spreadHere(c, { id })
  return added
}

/** Dates, award, coach or name: what nobody has begun follows them, and what was begun stays. */
export const changeSite = async (c: C, given: Record<string, unknown>, seen?: string): Promise<OnSite> => {
  const { id } = await phaseToPlan(c)
  const organisation = c.req.param("organisation") ?? ""
  const decided = async () => {
    const phase = await phaseHere(c)
    const before = siteIn(phase, organisation)
    const { section, coaches } = await siteFormHere(c, phase, before)
    const after = siteWith(before, answered(section, given, c.var.world.now()), coaches)
    const [was, is] = [seenOf(siteAnswers(before)), seenOf(siteAnswers(after))]
    if (was !== is && seen !== undefined && seen !== was) throw someoneElse()
    return { phase, before, after, same: was === is }
  }
  const result = { phase: id, organisation }
  if ((await decided()).same) return result
  await planning<OnSite>(c, { phase: id, move: "change site" }, async () => {
    const { phase, before, after } = await decided()
    return { actions: await writing(c, phase, after, before), result }
  })
  await spreadHere(c, { id })
  return result
}

/** What a site in a phase is expected to send, and whether any of it was begun. */
export const expectedOf = async (c: C, { phase, organisation }: SitePhase): Promise<Expected[]> =>
  (await expectedIn(c.var.world.table).all(organisation)).filter((one) => one.owed && one.phase === phase)

export const begunWords = (name: string, begun: Expected[]) =>
  `${name} has begun ${begun.map(({ title }) => title).join(", ")}: a site that has begun stays in its phase.`

/** Takes a site out of a phase, as long as it has begun nothing there. */
export const removeSite = async (c: C, key: MoveKey): Promise<OnSite> => {
  const { id } = await phaseToPlan(c)
  const { settings, now } = c.var.world
  const organisation = c.req.param("organisation") ?? ""
  const removed = await planning<OnSite>(c, { phase: id, move: "remove site", key }, async () => {
    const phase = await phaseHere(c)
    const one = siteIn(phase, organisation)
    const { sites: _, ...own } = phase
    const expected = await expectedOf(c, one)
    const begun = expected.filter(({ stands }) => stands)
    if (begun.length > 0) throw new Refused("not possible now", { says: begunWords(one.name, begun) })
    return {
      actions: [
        {
          remove: keys.sitePhase(settings.programme, id, organisation),
          when: { is: { revision: one.revision } },
        },
        putPhase(settings.programme, own, own),
        ...expected.flatMap((each) => removing(settings.programme, each, { by: byHere(c), at: now() })),
      ],
      result: { phase: id, organisation },
    }
  })
  await spreadHere(c, { id })
  return removed
}
