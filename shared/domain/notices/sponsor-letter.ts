import * as z from "zod"
import { kindOf } from "../../kinds/index.ts"
import { dayMomentWords } from "../../values/london.ts"
import type { Expected } from "../calendar/expected.ts"
import { expectedStates, stateOf, whoHasIt } from "../calendar/state.ts"
import { lateWords, workingDaysLate } from "../calendar/window.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { Refused } from "../refused.ts"

/** How many working days late a return is before its sponsor may be written to. */
export const writtenFrom = 5

/** A letter to the sponsors of a site about one return: it goes when a coordinator has read it, and once. */
export const sponsorLetter = z.object({
  letter: z.literal("to the sponsor"),
  id: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  round: z.string(),
  title: z.string(),
  due: z.iso.datetime(),
  locks: z.iso.datetime().optional(),
  at: z.iso.datetime(),
  by: z.string(),
  whoHasIt: z.string(),
  /** It may be sent with nothing to report. */
  nil: z.literal(true).optional(),
  leads: z.array(z.object({ name: z.string(), email: z.string() })),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).min(1),
})
export type SponsorLetter = z.infer<typeof sponsorLetter>

/** One return has one of these, ever. */
export const sponsorLetterId = (round: string) => `${round}#sponsor`

type Writing = { members: Member[]; organisationName: string; by: string; at: Date }

/** The letter as it would go now, refused where it may not. */
export const toSponsor = (one: Expected, { members, organisationName, by, at }: Writing): SponsorLetter => {
  if (!one.owed || stateOf(one, at) !== "missing" || workingDaysLate(one, at) < writtenFrom)
    throw new Refused("not possible now", {
      says: `The sponsor is written to when a return is ${writtenFrom} working days late and can still be sent. Now it is: ${expectedStates[stateOf(one, at)]}.`,
    })
  const live = members.filter((member) => isLive(member, at))
  const [sponsors, leads] = (["sponsor", "lead"] as const).map((role) =>
    live.filter((member) => member.role === role),
  )
  if (!sponsors?.length)
    throw new Refused("not possible now", {
      says: `Nobody has access as sponsor of ${organisationName}: telephone the council, and give somebody access first.`,
    })
  const { organisation, round, title, by: due, locks, kind } = one
  return {
    letter: "to the sponsor",
    id: sponsorLetterId(round),
    organisation,
    organisationName,
    round,
    title,
    due,
    ...(locks !== undefined && { locks }),
    at: at.toISOString(),
    by,
    whoHasIt: whoHasIt(one),
    ...(kindOf(kind).nil && { nil: true }),
    leads: (leads ?? []).map(({ name, email }) => ({ name, email })),
    to: sponsors.map(({ name, email, role }) => ({ name, email, role })),
  }
}

export const sponsorSubject = ({ title, organisationName, due, at }: SponsorLetter): string =>
  `${organisationName}: ${title} is ${lateWords({ by: due }, new Date(at))}`

/** What it says to one of those it goes to, a paragraph a line. */
export const sponsorLines = (
  { title, organisation, organisationName, round, due, locks, at, by, whoHasIt, nil, leads }: SponsorLetter,
  name: string,
  origin: string,
): string[] => {
  const leading = leads.map((one) => `${one.name}, ${one.email}`).join(" and ")
  return [
    `${name},`,
    `You are the sponsor of the pilot at ${organisationName}. We have not received its return: ${title}. It was due at ${dayMomentWords(new Date(due))} and is ${lateWords({ by: due }, new Date(at))}.`,
    `Who has it: ${whoHasIt}. ${leading ? `The site lead is ${leading}.` : "Nobody has access as site lead."}`,
    `What we ask of you: see that it is sent${locks ? ` before ${dayMomentWords(new Date(locks))}, when it can be sent no longer` : ""}, or telephone us if something stands in the way.${nil ? ` If there is nothing to report, it is sent as “${expectedStates.nil}”: until it is, it is “${expectedStates.missing}”.` : ""}`,
    `Its page: ${origin}/organisations/${organisation}/returns/${round}`,
    `${by} has read this letter and sent it.`,
  ]
}
