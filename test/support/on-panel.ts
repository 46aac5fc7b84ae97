import type { Role } from "../../shared/domain/people/role.ts"
import { type SelectionRight, selectionPolicy } from "../../shared/domain/people/selection-policy.ts"
import type { EveryDoor } from "./doors.ts"
import type { PanelPeople } from "./panel.ts"

const names: Partial<Record<Role, keyof PanelPeople>> = {
  chair: "chair",
  reader: "reader",
  adviser: "adviser",
  "decision-maker": "decider",
  coordinator: "coordinator",
}

/** Somebody of the selection panel who has the right that a door asks for. */
export const holderOf = (people: PanelPeople, { whom }: Pick<EveryDoor, "whom">) => {
  const roles = selectionPolicy[whom as SelectionRight] ?? []
  const [name = "chair"] = roles.flatMap((role) => names[role] ?? [])
  return people[roles.includes("chair") ? "chair" : name]
}
