import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { reportSentence } from "../../../shared/domain/evaluation/reports/sentence.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { reportsIn } from "../../../shared/store/reports.ts"
import { storiesIn } from "../../../shared/web/evaluation/addresses.ts"
import { type C, placeHere } from "../../../shared/web/evaluation/here.ts"
import { type Rendered, rendered } from "../../../shared/web/evaluation/report-of.ts"
import { todayHere } from "../desk.ts"

export type Issued = { report: Report; says: string }

export const issuedAt = (organisation: string, phase: string, report: string) =>
  `${storiesIn(organisation, phase)}/reports/${report}`

/** Reports that were issued about the phase of the address: sites check their facts. */
export const issuedHere = async (c: C): Promise<Issued[]> => {
  const { table, settings } = c.var.world
  const { phase } = placeHere(c)
  return (await reportsIn(table, settings.programme).issued())
    .filter((one) => one.phase === phase)
    .map((report) => ({ report, says: reportSentence(report, todayHere(c)) }))
}

export const issuedOneHere = async (c: C): Promise<Rendered> => {
  const { table, settings } = c.var.world
  const { phase } = placeHere(c)
  const one = await reportsIn(table, settings.programme).one(c.req.param("report") ?? "")
  if (one?.phase !== phase) throw new Refused("not found")
  return rendered(c, one)
}
