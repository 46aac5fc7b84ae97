import type { DynamoDBRecord } from "aws-lambda"

type Shard = { ShardId: string; SequenceNumberRange: { EndingSequenceNumber?: string } }
type Page = { Records: DynamoDBRecord[]; NextShardIterator?: string }

/** The four calls of DynamoDB Streams, as JSON over HTTP: local engines ask who signs, not whether it is true. */
export const streamsAt = (endpoint: string) => {
  const call = async <Answer>(operation: string, input: object): Promise<Answer> => {
    const answer = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDBStreams_20120810.${operation}`,
        "x-amz-date": "20170814T080000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20170814/eu-west-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify(input),
    })
    if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }

  return {
    streamOf: async (table: string) => {
      const { Streams } = await call<{ Streams: { StreamArn: string }[] }>("ListStreams", {
        TableName: table,
      })
      const arn = Streams.at(-1)?.StreamArn
      if (!arn) throw new Error(`The table ${table} has no stream.`)
      return arn
    },
    shardsOf: async (arn: string): Promise<Shard[]> => {
      const { StreamDescription } = await call<{ StreamDescription: { Shards: Shard[] } }>("DescribeStream", {
        StreamArn: arn,
      })
      return StreamDescription.Shards
    },
    /** From the beginning, or from what comes after a record. */
    iterator: async (arn: string, shard: string, after?: string) => {
      const { ShardIterator } = await call<{ ShardIterator: string }>("GetShardIterator", {
        StreamArn: arn,
        ShardId: shard,
        ...(after
          ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
          : { ShardIteratorType: "TRIM_HORIZON" }),
      })
      return ShardIterator
    },
    page: (iterator: string) => call<Page>("GetRecords", { ShardIterator: iterator, Limit: 100 }),
  }
}
