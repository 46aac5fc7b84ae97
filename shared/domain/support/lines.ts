import { atLondon, dayWords, londonDate, timeWords } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { listed } from "../calendar/programme-line.ts"
import { daysWords, type HelpClock, isOverdue, pausedSince, waitedDays } from "../coaching/help-clock.ts"
import type { Role } from "../people/role.ts"
import type { DeskAges, SiteRow, Waits } from "./site-row.ts"

/** What the first lines are made of: what somebody may see, and no more. `own` are the sites that they coach. */
export type Facts = {
  sites: readonly SiteRow[]
  own: readonly string[]
  /** Late actions of the coach at those. */
  ownLate: number
  desks: readonly DeskAges[]
  help: readonly { name: string; clock: HelpClock }[]
  at: Date
}

/** What stands first for whoever supports sites: always something, and true. */
export const supportLine = (role: Role, facts: Facts): string => {
  switch (role) {
    case "coach":
      return coachLine(facts)
    case "coordinator":
      return join([
        plansLine(facts),
        deskLine(facts, "coordinators", "on your desk"),
        needsLine(facts.sites),
        sitesLine(facts.sites),
      ])
    case "evaluator":
      return join(["Nothing here waits for you.", sitesLine(facts.sites), needsLine(facts.sites)])
    default:
      return join([
        owesLine(facts.help, facts.at),
        deskLine(facts, "department", "on the Department’s desk"),
        needsLine(facts.sites),
      ])
  }
}

const join = (sentences: string[]) => sentences.filter((one) => one !== "").join(" ")
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** "The Department owes sites 1 answer, 4 working days old." The oldest counts. */
export const owesLine = (help: Facts["help"], at: Date): string => {
  const owed = help.filter(({ clock }) => !pausedSince(clock))
  const paused = help.length - owed.length
  const still =
    paused === 0 ? "" : `${many(paused, "stands", "stand")} still: the Department asked something back.`
  if (owed.length === 0) return join(["The Department owes no site an answer.", still])
  const oldest = Math.max(...owed.map(({ clock }) => waitedDays(clock, at)))
  const late = owed.filter(({ clock }) => isOverdue(clock, at)).length
  const age = owed.length === 1 ? `${daysWords(oldest)} old` : `the oldest ${daysWords(oldest)} old`
  return join([
    `The Department owes sites ${many(owed.length, "answer", "answers")}, ${age}.`,
    late === 0
      ? ""
      : `${late === 1 && owed.length === 1 ? "It is" : `${late} of them ${late === 1 ? "is" : "are"}`} later than was promised.`,
    still,
  ])
}

const deskLine = ({ desks }: Facts, desk: DeskAges["desk"], where: string): string => {
  const own = desks.find((one) => one.desk === desk)
  if (!own || own.open === 0) return `No action lies ${where}.`
  return `${many(own.open, "action lies", "actions lie")} ${where}${own.late > 0 ? `, ${own.late} late` : ""}.`
}

const plansLine = ({ sites, at }: Facts): string => {
  const waiting = sites.flatMap(({ name, planWaitsForProgramme: since }) => (since ? [{ name, since }] : []))
  if (waiting.length === 0) return "No pilot plan waits for you."
  const each = waiting
    .toSorted((a, b) => a.since.localeCompare(b.since))
    .map(
      ({ name, since }) =>
        `${name}, ${daysWords(workingDaysBetween(londonDate(new Date(since)), londonDate(at)))}`,
    )
  return `${many(waiting.length, "pilot plan waits", "pilot plans wait")} for you to agree: ${each.join("; ")}.`
}

const needsLine = (sites: readonly SiteRow[]): string => {
  const needs = sites.filter(({ needsHelp }) => needsHelp).map(({ name }) => name)
  return needs.length === 0 ? "" : `Said to need help: ${listed(needs)}.`
}

/** "6 sites: 4 have a session to come; 2 sessions wait for the site, 1 for the coach." */
const sitesLine = (sites: readonly SiteRow[]): string => {
  if (sites.length === 0) return "No site is in this phase yet."
  const coming = sites.filter(({ next }) => next).length
  const planned =
    coming === 0 ? "none has a session to come" : `${many(coming, "has", "have")} a session to come`
  return `${many(sites.length, "site", "sites")}: ${planned}; ${waitsFor(sites.flatMap(({ waits }) => waits))}.`
}

const waitsFor = (waits: readonly Waits[]): string => {
  if (waits.length === 0) return "no session waits for anybody"
  const forSite = waits.filter(({ state }) => state === "shared").length
  return `${many(forSite, "session waits", "sessions wait")} for the site, ${waits.length - forSite} for the coach`
}

const coachLine = ({ sites, own, ownLate, at }: Facts): string => {
  const mine = sites.filter(({ organisation }) => own.includes(organisation))
  if (mine.length === 0) return "You are the coach of no site in this phase."
  return join([
    meetingLine(mine, londonDate(at)),
    waitingLine(mine, "To be written up", ({ state }) => state === "held" || state === "gone"),
    waitingLine(mine, "Disputed", ({ state }) => state === "disputed"),
    waitingLine(mine, "Not answered by the site", ({ unanswered }) => unanswered),
    ownLate === 0 ? "No action of yours is late." : `Late actions of yours: ${ownLate}.`,
  ])
}

/** Today's first, with its time; else the next. */
const meetingLine = (sites: readonly SiteRow[], today: string): string => {
  const [first, ...others] = sites
    .flatMap(({ name, next }) => (next ? [{ name, ...next }] : []))
    .sort((a, b) => a.on.localeCompare(b.on) || (a.time ?? "").localeCompare(b.time ?? ""))
  if (!first)
    return sites.length === 1 ? "No session is planned." : "No session is planned at any of your sites."
  const says = ({ name, title, ...when }: typeof first) => `${name}, ${title}${timeIn(when)}`
  const now = [first, ...others].filter(({ on }) => on === today)
  if (now.length > 0) return `Today: ${now.map(says).join("; ")}.`
  return `Next: ${first.name}, on ${dayWords(first.on)}${timeIn(first)}.`
}

const waitingLine = (sites: readonly SiteRow[], what: string, is: (one: Waits) => boolean): string => {
  const found = sites.flatMap(({ name, waits }) => waits.filter(is).map(({ title }) => `${name}, ${title}`))
  return found.length === 0 ? "" : `${what}: ${found.join("; ")}.`
}

/** " at 2pm", where the hour is known. */
export const timeIn = ({ on, time }: { on: string; time?: string }): string =>
  time ? ` at ${timeWords(atLondon(on, time))}` : ""
