import { planStands } from "../../../shared/domain/evaluation/lines.ts"
import type { ReturnStands } from "../../../shared/domain/evaluation/return-stands.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { OnDesk, SiteRow } from "./desk.ts"

const columns: [string, (site: SiteRow, stands: ReturnStands) => string][] = [
  ["site", ({ name }) => name],
  ["organisation", ({ organisation }) => organisation],
  ["evaluation plan", ({ head }) => planStands(head)],
  ["return", (_, { one }) => one.title],
  ["due", (_, { one }) => londonDate(new Date(one.by))],
  ["state", (_, { says }) => says],
  ["who has it", (_, { who }) => who],
  ["waits for", (_, { waitsFor = "" }) => waitsFor],
  ["working days", (_, { days }) => (days === undefined ? "" : String(days))],
]

/** A row for each return of each site, by when it is due: no figure is in it. */
export const deskRows = ({ sites }: OnDesk): string[][] => [
  columns.map(([title]) => title),
  ...sites.flatMap((site) => site.returns.map((one) => columns.map(([, says]) => says(site, one)))),
]
