import { type Action, ageOf, desks, isLate } from "../../../shared/domain/actions/action.ts"
import { carriedWords, fromWords } from "../../../shared/domain/actions/action-words.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, siteHere } from "../../../shared/web/coaching/here.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { actionsHere, chosenHere } from "./desk.ts"

const head = [
  "what",
  "desk",
  "who",
  "due",
  "state",
  "late",
  "age in working days",
  "comes from",
  "carried",
  "phase",
  "set by",
  "set on",
  "evidence or reason",
]

/** What the list shows, as a file. */
export const actionsCsv = async (c: C) => {
  const today = londonDate(c.var.world.now())
  const rows = (await actionsHere(c, chosenHere(c))).map((one) => rowOf(one, today))
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${siteHere(c)}-actions.csv"`)
  return c.body(csvOf([head, ...rows]))
}

const rowOf = (one: Action, today: string): string[] => [
  one.text,
  desks[one.owner],
  one.who?.name ?? "",
  one.due,
  one.state,
  isLate(one, today) ? "late" : "",
  String((one.state === "open" ? ageOf(one, today) : undefined) ?? ""),
  fromWords(one),
  carriedWords(one) ?? "",
  one.phase ?? "",
  one.set?.by.name ?? "",
  one.set ? londonDate(new Date(one.set.at)) : "",
  one.done?.evidence ?? one.dropped?.because ?? "",
]
