import { type Desk, desks } from "../../../shared/domain/actions/action.ts"
import { type ExpectedState, expectedStates } from "../../../shared/domain/calendar/state.ts"
import { type ChaseName, chases, toldOfAction } from "../../../shared/domain/notices/chases.ts"
import { type NoticeName, noticeOf, type Told } from "../../../shared/domain/notices/notices.ts"
import { roles } from "../../../shared/domain/people/role.ts"

export const whenWords = (name: NoticeName): string => {
  const { from, workingDays, about } = noticeOf(name)
  const many = Math.abs(workingDays)
  const days = `${many} working ${many === 1 ? "day" : "days"}`
  const by = about === "owed" ? "it is due" : "the round closes"
  const when = { by, opens: "it opens", locks: "it can be sent no longer" }
  return `${days} ${workingDays < 0 ? "before" : "after"} the day when ${when[from]}`
}

export const aboutWords = (name: NoticeName): string => {
  const { about, needs } = noticeOf(name)
  if (about === "begun") return "Expressions of interest that somebody has begun"
  if (about === "by letter") return "Monthly tallies, which the letter itself opens"
  return needs ? `Returns that the ${roles[needs].words} signs` : "Returns that are owed"
}

const toldName = (told: Told) => (told === "whoever must sign" ? told : roles[told].words)

/** The states in which somebody is told, in their words, each with whom. */
export const tellsOf = (name: NoticeName): { state: string; to: string[] }[] => {
  const { tells } = noticeOf(name)
  return (Object.keys(expectedStates) as ExpectedState[]).flatMap((state) => {
    const told = tells[state]
    return told ? [{ state: expectedStates[state], to: told.map(toldName) }] : []
  })
}

export const chaseWhen = (name: ChaseName): string => {
  const { workingDays, from } = chases[name]
  return `${workingDays} working ${workingDays === 1 ? "day" : "days"} after ${from}`
}

/** Who is told, whichever desk it is on; a coach is the one of that site. */
export const chaseTo = (name: ChaseName): string => {
  const told =
    name === "action late" || name === "action long late"
      ? (Object.keys(desks) as Desk[]).flatMap((desk) => toldOfAction(name, desk))
      : chases[name].tells
  return [...new Set(told)].map((role) => roles[role].words).join(", ")
}
