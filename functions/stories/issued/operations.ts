import { storiesIn } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { reportShown, shownReport } from "../../../shared/web/evaluation/report-shape.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { todayHere } from "../desk.ts"
import { issuedOneHere } from "./desk.ts"

/** A report that a site checks the facts of. */
export const issuedOperations: Operation<Inside>[] = [
  operation({
    id: "readReportToCheck",
    method: "get",
    path: `${storiesIn(":organisation", ":phase")}/reports/:report`,
    tag: "Reports",
    summary: "A report that was issued: its facts are for sites to check",
    gives: reportShown,
    does: async (c) => ({ body: shownReport(await issuedOneHere(c), todayHere(c)) }),
  }),
]
