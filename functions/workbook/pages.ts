import type { Hono } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { submissionAt, workbookAt } from "../../shared/web/submission-addresses.ts"
import { type C, filling, load, organisationIn } from "./desk.ts"
import { giving, workbookFile } from "./file.ts"
import { PreviewPage } from "./pages/preview.tsx"
import { WorkbookPage } from "./pages/workbook.tsx"
import { confirming, previewHere } from "./preview.ts"
import { type Chosen, issuesFile, uploadHere, uploading } from "./upload.ts"

const here = "/submissions/:reference/workbook"
const upload = `${here}/uploads/:upload`

/** Below `/organisations/:organisation`: all at `submissions/:reference/workbook`. */
export const addWorkbookPages = (pages: Hono<SignedIn>) =>
  pages
    .get(here, async (c) => c.html(WorkbookPage({ c, desk: await load(c) })))
    .post(here, chosen)
    .get(`${here}/file.xlsx`, async (c) => giving(c, await workbookFile(c, "xlsx")))
    .get(`${here}/file.ods`, async (c) => giving(c, await workbookFile(c, "ods")))
    .get(upload, async (c) => c.html(PreviewPage({ c, preview: await previewHere(c) })))
    .post(`${upload}/confirm`, confirmed)
    .get(`${upload}/file`, async (c) => giving(c, await issuesFile(c)))

const chosen = async (c: C) => {
  const desk = await load(c)
  filling(c, desk)
  const { file, key } = await fileOf(c)
  try {
    if (!file) throw new Refused("not valid", { problems: [{ question: "file", says: "Select a file" }] })
    const asks = { name: file.name, hash: sha256(file.bytes) }
    const { upload } = await uploading(c, desk, file, moveKey(c, key, asks))
    return c.redirect(`${workbookAt(organisationIn(c), desk.head.reference)}/uploads/${upload}`, 303)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== "not valid") throw error
    const problems = (error.details.problems ?? []).map(({ says }) => says)
    return c.html(WorkbookPage({ c, desk, problems }), 422)
  }
}

/** The file of a form, and its key. */
const fileOf = async (c: C): Promise<{ file?: Chosen; key?: string }> => {
  if (!/^multipart\/form-data/i.test(c.req.header("content-type") ?? "")) throw new Refused("not understood")
  const { file, key } = await c.req.parseBody().catch(() => {
    throw new Refused("not understood")
  })
  const given = file instanceof File && file.size > 0 ? file : undefined
  return {
    ...(typeof key === "string" && { key }),
    ...(given && { file: { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) } }),
  }
}

const confirmed = async (c: C) => {
  await load(c)
  const { key, ...typed } = await formOf(c)
  try {
    const seen = /^\d{1,7}$/.test(typed.revision ?? "") ? Number(typed.revision) : -1
    const moved = await confirming(c, { revision: seen, cleared: clearedIn(typed) }, moveKey(c, key, typed))
    return c.redirect(submissionAt(organisationIn(c), moved.reference), 303)
  } catch (error) {
    if (!(error instanceof Refused) || !shown.has(error.refusal)) throw error
    await uploadHere(c)
    const { says, problems = [] } = error.details
    const preview = await previewHere(c)
    const all = [...(says ? [says] : []), ...problems.map((one) => one.says)]
    return c.html(
      PreviewPage({ c, preview, says: all, typed }),
      error.refusal === "changed by someone else" ? 409 : 422,
    )
  }
}

const shown = new Set<string>(["not valid", "personal data", "changed by someone else", "too large"])

const clearedIn = (typed: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name, why]) => name.startsWith("cleared.") && why.trim() !== "")
      .map(([name, why]) => [name.slice("cleared.".length), why.trim().slice(0, 300)]),
  )
