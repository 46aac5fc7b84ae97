import { keys } from "./keys.ts"
import type { Action } from "./table.ts"

/** Off the list, whether they are on it or not. */
export const takeOffList = (programme: string, organisation: string, person: string): Action => ({
  remove: keys.listedPerson(programme, organisation, person),
})
