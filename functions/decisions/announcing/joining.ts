import { answered } from "../../../shared/domain/answered.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { periodsSet } from "../../../shared/domain/calendar/owed.ts"
import { mostSites } from "../../../shared/domain/calendar/phase-checks.ts"
import { siteChecks } from "../../../shared/domain/calendar/site-checks.ts"
import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Decision } from "../../../shared/domain/selection/decision.ts"
import {
  actionsFrom,
  isToJoin,
  joinDates,
  joinDatesGiven,
  joinForm,
  promiseFrom,
  siteFrom,
} from "../../../shared/domain/selection/joining.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { isWithdrawn } from "../../../shared/domain/selection/telling.ts"
import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { putAction, putPromise } from "../../../shared/store/actions.ts"
import { putPeriod, putPhase, putSite } from "../../../shared/store/calendar.ts"
import { expectedIn, putExpected } from "../../../shared/store/expected.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Action } from "../../../shared/store/table.ts"
import { type C, changing, only } from "../../../shared/web/panel/here.ts"
import { calendarHere, spreadHere } from "../../../shared/web/programme/spread.ts"
import { afterTold, type OnPhase, phaseDesk, phaseLine, saysOf } from "./desk.ts"
import { freeIn } from "./joining-desk.ts"
import { sentOf } from "./sent.ts"

const right = "take into the phase"

export type Joined = { round: string; phase: string; reference: string; organisation: string; added: boolean }

/**
 * Makes a site of the phase of one that is funded: with its dates and award, what it promised, and what it has to do,
 * together or not at all. One that is a site of the phase already has the last two alone.
 */
export const takeIn = async (
  c: C,
  reference: string,
  given: Record<string, unknown>,
  key?: MoveKey,
): Promise<Joined> => {
  const joined = await changing<Joined>(
    c,
    { right, says: saysOf(right), record: reference, move: "take into the phase", key },
    async () => {
      const desk = await phaseDesk(c)
      const { raw } = freeIn(desk, reference)
      afterTold(desk)
      if (raw.joined) throw new Refused("not possible now", { says: `${raw.name} is in the phase already.` })
      if (!isToJoin(raw)) throw new Refused("not possible now", { says: `${raw.name} was not successful.` })
      const about = await aboutHere(c, desk, raw)
      const site = desk.phase.sites.find(({ organisation }) => organisation === raw.organisation)
      return {
        actions: [
          ...(site ? [] : await adding(c, about, given)),
          ...carrying(c, about),
          desk.store.put({ ...raw, joined: c.var.world.now().toISOString() }, raw),
        ],
        result: {
          round: desk.round.id,
          phase: desk.phase.id,
          reference,
          organisation: raw.organisation,
          added: site === undefined,
        },
      }
    },
  )
  if (joined.added) await spreadHere(c, { id: joined.phase })
  return joined
}

export type AllJoined = { round: string; joined: string[] }

/** Takes in everybody who is funded and not in yet, by the days of the phase, one after the other: again it goes on. */
export const takeAllIn = async (c: C): Promise<AllJoined> => {
  only(c, right, saysOf(right))
  const desk = await phaseDesk(c)
  afterTold(desk)
  const waiting = desk.seen.flatMap((one) =>
    one.standing === "free" && one.compared && isToJoin(one.compared) && !one.compared.joined ? [one] : [],
  )
  const joined: string[] = []
  for (const { reference } of waiting) {
    const { raw } = freeIn(desk, reference)
    const sent = await sentOf(c.var.world.table, raw)
    if (await tried(() => takeIn(c, reference, joinDates(desk.phase, desk.round, sent))))
      joined.push(reference)
  }
  return { round: desk.round.id, joined }
}

/** Somebody was quicker, or it was withdrawn: the others go on. */
const tried = async (does: () => Promise<unknown>): Promise<boolean> => {
  try {
    await does()
    return true
  } catch (error) {
    if (error instanceof Refused && error.refusal === "not possible now") return false
    throw error
  }
}

type About = { desk: OnPhase; one: Reading; decision: Decision; sent: Sent; asked?: Expected }

const aboutHere = async (c: C, desk: OnPhase, one: Reading): Promise<About> => {
  const { table } = c.var.world
  const [decision, sent, asked] = await Promise.all([
    desk.store.decision(one.reference, one.decided?.version ?? 0),
    sentOf(table, one),
    expectedIn(table).of(one.organisation, desk.round.id),
  ])
  if (!decision || !sent) throw new Refused("not found")
  if (isWithdrawn(one, asked ? [asked] : []))
    throw new Refused("not possible now", { says: `${one.name} has withdrawn it.` })
  return { desk, one, decision, sent, asked }
}

/** The site with its phase, which is spread anew; of a published phase, only one that could be published with it. */
const adding = async (
  c: C,
  { desk: { round, phase }, one, decision }: About,
  given: Record<string, unknown>,
): Promise<Action[]> => {
  const { settings, now } = c.var.world
  if (phase.sites.length >= mostSites)
    throw new Refused("not possible now", { says: `A phase has ${mostSites} sites at most.` })
  const dates = joinDatesGiven.parse(answered(joinForm(phase), given, now()))
  const site = siteFrom({ round, phase, one, decision }, dates)
  const { sites, ...own } = phase
  const note = `${site.name}, by its expression of interest ${one.reference}`
  return [
    putSite(settings.programme, site),
    putPhase(settings.programme, own, own),
    ...(await phaseLine(c, { right, phase: phase.id, move: "add site", note })),
    ...(phase.published ? await dated(c, { ...own, sites: [...sites, site] }, site) : []),
  ]
}

const dated = async (c: C, phase: OnPhase["phase"], site: SitePhase): Promise<Action[]> => {
  const { table, settings, now } = c.var.world
  const [members, stored] = await Promise.all([
    peopleIn(table).membersOf(site.organisation),
    calendarHere(c).periods(),
  ])
  const about = { now: now(), programme: [], people: new Map([[site.organisation, members]]), burdens: [] }
  const wrong = siteChecks(phase, site, about).filter(({ done, weighs }) => !done && weighs === "problem")
  if (wrong.length > 0)
    throw new Refused("not valid", {
      says: "This phase is published: each of its sites must be one that could be published now.",
      problems: wrong.map(({ says }) => ({ question: "from", says })),
    })
  return periodsSet(phase, phase.sites, stored)
    .filter(({ id }) => !stored.some((one) => one.id === id))
    .map((one) => putPeriod(settings.programme, one))
}

/** What it promised, and its conditions as things to do: its own calendar says that there are some. */
const carrying = (c: C, { desk, one, decision, sent, asked }: About): Action[] => {
  const about = { round: desk.round, phase: desk.phase, one, decision }
  const toDo = actionsFrom(about)
  return [
    putPromise(promiseFrom(about, sent, c.var.world.now())),
    ...toDo.flatMap((each) => putAction(each)),
    ...(asked && toDo.length > 0 ? [putExpected({ ...asked, conditions: toDo.length }, asked)] : []),
  ]
}
