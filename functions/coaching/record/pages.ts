import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { latestHere, recordHere, timelineHere } from "./desk.ts"
import { RecordPage } from "./pages/record.tsx"
import { TimelinePage } from "./pages/timeline.tsx"

/** The coaching of a site at one glance, and everything that happened in it. */
export const addRecordPages = (pages: Hono<Inside>) =>
  pages
    .get("/coaching", async (c) => c.html(RecordPage({ c, record: await latestHere(c) })))
    .get("/coaching/:phase", async (c) => c.html(RecordPage({ c, record: await recordHere(c) })))
    .get("/coaching/:phase/timeline", async (c) =>
      c.html(TimelinePage({ c, timeline: await timelineHere(c) })),
    )
