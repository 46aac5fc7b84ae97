import * as z from "zod"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

const proof = z.object({ hash: z.string(), at: z.iso.datetime(), organisation: z.string(), version: z.int() })
export type Proof = z.infer<typeof proof>

/** What every sent version can be checked by, for ever: its hash and when it was sent, nothing of what it says. */
export const proofsIn = (table: Table) => ({
  all: async (reference: string, most: number): Promise<Proof[]> => {
    const code = reference.split("-")[1] ?? ""
    const { items } = await table.query({ ...prefix(keys.proof(code, reference, 0)), limit: most })
    return items.map((item) => proof.parse(item))
  },
})

const prefix = ({ pk, sk }: { pk: string; sk: string }) => ({ pk, begins: sk.slice(0, -4) })
