import type { SitePhase } from "../calendar/site-phase.ts"

type InPhase = { id: string; sites: readonly Pick<SitePhase, "organisation" | "phase" | "from" | "coach">[] }

/**
 * Who coaches a site, for what was recorded in a phase: its coach there, and those of its later phases, who go on from
 * it. Whoever coached it before sees nothing of what came after them.
 */
export const coachesOf = (phases: readonly InPhase[], organisation: string, phase: string): string[] => {
  const here = phases.flatMap(({ sites }) => sites.filter((one) => one.organisation === organisation))
  const begun = here.find((one) => one.phase === phase)?.from ?? ""
  const going = here.filter((one) => one.phase === phase || (begun !== "" && (one.from ?? "") >= begun))
  return [...new Set(going.flatMap(({ coach }) => (coach ? [coach.person] : [])))]
}
