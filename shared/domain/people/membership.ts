import type { Problem } from "../../form/question.ts"
import { dateWords, londonDate } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import { type Grant, hasEnded, isLive } from "./grant.ts"
import type { Member } from "./member.ts"
import { domainsOf, type Organisation } from "./organisation.ts"
import { organisationRoles, type Role, roles } from "./role.ts"
import { type Chosen, problemsWith, termOf } from "./term.ts"

/** `organisation` is left out where the grant is one of the programme itself. */
type Giving = Chosen & { id: string; role: Role; organisation?: string; by: string; at: Date }

export const newGrant = ({ id, role, organisation, by, at, ...chosen }: Giving): Grant => {
  const { from, to } = termOf(chosen, at)
  return {
    id,
    role,
    ...(organisation !== undefined && { organisation }),
    from: from.toISOString(),
    to: to.toISOString(),
    by,
  }
}

/** Whether somebody at this address may lead for an organisation unasked: only at its own mail domain. */
export const belongsTo = (email: string, { domains }: Organisation) =>
  domainsOf(email).some((domain) => domains.includes(domain))

type Invitation = Chosen & {
  email: string
  role: Role
  at: Date
  members: Member[]
  home?: Organisation
  /** Whoever invites may let in an address that is at no organisation we know. */
  anywhere?: boolean
  /** The roles there are to give. */
  among?: readonly Role[]
}

/** Refuses an invitation that cannot stand, each time beside its cause. `home` is the organisation of the address. */
export const mayBeInvited = ({ among = organisationRoles, anywhere = false, ...asked }: Invitation) => {
  const { email, role, from, until, at, members, home } = asked
  const problems: Problem[] = problemsWith({ from, until }, at)
  if (!among.includes(role)) problems.unshift({ question: "role", says: "You cannot give this role here" })
  const already = members.find(
    (one) => one.email === email && one.role === role && meets(one, termOf({ from, until }, at)),
  )
  if (!home && !anywhere)
    problems.unshift({
      question: "email",
      says: "This address is not at a council we know. Ask the programme team to invite somebody from elsewhere",
    })
  else if (already) problems.unshift({ question: "email", says: alreadyWords(already, at) })
  if (problems.length > 0) throw new Refused("not valid", { problems })
}

/** Whether two terms have a moment in common. */
const meets = (one: Member, { from, to }: { from: Date; to: Date }) =>
  !hasEnded(one, from) && new Date(one.from) < to

const alreadyWords = (one: Member, at: Date) => {
  const until = `until ${dateWords(londonDate(new Date(one.to)))}`
  return isLive(one, at)
    ? `This person is ${roles[one.role].words} already, ${until}: change the last day instead`
    : `This person has access as ${roles[one.role].words} from ${dateWords(londonDate(new Date(one.from)))} ${until} already`
}

/** Roles that somebody must hold, wherever they are held, as a sentence names them. */
export const kept: Partial<Record<Role, string>> = {
  lead: "lead",
  coordinator: "programme coordinator",
  administrator: "administrator",
}

/** The night between one person's last day and the next one's first is no time without anybody. */
const handOver = 60_000

/** Until when somebody holds a role without a break from `at` on; nothing where nobody holds it then. */
export const heldUntil = (role: Role, members: Member[], at: Date): Date | undefined => {
  let until = at.getTime()
  for (const one of members.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const [from, to] = [Date.parse(one.from), Date.parse(one.to)]
    if (one.role === role && from <= until + handOver && to > Math.max(until, from)) until = to
  }
  return until > at.getTime() ? new Date(until) : undefined
}

const without = ({ person, grant }: Member, members: Member[]) =>
  members.filter((other) => other.person !== person || other.grant !== grant)

/** Refuses to leave an organisation without a lead, or the programme without those it cannot be without. */
export const mayEnd = (one: Member, members: Member[], at: Date) => {
  if (hasEnded(one, at))
    throw new Refused("not possible now", { says: `${one.name}’s access has ended already.` })
  const rest = without(one, members)
  const called = kept[one.role]
  if (called && isLive(one, at) && !rest.some((other) => other.role === one.role && isLive(other, at)))
    throw new Refused("not possible now", {
      says: `The last ${called} cannot go without a successor, and ${one.name} is the only ${called}. Give somebody else the role of ${called} first, then end this one.`,
    })
}

/** Refuses another last day that cannot stand: one that leaves nobody is refused as ending it then would be. */
export const mayLastUntil = (one: Member, until: Date, members: Member[], at: Date) => {
  if (hasEnded(one, at))
    throw new Refused("not possible now", {
      says: `${one.name}’s access has ended already. Give it again instead.`,
    })
  const begins = new Date(one.from)
  const problems = problemsWith({ until }, at)
  if (problems.length === 0 && until <= begins)
    problems.push({
      question: "until",
      says: `It begins on ${dateWords(londonDate(begins))}, after this day`,
    })
  const rest = without(one, members)
  const called = kept[one.role]
  if (
    problems.length === 0 &&
    called &&
    isLive(one, at) &&
    until < new Date(one.to) &&
    !heldUntil(one.role, rest, until)
  )
    problems.push({
      question: "until",
      says: `The last ${called} cannot go without a successor. After this day nobody is ${called}: give somebody else the role first`,
    })
  if (problems.length > 0) throw new Refused("not valid", { problems })
}
