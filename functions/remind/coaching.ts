import type { Action as ToDo } from "../../shared/domain/actions/action.ts"
import type { Head } from "../../shared/domain/coaching/head.ts"
import { chasesOfAction, chasesOfCoaching } from "../../shared/domain/notices/chases.ts"
import { actionsIn, checkAction, putAction } from "../../shared/store/actions.ts"
import { checkHead, coachingIn, putHead } from "../../shared/store/coaching.ts"
import type { Table } from "../../shared/store/table.ts"
import { chased } from "./chased.ts"
import type { Matter, Today } from "./matter.ts"

/** Where the coaching of a site stands, as the morning looks at it. */
export const coachingMatter = (table: Table, head: Head, today: Today): Matter =>
  chased({
    organisation: head.organisation,
    name: head.name,
    phase: head.phase,
    record: `coaching-${head.phase}`,
    chases: chasesOfCoaching(head),
    told: head.told ?? {},
    today,
    check: checkHead(head),
    put: (told, day) => putHead({ ...head, told }, head, day),
    again: async () => {
      const found = await coachingIn(table).head(head.organisation, head.phase)
      return found && coachingMatter(table, found, today)
    },
  })

/** Something that is to be done, as the morning looks at it: one that is over tells nothing more. */
export const actionMatter = (table: Table, one: ToDo, today: Today): Matter =>
  chased({
    organisation: one.organisation,
    name: one.name ?? one.organisation,
    ...(one.phase !== undefined && { phase: one.phase }),
    record: `action-${one.id}`,
    chases: chasesOfAction(one),
    told: one.told ?? {},
    today,
    check: checkAction(one),
    put: (told) => putAction({ ...one, told }, one)[0] as ReturnType<typeof checkAction>,
    again: async () => {
      const found = await actionsIn(table, one.organisation).one(one.id)
      return found?.state === "open" ? actionMatter(table, found, today) : undefined
    },
  })
