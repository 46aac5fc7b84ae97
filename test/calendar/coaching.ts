import { desks } from "../../shared/domain/actions/action.ts"
import { clockOf } from "../../shared/domain/coaching/help.ts"
import { isOverdue } from "../../shared/domain/coaching/help-clock.ts"
import type { Plan } from "../../shared/domain/coaching/plan.ts"
import { planFates } from "../../shared/domain/coaching/plan.ts"
import { type Session, sessionStates } from "../../shared/domain/coaching/session.ts"
import { isNotAnswered } from "../../shared/domain/coaching/session-life.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import { helpIn } from "../../shared/store/help.ts"
import { plansIn } from "../../shared/store/plans.ts"
import { sessionsIn } from "../../shared/store/sessions.ts"
import type { Table } from "../../shared/store/table.ts"
import { dateWords, dayWords, londonDate } from "../../shared/values/london.ts"

type Standing = [what: string, state: string]

/** Where the coaching of a site stands: its sessions, its plan, what is to be done and what was asked. Never what was said. */
export const coachingOf = async (table: Table, organisation: string, at: Date): Promise<Standing[]> => {
  const place = { organisation, phase: "NSW2" }
  const [sessions, plan, actions, help] = await Promise.all([
    sessionsIn(table, place).all(),
    plansIn(table).plan(place),
    actionsIn(table, organisation).all(),
    helpIn(table).of(place),
  ])
  return [
    ...sessions.map((one): Standing => [`coaching, ${sessionName(one)}`, sessionWords(one, at)]),
    ...(plan ? [["pilot plan", planWords(plan)] satisfies Standing] : []),
    ...actions.map(
      (one): Standing => [
        `to do by ${desks[one.owner]}, ${one.text}`,
        one.state === "open" ? `open, due ${dayWords(one.due)}` : one.state,
      ],
    ),
    ...help.map(
      (one): Standing => [
        `question ${one.number} to the Department`,
        `${one.answered ? "answered" : "open"}${isOverdue(clockOf(one), at) ? ", later than promised" : ""}`,
      ],
    ),
  ]
}

/** By the day that it was planned for first, which stays. */
const sessionName = ({ id }: Session) => `session of ${dateWords(id.slice(0, 10))}`

const sessionWords = (one: Session, at: Date) => {
  if (one.state === "planned") return `Planned for ${dayWords(one.on)}${one.time ? `, ${one.time}` : ""}`
  if (isNotAnswered(one, londonDate(at))) return "Not answered"
  return one.closed?.unanswered ? "Closed, not answered" : sessionStates[one.state]
}

const planWords = ({ state, versions }: Plan) => {
  const last = versions.at(-1)
  return last ? `${state}, version ${last.version}: ${planFates[last.fate]}` : state
}
