import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { foiAt } from "./addresses.ts"
import { foiFile, foiHere } from "./foi.ts"

const tag = "Announcing"

/** The round as files, for a request under the Freedom of Information Act. */
export const foiOperations: Operation<SignedIn>[] = [
  operation({
    id: "readFoi",
    method: "get",
    path: foiAt(":round"),
    tag,
    summary: "How much of a round you can export as files, in how many parts",
    gives: z.object({ expressions: z.int(), parts: z.int() }),
    does: async (c) => {
      const { count, parts } = await foiHere(c)
      return { body: { expressions: count, parts } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "exportFoi",
    method: "post",
    path: foiAt(":round"),
    tag,
    summary: "A part of a round as files, personal data taken out; that it was made is kept",
    keyed: true,
    asks: z.strictObject({
      because: z.string().max(2_000).meta({ description: "What it is for, in 30 words or fewer" }),
      part: z.int().min(1).max(99).optional(),
    }),
    gives: z.object({
      name: z.string(),
      part: z.int(),
      parts: z.int(),
      zip: z.string().meta({ description: "The file, in base64" }),
    }),
    does: async (c, body, key) => {
      const { bytes, ...rest } = await foiFile(c, body, key as MoveKey)
      return { body: { ...rest, zip: Buffer.from(bytes).toString("base64") } }
    },
  }),
]
