import { coachesOf } from "../../../shared/domain/coaching/assigned.ts"
import { mayRead, type Viewer } from "../../../shared/domain/evaluation/stories/readers.ts"
import type { SharedStory } from "../../../shared/domain/evaluation/stories/story.ts"
import { programmeRolesOf } from "../../../shared/domain/people/actor.ts"
import { findingsPolicy } from "../../../shared/domain/people/evaluation-policy.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { sharedStoriesIn } from "../../../shared/store/stories.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { findingsAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, only } from "../here.ts"

export const storiesAt = `${findingsAt}/stories`
export const storyAt = ({ phase, organisation, id }: Pick<SharedStory, "phase" | "organisation" | "id">) =>
  `${storiesAt}/${phase}/${organisation}/${id}`

/** As what each role across sites comes to a story; a coach at the sites that a phase names them for. */
const viewerOf = (role: Role): Viewer | undefined => {
  if (!findingsPolicy["read shared stories"].includes(role)) return undefined
  return role === "evaluator" || role === "coordinator" || role === "coach" ? role : "department"
}

const viewersHere = (c: C, { organisation, phase }: SharedStory): Viewer[] =>
  programmeRolesOf(c.var.actor).flatMap((role) => {
    const viewer = viewerOf(role)
    if (viewer === undefined) return []
    const assigned = role !== "coach" || coachesOf(c.var.phases, organisation, phase).includes(c.var.actor.id)
    return assigned ? [viewer] : []
  })

/** Stories of every site that whoever asks may read, the one shared last first: one query, strongly consistent. */
export const sharedHere = async (c: C): Promise<SharedStory[]> => {
  only(c, "read shared stories")
  const { table, settings, now } = c.var.world
  const today = londonDate(now())
  return (await sharedStoriesIn(table, settings.programme).all())
    .filter((one) => viewersHere(c, one).some((viewer) => mayRead(viewer, one, today)))
    .sort((a, b) => b.sharedAt.localeCompare(a.sharedAt) || storyAt(a).localeCompare(storyAt(b)))
}

export const sharedOneHere = async (c: C): Promise<SharedStory> => {
  const { phase, organisation, story } = c.req.param() as Record<string, string>
  const found = (await sharedHere(c)).find(
    (one) => one.phase === phase && one.organisation === organisation && one.id === story,
  )
  if (!found) throw new Refused("not found")
  return found
}

export const readyLine = (all: readonly SharedStory[]) =>
  all.length === 0
    ? "No story is ready. One stands here once its person agreed that you read it, and an officer of its site has checked it."
    : `${all.length} ${all.length === 1 ? "story" : "stories"} ready.`
