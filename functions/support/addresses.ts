import { supportAt } from "../../shared/web/coaching/addresses.ts"

export const clocksAt = `${supportAt}/clocks`
export const patternsAt = `${supportAt}/patterns`
export const highlightsAt = `${supportAt}/highlights`
export const sitesCsvAt = `${supportAt}/sites.csv`
export const actionsCsvAt = `${supportAt}/actions.csv`

/** An address in the phase that is looked at. */
export const inPhase = (path: string, phase: { id: string } | undefined) =>
  phase ? `${path}?${new URLSearchParams({ phase: phase.id })}` : path
