import { kindOf } from "../../kinds/index.ts"
import type { PlainDate } from "../../values/london.ts"
import { londonDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import { type ExpectedState, stateOf } from "../calendar/state.ts"
import type { Role } from "../people/role.ts"

/** Who a notice goes to: a role at the site, whoever it waits for, or a role in the programme. */
export type Told = Role | "whoever must sign"

export type NoticeAbout = "owed" | "begun" | "by letter"

type Notice = {
  called: string
  /** Working days from the day it is due or closes, opens, or locks; before it where negative. */
  from: "by" | "opens" | "locks"
  workingDays: number
  /**
   * What it is about: owed returns, expressions of interest that somebody began, or what a letter opens by itself. That is
   * asked for twice, a week apart, and nobody is chased for it.
   */
  about: NoticeAbout
  /** Said only to a return that needs this signature. */
  needs?: Role
  /** Who is told, by the state it is in on the day. In a state that is not here nobody is. */
  tells: Partial<Record<ExpectedState, readonly Told[]>>
}

const unsent = ["lead", "contributor"] as const

/**
 * Every notice of the calendar. A notice whose moment has passed, or whose state is not here on the day, is never sent.
 * All of one day go to a person in one letter.
 */
export const notices = {
  "certifier asked": {
    called: "Will you be here to certify it?",
    from: "by",
    workingDays: -15,
    about: "owed",
    needs: "certifier",
    tells: {
      "not open yet": ["certifier"],
      "not started": ["certifier"],
      "in hand": ["certifier"],
    },
  },
  "certifier silent": {
    called: "Nobody has said who certifies it",
    from: "by",
    workingDays: -10,
    about: "owed",
    needs: "certifier",
    tells: {
      "not open yet": ["lead", "coordinator"],
      "not started": ["lead", "coordinator"],
      "in hand": ["lead", "coordinator"],
    },
  },
  "due soon": {
    called: "Due in a week",
    from: "by",
    workingDays: -5,
    about: "owed",
    tells: { "not started": unsent, "in hand": unsent, waiting: ["whoever must sign"] },
  },
  "closing soon": {
    called: "The round closes in a week",
    from: "by",
    workingDays: -5,
    about: "begun",
    tells: { "in hand": unsent, waiting: ["whoever must sign"] },
  },
  late: {
    called: "Late",
    from: "by",
    workingDays: 1,
    about: "owed",
    tells: { missing: ["lead"] },
  },
  "closed unsent": {
    called: "The round closed and it was not sent",
    from: "by",
    workingDays: 1,
    about: "begun",
    tells: { "not received": ["lead"] },
  },
  telephone: {
    called: "Five working days late: telephone the lead",
    from: "by",
    workingDays: 5,
    about: "owed",
    tells: { missing: ["coordinator"] },
  },
  "not received": {
    called: "It cannot be sent any longer",
    from: "locks",
    workingDays: 1,
    about: "owed",
    tells: { "not received": ["lead", "coordinator"] },
  },
  "to fill in": {
    called: "Ready to fill in",
    from: "opens",
    workingDays: 1,
    about: "by letter",
    tells: { "not started": unsent, "in hand": unsent },
  },
  "still to fill in": {
    called: "Not filled in yet",
    from: "opens",
    workingDays: 6,
    about: "by letter",
    tells: { "not started": unsent, "in hand": unsent, missing: unsent },
  },
} as const satisfies Record<string, Notice>

export type NoticeName = keyof typeof notices
export const noticeNames = Object.keys(notices) as NoticeName[]
export const noticeOf = (name: NoticeName): Notice => notices[name]

export type Moment = { notice: NoticeName; day: PlainDate }

/** The moments at which somebody is told about it if nothing changes, earliest first; those already handled left out. */
export const momentsOf = (one: Expected): Moment[] =>
  noticeNames
    .filter((name) => concerns(noticeOf(name), one) && !one.told[name])
    .flatMap((notice) => {
      const { from, workingDays } = noticeOf(notice)
      const instant = one[from]
      return instant === undefined
        ? []
        : [{ notice, day: addWorkingDays(londonDate(new Date(instant)), workingDays) }]
    })
    .sort((a, b) => a.day.localeCompare(b.day))

const aboutOf = ({ owed, kind }: Expected): NoticeAbout => {
  if (!owed) return "begun"
  return kindOf(kind).ownPage ? "by letter" : "owed"
}

const concerns = ({ about, needs }: Notice, one: Expected) =>
  about === aboutOf(one) && (needs === undefined || one.signs.includes(needs))

/** The first day from this one on with something to tell, where anything is left to tell. */
export const nextDay = (one: Expected, today: PlainDate): PlainDate | undefined =>
  one.notNeeded ? undefined : momentsOf(one).find(({ day }) => day >= today)?.day

/** Who a notice goes to in the state that something is in at an instant; nobody where it says nothing to that state. */
export const toldBy = (name: NoticeName, one: Expected, at: Date): readonly Told[] => {
  if (name.startsWith("certifier") && one.cover && one.cover.answer !== "someone else") return []
  return noticeOf(name).tells[stateOf(one, at)] ?? []
}

export type Send = { notice: NoticeName; to: readonly Told[] }

/**
 * Those whose moment has come by this day. Each of those who are told is told the latest that is still true for them;
 * what says nothing to anybody any longer is superseded.
 */
export const dueNotices = (
  one: Expected,
  today: PlainDate,
  at: Date,
): { send: Send[]; superseded: NoticeName[] } => {
  const come = momentsOf(one).filter(({ day }) => day <= today)
  const reached = new Set<Told>()
  const send: Send[] = []
  for (const { notice } of come.toReversed()) {
    const to = toldBy(notice, one, at).filter((each) => !reached.has(each))
    for (const each of to) reached.add(each)
    if (to.length > 0) send.push({ notice, to })
  }
  const names = send.map(({ notice }) => notice)
  return { send, superseded: come.map(({ notice }) => notice).filter((notice) => !names.includes(notice)) }
}
