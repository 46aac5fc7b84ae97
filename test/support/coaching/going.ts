import { programme } from "../../../infra/local/demonstration/programme.ts"
import { calendarIn, putSite } from "../../../shared/store/calendar.ts"
import { coachingIn } from "../../../shared/store/coaching.ts"
import type { Client, Service } from "../service.ts"
import { keyed, newKey } from "../submission.ts"

/** The coaching of Halton in phase 2: its pilot runs from 1 September 2017 to 30 April 2018. */
export const coaching = "/organisations/halton/coaching/NSW2"

export const call = async (who: Client, path: string, body: unknown, key = newKey()) => {
  const answer = await who.api("POST", `${coaching}/${path}`, body, keyed(key))
  const given = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, given, says: JSON.stringify(given) }
}

export const read = async <Body>(who: Client, path: string): Promise<Body> =>
  (await (await who.api("GET", `${coaching}/${path}`)).json()) as Body

/** Where the coaching of Halton stands, as homes and lists read it. */
export const headOf = async ({ table }: Pick<Service, "table">) => {
  const found = await coachingIn(table).head("halton", "NSW2")
  if (!found) throw new Error("Nothing has happened in the coaching of Halton yet")
  return found
}

export const linesOf = async ({ table }: Pick<Service, "table">) =>
  coachingIn(table).timeline("halton", "NSW2")

/** Another coach for a site of phase 2: whoever coached it before finds nothing of it. */
export const coachedByAnother = async ({ table }: Pick<Service, "table">, organisation: string) => {
  const phase = await calendarIn(table, programme.id).phase("NSW2")
  const site = phase?.sites.find((one) => one.organisation === organisation)
  if (!site) throw new Error(`Phase 2 has no site ${organisation}`)
  await table.write([putSite(programme.id, { ...site, coach: { person: "p-other", name: "Another" } }, site)])
}

/** Phase 2 asks for ratings from now, or no longer. */
export const askForRatings = async (coordinator: Client, because?: string) => {
  const phase = { title: "Phase 2", about: "Three stay and three join." }
  const answers = { ...phase, ...(because !== undefined && { ratings: because }) }
  const answer = await coordinator.api("POST", "/programme/phases/NSW2/facts", { answers })
  if (answer.status !== 200) throw new Error(await answer.text())
}
