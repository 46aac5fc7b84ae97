import { afterCover } from "../../shared/domain/actions/from-cover.ts"
import { covering } from "../../shared/domain/calendar/cover.ts"
import type { CoverAnswer } from "../../shared/domain/calendar/expected.ts"
import { askedFor } from "../../shared/domain/calendar/more-time.ts"
import { actionsIn, putAction } from "../../shared/store/actions.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { actingHere } from "./context.ts"
import { type C, organisationHere } from "./desk.ts"
import { calendarHere, membersHere, returnHere } from "./returns.ts"

const pathOf = (c: C) => `/organisations/${c.req.param("organisation")}/returns/${c.req.param("round")}`

/** Asks the coordinators for a later date: written on the return and on their desk by one write. */
export const askingForTime = async (c: C, typed: { until: string; reason: string }, key: MoveKey) => {
  const { round } = await returnHere(c)
  const organisation = await organisationHere(c)
  const { programme } = c.var.world.settings
  await calendarHere(c).change(round, key, (one) => {
    const { changed, ask } = askedFor(one, typed, actingHere(c, { organisation, members: [] }))
    return { changed, more: [{ put: { ...keys.ask(programme, organisation.id, round), ...ask } }] }
  })
  return { body: { round, until: typed.until }, at: pathOf(c) }
}

/** What the certifier says of the day, with what there is to do about it: nobody else may be there, or somebody is. */
export const answeringCover = async (c: C, { answer }: { answer: CoverAnswer }, key: MoveKey) => {
  const { round } = await returnHere(c)
  const [organisation, members] = await Promise.all([organisationHere(c), membersHere(c)])
  await calendarHere(c).change(round, key, async (one) => {
    const changed = covering(one, answer, actingHere(c, { organisation, members }))
    const open = await actionsIn(c.var.world.table, organisation.id).open()
    const lead = members.find(({ role }) => role === "lead")
    return {
      changed,
      more: afterCover(changed.one, open, lead).flatMap(({ after, before }) => putAction(after, before)),
    }
  })
  return { body: { round, answer }, at: pathOf(c) }
}
