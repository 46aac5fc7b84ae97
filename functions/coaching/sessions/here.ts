import { remarkForm } from "../../../shared/domain/coaching/remark.ts"
import type { Line, Session, SessionText } from "../../../shared/domain/coaching/session.ts"
import { sessionForm } from "../../../shared/domain/coaching/session-form.ts"
import { sessionMore } from "../../../shared/domain/coaching/session-more.ts"
import type { SessionAudience } from "../../../shared/domain/coaching/session-sentence.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { sessionsIn } from "../../../shared/store/sessions.ts"
import { addDays, londonDate, type PlainDate } from "../../../shared/values/london.ts"
import { type C, mayHere, placeHere, siteHere, viewHere, whoHere } from "../../../shared/web/coaching/here.ts"

export const storeHere = (c: C) => sessionsIn(c.var.world.table, placeHere(c))

export const todayHere = (c: C): PlainDate => londonDate(c.var.world.now())

const wellFormed = /^\d{4}-\d{2}-\d{2}-[A-Za-z0-9_-]{1,40}$/

/** The session in the address. */
export const sessionHere = async (c: C): Promise<Session> => {
  const id = c.req.param("session") ?? ""
  const found = wellFormed.test(id) ? await storeHere(c).one(id) : undefined
  if (!found) throw new Refused("not found")
  return found
}

/** As whom somebody reads where a session stands. */
export const audienceHere = (c: C): SessionAudience => {
  if (viewHere(c) === "summary") return "department"
  const here = rolesAt(c.var.actor, siteHere(c))
  if (here.length === 0) return "coach"
  return here.includes("lead") ? "lead" : "site"
}

/** What is written and not shared yet is read by the coach and the coordinators alone. */
export const seesDrafts = (c: C) => mayHere(c, "plan session")

/** Ten letters and figures that nobody has had before. */
export const chanceHere = (c: C) => Buffer.from(c.var.world.random(5)).toString("hex")

/** The two pages of a session's text. Near the end of the pilot no next day is owed. */
export const formsHere = (c: C): [Section, Section] => {
  const now = c.var.world.now()
  const to = siteInPhase(c)?.to
  const ends = to !== undefined && londonDate(now) >= addDays(to, -lastWeeks)
  return [sessionForm({ now, ends }), sessionMore]
}

/** Days before the last day of a pilot in which a last session may be held. */
const lastWeeks = 28

const siteInPhase = (c: C) =>
  c.var.phases
    .find(({ id }) => id === c.req.param("phase"))
    ?.sites.find(({ organisation }) => organisation === siteHere(c))

/** Whoever a phase names as its coach, or whoever plans it where it names none. */
export const coachHere = (c: C) => siteInPhase(c)?.coach ?? whoHere(c)

/** The version that the site reads now. */
export const textHere = async (c: C, { id, version }: Session): Promise<SessionText> => {
  const found = version > 0 ? await storeHere(c).text(id, version) : undefined
  if (!found) throw new Refused("not possible now", { says: "It is not shared with the site yet." })
  return found
}

export const linesIn = ({ lines = [] }: SessionText): Line[] => lines

export const changeForm = (text: SessionText) => remarkForm(linesIn(text))
