import type { Hono } from "hono"
import { csvRows } from "../../../shared/domain/evaluation/analysis/rows.ts"
import { releaseForm } from "../../../shared/domain/evaluation/releasing/release-form.ts"
import { csvFile } from "../../../shared/web/coaching/csv-file.ts"
import { releaseAt } from "../../../shared/web/evaluation/addresses.ts"
import { notesOf } from "../../../shared/web/evaluation/table-shapes.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { type Inside, only, phaseHere } from "../here.ts"
import { draftHere, releaseHere, releasesHere } from "./desk.ts"
import { makeRelease } from "./making.ts"
import { DraftPage } from "./pages/draft.tsx"
import { ReleasePage } from "./pages/release.tsx"
import { ReleasesPage } from "./pages/releases.tsx"

const all = "/:phase/releases"

/** What is released, what a release would be, and making it. */
export const addReleasesPages = (pages: Hono<Inside>) =>
  pages
    .get(all, async (c) => c.html(ReleasesPage({ c, on: await releasesHere(c) })))
    .get(`${all}/new`, async (c) => c.html(DraftPage({ c, on: await draftHere(c) })))
    .post(`${all}/new`, (c) => {
      only(c, "make release")
      return submitting(
        c,
        async ({ key, seen, ...typed }) => {
          const given = {
            answers: readOn(releaseForm, typed),
            stays: staysIn(typed),
            ...(seen !== undefined && { seen }),
          }
          const { release } = await makeRelease(c, given, moveKey(c, key, typed))
          return releaseAt(phaseHere(c).id, release)
        },
        async (tried) => DraftPage({ c, on: await draftHere(c), tried }),
      )
    })
    .get(`${all}/:number`, async (c) => c.html(ReleasePage({ c, on: await releaseHere(c) })))
    .get(`${all}/:number/measures.csv`, async (c) => {
      const { phase, one } = await releaseHere(c)
      const seen = { table: one.table, release: one }
      return csvFile(c, `release-${phase.id}-${one.number}`, csvRows(one.table, notesOf(seen)))
    })
