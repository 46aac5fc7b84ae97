import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { mayRead } from "../../../shared/domain/evaluation/stories/readers.ts"
import type { SharedStory } from "../../../shared/domain/evaluation/stories/story.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { reportsIn } from "../../../shared/store/reports.ts"
import { sharedStoriesIn } from "../../../shared/store/stories.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere, only, phaseHere } from "../here.ts"

export const reportsOf = (phase: string) => `${findingsAt}/${phase}/reports`
export const reportIn = (phase: string, id: string) => `${reportsOf(phase)}/${id}`

export const todayHere = (c: C) => londonDate(c.var.world.now())
export const storeHere = ({ var: { world } }: C) => reportsIn(world.table, world.settings.programme)

/** Reports of the phase in the address, drafts first: evaluators alone see those. */
export const reportsHere = async (c: C): Promise<Report[]> => {
  const phase = phaseHere(c).id
  const [drafts, issued] = await Promise.all([
    mayHere(c, "write report") ? storeHere(c).drafts(phase) : [],
    storeHere(c).issued(),
  ])
  return [...drafts, ...issued.filter((one) => one.phase === phase)]
}

export const idHere = (c: C) => c.req.param("report") ?? ""

/** The report in the address; a draft is not there for anybody but evaluators. */
export const reportHere = async (c: C): Promise<Report> => {
  const phase = phaseHere(c).id
  const issued = await storeHere(c).one(idHere(c))
  if (issued?.phase === phase) return issued
  const draft = mayHere(c, "write report") ? await storeHere(c).draft(phase, idHere(c)) : undefined
  if (!draft) throw new Refused("not found")
  return draft
}

export const toWrite = (c: C): Promise<Report> => {
  phaseHere(c)
  only(c, "write report")
  return reportHere(c)
}

/** Every story that anybody but its site reads: no words of one are a report's. */
export const everyShared = ({ var: { world } }: C): Promise<SharedStory[]> =>
  sharedStoriesIn(world.table, world.settings.programme).all()

/** Stories of the phase whose people agreed to reports. */
export const tellable = async (c: C): Promise<SharedStory[]> => {
  const phase = phaseHere(c).id
  return (await everyShared(c)).filter((one) => one.phase === phase && mayRead("report", one, todayHere(c)))
}

export const storyKey = ({ organisation, id }: { organisation: string; id: string }) =>
  `${organisation}~${id}`
