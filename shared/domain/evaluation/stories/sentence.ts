import { dateWords, londonDate, type PlainDate } from "../../../values/london.ts"
import { workingDaysBetween } from "../../../values/working-days.ts"
import type { Role } from "../../people/role.ts"
import { mayCheck } from "./life.ts"
import type { Story } from "./story.ts"

const day = (at: string) => dateWords(londonDate(new Date(at)))

/** Whether its person is to be asked again before anybody reads it further. */
export const isOverdue = ({ state, reviewBy }: Pick<Story, "state" | "reviewBy">, today: PlainDate) =>
  state === "shared" && reviewBy !== undefined && reviewBy < today

/** Where it stands, and what comes next. No word of it, and not who it is about. */
export const storySentence = (one: Story, today: PlainDate): string => {
  const { state, version, sent, checked, withdrawn, reviewBy, writers } = one
  if (withdrawn) return `WITHDRAWN by ${withdrawn.by.name} on ${day(withdrawn.at)}. Its words are gone.`
  const by = writers.at(-1)?.name ?? "somebody"
  if (state === "draft")
    return version === 1
      ? `NOT SENT. ${by} is writing it. Nobody but its writers and the site lead reads it.`
      : `NOT SENT. ${by} changed it. Nobody else reads it until the officer has checked it.`
  if (state === "with the officer")
    return `SENT to the information-governance officer on ${sent && day(sent.at)}. Nobody else reads it until they answer.`
  if (state === "kept")
    return `CHECKED by ${checked?.by.name} on ${checked && day(checked.at)}: not to be read by others.`
  if (isOverdue(one, today))
    return `NOT USED since ${dateWords(reviewBy as PlainDate)}: its person is to be asked again first.`
  return `CHECKED by ${checked?.by.name} on ${checked && day(checked.at)}, and shared. Its person is asked again by ${reviewBy && dateWords(reviewBy)}.`
}

type Reader = { id: string; roles: readonly Role[]; today: PlainDate }

/** The first line of a site's stories, for whoever reads it. */
export const storiesLine = (all: readonly Story[], { id, roles, today }: Reader): string => {
  const waiting = all.filter(({ state }) => state === "with the officer")
  const oldest = waiting.map(({ sent }) => sent?.at ?? "").sort()[0]
  const overdue = all.filter((one) => isOverdue(one, today))
  if (roles.includes("governance") && oldest && waiting.some((one) => mayCheck(one, id))) {
    const days = workingDaysBetween(londonDate(new Date(oldest)), today)
    const old = days === 0 ? "given to you today" : `${counted(days, "working day", "working days")} old`
    return `${counted(waiting.length, "story", "stories")} to check, ${old}. Nobody else can read ${waiting.length === 1 ? "it" : "them"} until you answer.`
  }
  if (roles.includes("lead") && overdue.length > 0)
    return `${counted(overdue.length, "story is", "stories are")} not used any more: the day to ask again has passed.`
  if (waiting.length > 0)
    return `${counted(waiting.length, "story waits", "stories wait")} for the information-governance officer.`
  const shared = all.filter((one) => one.state === "shared" && !isOverdue(one, today)).length
  if (shared > 0) return `${counted(shared, "story is", "stories are")} shared. Nothing waits for you.`
  return all.every(({ state }) => state === "withdrawn")
    ? "There is no story yet. Nobody asks for any number of them."
    : "No story is shared yet. Nothing waits for you."
}

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
