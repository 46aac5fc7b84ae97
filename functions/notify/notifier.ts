import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch"
import type { AttributeValue } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import middy from "@middy/core"
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import type { NotifyWorld } from "../../shared/web/world.ts"
import { deliver } from "./deliver.ts"

export type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>

/** One letter for each record of the stream that carries one. What fails is given back, and comes again. */
export const notifier = (world: NotifyWorld): StreamHandler => {
  const one = async ({ dynamodb }: DynamoDBRecord) => {
    const image = dynamodb?.NewImage
    if (image?.letter) await deliver(world, unmarshall(image as Record<string, AttributeValue>))
  }
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(
    async (event, context) =>
      (await processPartialResponse(event, one, new BatchProcessor(EventType.DynamoDBStreams), {
        context,
        throwOnFullBatchFailure: false,
      })) as DynamoDBBatchResponse,
  ) as unknown as StreamHandler
}
