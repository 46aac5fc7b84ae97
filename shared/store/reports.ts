import { type Report, report } from "../domain/evaluation/reports/report.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** Reports: drafts with the evaluators, and what was issued or published at one address for ever. */
export const reportsIn = (table: Table, programme: string) => ({
  /** What was issued or published, the newest first: in one query. */
  issued: async (): Promise<Report[]> => {
    const { pk, sk } = keys.report(programme, "")
    const items = await everyItem(table, { pk, begins: sk, strong: true })
    return items
      .map((item) => report.parse(item))
      .sort((a, b) => (b.issued?.at ?? "").localeCompare(a.issued?.at ?? "") || a.id.localeCompare(b.id))
  },

  one: async (id: string): Promise<Report | undefined> => {
    const item = await table.get(keys.report(programme, id), { strong: true })
    return item && report.parse(item)
  },

  drafts: async (phase: string): Promise<Report[]> => {
    const { pk, sk } = keys.finding(programme, "REPORT", phase, "")
    return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => report.parse(item))
  },

  draft: async (phase: string, id: string): Promise<Report | undefined> => {
    const item = await table.get(keys.finding(programme, "REPORT", phase, id), { strong: true })
    return item && report.parse(item)
  },
})

/** A report after a change: its draft with the evaluators, or at its own address once it was issued. */
export const putReport = (programme: string, after: Report, before?: Report): Action[] => {
  const at = (one: Report) =>
    one.state === "draft"
      ? keys.finding(programme, "REPORT", one.phase, one.id)
      : keys.report(programme, one.id)
  const when = before ? { is: { revision: before.revision } } : ("new" as const)
  const next = { ...after, revision: (before?.revision ?? 0) + 1 }
  const moves = before !== undefined && at(before).pk !== at(after).pk
  return [
    { put: { ...at(after), ...next }, when: moves ? "new" : when },
    ...(moves ? [{ remove: at(before), when }] : []),
  ]
}
