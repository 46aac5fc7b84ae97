import { addDays, addMonths, dateWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import type { Action } from "../actions/action.ts"
import { seenIn } from "../actions/seen.ts"
import { stateOf, stateWords } from "../calendar/state.ts"
import type { RecordFacts } from "./facts.ts"
import { firstDayOf } from "./going-month.ts"
import { line, type Part } from "./printed.ts"
import { areaNames, areas, type Rated, ratings } from "./rating.ts"
import { isHigh } from "./risk.ts"
import { actionLine, helpLine, lateMilestones, monthSaid, openActions, riskLine } from "./said.ts"
import { sessionStates, sessionTitle } from "./session.ts"
import { type Topic, topics } from "./session-kinds.ts"

/**
 * One month of a site on one page, made from the record: nobody is asked for it. It holds nothing that the department
 * may not read, so that it is the same page for everybody.
 */
export const highlightOf = (facts: RecordFacts, month: string): Part[] => {
  const { today, now, actions, returns, sessions, going, ratings: rated, risks, help } = facts
  const from = firstDayOf(month)
  const to = addDays(addMonths(from, 1), -1)
  const within = (day: PlainDate) => from <= day && day <= to
  const on = (instant: string) => within(londonDate(new Date(instant)))
  const nextMonth = (day: PlainDate) => day > to && day <= addDays(addMonths(from, 2), -1)
  const held = sessions.filter((one) => within(one.on) && !["planned", "cancelled"].includes(one.state))
  const said = going.find(({ id }) => id === month)
  const scores = rated.find(({ id }) => id === month)
  return [
    {
      heading: "How it is going",
      none: "Nobody said how it was going.",
      lines: [
        ...(said ? [monthSaid(month, said)] : []),
        ...(scores ? areaNames.map((area) => ratedLine(areas[area], scores.now[area])) : []),
      ],
    },
    {
      heading: "Sessions",
      none: "No session was held.",
      lines: held.map((one) =>
        line(
          `${sessionTitle(one)}: ${sessionStates[one.state].toLowerCase()}`,
          one.topics.length > 0
            ? `About: ${one.topics.map((topic) => topics[topic as Topic] ?? topic).join(", ")}.`
            : undefined,
        ),
      ),
    },
    {
      heading: "What was done",
      none: "Nothing was said to be done.",
      lines: doneLines(actions.filter(({ done }) => done && on(done.at))),
    },
    {
      heading: "What was sent",
      none: "Nothing was due or sent.",
      lines: returns
        .filter(
          (one) =>
            one.owed &&
            (within(londonDate(new Date(one.by))) || (one.stands?.firstSentAt && on(one.stands.firstSentAt))),
        )
        .map((one) => line(one.title, `${stateWords(one, now)}.`)),
    },
    {
      heading: "What is open",
      none: "Nothing is open.",
      lines: openActions(actions, today).map((one) => actionLine(one, today)),
    },
    { heading: "High risks", none: "No risk is high.", lines: risks.filter(isHigh).map(riskLine) },
    {
      heading: "Help from the Department",
      none: "Nothing was asked of the Department.",
      lines: help.filter((one) => on(one.asked.at) || (one.answered && on(one.answered.at))).map(helpLine),
    },
    {
      heading: "Next month",
      none: "Nothing is planned.",
      lines: [
        ...sessions
          .filter((one) => one.state === "planned" && nextMonth(one.on))
          .map((one) => line(`${sessionTitle(one)}${one.time ? ` at ${one.time}` : ""}`)),
        ...returns
          .filter(
            (one) =>
              one.owed && nextMonth(londonDate(new Date(one.by))) && stateOf(one, now) !== "not needed",
          )
          .map((one) => line(`Due: ${one.title}`, dayWords(londonDate(new Date(one.by))))),
        ...openActions(actions, today)
          .filter(({ due }) => nextMonth(due))
          .map((one) => line(`To be done: ${one.text}`, `By ${dateWords(one.due)}.`)),
      ],
    },
    {
      heading: "Milestones that are late",
      none: "No milestone is late.",
      lines:
        lateMilestones(facts.milestones, today).length > 0
          ? [line(`${lateMilestones(facts.milestones, today).length} of ${facts.milestones.length}.`)]
          : [],
    },
  ]
}

/** What the department reads of what is done is its own; of everything else, how much it is. */
const doneLines = (done: readonly Action[]) => {
  const seen = done.flatMap((one) => seenIn("summary", one) ?? [])
  const others = done.length - seen.length
  const more = seen.length > 0 ? " more" : ""
  return [
    ...seen.map((one) => line(one.text, one.done?.evidence)),
    ...(others > 0
      ? [line(`${others}${more} ${others === 1 ? "action was" : "actions were"} said to be done.`)]
      : []),
  ]
}

const ratedLine = (area: string, { is, because }: Rated) => line(`${area}: ${ratings[is]}`, because)
