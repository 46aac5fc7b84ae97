import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { contextFor } from "./context.ts"

export type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>

type Delivery = {
  handler: StreamHandler
  pause: (tries: number) => Promise<void>
  /** Called as far as everything is delivered or given up. */
  settled: (record: DynamoDBRecord) => void
  giveUp: (record: DynamoDBRecord, error: unknown) => void
  stopped: () => boolean
}

export const mostTries = 10

/** Hands over records in order, as a stream does: from the first that failed, everything comes again. */
export const deliver = async (records: DynamoDBRecord[], delivery: Delivery) => {
  const { handler, pause, settled, giveUp, stopped } = delivery
  let left = records
  for (let tries = 1; left.length > 0 && !stopped(); ) {
    const { failed, error } = await attempt(left, handler)
    const done = left.slice(0, failed)
    left = left.slice(done.length)
    for (const record of done.slice(-1)) settled(record)
    const [first, ...rest] = left
    if (!first) return
    tries = done.length > 0 ? 2 : tries + 1
    if (tries <= mostTries) await pause(tries)
    else {
      giveUp(first, error)
      settled(first)
      left = rest
      tries = 1
    }
  }
}

type Attempt = { failed?: number; error?: unknown }

/** The place of the first record that failed: the very first where the answer makes no sense. */
const attempt = async (records: DynamoDBRecord[], handler: StreamHandler): Promise<Attempt> => {
  try {
    const answer = await handler({ Records: records }, contextFor("notify"))
    const failures = answer?.batchItemFailures ?? []
    if (failures.length === 0) return {}
    const places = failures.map(({ itemIdentifier }) =>
      records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    )
    return { failed: Math.max(0, Math.min(...places)), error: "reported by the function" }
  } catch (error) {
    return { failed: 0, error }
  }
}
