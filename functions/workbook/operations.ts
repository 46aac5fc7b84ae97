import * as z from "zod"
import { asText } from "../../shared/domain/submissions/sentence.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { submissionAt, workbookAt } from "../../shared/web/submission-addresses.ts"
import { filling, load, organisationIn } from "./desk.ts"
import { type Format, inJson, workbookFile } from "./file.ts"
import { confirming, previewHere } from "./preview.ts"
import { issuesFile, uploading } from "./upload.ts"

const tag = "Workbooks"
const here = workbookAt(":organisation", ":reference")
const upload = `${here}/uploads/:upload`
const words = z.array(z.string())

const file = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.base64().meta({ description: "The file in base64" }),
})

const fileOperation = (format: Format, id: string): Operation<SignedIn> =>
  operation({
    id,
    method: "get",
    path: `${here}/file.${format}`,
    tag,
    summary: `A return as a workbook (${format}), with what is saved now`,
    gives: file,
    does: async (c) => ({ body: inJson(await workbookFile(c, format)) }),
  })

export const workbookOperations: Operation<SignedIn>[] = [
  operation({
    id: "readWorkbook",
    method: "get",
    path: here,
    tag,
    summary: "Whether a return can be filled in as a workbook now",
    gives: z.object({
      reference: z.string(),
      title: z.string(),
      sentence: z.string(),
      revision: z.int(),
      mayFill: z.boolean(),
    }),
    does: async (c) => {
      const { head, sentence, mayFill } = await load(c)
      const { reference, title, revision } = head
      return { body: { reference, title, sentence: asText(sentence), revision, mayFill } }
    },
  }),
  fileOperation("xlsx", "downloadWorkbook"),
  fileOperation("ods", "downloadOpenWorkbook"),
  operation<SignedIn, { name: string; bytes: string }>({
    id: "giveWorkbookBack",
    method: "post",
    path: here,
    tag,
    summary: "Read a workbook that was filled in: what it changes is saved once it is confirmed",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      name: z
        .string()
        .regex(/^[^\p{C}]*[^\p{C}\s][^\p{C}]*$/u)
        .max(200),
      bytes: z.base64().min(4).meta({ description: "The file in base64: 2 MB at most" }),
    }),
    gives: z.object({ upload: z.string() }),
    does: async (c, { name, bytes }, key) => {
      const desk = await load(c)
      filling(c, desk)
      const chosen = { name, bytes: new Uint8Array(Buffer.from(bytes, "base64")) }
      const body = await uploading(c, desk, chosen, key as MoveKey)
      return { body, at: `${workbookAt(organisationIn(c), desk.head.reference)}/uploads/${body.upload}` }
    },
  }),
  operation({
    id: "previewWorkbook",
    method: "get",
    path: upload,
    tag,
    summary: "What a workbook would change, and what is to be put right in it first",
    gives: z.object({
      name: z.string(),
      revision: z.int().meta({ description: "Confirm with this: the changes are those at it" }),
      changes: z.array(
        z.object({
          section: z.string(),
          what: z.string(),
          before: z.string(),
          after: z.string(),
          place: z.string().optional(),
        }),
      ),
      problems: words,
      warnings: words,
      unfinished: words.meta({ description: "What would still stand between it and being sent" }),
      asks: z.array(z.object({ mark: z.string(), says: z.string() })),
    }),
    does: async (c) => {
      const { desk: _, item, ...rest } = await previewHere(c)
      return { body: { name: item.name, ...rest } }
    },
  }),
  operation({
    id: "readWorkbookIssues",
    method: "get",
    path: `${upload}/file`,
    tag,
    summary: "The workbook as it came, with a sheet of what is to be put right in it",
    gives: file,
    does: async (c) => ({ body: inJson(await issuesFile(c)) }),
  }),
  operation<SignedIn, { revision: number; cleared?: Record<string, string> }>({
    id: "confirmWorkbook",
    method: "post",
    path: `${upload}/confirm`,
    tag,
    summary: "Save everything that a workbook changes, or nothing",
    keyed: true,
    asks: z.strictObject({
      revision: z.int().min(0),
      cleared: z
        .record(z.string().max(100), z.string().max(300))
        .optional()
        .meta({ description: "Findings that are not about a person, by mark, with why" }),
    }),
    gives: z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() }),
    does: async (c, { revision, cleared = {} }, key) => {
      const body = await confirming(c, { revision, cleared }, key as MoveKey)
      return { body, at: submissionAt(organisationIn(c), body.reference) }
    },
  }),
]
