import type { Hono } from "hono"
import { evidenceForm } from "../../shared/domain/funding/evidence-form.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import type { Files } from "../../shared/web/world.ts"
import { evidencePath, uploadAt } from "./addresses.ts"
import { type C, departmentFile, deskHere, fileHere, openDesk, organisationIn } from "./here.ts"
import { addFile, openFile, slotFor, takeAway } from "./moves.ts"
import { AddPage, TakeAwayPage, UploadPage } from "./pages/adding.tsx"
import { FilesPage } from "./pages/files.tsx"

const files = "/evidence/:round"
const one = `${files}/files/:id`
const roundIn = (c: C) => c.req.param("round") ?? ""

/** Below `/organisations/:organisation`: all at `evidence`. */
export const addSiteEvidence = (pages: Hono<SignedIn>, store: Files) =>
  pages
    .get(files, async (c) =>
      c.html(FilesPage({ c, desk: await deskHere(c), uploaded: c.req.query("uploaded") })),
    )
    .get(`${files}/add`, async (c) => c.html(AddPage({ c, desk: await openDesk(c) })))
    .post(`${files}/add`, async (c) => {
      await deskHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const { id } = await addFile(c, readOn(evidenceForm, typed), moveKey(c, key, typed))
          return uploadAt(organisationIn(c), roundIn(c), id)
        },
        async (tried) => AddPage({ c, desk: await openDesk(c), tried }),
      )
    })
    .get(one, async (c) => c.redirect(await openFile(fileHere(c, await deskHere(c)), store), 303))
    .get(`${one}/upload`, async (c) => c.html(UploadPage({ c, ...(await slotFor(c, store)) })))
    .get(`${one}/take-away`, async (c) => c.html(TakeAwayPage({ c, one: fileHere(c, await openDesk(c)) })))
    .post(`${one}/take-away`, async (c) => {
      const { key } = await formOf(c)
      await takeAway(c, store, moveKey(c, key, {}))
      return c.redirect(evidencePath(organisationIn(c), roundIn(c)), 303)
    })

/** Below `/funding`: all at `evidence`. */
export const addDepartmentEvidence = (pages: Hono<SignedIn>, store: Files) =>
  pages.get("/evidence/:organisation/:phase/:id", async (c) =>
    c.redirect(await openFile(await departmentFile(c), store), 303),
  )
