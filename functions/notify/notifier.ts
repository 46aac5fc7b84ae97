import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch"
import type { AttributeValue } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import middy from "@middy/core"
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import type { NotifyWorld } from "../../shared/web/world.ts"
import { cameBack } from "./came-back.ts"
import { deliver } from "./deliver.ts"
import type { MailEvent } from "./mail-event.ts"

/** What this function is handed: letters to send, or word of one that has gone. */
export type Handed = DynamoDBStreamEvent | MailEvent
export type NotifyHandler = (event: Handed, context: Context) => Promise<DynamoDBBatchResponse>

/** One letter for each record of the stream that carries one. What fails is given back, and comes again. */
export const notifier = (world: NotifyWorld): NotifyHandler => {
  const one = async ({ dynamodb }: DynamoDBRecord) => {
    const image = dynamodb?.NewImage
    if (image?.letter) await deliver(world, unmarshall(image as Record<string, AttributeValue>))
  }
  return middy<Handed, DynamoDBBatchResponse>().handler(async (event, context) => {
    if (isMailEvent(event)) {
      await cameBack(world, event)
      return { batchItemFailures: [] }
    }
    return (await processPartialResponse(event, one, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    })) as DynamoDBBatchResponse
  }) as unknown as NotifyHandler
}

const isMailEvent = (event: Handed): event is MailEvent => "detail-type" in event
