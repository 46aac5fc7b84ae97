import type { Expected } from "../calendar/expected.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { type Role, role as roleSchema, roles } from "../people/role.ts"
import type { NoticeName, Told } from "./notices.ts"

export type Recipient = Pick<Member, "person" | "name" | "email" | "role">

type About = { one: Expected; told: readonly Told[]; site: Member[]; programme: Member[]; at: Date }

/**
 * Who a notice goes to: each person once, in the first of their roles that is told. Where nobody at the site is there
 * to be told, the coordinators are: silence would be nobody's.
 */
export const addressed = ({ one, told, site, programme, at }: About): Recipient[] => {
  const wanted = told.flatMap((each): Role[] => (each === "whoever must sign" ? waitsFor(one) : [each]))
  const holding = (role: Role) =>
    (roles[role].at === "programme" ? programme : site).filter(
      (member) => member.role === role && isLive(member, at),
    )
  const found = wanted.flatMap(holding)
  const nobodyThere = wanted.some((role) => roles[role].at === "organisation") && !found.some(isAtSite)
  return onceEach(nobodyThere ? [...found, ...holding("coordinator")] : found)
}

/** Everybody who is there at an instant, as somebody to tell: once for each role. */
export const recipientsOf = (members: readonly Member[], at: Date): Recipient[] =>
  members
    .filter((one) => isLive(one, at))
    .map(({ person, name, email, role }) => ({ person, name, email, role }))

/** Whose signature it waits for; where everybody has signed it waits to be sent, and the lead can. */
export const waitsFor = ({ stands }: Pick<Expected, "stands">): Role[] => {
  const signing = (stands?.waitingFor ?? []).flatMap(({ role }) => roleSchema.safeParse(role).data ?? [])
  return signing.length > 0 ? signing : ["lead"]
}

const isAtSite = ({ role }: Member) => roles[role].at === "organisation"

const onceEach = (members: Member[]): Recipient[] =>
  members
    .filter(({ person }, at, all) => all.findIndex((one) => one.person === person) === at)
    .map(({ person, name, email, role }) => ({ person, name, email, role }))

/** One line for each person of each notice, as long as the date it is about stands: what was told once is not told again. */
export const lineOf = (one: Expected, notice: NoticeName, person: string) =>
  `${String(one.sequence).padStart(3, "0")}#${notice}#${person}`
