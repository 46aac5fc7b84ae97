import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { reportsIn } from "../../../shared/store/reports.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { type Rendered, rendered } from "../../../shared/web/evaluation/report-of.ts"

type Named = { req: { param: (name: string) => string | undefined } }

/** Reports that were published, the newest first. One that was only issued is not there for anybody here. */
export const publishedAll = async ({ var: { world } }: Asking): Promise<Report[]> =>
  (await reportsIn(world.table, world.settings.programme).issued())
    .filter(({ state }) => state === "published")
    .sort((a, b) => (b.published?.at ?? "").localeCompare(a.published?.at ?? ""))

export const publishedOne = async (c: Asking & Named): Promise<Rendered> => {
  const { world } = c.var
  const found = await reportsIn(world.table, world.settings.programme).one(c.req.param("report") ?? "")
  if (found?.state !== "published") throw new Refused("not found")
  return rendered(c, found)
}
