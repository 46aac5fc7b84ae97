import type { Hono } from "hono"
import { asText } from "../../../shared/domain/coaching/printed.ts"
import { handoverAt } from "../../../shared/web/coaching/addresses.ts"
import type { C, Inside } from "../../../shared/web/coaching/here.ts"
import { briefHere, handoverHere, highlightHere, monthsHere, type Printed } from "./desk.ts"
import { MonthsPage } from "./pages/months.tsx"
import { PrintedPage } from "./pages/printed.tsx"

const intros = {
  brief: "What moved, what is late, what they asked for, and what is open.",
  handover:
    "Everything that whoever comes next needs. It names people of the staff: give it to them and to nobody else.",
  highlight: "Nobody was asked for this page.",
}

/** Pages made from the record of a site, to print or to read on a phone. */
export const addPrintPages = (pages: Hono<Inside>) =>
  pages
    .get("/coaching/:phase/brief", async (c) =>
      c.html(PrintedPage({ c, printed: await briefHere(c), intro: intros.brief })),
    )
    .get("/coaching/:phase/handover", async (c) => {
      const printed = await handoverHere(c)
      const { organisation, phase } = printed.place
      const file = `${handoverAt(organisation, phase)}/file`
      return c.html(PrintedPage({ c, printed, intro: intros.handover, file }))
    })
    .get("/coaching/:phase/handover/file", async (c) => handoverFile(c, await handoverHere(c)))
    .get("/coaching/:phase/highlights", (c) => c.html(MonthsPage({ c, months: monthsHere(c) })))
    .get("/coaching/:phase/highlights/:month", async (c) =>
      c.html(PrintedPage({ c, printed: await highlightHere(c), intro: intros.highlight })),
    )

const handoverFile = (c: C, { place, title, parts }: Printed) => {
  c.header("content-type", "text/plain; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${place.organisation}-${place.phase}-handover.txt"`)
  return c.body(`${asText(`${title}: ${place.name}`, parts)}\n`)
}
