import { appendFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import type { DynamoDBRecord } from "aws-lambda"
import type { Log } from "../../shared/web/world.ts"
import { checkpointsIn } from "./checkpoints.ts"
import { deliver, mostTries, type StreamHandler } from "./deliver.ts"
import { streamsAt } from "./stream-client.ts"

type Follow = {
  endpoint: string
  table: string
  handler: StreamHandler
  /** How far we are, kept over restarts: what was handed over but not yet noted comes again. */
  checkpoints: string
  deadLetters: string
  log: Log
  firstPause?: number
}

const every = 80
const batchSize = 10
const longestPause = 5000

/** From the table's stream to `notify`, as the event source does it on AWS: at least once, in order, nothing lost. */
export const followStream = ({ endpoint, table, handler, log, firstPause = 100, ...files }: Follow) => {
  const streams = streamsAt(endpoint)
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: stopping.signal }).catch(() => {})
  const checkpoints = checkpointsIn(files.checkpoints)

  const giveUp = (record: DynamoDBRecord, error: unknown) => {
    log.error(`A letter was given up after ${mostTries} tries`, { error: String(error) })
    appendFileSync(files.deadLetters, `${JSON.stringify({ record, error: String(error) })}\n`)
  }

  const read = async (arn: string, shard: string) => {
    let iterator: string | undefined = await streams.iterator(arn, shard, checkpoints.after(arn, shard))
    while (iterator && !stopped()) {
      const { Records, NextShardIterator } = await streams.page(iterator)
      const letters = Records.filter(isLetter).map((record) => ({ ...record, eventSourceARN: arn }))
      const settled = (record: DynamoDBRecord) => checkpoints.keep(arn, shard, sequence(record))
      const tried = { handler, settled, giveUp, stopped, pause: paused }
      for (let at = 0; at < letters.length; at += batchSize)
        await deliver(letters.slice(at, at + batchSize), tried)
      if (stopped()) return
      for (const last of Records.slice(-1)) settled(last)
      iterator = NextShardIterator
      if (Records.length === 0) await pause(every)
    }
  }
  const paused = (tries: number) => pause(Math.min(firstPause * 2 ** (tries - 2), longestPause))

  const follow = async () => {
    while (!stopped())
      try {
        const arn = await streams.streamOf(table)
        for (const { ShardId } of await streams.shardsOf(arn)) await read(arn, ShardId)
      } catch (error) {
        if (!stopped()) log.error("The table's stream could not be read", { error: String(error) })
        await pause(1000)
      }
  }

  const following = follow()
  return {
    stop: async () => {
      stopping.abort()
      await following
    },
  }
}

const isLetter = ({ eventName, dynamodb }: DynamoDBRecord) =>
  eventName !== "REMOVE" && dynamodb?.NewImage?.letter?.S !== undefined

const sequence = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? ""
