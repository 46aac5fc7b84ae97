import type { Change } from "../../shared/domain/submissions/change.ts"
import type { Action } from "../../shared/store/action.ts"
import { figuresToGive } from "../../shared/store/figures-to-give.ts"
import type { C, OnDesk } from "./desk.ts"

type Here = Pick<OnDesk, "kind" | "facts" | "expected" | "organisation">

/** What sending a return leaves to be given later: nothing, and nothing read, where it says nothing in figures. */
export const toGiveFor = async (
  c: C,
  { kind, facts, expected, organisation }: Here,
  change: Change,
): Promise<Action[]> => {
  const names = Object.fromEntries(
    kind.sections(facts).flatMap(({ asks }) => Object.entries(asks).map(([key, { label }]) => [key, label])),
  )
  return figuresToGive(c.var.world.table, change, { site: expected?.name ?? organisation.shortName, names })
}
