import type { PlainDate } from "../../values/london.ts"
import type { Action } from "../actions/action.ts"
import type { Expected } from "../calendar/expected.ts"
import type { Event } from "../submissions/event.ts"
import type { GoingMonth } from "./going.ts"
import type { Head } from "./head.ts"
import type { Help } from "./help.ts"
import type { Milestone } from "./plan-milestones.ts"
import type { RatedMonth } from "./rating.ts"
import type { Risk } from "./risk.ts"
import type { Session, SessionText } from "./session.ts"

/** Everything that the pages made from a record are made of: nobody is asked for any of it again. */
export type RecordFacts = {
  now: Date
  today: PlainDate
  head: Head
  /** The pilot at this site. */
  site: { from?: PlainDate; to?: PlainDate; coach?: string }
  /** What happened lately, newest first. */
  events: readonly Event[]
  actions: readonly Action[]
  returns: readonly Expected[]
  milestones: readonly Milestone[]
  /** The agreed plan in words, where there is one. */
  plan?: { version: number; sections: readonly { title: string; label: string; words: string }[] }
  sessions: readonly Session[]
  /** What was written of the last sessions that were shared, newest first. */
  texts: readonly { session: Session; text: SessionText }[]
  going: readonly GoingMonth[]
  ratings: readonly RatedMonth[]
  risks: readonly Risk[]
  help: readonly Help[]
}
