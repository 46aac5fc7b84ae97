import { calendarIn, putSite } from "../../../shared/store/calendar.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { publishPhaseTwo } from "../phase.ts"
import type { Service } from "../service.ts"
import { everythingAt } from "./everything.ts"

/** A coach whom a phase names for Bradford, and for no other site. */
export const secondCoach = {
  id: "p-second-coach",
  name: "Second coach (demonstration)",
  email: "second.coach@scie.example",
}

/** A word for each free text of a site that stands nowhere else: `HALMARKTALKED` is what Halton talked about. */
const marking = (prefix: string) => (what: string) => `${prefix}MARK${what} and more`

/** Every word of the kind on a page, without its prefix. */
export const marksOf = (prefix: string, page: string) =>
  [...page.matchAll(new RegExp(`${prefix}MARK([A-Z]+)`, "g"))].map(([, what = ""]) => what)

/** Halton and Bradford with one of everything each, in their own words; Bradford has a coach of its own. */
export const twoSites = async (service: Service) => {
  await publishPhaseTwo(service)
  const people = peopleIn(service.table)
  const days = { from: "2017-01-01T00:00:00.000Z", to: "2019-01-01T00:00:00.000Z", by: "tests" }
  await service.table.write([
    ...people.add(secondCoach),
    ...people.granting(secondCoach, { id: "g-second-coach", role: "coach", ...days }),
  ])
  const { programme } = service.world.settings
  const bradford = await calendarIn(service.table, programme).site("NSW2", "bradford")
  if (!bradford) throw new Error("Bradford is in the phase")
  const { id: person, name } = secondCoach
  await service.table.write([putSite(programme, { ...bradford, coach: { person, name } }, bradford)])
  const coach = await service.as(secondCoach.email)
  const halton = await everythingAt(service, "halton", { say: marking("HAL") })
  return { halton, bradford: await everythingAt(service, "bradford", { say: marking("BRD"), coach }), coach }
}
