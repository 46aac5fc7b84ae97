/** Where phases are prepared, below the programme. */
export const phasesAt = "/programme/phases"

export const phaseAt = (phase: string) => `${phasesAt}/${phase}`

export const lineAt = (phase: string, line: string) => `${phaseAt(phase)}/lines/${line}`

export const siteInPhaseAt = (phase: string, organisation: string) =>
  `${phaseAt(phase)}/sites/${organisation}`

export const periodAt = (phase: string, period: string) => `${phaseAt(phase)}/periods/${period}`

/** Where a check is mended: a page of the phase, or one that lies elsewhere. */
export const mendedAt = (phase: string, page: string) =>
  page === "" ? undefined : page.startsWith("/") ? page : `${phaseAt(phase)}/${page}`
