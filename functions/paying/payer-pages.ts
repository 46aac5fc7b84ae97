import type { Hono } from "hono"
import { samplingForm } from "../../shared/domain/funding/paying-forms.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { payerFileAt, sampleAt } from "../../shared/web/funding/addresses.ts"
import { type C, only } from "../../shared/web/funding/here.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import { PayerFilePage, PayerFilesPage } from "./pages/payer-files.tsx"
import { SamplePage } from "./pages/sampling.tsx"
import { fileHere, filesHere, type Given, goOn, sendFile } from "./payer-files.ts"
import { whoRecords } from "./recording.ts"
import { choose, goOnChoosing, samplingHere } from "./samples.ts"

const files = "/payer-files"
const sample = "/phases/:phase/sample"

/** The payer's answers, and the claims that are checked. */
export const addPayerPages = (pages: Hono<SignedIn>) =>
  pages
    .get(files, async (c) => c.html(PayerFilesPage({ c, desk: await filesHere(c) })))
    .post(files, async (c) => {
      only(c, "confirm payment", whoRecords)
      const { key, ...typed } = await formOf(c)
      return submitting(
        c,
        async () => {
          const given = await givenIn(c, typed.text ?? "")
          const { id } = await sendFile(c, given, moveKey(c, key, { file: sha256(given.bytes) }))
          return payerFileAt(id)
        },
        async (tried) => PayerFilesPage({ c, desk: await filesHere(c), tried }),
        typed,
      )
    })
    .get(`${files}/:file`, async (c) => c.html(PayerFilePage({ c, desk: await fileHere(c) })))
    .post(`${files}/:file`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          moveKey(c, key, null)
          const { id } = await goOn(c, c.req.param("file") ?? "")
          return payerFileAt(id)
        },
        async ({ says }) => PayerFilePage({ c, desk: await fileHere(c), says }),
      ),
    )
    .get(sample, async (c) => c.html(SamplePage({ c, desk: await samplingHere(c) })))
    .post(sample, (c) =>
      submitting(
        c,
        async ({ key, sample, ...typed }) => {
          const asked = moveKey(c, key, { sample, ...typed })
          const { phase } = sample
            ? await goOnChoosing(c, sample)
            : await choose(c, readOn(samplingForm, typed), asked)
          return sampleAt(phase)
        },
        async (tried) => SamplePage({ c, desk: await samplingHere(c), tried }),
      ),
    )

/** The file that was chosen; else what was pasted. */
const givenIn = async (c: C, text: string): Promise<Given> => {
  const { file } = await c.req.parseBody()
  if (file instanceof File && file.size > 0)
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  if (text.trim() === "")
    throw new Refused("not valid", {
      problems: [{ question: "text", says: "Choose the payer’s file, or paste what it says" }],
    })
  return { name: "Pasted text", bytes: new TextEncoder().encode(text.replace(/\r\n?/g, "\n")) }
}
