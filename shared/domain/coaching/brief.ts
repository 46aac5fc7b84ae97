import { dateWords, londonDate } from "../../values/london.ts"
import type { RecordFacts } from "./facts.ts"
import { line, type Part } from "./printed.ts"
import {
  actionLine,
  helpLine,
  lateMilestones,
  lateReturns,
  milestoneLine,
  monthSaid,
  openActions,
  openHelp,
  returnLine,
  riskLine,
} from "./said.ts"
import { goneBy, goneByWords, meetingLines, toCome, waitingWords } from "./stands.ts"
import { lineWords } from "./timeline.ts"

/** As many things as a brief says happened: more is on the timeline. */
const mostEvents = 12

/** What to know before the next visit: what moved, what is late, what they asked for, what is open. */
export const briefOf = (facts: RecordFacts): Part[] => {
  const { head, today, now, events, actions, returns, milestones, going, risks, help, texts } = facts
  const since = head.last?.on
  const lately = events.filter(({ at }) => since === undefined || londonDate(new Date(at)) >= since)
  const open = openActions(actions, today)
  const late = open.filter(({ due }) => due < today)
  const before = toCome(head, today)[0]?.on ?? today
  const [last] = texts
  const confidence = last && confidenceOf(last.text.more)
  return [
    { heading: "When you meet", none: "", lines: meetingLines(head, today).map((says) => line(says)) },
    {
      heading: since ? `What moved since ${dateWords(since)}` : "What happened so far",
      none: "Nothing was written down since.",
      lines: [
        ...lately.slice(0, mostEvents).map((one) => line(lineWords(one), `${one.by.name}.`)),
        ...(lately.length > mostEvents ? [line(`${lately.length - mostEvents} more on the timeline.`)] : []),
      ],
    },
    {
      heading: "What is late",
      none: "Nothing is late.",
      lines: [
        ...goneBy(head, today).map((one) => line(one.title, goneByWords(one))),
        ...late.map((one) => actionLine(one, today)),
        ...lateReturns(returns, now).map((one) => returnLine(one, now)),
        ...lateMilestones(milestones, today).map((one) => milestoneLine(one, today)),
      ],
    },
    {
      heading: "What they asked for",
      none: "They asked for nothing that is open.",
      lines: [
        ...openHelp(help).map(helpLine),
        ...returns
          .filter(({ asked }) => asked)
          .map((one) =>
            line(`More time for: ${one.title}`, `Until ${dateWords(one.asked?.until ?? today)}.`),
          ),
      ],
    },
    {
      heading: "Open questions",
      none: "No question is open.",
      lines: [
        ...head.waits.map((one) => line(one.title, waitingWords(one, today))),
        ...returns.flatMap((one) =>
          (one.stands?.review?.open ?? []).map(({ number, answerBy }) =>
            line(
              `${one.title}, question ${number}`,
              `To be answered by ${dateWords(londonDate(new Date(answerBy)))}.`,
            ),
          ),
        ),
      ],
    },
    {
      heading: "Everything else that is to be done",
      none: "Nothing else is open.",
      lines: open.filter((one) => !late.includes(one)).map((one) => actionLine(one, today)),
    },
    {
      heading: "How it is going",
      none: "Nobody has said yet how it is going.",
      lines: going.slice(0, 2).map((one) => monthSaid(one.id, one)),
    },
    {
      heading: "Risks to look at",
      none: "No risk is to be looked at before you meet.",
      lines: risks.filter(({ state, next }) => state === "open" && next <= before).map(riskLine),
    },
    {
      heading: "What they said of themselves last time",
      none: "Nothing was written down about confidence or measures.",
      lines: [
        ...(confidence ? [line(confidence)] : []),
        ...(typeof last?.text.more.measures === "string"
          ? [line("Measures you looked at", last.text.more.measures)]
          : []),
      ],
    },
    {
      heading: "What you talked about last time",
      none: "No session was shared yet.",
      lines: texts
        .slice(0, 1)
        .map(({ session, text }) => line(dateWords(session.on), String(text.core.talked ?? ""))),
    },
  ]
}

const confidenceOf = ({ before, after }: Record<string, unknown>): string | undefined => {
  if (typeof after !== "string") return undefined
  return typeof before === "string"
    ? `Confidence of the team: ${before} of 5 before, ${after} of 5 afterwards.`
    : `Confidence of the team: ${after} of 5.`
}
