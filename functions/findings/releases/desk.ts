import type { ReleaseRecord } from "../../../shared/domain/evaluation/released.ts"
import { type Draft, draftRelease } from "../../../shared/domain/evaluation/releasing/release.ts"
import { notReleasable } from "../../../shared/domain/evaluation/releasing/release-form.ts"
import {
  type ReleasedFigures,
  standingIn,
} from "../../../shared/domain/evaluation/releasing/released-figure.ts"
import { type Changed, changedSince } from "../../../shared/domain/evaluation/releasing/since.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { gatherPhase } from "../../../shared/store/gathering.ts"
import { releasedFiguresOf } from "../../../shared/store/released-figures.ts"
import { latestRelease, releaseOf, releases, truthsBehind } from "../../../shared/store/releases.ts"
import { canonical } from "../../../shared/values/canonical.ts"
import { sha256 } from "../../../shared/values/hash.ts"
import { type C, mayHere, only, phaseHere } from "../here.ts"

const ofPhase = (c: C, { id }: WithSites) => ({
  programme: c.var.world.settings.programme,
  phase: id,
})

export type OnReleases = { phase: WithSites; all: ReleaseRecord[]; mayMake: boolean }

/** Every release of a phase, the newest first. */
export const releasesHere = async (c: C): Promise<OnReleases> => {
  const phase = phaseHere(c)
  const all = await releases(c.var.world.table, ofPhase(c, phase))
  return { phase, all, mayMake: mayHere(c, "make release") }
}

export type OnRelease = { phase: WithSites; one: ReleaseRecord }

export const releaseHere = async (c: C): Promise<OnRelease> => {
  const phase = phaseHere(c)
  const given = c.req.param("number") ?? ""
  const one = /^[1-9]\d{0,3}$/.test(given)
    ? await releaseOf(c.var.world.table, ofPhase(c, phase), Number(given))
    : undefined
  if (!one) throw new Refused("not found")
  return { phase, one }
}

export type OnDraft = {
  phase: WithSites
  draft: Draft
  last?: ReleaseRecord
  changes: Changed[]
  /** Why it cannot be made, where it cannot. */
  not?: string
  /** What it would say, by which it is known that somebody read it. */
  seen: string
  figures: ReleasedFigures[]
}

/** What a release would say now, for whoever may make one: four requests a site, whatever the history, and two. */
export const draftHere = async (c: C): Promise<OnDraft> => {
  only(c, "make release")
  const phase = phaseHere(c)
  const { table } = c.var.world
  const of = ofPhase(c, phase)
  const [sites, figures, earlier, last] = await Promise.all([
    gatherPhase(table, phase, c.var.phases),
    Promise.all(
      phase.sites.map(({ organisation }) => releasedFiguresOf(table, { organisation, phase: phase.id })),
    ),
    truthsBehind(table, of),
    latestRelease(table, of),
  ])
  const draft = draftRelease(
    phase.id,
    sites,
    figures.flatMap(standingIn),
    earlier.map(({ truth }) => truth),
  )
  const changes = changedSince(last?.table, draft.table)
  const not = notReleasable(draft, last, changes.length)
  return {
    phase,
    draft,
    changes,
    figures,
    seen: sha256(canonical(draft.table)),
    ...(last && { last }),
    ...(not !== undefined && { not }),
  }
}
