import * as z from "zod"
import { kindOf } from "../../kinds/index.ts"
import { londonDate, plainDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import { type ExpectedState, expectedStates, stateOf, whoHasIt } from "../calendar/state.ts"
import { type Role, role, roles } from "../people/role.ts"
import { chaseNames } from "./chases.ts"
import { type NoticeName, noticeNames } from "./notices.ts"

/** One thing that somebody is told about, as it stood on the day: enough to say it again, word for word. */
export const noticeItem = z.object({
  notice: z.enum(noticeNames),
  organisation: z.string(),
  organisationName: z.string(),
  round: z.string(),
  title: z.string(),
  rule: z.enum(["closes", "due"]),
  by: z.iso.datetime(),
  locks: z.iso.datetime().optional(),
  state: z.enum(Object.keys(expectedStates) as [ExpectedState, ...ExpectedState[]]),
  whoHasIt: z.string(),
  /** In which role they are told: what they can do about it, and which page is theirs, follow from it. */
  role,
  reference: z.string().optional(),
  /** What it still needs, each in a few words. */
  missing: z.array(z.string()).optional(),
  /** It may be sent with nothing to report. */
  nil: z.literal(true).optional(),
  /** The last day on which the letter itself opens it, for whoever it goes to. */
  opensUntil: plainDate.optional(),
})
export type NoticeItem = z.infer<typeof noticeItem>

/** The same of what is no return: the coaching of a site, or what is to be done. Its words are those of the day. */
export const chaseItem = z.object({
  chase: z.enum(chaseNames),
  organisation: z.string(),
  organisationName: z.string(),
  title: z.string(),
  says: z.string(),
  path: z.string(),
  role,
})
export type ChaseItem = z.infer<typeof chaseItem>

/** All that one person is told on one day, in one letter: of returns, and besides. */
export const noticeLetter = z.object({
  letter: z.literal("notices"),
  id: z.string(),
  programme: z.string(),
  person: z.string(),
  name: z.string(),
  email: z.string(),
  on: plainDate,
  items: z.array(noticeItem),
  chases: z.array(chaseItem).default([]),
})
export type NoticeLetter = z.infer<typeof noticeLetter>

type About = { notice: NoticeName; role: Role; organisationName: string; at: Date }

/** What somebody is told of something that is expected, as it stands at an instant. */
export const noticeItemOf = (one: Expected, { notice, role, organisationName, at }: About): NoticeItem => {
  const { organisation, round, title, rule, by, locks, stands, kind } = one
  const missing = signaturesMissing(one)
  const { ownPage, nil } = kindOf(kind)
  return {
    notice,
    organisation,
    organisationName,
    round,
    title,
    rule,
    by,
    ...(locks !== undefined && { locks }),
    state: stateOf(one, at),
    whoHasIt: whoHasIt(one),
    role,
    ...(stands && { reference: stands.reference }),
    ...(missing.length > 0 && { missing }),
    ...(nil && { nil: true }),
    ...(ownPage &&
      roles[role].at === "organisation" && {
        opensUntil: addWorkingDays(londonDate(at), ownPage.byLetterFor),
      }),
  }
}

/** Whose signatures it needs that it has not got. */
const signaturesMissing = ({ signs, stands }: Expected): string[] =>
  (stands?.state === "waiting" ? stands.waitingFor.map(({ role }) => role) : signs).map(
    (one) => `the signature of the ${roles[one as Role]?.words ?? one}`,
  )
