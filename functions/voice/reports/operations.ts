import * as z from "zod"
import { londonDate } from "../../../shared/values/london.ts"
import type { Base } from "../../../shared/web/env.ts"
import { reportAt, reportsAt } from "../../../shared/web/evaluation/addresses.ts"
import { reportShown, shownReport } from "../../../shared/web/evaluation/report-shape.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { publishedAll, publishedOne } from "./desk.ts"

const tag = "Reports"

/** Published reports, as data. */
export const publicReportOperations: Operation<Base>[] = [
  operation({
    id: "listPublishedReports",
    method: "get",
    path: reportsAt,
    tag,
    summary: "Reports that were published, the newest first",
    open: true,
    gives: z.object({
      reports: z.array(z.object({ report: z.string(), title: z.string(), published: z.string() })),
    }),
    does: async (c) => ({
      body: {
        reports: (await publishedAll(c)).map(({ id, title, published }) => ({
          report: id,
          title,
          published: published?.at ?? "",
        })),
      },
    }),
  }),
  operation({
    id: "readPublishedReport",
    method: "get",
    path: reportAt(":report"),
    tag,
    summary: "One published report as everybody reads it now",
    open: true,
    gives: reportShown,
    does: async (c) => ({
      body: shownReport(await publishedOne(c), londonDate(c.var.world.now())),
    }),
  }),
]
