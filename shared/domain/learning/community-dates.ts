import type { CalendarDate } from "../calendar/dates.ts"
import { programmeItself } from "../people/organisation.ts"
import { beginsAt, type CommunitySession, endsAfter } from "./community-session.ts"

/**
 * Sessions of the community of practice in somebody's own calendar. Where it is stays on the page: whoever has the
 * calendar's address can read it, and a link lets people in.
 */
export const datesOfSessions = (all: readonly CommunitySession[]): CalendarDate[] =>
  all.map((one) => ({
    id: `community-${one.id}.${programmeItself}`,
    title: `Community of practice: ${one.title}`,
    from: beginsAt(one).toISOString(),
    to: endsAfter(one).toISOString(),
    sequence: one.sequence,
    changed: one.changed,
    cancelled: one.cancelled !== undefined,
    says: [one.cancelled ? "It will not take place." : "Where it is, and the agenda, are on its page."],
    path: `/learning/sessions/${one.id}`,
  }))
