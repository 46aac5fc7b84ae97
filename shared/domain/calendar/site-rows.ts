import { addDays, londonDate } from "../../values/london.ts"
import type { Cell } from "./board.ts"

export type SiteRow = { organisation: string; name: string; cells: Cell[] }

/** What of each site was due in some days before today and is due in as many after it; what is late stays whenever it was. */
export const siteRows = (
  sites: readonly { organisation: string; name: string }[],
  cells: readonly Cell[],
  at: Date,
  days = 30,
): SiteRow[] => {
  const today = londonDate(at)
  const isNear = ({ one, state }: Cell) => {
    const due = londonDate(new Date(one.by))
    if (state === "missing" || state === "not received") return true
    return addDays(today, -days) <= due && due <= addDays(today, days)
  }
  const near = cells.filter(isNear).toSorted((a, b) => a.one.by.localeCompare(b.one.by))
  const all = [...sites, ...near.map(({ one: { organisation, name } }) => ({ organisation, name }))]
  const once = new Map(all.map(({ organisation, name }) => [organisation, name]))
  return [...once]
    .map(([organisation, name]) => ({
      organisation,
      name,
      cells: near.filter(({ one }) => one.organisation === organisation),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
