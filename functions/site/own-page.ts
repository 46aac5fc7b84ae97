import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { may } from "../../shared/domain/people/policy.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import type { C } from "./desk.ts"

/** Whether this person fills it in on a page of its own, and not section by section. */
export const fillsIn = (c: C, { kind, organisation }: Pick<Expected, "kind" | "organisation">): boolean =>
  kindOf(kind).ownPage !== undefined && may(c.var.actor, "save", { kind, organisation })
