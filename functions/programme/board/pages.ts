import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { C } from "../desk.ts"
import { FirstPage } from "../pages/board.tsx"
import { returnAt } from "./addresses.ts"
import { arrivedHere, asksForArrivals, boardOf } from "./board.ts"
import { coverHere } from "./cover.ts"
import { boardColumns, boardRow } from "./csv.ts"
import { firstHere } from "./first.ts"
import { lettersHere, noticeHere } from "./letters.ts"
import { nextColumns, nextHere, nextRow } from "./next.ts"
import { ArrivalsPage } from "./pages/arrivals.tsx"
import { BoardPage } from "./pages/board.tsx"
import { CoverPage } from "./pages/cover.tsx"
import { LettersPage } from "./pages/letters.tsx"
import { NextPage } from "./pages/next.tsx"
import { NoticePage, NoticesPage } from "./pages/notices.tsx"
import { ReturnPage } from "./pages/return.tsx"
import { SitePage } from "./pages/site.tsx"
import { SponsorPage } from "./pages/sponsor.tsx"
import { returnHere, siteHere } from "./sites.ts"
import { sponsorHere, writeToSponsor } from "./sponsor.ts"

const one = "/sites/:organisation/returns/:round"

/** The first page, and the lists over the calendar: nothing that a site wrote is on any of them. */
export const addBoardPages = (pages: Hono<SignedIn>) =>
  pages
    .get("/", async (c) => c.html(FirstPage({ c, first: await firstHere(c) })))
    .get("/board", async (c) =>
      asksForArrivals(c)
        ? c.html(ArrivalsPage({ c, arrived: await arrivedHere(c) }))
        : c.html(BoardPage({ c, board: await boardOf(c) })),
    )
    .get("/board.csv", async (c) => {
      const { cells } = await boardOf(c)
      return file(c, "board", [[...boardColumns], ...cells.map((cell) => boardRow(cell))])
    })
    .get("/next", async (c) => c.html(NextPage({ c, found: await nextHere(c) })))
    .get("/next.csv", async (c) => {
      const { days } = await nextHere(c)
      return file(c, "next", [[...nextColumns], ...days.flatMap(({ comings }) => comings.map(nextRow))])
    })
    .get("/notices", (c) => c.html(NoticesPage({ c })))
    .get("/notices/:notice", (c) => c.html(NoticePage({ c, found: noticeHere(c) })))
    .get("/letters", async (c) => c.html(LettersPage({ c, found: await lettersHere(c) })))
    .get("/cover", async (c) => c.html(CoverPage({ c, found: await coverHere(c) })))
    .get("/sites/:organisation", async (c) => c.html(SitePage({ c, site: await siteHere(c) })))
    .get(one, async (c) =>
      c.html(ReturnPage({ c, found: await returnHere(c), wrote: c.req.query("wrote") === "yes" })),
    )
    .get(`${one}/sponsor`, async (c) => c.html(SponsorPage({ c, preview: await sponsorHere(c) })))
    .post(`${one}/sponsor`, sponsor)

const sponsor = async (c: C) => {
  const { key, seen = "" } = await formOf(c)
  const { organisation = "", round = "" } = c.req.param()
  try {
    await writeToSponsor(c, seen, moveKey(c, key, { seen }))
    return c.redirect(`${returnAt(organisation, round)}?wrote=yes`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== "not possible now") throw error
    return c.html(SponsorPage({ c, preview: await sponsorHere(c), says: error.details.says }), 409)
  }
}

const file = (c: C, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
