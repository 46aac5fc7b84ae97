import { londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Head } from "./head.ts"
import { type Session, sessionTitle } from "./session.ts"

/** Working days that a site is asked to answer within, and that a call without agreement stays on lists. */
export const answerWithin = 10

type Parts = Pick<Head, "planned" | "waits" | "last">

/** What homes and lists read once sessions stand like this: what is to come, what waits, which was held last. */
export const headWith = (before: Parts, sessions: readonly Session[], today: PlainDate): Parts =>
  sessions.reduce((head, one) => withOne(head, one, today), before)

const withOne = (before: Parts, one: Session, today: PlainDate): Parts => {
  const others = before.planned.filter(({ session }) => session !== one.id)
  const waits = before.waits.filter((each) => each.session !== one.id && !isPast(each, today))
  const listed = listedAs(one)
  const held = one.state !== "planned" && one.state !== "cancelled"
  const newest = !before.last || before.last.session === one.id || one.on >= before.last.on
  return {
    planned: one.state === "planned" ? [...others, listed].sort(byDay) : others,
    waits: isWaiting(one) ? [...waits, waitingAs(one)].sort(byDay) : waits,
    ...(held && newest ? { last: listed } : before.last && { last: before.last }),
  }
}

type Listed = Head["planned"][number]

const listedAs = (one: Session): Listed => ({
  session: one.id,
  title: sessionTitle(one),
  on: one.on,
  ...(one.time && { time: one.time }),
})

const isWaiting = (one: Session): one is Session & { state: "held" | "shared" | "disputed" } =>
  one.state === "held" || one.state === "shared" || one.state === "disputed"

const waitingAs = (one: Session & { state: "held" | "shared" | "disputed" }): Head["waits"][number] => ({
  ...listedAs(one),
  state: one.state,
  since: sinceOf(one),
  agreement: one.answerBy !== undefined,
  ...(one.state === "shared" && one.answerBy && { until: one.answerBy }),
})

const sinceOf = ({ state, held, shared, asked, answered }: Session) =>
  (state === "held" ? held?.at : state === "disputed" ? answered?.at : (asked ?? shared?.at)) ??
  new Date(0).toISOString()

/** What nobody has to answer leaves the list by itself; it can still be opened, commented on and closed. */
const isPast = ({ state, agreement, since }: Head["waits"][number], today: PlainDate) =>
  state === "shared" && !agreement && today > addWorkingDays(londonDate(new Date(since)), answerWithin)

const byDay = (a: Listed, b: Listed) =>
  a.on.localeCompare(b.on) || (a.time ?? "").localeCompare(b.time ?? "") || a.session.localeCompare(b.session)
