import { dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import { type Action, type Desk, dueWords } from "../actions/action.ts"
import type { Head } from "../coaching/head.ts"
import { waitingWords } from "../coaching/stands.ts"
import type { Role } from "../people/role.ts"

/**
 * What is told by the calendar about coaching, the evaluation and what is to be done, besides what is owed: once each, and only while
 * it is still so. Working days count from what `from` says.
 */
export const chases = {
  "help waits": {
    called: "The Department has not answered",
    from: "the day on which a site asked for help, its clock not standing still",
    workingDays: 6,
    tells: ["chair"],
  },
  "action late": {
    called: "Something that was to be done is late",
    from: "the day on which it was due",
    workingDays: 1,
    tells: [],
  },
  "action long late": {
    called: "Something that was to be done is two weeks late",
    from: "the day on which it was due",
    workingDays: 10,
    tells: [],
  },
  "session unanswered": {
    called: "A session waits for your answer",
    from: "the day on which it was shared, where it needs agreement",
    workingDays: 5,
    tells: ["lead"],
  },
  "session not answered": {
    called: "A session was not answered in time",
    from: "the last day on which the site was asked to answer",
    workingDays: 1,
    tells: ["coach"],
  },
  "session not shared": {
    called: "A session is not written up",
    from: "the day on which it was held",
    workingDays: 4,
    tells: ["coach"],
  },
  "session disputed": {
    called: "A dispute waits for your answer",
    from: "the day on which the site disputed it",
    workingDays: 5,
    tells: ["coach"],
  },
  "story unchecked": {
    called: "A story waits to be checked",
    from: "the day on which it was given to the information-governance officer",
    workingDays: 5,
    tells: ["governance"],
  },
  "plan unsigned at the site": {
    called: "The evaluation plan waits for the site",
    from: "the day on which it was proposed, or agreed by the evaluator",
    workingDays: 5,
    tells: ["lead"],
  },
  "plan unsigned by the evaluator": {
    called: "An evaluation plan waits for the evaluator",
    from: "the day on which it was proposed, or agreed by the site",
    workingDays: 5,
    tells: ["evaluator"],
  },
  "return unread": {
    called: "A return of the evaluation was not opened yet",
    from: "the day on which it was sent",
    workingDays: 10,
    tells: ["evaluator"],
  },
} as const satisfies Record<
  string,
  { called: string; from: string; workingDays: number; tells: readonly Role[] }
>
export type ChaseName = keyof typeof chases
export const chaseNames = Object.keys(chases) as ChaseName[]

/** Whose an action is, by its desk; two weeks late whoever helps them is told too. */
const ownersOf: Record<Desk, { late: readonly Role[]; longLate: readonly Role[] }> = {
  site: { late: ["lead"], longLate: ["coach"] },
  coach: { late: ["coach"], longLate: ["coordinator"] },
  coordinators: { late: ["coordinator"], longLate: [] },
  department: { late: ["chair"], longLate: ["coordinator"] },
}

/** Who is told of an action on this desk. */
export const toldOfAction = (chase: "action late" | "action long late", desk: Desk): readonly Role[] =>
  ownersOf[desk][chase === "action late" ? "late" : "longLate"]

/** One thing to tell on a day. `mark` is the same for the same thing for ever: what was told once is not told again. */
export type Chase = {
  chase: ChaseName
  mark: string
  day: PlainDate
  tells: readonly Role[]
  /** Whoever is named is told before anybody of the roles. */
  person?: string
  title: string
  says: (today: PlainDate) => string
  path: string
}

export const daysAfter = (instant: string, chase: ChaseName) =>
  addWorkingDays(londonDate(new Date(instant)), chases[chase].workingDays)

/** Everything that the coaching of a site has to tell, as it stands: by the day of each. */
export const chasesOfCoaching = ({ organisation, phase, waits, help }: Head): Chase[] => {
  const here = `/organisations/${organisation}/coaching/${phase}`
  const ofSessions = waits.flatMap((one): Chase[] => {
    const told = (chase: ChaseName, day: PlainDate): Chase => ({
      chase,
      mark: `${chase}#${one.session}#${one.since}`,
      day,
      tells: chases[chase].tells,
      title: one.title,
      says: (today) => waitingWords(one, today),
      path: `${here}/sessions/${one.session}`,
    })
    if (one.state === "held")
      return [told("session not shared", addWorkingDays(one.on, chases["session not shared"].workingDays))]
    if (one.state === "disputed") return [told("session disputed", daysAfter(one.since, "session disputed"))]
    if (!one.agreement || !one.until) return []
    return [
      told("session unanswered", daysAfter(one.since, "session unanswered")),
      told("session not answered", addWorkingDays(one.until, chases["session not answered"].workingDays)),
    ]
  })
  const ofHelp = help
    .filter(({ pausedAt }) => pausedAt === undefined)
    .map(
      ({ number, askedAt, pausedDays = 0 }): Chase => ({
        chase: "help waits",
        mark: `help waits#${number}`,
        day: addWorkingDays(daysAfter(askedAt, "help waits"), pausedDays),
        tells: chases["help waits"].tells,
        title: `Question ${number} to the Department`,
        says: () =>
          `Asked on ${dayWords(londonDate(new Date(askedAt)))}. The site was told that it hears within 5 working days.`,
        path: `${here}/help/${number}`,
      }),
    )
  return [...ofSessions, ...ofHelp].sort(byDay)
}

/** The same of one action that is open. */
export const chasesOfAction = (one: Action): Chase[] => {
  if (one.state !== "open") return []
  const told = (chase: "action late" | "action long late"): Chase[] => {
    const tells = toldOfAction(chase, one.owner)
    return tells.length === 0
      ? []
      : [
          {
            chase,
            mark: `${chase}#${one.due}`,
            day: addWorkingDays(one.due, chases[chase].workingDays),
            tells,
            ...(chase === "action late" && one.who && { person: one.who.person }),
            title: one.text.replace(/[.\s]+$/, ""),
            says: (today) => `${dueWords(one, today)}.`,
            path: `/organisations/${one.organisation}/actions`,
          },
        ]
  }
  return [...told("action late"), ...told("action long late")].sort(byDay)
}

const byDay = (a: Chase, b: Chase) => a.day.localeCompare(b.day)

/** What was told of one thing, by its mark. */
export type ToldChases = Record<string, PlainDate>

/** The first day from this one on with something left to tell: what should have been told before is told then. */
export const nextChase = (all: readonly Chase[], told: ToldChases, today: PlainDate): PlainDate | undefined =>
  all
    .filter(({ mark }) => !told[mark])
    .map(({ day }) => (day < today ? today : day))
    .sort()[0]

/** What has come by this day and was not told: of each thing the latest alone, the others are superseded by it. */
export const dueChases = (all: readonly Chase[], told: ToldChases, today: PlainDate): Chase[] =>
  all.filter(({ mark, day }) => !told[mark] && day <= today)
