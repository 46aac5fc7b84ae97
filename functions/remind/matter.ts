import type { Recipient } from "../../shared/domain/notices/addressed.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import type { Telling } from "../../shared/store/notices.ts"
import type { Action } from "../../shared/store/table.ts"
import type { PlainDate } from "../../shared/values/london.ts"

/** Who can be told: loaded once a run, each place when it is first asked for. */
export type People = {
  at: (place: string) => Promise<Member[]>
  /** The coach that a phase names for a site. */
  coachOf: (organisation: string, phase: string) => string | undefined
}

export type Today = { day: PlainDate; now: Date }

/** What is to be said of a matter to whom, and what is superseded. */
export type Planned = { sends: { to: Recipient; telling: Telling }[]; superseded: number }

/** Something that people are told about on a day, as it was read: a return, an action, the coaching of a site. */
export type Matter = {
  /** By which it comes in a run. */
  order: string
  plan: (people: People, today: Today) => Promise<Planned>
  /** As it stands after what was planned was told; `waits` where something of it has to wait for tomorrow. */
  advanced: (day: PlainDate, waits: boolean) => Action
  /** As it is now, where it is still there. */
  again: () => Promise<Matter | undefined>
}
