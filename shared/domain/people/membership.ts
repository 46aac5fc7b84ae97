import { Refused } from "../refused.ts"
import type { Grant } from "./grant.ts"
import { isLive } from "./grant.ts"
import type { Member } from "./member.ts"
import { domainsOf, type Organisation } from "./organisation.ts"
import { organisationRoles, type Role, roles } from "./role.ts"

/** Access ends by itself: after a year, unless an earlier day is chosen. */
const accessLasts = 365 * 24 * 3600_000

type Giving = { id: string; role: Role; organisation: string; by: string; at: Date; until?: Date }

export const newGrant = ({ id, role, organisation, by, at, until }: Giving): Grant => ({
  id,
  role,
  organisation,
  from: at.toISOString(),
  to: (until ?? new Date(at.getTime() + accessLasts)).toISOString(),
  by,
})

/** Whether somebody at this address may lead for an organisation unasked: only at its own mail domain. */
export const belongsTo = (email: string, { domains }: Organisation) =>
  domainsOf(email).some((domain) => domains.includes(domain))

type Invitation = {
  email: string
  role: Role
  until?: Date
  at: Date
  members: Member[]
  home?: Organisation
}

/** Refuses an invitation that cannot stand, each time beside its cause. `home` is the organisation of the address. */
export const mayBeInvited = ({ email, role, until, at, members, home }: Invitation) => {
  const refuse = (question: string, says: string) =>
    new Refused("not valid", { problems: [{ question, says }] })
  if (!organisationRoles.includes(role)) throw refuse("role", "Select what they will do")
  if (!home)
    throw refuse(
      "email",
      "This address is not at a council we know. Ask the programme team to invite somebody from elsewhere",
    )
  if (until && until.getTime() <= at.getTime()) throw refuse("until", "The last day must be in the future")
  if (until && until.getTime() - at.getTime() > 2 * accessLasts)
    throw refuse("until", "The last day must be within two years")
  if (members.some((one) => one.email === email && one.role === role && isLive(one, at)))
    throw refuse("email", `This person is ${roles[role].words} already`)
}

/** Refuses to leave an organisation without a lead. */
export const mayEnd = (one: Member, members: Member[], at: Date) => {
  const leads = members.filter(({ role, ...rest }) => role === "lead" && isLive(rest, at))
  if (!isLive(one, at))
    throw new Refused("not possible now", { says: `${one.name}’s access has ended already.` })
  if (one.role === "lead" && leads.length === 1)
    throw new Refused("not possible now", {
      says: `${one.name} is the only lead. Give somebody else the role of lead first, then end this one.`,
    })
}
