import * as z from "zod"
import { checkResults } from "../../shared/domain/funding/account.ts"
import { payerFile, plannedRow } from "../../shared/domain/funding/payer-file.ts"
import { claim, leastRate, sample } from "../../shared/domain/funding/sample.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { payerFileAt, payerFilesAt, sampleAt } from "../../shared/web/funding/addresses.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { fileHere, filesHere, goOn, sendFile } from "./payer-files.ts"
import { mostBytes } from "./payer-text.ts"
import { choose, goOnChoosing, samplingHere } from "./samples.ts"
import { pence } from "./shapes.ts"

const tag = "Paying"
const fileShape = payerFile.omit({ revision: true })
const shown = ({ revision: _, ...file }: z.infer<typeof payerFile>) => file
const found = z.enum(Object.keys(checkResults) as [keyof typeof checkResults])

/** What the payer answered, and which claims are checked. */
export const payerOperations: Operation<SignedIn>[] = [
  operation({
    id: "listPayerFiles",
    method: "get",
    path: payerFilesAt,
    tag,
    summary: "Every answer of the payer, newest first",
    gives: z.object({ files: z.array(fileShape) }),
    does: async (c) => ({ body: { files: (await filesHere(c)).files.map(shown) } }),
  }),
  operation({
    id: "sendPayerFile",
    method: "post",
    path: payerFilesAt,
    tag,
    summary: "Record an answer of the payer: all of it, or nothing where a row is wrong",
    about: "The same file again, by its bytes, gives what it gave, and ends what was broken off.",
    keyed: true,
    asks: z.strictObject({ name: z.string().max(200).optional(), text: z.string().min(1).max(mostBytes) }),
    gives: fileShape,
    does: async (c, { name = "", text }, key) => {
      const file = await sendFile(c, { name, bytes: new TextEncoder().encode(text) }, key as MoveKey)
      return { body: shown(file), at: payerFileAt(file.id) }
    },
  }),
  operation({
    id: "readPayerFile",
    method: "get",
    path: payerFileAt(":file"),
    tag,
    summary: "One answer of the payer, with what became of each of its rows",
    gives: fileShape.extend({ lines: z.array(plannedRow.extend({ stands: z.string() })) }),
    does: async (c) => {
      const { file, rows } = await fileHere(c)
      return { body: { ...shown(file), lines: rows } }
    },
  }),
  operation({
    id: "goOnWithPayerFile",
    method: "post",
    path: payerFileAt(":file"),
    tag,
    summary: "Go on with an answer that was broken off",
    keyed: true,
    asks: z.strictObject({}),
    gives: fileShape,
    does: async (c) => ({ body: shown(await goOn(c, c.req.param("file") ?? "")) }),
  }),
  operation({
    id: "readSamples",
    method: "get",
    path: sampleAt(":phase"),
    tag,
    summary: "Which claims of a phase were chosen to be checked, and what was found",
    gives: z.object({
      claims: z.int(),
      total: pence,
      samples: z.array(
        sample.extend({
          chosen: z.array(claim.extend({ result: found.optional(), wrong: pence.optional() })),
        }),
      ),
    }),
    does: async (c) => {
      const { claims, total, samples } = await samplingHere(c)
      const chosen = (one: (typeof samples)[number]) =>
        one.chosen.map(({ check, ...each }) => ({ ...each, result: check?.result, wrong: check?.wrong }))
      return { body: { claims, total, samples: samples.map((one) => ({ ...one, chosen: chosen(one) })) } }
    },
  }),
  operation({
    id: "chooseSample",
    method: "post",
    path: sampleAt(":phase"),
    tag,
    summary: "Choose claims to check: at least a tenth by value, the same for the same seed",
    about: "With the id of a sample alone, goes on with one that was broken off.",
    keyed: true,
    asks: z.union([
      z.strictObject({ rate: z.int().min(leastRate).max(100), seed: z.string().max(60).optional() }),
      z.strictObject({ sample: z.string() }),
    ]),
    gives: sample,
    does: async (c, body, key) => {
      const one =
        "sample" in body ? await goOnChoosing(c, body.sample) : await choose(c, body, key as MoveKey)
      return { body: one, at: sampleAt(one.phase) }
    },
  }),
]
