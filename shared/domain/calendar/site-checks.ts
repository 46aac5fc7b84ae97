import { addMonths, dayWords } from "../../values/london.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { isDated } from "./owed.ts"
import type { Phase } from "./phase.ts"
import { type About, check, morningOf, type PhaseCheck, spanOf } from "./phase-check.ts"
import { outside } from "./site-form.ts"
import type { SitePhase } from "./site-phase.ts"

/** What must be so of one site: its dates, somebody who leads it on its first day; and somebody who coaches it. */
export const siteChecks = (phase: Phase, site: SitePhase, { now, people, programme }: About): PhaseCheck[] =>
  [
    check(
      `dates-${site.organisation}`,
      `sites/${site.organisation}`,
      `${site.name} has its dates`,
      wrongDates(phase, site),
      spanOf(site),
    ),
    leadCheck(site, people.get(site.organisation) ?? [], now),
    coachCheck(site, programme, now),
  ].map((one) => ({ ...one, site: site.organisation }))

const wrongDates = (phase: Phase, site: SitePhase): string | undefined => {
  if (!isDated(site)) return `Missing: the first and the last day at ${site.name}`
  const { from, to, name } = site
  if (from >= to) return `The last day at ${name} is not after its first`
  if (phase.from && from < addMonths(phase.from, -outside))
    return `${name} begins on ${dayWords(from)}, more than ${outside} months before the phase`
  if (phase.to && to > addMonths(phase.to, outside))
    return `${name} ends on ${dayWords(to)}, more than ${outside} months after the phase`
  return undefined
}

const leadCheck = ({ organisation, name, from }: SitePhase, members: Member[], now: Date) => {
  const leads = members.filter((one) => one.role === "lead" && isLive(one, morningOf(from, now)))
  return check(
    `lead-${organisation}`,
    `/organisations/${organisation}/people`,
    `${name} has a site lead on its first day`,
    leads.length > 0 ? undefined : `Nobody leads ${name} on its first day: nobody would be told what is due`,
    leads.map((one) => one.name).join(", "),
  )
}

const coachCheck = ({ organisation, name, coach, from }: SitePhase, programme: Member[], now: Date) => {
  const at = morningOf(from, now)
  const isThere = programme.some(
    (one) => one.person === coach?.person && one.role === "coach" && isLive(one, at),
  )
  const missing = !coach
    ? `Nobody is named as the coach of ${name}`
    : isThere
      ? undefined
      : `${coach.name} is not a coach of the programme on its first day`
  return check(
    `coach-${organisation}`,
    `sites/${organisation}`,
    `${name} has a coach`,
    missing,
    coach?.name ?? "",
    "warning",
  )
}
