import { type Head, newHead } from "../../../shared/domain/coaching/head.ts"
import type { Session } from "../../../shared/domain/coaching/session.ts"
import { actionRowsOf } from "../../../shared/domain/coaching/session-draft.ts"
import { sessionKinds } from "../../../shared/domain/coaching/session-kinds.ts"
import { actionsWords } from "../../../shared/domain/coaching/session-letters.ts"
import { sessionSentence, standingText } from "../../../shared/domain/coaching/session-sentence.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { coachingIn } from "../../../shared/store/coaching.ts"
import { dateWords, stampWords } from "../../../shared/values/london.ts"
import { type C, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { audienceHere, storeHere, todayHere } from "./here.ts"
import { answerWords, topicWords } from "./pages/summary.tsx"
import { learningOf } from "./reading.ts"

export type Listed = { head: Pick<Head, "planned" | "waits">; past: Session[]; earlier?: string }

/** What is to come and what waits, which the head of the site has; and one page of those that are over. */
export const listHere = async (c: C): Promise<Listed> => {
  viewHere(c)
  const place = placeHere(c)
  const before = c.req.query("before")
  if (before !== undefined && !/^\d{4}-\d{2}-\d{2}-[A-Za-z0-9_-]{1,40}$/.test(before))
    throw new Refused("not understood")
  const [found, { sessions, earlier }] = await Promise.all([
    coachingIn(c.var.world.table).head(place.organisation, place.phase),
    storeHere(c).page(before),
  ])
  const head = found ?? newHead(place)
  const shown = [...head.planned, ...head.waits].map(({ session }) => session)
  return {
    head,
    past: sessions.filter(({ id }) => !shown.includes(id)),
    ...(earlier !== undefined && { earlier }),
  }
}

/** One row a session: everything for whoever sees the whole, a summary for the department. */
export const sessionsCsv = async (c: C) => {
  const view = viewHere(c)
  const { organisation, phase } = placeHere(c)
  const store = storeHere(c)
  const [sessions, texts] = await Promise.all([store.all(), store.texts()])
  const textOf = ({ id, version }: Session) => texts.find((one) => one.id === `${id}#${version}`)
  const rows = sessions.map((one) => {
    const text = textOf(one)
    const summary = [
      one.on,
      sessionKinds[one.kind].words,
      one.coach.name,
      topicWords(one.topics),
      standingText(sessionSentence(one, audienceHere(c), todayHere(c))),
      one.answered ? answerWords[one.answered.as] : "",
      one.answered?.by.name ?? "",
      one.answered ? stampWords(new Date(one.answered.at)) : "",
      learningOf(one, text).join("\n"),
    ]
    if (view === "summary") return summary
    const said = (key: string) => (typeof text?.core[key] === "string" ? String(text.core[key]) : "")
    return [
      ...summary,
      one.time ?? "",
      one.place ?? "",
      one.version > 0 ? String(one.version) : "",
      said("who"),
      said("talked"),
      text ? actionsWords(actionRowsOf(text)) : "",
      actionRowsOf(text ?? { core: {} })
        .map((row) => `${row.text ?? ""} (${row.due ? dateWords(row.due) : ""})`)
        .join("\n"),
      said("next"),
    ]
  })
  const head = view === "summary" ? summaryColumns : [...summaryColumns, ...wholeColumns]
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${organisation}-${phase}-sessions.csv"`)
  return c.body(csvOf([head, ...rows]))
}

const summaryColumns = [
  "Day",
  "How",
  "Coach",
  "Topics",
  "Where it stands",
  "The site’s answer",
  "Answered by",
  "Answered",
  "What was learned",
]
const wholeColumns = [
  "Time",
  "Place",
  "Version",
  "Who took part",
  "What was talked about",
  "Actions",
  "Each action",
  "Next",
]
