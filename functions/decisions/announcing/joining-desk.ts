import { Refused } from "../../../shared/domain/refused.ts"
import {
  carriedOver,
  type JoiningState,
  joinDates,
  joiningState,
} from "../../../shared/domain/selection/joining.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { isOpen, type Open } from "../../../shared/domain/selection/seen.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { type C, type Desk, only } from "../../../shared/web/panel/here.ts"
import { afterTold, type OnPhase, phaseDesk, saysOf } from "./desk.ts"
import { sentOf } from "./sent.ts"

const right = "take into the phase"

/** One of the panel for whoever may see what was decided about it. Whoever has a link with it finds nothing. */
export const freeIn = ({ seen, whole }: Desk, reference: string): { raw: Reading; one: Open } => {
  const one = seen.find((each) => each.reference === reference)
  const raw = whole.readings.find((each) => each.reference === reference)
  if (!one || !raw) throw new Refused("not found")
  if (!isOpen(one))
    throw new Refused("not possible now", { says: `Say first whether you have a link with ${one.name}.` })
  if (!one.compared)
    throw new Refused("not possible now", {
      says: "Send your own scores first. Then you see what was decided.",
    })
  return { raw, one }
}

export type Row = Pick<Reading, "reference" | "organisation" | "name" | "joined" | "decided"> & {
  state: JoiningState
}

/** Who is funded or in reserve, and how far each has come on the way into the phase. */
export const joiningHere = async (c: C) => {
  only(c, right, saysOf(right))
  const desk = await phaseDesk(c)
  const rows = desk.seen.flatMap((one): Row[] => {
    if (!isOpen(one) || !one.compared || !desk.whole.panel?.told) return []
    const { reference, organisation, name, compared } = one
    const isSite = desk.phase.sites.some((site) => site.organisation === organisation)
    const state = joiningState(compared, isSite)
    return state ? [{ reference, organisation, name, state, ...compared }] : []
  })
  const notSaid = desk.seen.filter((one) => !isOpen(one))
  return {
    ...desk,
    told: desk.whole.panel?.told,
    rows: rows.toSorted((a, b) => a.name.localeCompare(b.name)),
    notSaid,
  }
}
export type OnJoining = Awaited<ReturnType<typeof joiningHere>>

/** One of them, with its people and the days that its form begins with. */
export const joiningOne = async (c: C) => {
  const desk = await joiningHere(c)
  const { raw } = freeIn(desk, c.req.param("reference") ?? "")
  afterTold(desk)
  const row = desk.rows.find(({ reference }) => reference === raw.reference)
  if (!row) throw new Refused("not found")
  const { table, now } = c.var.world
  const [members, sent, decision] = await Promise.all([
    peopleIn(table).membersOf(raw.organisation),
    sentOf(table, raw),
    desk.store.decision(raw.reference, raw.decided?.version ?? 0),
  ])
  const site = siteOf(desk, raw)
  const last = site?.to ?? desk.phase.to
  return {
    ...desk,
    raw,
    row,
    site,
    decision,
    dates: joinDates(desk.phase, desk.round, sent),
    people: carriedOver(members, now(), last),
  }
}
export type OnJoiningOne = Awaited<ReturnType<typeof joiningOne>>

const siteOf = ({ phase }: OnPhase, { organisation }: Reading) =>
  phase.sites.find((one) => one.organisation === organisation)
