import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb"
import { byDay, byRound, byRoundProjection, newest, newestProjection } from "../../shared/store/keys.ts"

export const tableName = "pilot-programme"

/**
 * The table as it is deployed: keys, index, stream. Made once; again changes nothing. Without its stream only
 * where very much is put into it at once: the embedded engine's writes slow down with every stream record.
 */
export const createTable = async (endpoint: string, name = tableName, { stream = true } = {}) => {
  const client = clientAt(endpoint)
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["pk", "sk", newest.sort, byRound.hash, byRound.sort, byDay.hash].map(
          (AttributeName) => ({
            AttributeName,
            AttributeType: "S",
          }),
        ),
        KeySchema: keySchema("sk"),
        LocalSecondaryIndexes: [
          {
            IndexName: newest.index,
            KeySchema: keySchema(newest.sort),
            Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: newestProjection },
          },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: byRound.index,
            KeySchema: keySchema(byRound.sort, byRound.hash),
            Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: byRoundProjection },
          },
          {
            IndexName: byDay.index,
            KeySchema: keySchema(byDay.sort, byDay.hash),
            Projection: { ProjectionType: "ALL" },
          },
        ],
        ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" } }),
      }),
    )
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: name })
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  } finally {
    client.destroy()
  }
}

/** Only for a DynamoDB that outlives the data folder. */
export const dropTable = async (endpoint: string, name = tableName) => {
  const client = clientAt(endpoint)
  try {
    await client.send(new DeleteTableCommand({ TableName: name }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
  } finally {
    client.destroy()
  }
}

const clientAt = (endpoint: string) => new DynamoDBClient({ endpoint, region: "eu-west-2", credentials })

const credentials = { accessKeyId: "local", secretAccessKey: "local" }

const keySchema = (sort: string, hash = "pk") => [
  { AttributeName: hash, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
]
