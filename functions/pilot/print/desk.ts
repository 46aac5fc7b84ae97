import { briefOf } from "../../../shared/domain/coaching/brief.ts"
import type { RecordFacts } from "../../../shared/domain/coaching/facts.ts"
import { type Month, month as monthSchema, monthsOf } from "../../../shared/domain/coaching/going-month.ts"
import { handoverOf } from "../../../shared/domain/coaching/handover.ts"
import { newHead } from "../../../shared/domain/coaching/head.ts"
import { highlightOf } from "../../../shared/domain/coaching/highlight.ts"
import { agreedOf } from "../../../shared/domain/coaching/plan.ts"
import { milestonesOf } from "../../../shared/domain/coaching/plan-milestones.ts"
import { answersOf } from "../../../shared/domain/coaching/plan-version.ts"
import type { Part } from "../../../shared/domain/coaching/printed.ts"
import type { Session } from "../../../shared/domain/coaching/session.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { coachingIn, type Place } from "../../../shared/store/coaching.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { goingIn } from "../../../shared/store/going.ts"
import { helpIn } from "../../../shared/store/help.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { plansIn } from "../../../shared/store/plans.ts"
import { risksIn } from "../../../shared/store/risks.ts"
import { sessionsIn } from "../../../shared/store/sessions.ts"
import { londonDate, monthWords } from "../../../shared/values/london.ts"
import { type C, only, phasesHere, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"

/** A page made from the record, on the day it is printed. */
export type Printed = { place: Place; title: string; parts: Part[] }

/** As many sessions as are told in their own words. */
const mostTexts = 3

/** Everything the record holds that these pages are made of: a request for each sort of it, however long it goes back. */
const factsHere = async (c: C, place: Place): Promise<RecordFacts> => {
  const { table, now: clock } = c.var.world
  const now = clock()
  const today = londonDate(now)
  const coaching = coachingIn(table)
  const sessions = sessionsIn(table, place)
  const [head, events, actions, returns, page, months, rated, risks, help, plan] = await Promise.all([
    coaching.head(place.organisation, place.phase),
    coaching.timeline(place.organisation, place.phase),
    actionsIn(table, place.organisation).all(),
    expectedIn(table).current(place.organisation, today),
    sessions.page(),
    goingIn(table, place).months(),
    goingIn(table, place).rated(),
    risksIn(table, place).all(),
    helpIn(table).of(place),
    planOf(c, place),
  ])
  const site = phasesHere(c).find(({ phase }) => phase.id === place.phase)?.site
  return {
    now,
    today,
    head: head ?? newHead(place),
    site: {
      ...(site?.from && { from: site.from }),
      ...(site?.to && { to: site.to }),
      ...(site?.coach && { coach: site.coach.name }),
    },
    events,
    actions: actions.filter(({ phase }) => phase === undefined || phase === place.phase),
    returns: returns.filter(({ phase }) => phase === place.phase),
    sessions: page.sessions,
    texts: await textsOf(sessions, page.sessions),
    going: months.toReversed(),
    ratings: rated,
    risks,
    help,
    ...plan,
  }
}

const planOf = async (c: C, place: Place): Promise<Pick<RecordFacts, "milestones" | "plan">> => {
  const plans = plansIn(c.var.world.table)
  const plan = await plans.plan(place)
  const listed = plan && agreedOf(plan)
  const version = listed && (await plans.version(place, listed.version))
  if (!plan || !version) return { milestones: [] }
  return {
    milestones: milestonesOf(answersOf(version), plan.milestones, version),
    plan: {
      version: version.version,
      sections: version.sections.flatMap(({ title, questions }) =>
        questions.filter(({ words }) => words !== "").map(({ label, words }) => ({ title, label, words })),
      ),
    },
  }
}

const textsOf = async (
  sessions: ReturnType<typeof sessionsIn>,
  all: readonly Session[],
): Promise<RecordFacts["texts"]> => {
  const shared = all.filter(({ version }) => version > 0).slice(0, mostTexts)
  const texts = await Promise.all(shared.map((one) => sessions.text(one.id, one.version)))
  return shared.flatMap((session, at) => {
    const text = texts[at]
    return text ? [{ session, text }] : []
  })
}

/** What to know before the next visit: for whoever sees the whole. */
export const briefHere = async (c: C): Promise<Printed> => {
  const place = placeHere(c)
  only(c, "read brief")
  return { place, title: "Before the next visit", parts: briefOf(await factsHere(c, place)) }
}

/** For whoever takes over, when a coach, a lead or a site leaves. */
export const handoverHere = async (c: C): Promise<Printed> => {
  const place = placeHere(c)
  only(c, "take handover")
  const { table, now } = c.var.world
  const [facts, members] = await Promise.all([
    factsHere(c, place),
    peopleIn(table).membersOf(place.organisation),
  ])
  const people = members.filter((one) => isLive(one, now()))
  return { place, title: "Handover pack", parts: handoverOf(facts, people) }
}

/** One month on one page: the same for everybody who may read of it. */
export const highlightHere = async (c: C): Promise<Printed & { month: Month }> => {
  const place = placeHere(c)
  viewHere(c)
  const month = monthSchema.safeParse(c.req.param("month")).data
  if (!month || !monthsHere(c).includes(month)) throw new Refused("not found")
  const parts = highlightOf(await factsHere(c, place), month)
  return { place, month, title: `The month on one page: ${monthWords(`${month}-01`)}`, parts }
}

/** The months of the pilot that have begun, newest first. */
export const monthsHere = (c: C): Month[] => {
  const place = placeHere(c)
  viewHere(c)
  const site = phasesHere(c).find(({ phase }) => phase.id === place.phase)?.site
  return monthsOf({ from: site?.from, to: site?.to }, londonDate(c.var.world.now()))
}
