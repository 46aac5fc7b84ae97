import { createHash } from "node:crypto"
import { marshall } from "@aws-sdk/util-dynamodb"
import type { DynamoDBStreamEvent } from "aws-lambda"
import type { Item, Table } from "../../../shared/store/table.ts"

/** Keeps what carries a letter, as the table's stream would hand it on. */
export const posting = (table: Table, waiting: Item[]): Table => ({
  ...table,
  metered: (meter) => posting(table.metered(meter), waiting),
  write: async (actions) => {
    const written = await table.write(actions)
    if (written.written) for (const one of actions) if ("put" in one && one.put.letter) waiting.push(one.put)
    return written
  },
})

/** Records as the stream hands them to whoever follows it. */
export const streamOf = (items: Item[]): DynamoDBStreamEvent => ({
  Records: items.map((item, at) => ({
    eventID: String(at),
    eventName: "INSERT",
    dynamodb: {
      SequenceNumber: String(at + 1),
      NewImage: marshall(item, { removeUndefinedValues: true }) as never,
    },
  })),
})

/** Chance that is the same in every run. */
export const chance = (of: string, bytes: number) => {
  const parts: Buffer[] = []
  for (let at = 0; parts.length * 32 < bytes; at++)
    parts.push(createHash("sha256").update(`${of}/${at}`).digest())
  return new Uint8Array(Buffer.concat(parts).subarray(0, bytes))
}
