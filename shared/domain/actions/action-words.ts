import { dateWords, type PlainDate, stampWords } from "../../values/london.ts"
import { type Action, type ActionFrom, ageOf, type Desk, desks } from "./action.ts"

/** "Set today", "1 working day old"; nothing where nobody knows since when. */
export const ageWords = (one: Pick<Action, "set">, today: PlainDate): string | undefined => {
  const age = ageOf(one, today)
  if (age === undefined) return undefined
  return age <= 0 ? "Set today" : `${age} working ${age === 1 ? "day" : "days"} old`
}

/** On whose desk it lies, and who of it: the coach is whoever coaches the site now. */
export const whoseWords = ({ owner, who }: Pick<Action, "owner" | "who">, coach?: string): string => {
  const named = owner === "coach" ? (coach ?? who?.name) : who?.name
  return named === undefined ? capital(desks[owner]) : `${capital(desks[owner])}: ${named}`
}

/** "The Department owes this" */
export const owesWords = (owner: Desk) =>
  `${capital(desks[owner])} ${owner === "coordinators" ? "owe" : "owes"} this`

/** What it comes from, as lists name it. */
export const fromWords = ({ from, set }: Pick<Action, "from" | "set">): string => {
  switch (from.kind) {
    case "condition":
      return "A condition of the award"
    case "session":
    case "rating":
      return from.title
    case "question":
      return `Question ${from.number} on ${from.title}`
    case "risk":
      return `Risk: ${from.title}`
    case "cover":
      return `Who certifies ${from.title}`
    case "figure":
      return `A figure of ${from.title}`
    case "board":
      return `A question from the Board: ${from.asked}`
    case "by hand":
      return set ? `Set by ${set.by.name}` : "Set by hand"
  }
}

/** Into what it was carried last, and from which day; nothing where it never was. */
export const carriedWords = ({ carried, due }: Pick<Action, "carried" | "due">): string | undefined => {
  const last = carried.at(-1)
  return last && `${intoWords(last)}${last.due === due ? "" : `, from ${dateWords(last.due)}`}`
}

type Carried = Action["carried"][number]

const intoWords = ({ into }: Carried) =>
  into.kind === anotherDay ? `Carried to ${into.title}` : `Carried into ${into.title}`

/** What an action is carried into where somebody gives it another day by hand. */
export const anotherDay = "another day"
export const intoDay = (day: PlainDate): Carried["into"] => ({
  kind: anotherDay,
  id: day,
  title: dateWords(day),
})

/** One line of what became of it; `note` is in somebody's own words. */
export type Became = { at: string; says: string; by?: string; note?: string }

/** Everything that became of it, the first first. */
export const becameOf = ({ set, carried, done, dropped, from }: Action): Became[] =>
  [
    ...(set ? [{ at: set.at, says: `Set${cameFrom(from)}`, by: set.by.name }] : []),
    ...carried.map((each) => ({
      at: each.at,
      says: `${intoWords(each)}${each.into.kind === anotherDay ? `, from ${dateWords(each.due)}` : ""}`,
      by: each.by?.name,
      note: each.because,
    })),
    ...(done ? [{ at: done.at, says: "Done", by: done.by.name, note: done.evidence }] : []),
    ...(dropped ? [{ at: dropped.at, says: "Dropped", by: dropped.by.name, note: dropped.because }] : []),
  ].sort((a, b) => a.at.localeCompare(b.at))

const cameFrom = (from: ActionFrom) => (from.kind === "by hand" ? " by hand" : "")

export const stampOf = (at: string) => stampWords(new Date(at))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
