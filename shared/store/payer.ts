import {
  payerFile as fileSchema,
  type PayerFile,
  type PlannedRow,
  plannedRow,
} from "../domain/funding/payer-file.ts"
import { type Sample, sample as sampleSchema } from "../domain/funding/sample.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** Rows that lie together: an item holds 400 kilobytes. */
const together = 100

/** What the payer answered, and which claims were chosen to be checked. */
export const payerIn = (table: Table, programme: string) => {
  const files = async (): Promise<PayerFile[]> => {
    const { pk, sk } = keys.payerFile(programme, "")
    return (await everyItem(table, { pk, begins: sk }))
      .map((item) => fileSchema.parse(item))
      .sort((a, b) => b.at.localeCompare(a.at))
  }

  const file = async (id: string): Promise<PayerFile | undefined> => {
    const item = await table.get(keys.payerFile(programme, id), { strong: true })
    return item && fileSchema.parse(item)
  }

  /** Its rows, as they were planned. */
  const rows = async (id: string): Promise<PlannedRow[]> => {
    const { pk, sk } = keys.payerRows(programme, id, 0)
    const parts = await everyItem(table, { pk, begins: sk.slice(0, -4), strong: true })
    return parts.flatMap(({ rows }) => plannedRow.array().parse(rows))
  }

  /** A file with its rows, where nobody has sent the same before. */
  const planned = (one: PayerFile, all: readonly PlannedRow[]): Action[] => [
    put(one),
    ...Array.from({ length: Math.ceil(all.length / together) }, (_, part) => ({
      put: {
        ...keys.payerRows(programme, one.id, part),
        rows: all.slice(part * together, (part + 1) * together),
      },
    })),
  ]

  const put = (after: PayerFile, before?: PayerFile): Action => ({
    put: {
      ...keys.payerFile(programme, after.id),
      ...after,
      revision: (before?.revision ?? 0) + 1,
    },
    when: before ? { is: { revision: before.revision } } : "new",
  })

  const samples = async (phase: string): Promise<Sample[]> => {
    const { pk, sk } = keys.sample(programme, `${phase}#`)
    return (await everyItem(table, { pk, begins: sk, strong: true }))
      .map((item) => sampleSchema.parse(item))
      .sort((a, b) => b.at.localeCompare(a.at))
  }

  const putSample = (one: Sample): Action => ({
    put: { ...keys.sample(programme, `${one.phase}#${one.id}`), ...one },
    when: "new",
  })

  return { files, file, rows, planned, put, samples, putSample }
}
