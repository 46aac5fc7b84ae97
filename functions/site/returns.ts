import { rowOf } from "../../shared/domain/calendar/return-words.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { siteCalendarOf } from "../../shared/store/site-calendar.ts"
import { csvOf } from "../../shared/web/csv.ts"
import { type C, organisationHere, submissionsHere } from "./desk.ts"

export const calendarHere = (c: C) =>
  siteCalendarOf(c.req.param("organisation") ?? "", c.var.actor, c.var.world.table)

export const returnHere = (c: C) => calendarHere(c).of(c.req.param("round") ?? "")

export const membersHere = async (c: C) => {
  const members = await peopleIn(c.var.world.table).membersOf(c.req.param("organisation") ?? "")
  return members.filter((one) => isLive(one, c.var.world.now()))
}

/** One return with its history and who was told what. */
export const returnWhole = async (c: C) => {
  const one = await returnHere(c)
  const [organisation, members, told, events] = await Promise.all([
    organisationHere(c),
    membersHere(c),
    calendarHere(c).told(one.round),
    submissionsHere(c).history(one.round),
  ])
  return { one, organisation, members, told, events }
}
export type ReturnWhole = Awaited<ReturnType<typeof returnWhole>>

export const returnRows = async (c: C) => {
  const all = await calendarHere(c).all()
  return all.map((one) => rowOf(one, c.var.world.now()))
}
export type ReturnRow = Awaited<ReturnType<typeof returnRows>>[number]

/** The columns of every list of returns. */
export const columns = {
  title: "Return",
  covers: "Covers",
  due: "Due",
  state: "State",
  who: "Who has it",
  reference: "Reference",
} satisfies Partial<Record<keyof ReturnRow, string>>
export const columnNames = Object.keys(columns) as (keyof typeof columns)[]

export const returnsCsv = async (c: C) => {
  const rows = await returnRows(c)
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${c.req.param("organisation")}-returns.csv"`)
  return c.body(csvOf([Object.values(columns), ...rows.map((row) => columnNames.map((name) => row[name]))]))
}
