import type { SitePhase } from "../../shared/domain/calendar/site-phase.ts"
import { accountsIn } from "../../shared/store/accounts.ts"
import { calendarIn, putPhase, putSite, type WithSites } from "../../shared/store/calendar.ts"
import { changesIn } from "../../shared/store/changes.ts"
import { addDays, dateWords, londonDate, type PlainDate } from "../../shared/values/london.ts"
import type { CalendarWorld } from "./run.ts"

/** The tries a site is given while somebody changes its phase. */
const tries = 5

/** Nobody's name stands for it: who leaves, and who said so, is in the ledger of the site. */
const calendar = {
  actor: { id: "calendar", name: "The calendar" },
  grant: { id: "calendar", role: "calendar" },
}

/** How long after its last site has ended a phase is looked at, in days: longer than anybody leaves the run broken. */
const furthest = 30

/**
 * Sites that leave early, brought to their last day in the calendar: what they owe is asked anew as the phase is spread.
 * Run twice it changes nothing. Gives the phases back as they stand then.
 */
export const followLeaving = async (world: CalendarWorld, phases: WithSites[]): Promise<WithSites[]> => {
  const { table, log, settings } = world
  const { programme } = settings
  const since = addDays(londonDate(world.now()), -furthest)
  let changed = false
  for (const { id, sites } of phases.filter((one) => one.published && goesOn(one, since))) {
    const leaving = (await accountsIn(table).inPhase(id)).filter((one) => one.leaving !== undefined)
    for (const { organisation, to } of leaving) {
      if (sites.find((one) => one.organisation === organisation)?.to === to) continue
      changed = true
      if (!(await brought({ ...world, programme }, { phase: id, organisation, to })))
        log.error("a site that leaves is not at its last day yet", { phase: id, organisation })
    }
  }
  return changed ? calendarIn(table, programme).phases() : phases
}

const goesOn = ({ sites }: WithSites, since: PlainDate) =>
  sites.some(({ to }) => to === undefined || to >= since)

type Here = Pick<CalendarWorld, "table" | "now" | "random"> & { programme: string }
type Leaving = { phase: string; organisation: string; to: string }

/** Together or not at all: the site, its phase, which is to be spread, and the line of that in its history. */
const brought = async ({ table, programme, now, random }: Here, one: Leaving): Promise<boolean> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const phase = await calendarIn(table, programme).phase(one.phase)
    const site = phase?.sites.find(({ organisation }) => organisation === one.organisation)
    if (!phase || !site || site.to === one.to) return true
    const lines = await changesIn(table).next({
      record: `phase-${phase.id}`,
      move: "change site",
      note: `${site.name} leaves early: its last day is ${dateWords(one.to)}`,
      by: calendar,
      at: now(),
      salt: Buffer.from(random(12)).toString("base64url"),
    })
    const { written } = await table.write([...lines, ...moved(programme, phase, site, one.to)])
    if (written) return true
  }
  return false
}

const moved = (programme: string, { sites: _, ...phase }: WithSites, site: SitePhase, to: string) => [
  putSite(programme, { ...site, to }, site),
  putPhase(programme, phase, phase),
]
