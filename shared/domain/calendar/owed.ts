import { fullKindOf, type KindId, kindOf } from "../../kinds/index.ts"
import type { PlainDate } from "../../values/london.ts"
import { nextDay } from "../notices/notices.ts"
import { beginning } from "../submissions/event.ts"
import { type Covered, coveredBy, datesOf } from "./coverage.ts"
import type { Expected } from "./expected.ts"
import { locksAt, moved } from "./moved.ts"
import { type Period, periodsOf, type Span, titleOf } from "./period.ts"
import type { Line, Phase } from "./phase.ts"
import { returnFactsOf } from "./return-facts.ts"
import { besideSent } from "./sent-days.ts"
import type { SitePhase } from "./site-phase.ts"

export type Dated = SitePhase & Span
export const isDated = (one: SitePhase): one is Dated => one.from !== undefined && one.to !== undefined

/** Every period of a phase, from the first day of its earliest site to the last of its latest. */
export const periodsIn = (phase: Phase, sites: SitePhase[]): Period[] => {
  const dated = sites.filter(isDated)
  const from = [...dated.map((one) => one.from), ...(phase.from ? [phase.from] : [])].sort()[0]
  const to = [...dated.map((one) => one.to), ...(phase.to ? [phase.to] : [])].sort().at(-1)
  if (!from || !to) return []
  const span = { from: phase.from ?? from, to: phase.to ?? to }
  return phase.asks.flatMap((line) =>
    periodsOf(
      phase,
      line.cadence === "quarter" || line.cadence === "month" ? { from, to } : span,
      line,
      kindOf(line.kind).title,
    ),
  )
}

/** The same, each with the date that was set for it. */
export const periodsSet = (phase: Phase, sites: SitePhase[], stored: Period[]): Period[] =>
  periodsIn(phase, sites).map((one) => stored.find(({ id }) => id === one.id) ?? one)

/**
 * What one site is expected to send in a phase, by its own dates; the periods with the dates set for them. `before` is
 * what it was expected to send until now: what was sent in another form is not asked for again.
 */
export const owedBy = (
  phase: Phase,
  site: Dated,
  periods: Period[],
  today: PlainDate,
  before: readonly Expected[] = [],
): Expected[] =>
  phase.asks
    .filter((line) => isAsked(line, site))
    .flatMap((line) => {
      const own = periods.filter((one) => one.phase === phase.id && one.line === line.id)
      const kind = formFor(line, site)
      const covered = coveredBy(own, line, site, kind === line.kind)
      return besideSent(covered, kind, before).map((one) => owed(line, site, one, today))
    })

/** Some things are asked of sites that go on from the phase before, and of no others. */
const isAsked = ({ kind }: Line, { joined }: Dated) =>
  kindOf(kind).asked !== "of a continuing site" || joined === "continuing"

/** What a line comes to at a site: in full, where its award says so. */
const formFor = ({ kind }: Pick<Line, "kind">, { full }: Pick<SitePhase, "full">): KindId =>
  (full !== undefined && fullKindOf(kind)) || kind

const owed = (line: Line, site: Dated, covered: Covered, today: PlainDate): Expected => {
  const { period, covers } = covered
  const { from, to, award } = site
  const kind = formFor(line, site)
  const about = {
    organisation: site.organisation,
    name: site.name,
    round: period.id,
    title: line.cadence === "quarter" ? titleOf(kindOf(kind).title, line, covers) : period.title,
    covers,
    pilot: { from, to, ...(award !== undefined && { award }) },
  }
  const one: Expected = {
    ...about,
    phase: period.phase,
    kind,
    owed: true,
    why: kind === line.kind ? line.because : `${line.because} It is asked in full because: ${site.full}`,
    rule: "due",
    ...datesOf(line, covered, extraDays(site, line, covers)),
    sequence: 0,
    signs: kindOf(kind)
      .signatures(returnFactsOf(about))
      .map(({ role }) => role),
    told: {},
    events: { number: 0, hash: beginning },
    revision: 0,
  }
  return { ...one, next: nextDay(one, today) }
}

/** What was granted to this site for every return of a line whose last day lies between two. */
const extraDays = ({ longer }: Dated, { id }: Line, { to }: Span) =>
  Math.max(
    0,
    ...longer
      .filter(({ line, from, until }) => line === id && (!from || from <= to) && to <= until)
      .map(({ workingDays }) => workingDays),
  )

export type Reconciled = { put: { one: Expected; before?: Expected }[]; remove: Expected[] }

/**
 * What to write so that a site is expected to send what it now owes. What was asked, granted, begun or told stays with
 * it; what nobody has begun and is not owed any longer goes.
 */
export const reconciled = (before: Expected[], wanted: Expected[], today: PlainDate): Reconciled => {
  const put = wanted.flatMap((one) => {
    const there = before.find(({ round }) => round === one.round)
    if (!there) return [{ one }]
    const dated = redated(there, one, today)
    return dated ? [{ one: dated, before: there }] : []
  })
  const remove = before.filter(
    (one) => one.owed && !one.stands && !wanted.some(({ round }) => round === one.round),
  )
  return { put, remove }
}

/** The same with other dates, or nothing where they are the same. More time that was given stands, unless the date for all is later. */
const redated = (there: Expected, one: Expected, today: PlainDate): Expected | undefined => {
  const until = there.extended && (there.extended.until ?? there.by)
  const by = until && until > one.by ? until : one.by
  const locks = by === one.by ? one.locks : by === there.by ? there.locks : locksAt(one, by)
  const same =
    there.by === by &&
    there.locks === locks &&
    there.opens === one.opens &&
    (there.kind === one.kind || there.stands !== undefined) &&
    there.title === one.title &&
    there.name === one.name &&
    there.pilot?.from === one.pilot?.from &&
    there.pilot?.to === one.pilot?.to &&
    there.pilot?.award === one.pilot?.award &&
    there.covers?.from === one.covers?.from &&
    there.covers?.to === one.covers?.to
  if (same) return undefined
  const { title, name, pilot, covers, opens } = one
  const asked = there.stands ? {} : { kind: one.kind, why: one.why, signs: one.signs }
  const next = { ...there, ...asked, title, name, pilot, covers, opens }
  return there.by === by && there.locks === locks && there.opens === opens
    ? next
    : moved(next, { by, locks }, today)
}
