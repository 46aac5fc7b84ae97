import { dateWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, workingDaysBetween } from "../../values/working-days.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import { type Role, role as roleSchema, roles } from "../people/role.ts"
import type { Expected } from "./expected.ts"
import { listed } from "./programme-line.ts"
import { isSettled } from "./state.ts"

/** How many working days before something is due its people are looked at, and how long a certifier has to answer. */
const ahead = 20
const toAnswer = 5

/** One return that is at risk for want of a person: what is wrong, and what to do about it. */
export type Risk = {
  one: Expected
  role: Role
  because: string
  does: string
  /** Whom to turn to. */
  ask: { name: string; email: string }[]
}

/** Whether its people are to be looked at: owed, not settled, and due soon or late. */
export const isWatched = (one: Expected, at: Date): boolean =>
  one.owed && !isSettled(one, at) && londonDate(new Date(one.by)) <= addWorkingDays(londonDate(at), ahead)

/** Every watched return that has nobody for what it needs, soonest due first. */
export const atRisk = (
  expected: readonly Expected[],
  members: Readonly<Record<string, Member[]>>,
  at: Date,
): Risk[] =>
  expected
    .filter((one) => isWatched(one, at))
    .toSorted((a, b) => a.by.localeCompare(b.by) || a.name.localeCompare(b.name))
    .flatMap((one) => risksOf(one, members[one.organisation] ?? [], at))

const risksOf = (one: Expected, members: Member[], at: Date): Risk[] => {
  const due = new Date(Math.max(new Date(one.by).getTime(), at.getTime()))
  const live = members.filter((member) => isLive(member, at))
  const leads = live.filter(({ role }) => role === "lead")
  const signing = one.signs.flatMap((name) => roleSchema.safeParse(name).data ?? [])
  const needed: Role[] = [...new Set<Role>(["lead", ...signing])]
  const risk = (role: Role, because: string, does: string, ask = leads): Risk => ({
    one,
    role,
    because,
    does,
    ask: ask.map(({ name, email }) => ({ name, email })),
  })
  return needed.flatMap((role) => {
    const holders = live.filter((member) => member.role === role)
    const then = members.filter((member) => member.role === role && isLive(member, due))
    const gaps = [
      nobody(role, holders, then, due),
      ...(role === "certifier" ? [unanswered(one, then, at)] : []),
    ].filter((because) => because !== undefined)
    const cameBack = holders.filter(({ bounced }) => bounced !== undefined)
    return [
      ...gaps.map((because) => risk(role, because, remedy(role, leads))),
      ...cameBack.map((member) =>
        risk(
          role,
          `Letters to ${member.name}, ${roles[role].words}, come back.`,
          `Telephone ${member.name}, and give access to the address they have now.`,
          [member],
        ),
      ),
    ]
  })
}

/** Nobody holds it on the day it is due: because nobody does now, or because it ends before. */
const nobody = (role: Role, holders: Member[], then: Member[], due: Date): string | undefined => {
  if (then.length > 0) return undefined
  const words = roles[role].words
  const last = holders.toSorted((a, b) => a.to.localeCompare(b.to)).at(-1)
  if (!last) return role === "lead" ? "Nobody leads." : `Nobody is ${words}.`
  const ends = dateWords(londonDate(new Date(last.to)))
  return `The access of ${last.name}, the only ${words}, ends on ${ends}: nobody is ${words} on ${dayWords(londonDate(due))}.`
}

/** What the certifier was asked and has not settled. */
const unanswered = (one: Expected, then: Member[], at: Date): string | undefined => {
  const { cover, told } = one
  if (cover?.answer === "someone else")
    return then.some(({ person, from }) => person !== cover.by.person && from > cover.at)
      ? undefined
      : `${cover.by.name} says that somebody else certifies now.`
  if (cover?.answer === "deputy")
    return then.some(({ person }) => person !== cover.by.person)
      ? undefined
      : `${cover.by.name} says that a deputy certifies, and there is none.`
  const asked = told["certifier asked"]
  if (cover || asked?.as !== "sent" || isAnswering(asked.on, londonDate(at))) return undefined
  return `The ${roles.certifier.words} was asked on ${dateWords(asked.on)} whether they will be here, and has not answered.`
}

const isAnswering = (asked: PlainDate, today: PlainDate) => workingDaysBetween(asked, today) < toAnswer

const remedy = (role: Role, leads: Member[]): string => {
  if (role === "lead") return "Give somebody access as site lead."
  if (leads.length === 0) return "Nobody leads: give somebody access as site lead first."
  const whom = listed(leads.map(({ name, email }) => `${name}, ${email}`))
  return `Ask the lead to name a deputy: ${whom}.`
}
