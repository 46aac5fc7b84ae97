import { dateWords, dayWords, londonDate } from "../../values/london.ts"
import type { Member } from "../people/member.ts"
import { roles } from "../people/role.ts"
import type { RecordFacts } from "./facts.ts"
import { line, type Part } from "./printed.ts"
import {
  actionLine,
  comingReturns,
  helpLine,
  lateReturns,
  milestoneLine,
  monthSaid,
  openActions,
  returnLine,
  riskLine,
} from "./said.ts"
import { sessionStates, sessionTitle } from "./session.ts"
import { goneBy, goneByWords, meetingLines, waitingWords } from "./stands.ts"

type Who = Pick<Member, "name" | "email" | "role" | "to">

/** Everything that whoever comes next needs, when a coach, a lead or a site leaves: made from the record. */
export const handoverOf = (facts: RecordFacts, people: readonly Who[]): Part[] => {
  const { head, site, today, now, actions, returns, plan, milestones, sessions, texts, going, risks, help } =
    facts
  return [
    {
      heading: "The pilot",
      none: "",
      lines: [
        ...(site.from && site.to ? [line(`From ${dateWords(site.from)} to ${dateWords(site.to)}.`)] : []),
        line(site.coach ? `Coach: ${site.coach}.` : "No coach is named."),
        ...meetingLines(head, today).map((says) => line(says)),
      ],
    },
    {
      heading: "Who is who",
      none: "Nobody has access now.",
      lines: people.map(({ name, email, role, to }) =>
        line(
          `${name}, ${roles[role].words}`,
          `${email}. Access until ${dateWords(londonDate(new Date(to)))}.`,
        ),
      ),
    },
    {
      heading: "What waits for somebody",
      none: "Nothing waits.",
      lines: [
        ...goneBy(head, today).map((one) => line(one.title, goneByWords(one))),
        ...head.waits.map((one) => line(one.title, waitingWords(one, today))),
        ...lateReturns(returns, now).map((one) => returnLine(one, now)),
      ],
    },
    {
      heading: "What is to be done",
      none: "Nothing is open.",
      lines: openActions(actions, today).map((one) => actionLine(one, today)),
    },
    {
      heading: "What is due next",
      none: "Nothing more is due.",
      lines: comingReturns(returns, now)
        .slice(0, 6)
        .map((one) => line(one.title, `Due on ${dayWords(londonDate(new Date(one.by)))}.`)),
    },
    {
      heading: plan ? `The pilot plan, version ${plan.version}, as both agreed it` : "The pilot plan",
      none: "No plan is agreed yet.",
      lines: (plan?.sections ?? []).map(({ label, words }) => line(label, words)),
    },
    {
      heading: "Milestones",
      none: "No milestones.",
      lines: milestones.map((one) => milestoneLine(one, today)),
    },
    {
      heading: "How it has been going",
      none: "Nobody has said yet how it is going.",
      lines: going.map((one) => monthSaid(one.id, one)),
    },
    {
      heading: "Risks",
      none: "No risk is open.",
      lines: risks.filter(({ state }) => state === "open").map(riskLine),
    },
    { heading: "Help from the Department", none: "Nothing was asked.", lines: help.map(helpLine) },
    {
      heading: "What was said in the last sessions",
      none: "No session was shared yet.",
      lines: texts.map(({ session, text }) =>
        line(
          `${sessionTitle(session)}: ${sessionStates[session.state].toLowerCase()}`,
          String(text.core.talked ?? ""),
        ),
      ),
    },
    {
      heading: "Every session",
      none: "No session was held.",
      lines: sessions.map((one) => line(`${sessionTitle(one)}: ${sessionStates[one.state].toLowerCase()}`)),
    },
  ]
}
