import type { HeldStory, Report } from "../../domain/evaluation/reports/report.ts"
import { notNowWords, withdrawnWords } from "../../domain/evaluation/reports/sentence.ts"
import { mayRead } from "../../domain/evaluation/stories/readers.ts"
import type { SharedStory } from "../../domain/evaluation/stories/story.ts"
import { releaseOf } from "../../store/releases.ts"
import { sharedStoriesIn } from "../../store/stories.ts"
import { londonDate } from "../../values/london.ts"
import type { World } from "../world.ts"
import type { Seen } from "./measure-table.tsx"

type Asking = { var: { world: World } }

/** A story in its place in a report, or what is said there instead. */
export type Placed = { held: HeldStory; story?: SharedStory; says?: string }
/** `seen` are the tables of its release, as everybody reads them. */
export type Rendered = { report: Report; stories: Placed[]; seen?: Seen }

/**
 * A report as it is read at this moment: its stories are read from where they are shared, so that one that was withdrawn
 * is gone from it in the same second, and one whose person is being asked again is not shown.
 */
export const rendered = async ({ var: { world } }: Asking, report: Report): Promise<Rendered> => {
  const shared = sharedStoriesIn(world.table, world.settings.programme)
  const today = londonDate(world.now())
  const seen = await tablesOf(world, report)
  const stories = await Promise.all(
    report.stories.map(async (held): Promise<Placed> => {
      if (held.withdrawn) return { held, says: withdrawnWords(held.withdrawn) }
      const story = await shared.one(held, held.story)
      return story && mayRead("report", story, today) ? { held, story } : { held, says: notNowWords }
    }),
  )
  return { report, stories, ...(seen && { seen }) }
}

const tablesOf = async (
  { table, settings }: World,
  { phase, release }: Report,
): Promise<Seen | undefined> => {
  const found = release && (await releaseOf(table, { programme: settings.programme, phase }, release.number))
  return found && { table: found.table, release: found }
}
