import { addDays, londonDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import { coverAnswers, type Expected } from "../calendar/expected.ts"
import { type Action, closed, newAction } from "./action.ts"

/** How many working days before a return is due it should be known who certifies it. */
const knownBefore = 10

type Who = { person: string; name: string }
type Answered = Pick<Expected, "organisation" | "phase" | "round" | "name" | "title" | "by" | "cover">

/**
 * What an answer to "Will you be here?" makes of what there is to do: somebody else has to be named, by the lead; once
 * somebody is there, that is done. `pairs` are as they are to be written.
 */
export const afterCover = (
  one: Answered,
  open: readonly Action[],
  lead: Who | undefined,
): { after: Action; before?: Action }[] => {
  if (!one.cover) return []
  const { answer, by } = one.cover
  const at = new Date(one.cover.at)
  const about = open.filter(({ from }) => from.kind === "cover" && from.round === one.round)
  if (answer !== "someone else")
    return about.map((before) => ({
      before,
      after: closed(before, { evidence: `${by.name}: “${coverAnswers[answer]}”.` }, by, at),
    }))
  return about.length > 0 ? [] : [{ after: toName(one, lead, by, at) }]
}

const toName = (one: Answered, lead: Who | undefined, by: Who, at: Date): Action => {
  const due = dueOn(one, at)
  return newAction(
    {
      id: `${due}-${one.round}-cover-${at.getTime()}`,
      organisation: one.organisation,
      phase: one.phase,
      name: one.name,
      text: `Name who certifies ${one.title}`,
      due,
      from: { kind: "cover", round: one.round, title: one.title },
      owner: "site",
      ...(lead && { who: { person: lead.person, name: lead.name } }),
    },
    by,
    at,
  )
}

/** Ten working days before the return is due, or tomorrow, whichever is later. */
const dueOn = ({ by }: Pick<Expected, "by">, at: Date) => {
  const before = addWorkingDays(londonDate(new Date(by)), -knownBefore)
  const tomorrow = addDays(londonDate(at), 1)
  return before > tomorrow ? before : tomorrow
}
