import { randomUUID } from "node:crypto"
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb"
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb"
import { type Action, type Item, type Key, keyOf, written } from "./action.ts"
import { busy, failedConditions, inTheWay, orBusy, throttled } from "./faults.ts"

export type { Action, Item } from "./action.ts"

export type Asked = {
  pk: string
  begins?: string
  /** Start after this sort key (or index key), as an earlier page said. */
  after?: Record<string, unknown>
  limit?: number
  newestFirst?: boolean
  /** Another way in: `hash` where it is not by the partition that the items lie in. */
  index?: { index: string; sort: string; hash?: string }
  strong?: boolean
}

/** What one call cost: capacity units of the table, and of its indexes apart. */
export type Cost = { operation: string; read: number; write: number; index: number; items: number }
export type Meter = (cost: Cost) => void

/** The few things this service asks of DynamoDB. Nothing else talks to it, and nothing scans. */
export type Table = {
  get: (key: Key, options?: { strong?: boolean }) => Promise<Item | undefined>
  query: (asked: Asked) => Promise<{ items: Item[]; next?: Record<string, unknown> }>
  /** All of it or nothing, once. Where a condition does not hold, which ones: by their place in the list. */
  write: (actions: Action[]) => Promise<{ written: true } | { written: false; failed: number[] }>
  /** Adds one and says what it comes to. `expires` is seconds since 1970, in machine time. */
  count: (key: Key, expires: number) => Promise<number>
  /** The same table, its costs told to a meter. */
  metered: (meter: Meter) => Table
}

export const clientFor = (endpoint?: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...(endpoint && {
        endpoint,
        region: "eu-west-2",
        credentials: { accessKeyId: "local", secretAccessKey: "local" },
      }),
      maxAttempts: 4,
      logger: warnings,
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  )

/** For a log that takes each call, were it to drop it, the client copies all that went and came: only warnings are taken. */
const warnings = { warn: console.warn } as DynamoDBClientConfig["logger"]

const attempts = 5

export const tableOn = (client: DynamoDBDocumentClient, name: string, meter: Meter = () => {}): Table => ({
  get: async (key, { strong = false } = {}) => {
    if (!fits(key)) return undefined
    const { Item, ConsumedCapacity } = await orBusy(
      client.send(
        new GetCommand({
          TableName: name,
          Key: keyOf(key),
          ConsistentRead: strong,
          ReturnConsumedCapacity: "INDEXES",
        }),
      ),
    )
    meter({ operation: "get", read: units(ConsumedCapacity), write: 0, index: 0, items: Item ? 1 : 0 })
    return Item as Item | undefined
  },

  query: async ({ pk, begins, after, limit, newestFirst = false, index, strong = false }) => {
    if (!fits({ pk, sk: begins })) return { items: [] }
    const {
      Items = [],
      LastEvaluatedKey,
      ConsumedCapacity,
    } = await orBusy(
      client.send(
        new QueryCommand({
          TableName: name,
          IndexName: index?.index,
          KeyConditionExpression:
            begins === undefined ? "#pk = :pk" : "#pk = :pk and begins_with(#sk, :begins)",
          ExpressionAttributeNames: {
            "#pk": index?.hash ?? "pk",
            ...(begins !== undefined && { "#sk": index?.sort ?? "sk" }),
          },
          ExpressionAttributeValues: { ":pk": pk, ...(begins !== undefined && { ":begins": begins }) },
          ExclusiveStartKey: after,
          Limit: limit,
          ScanIndexForward: !newestFirst,
          ConsistentRead: strong,
          ReturnConsumedCapacity: "INDEXES",
        }),
      ),
    )
    const read = units(ConsumedCapacity)
    meter({ operation: "query", read, write: 0, index: 0, items: Items.length })
    return { items: Items as Item[], next: LastEvaluatedKey }
  },

  /**
   * The token makes every try of the client one effect, though its answer was lost. A transaction that was
   * in somebody's way was not made: the next try is another one.
   */
  write: async (actions) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const { ConsumedCapacity = [] } = await client.send(
          new TransactWriteCommand({
            TransactItems: actions.map((action) => written(action, name)),
            ClientRequestToken: randomUUID(),
            ReturnConsumedCapacity: "INDEXES",
          }),
        )
        const table = ConsumedCapacity.reduce((sum, { Table }) => sum + units(Table), 0)
        const all = ConsumedCapacity.reduce((sum, one) => sum + units(one), 0)
        meter({ operation: "write", read: 0, write: table, index: all - table, items: actions.length })
        return { written: true }
      } catch (error) {
        const failed = failedConditions(error)
        if (failed.length > 0) {
          meter({ operation: "write refused", read: 0, write: 0, index: 0, items: actions.length })
          return { written: false, failed }
        }
        if (throttled(error)) throw busy()
        if (!inTheWay(error)) throw error
        if (attempt === attempts) throw busy()
        await pause(attempt)
      }
    }
  },

  count: async (key, expires) => {
    const { Attributes, ConsumedCapacity } = await orBusy(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(key),
          UpdateExpression: "add #count :one set #expires = if_not_exists(#expires, :expires)",
          ExpressionAttributeNames: { "#count": "count", "#expires": "expires" },
          ExpressionAttributeValues: { ":one": 1, ":expires": expires },
          ReturnValues: "UPDATED_NEW",
          ReturnConsumedCapacity: "INDEXES",
        }),
      ),
    )
    meter({ operation: "count", read: 0, write: units(ConsumedCapacity), index: 0, items: 1 })
    return Number(Attributes?.count)
  },

  metered: (next) => tableOn(client, name, next),
})

/** Nothing was ever kept under a longer key: whoever asks for one is told so, and it is no fault. In bytes. */
const fits = ({ pk, sk = "" }: { pk: string; sk?: string }) =>
  Buffer.byteLength(pk) <= 2_048 && Buffer.byteLength(sk) <= 1_024

const units = (capacity: { CapacityUnits?: number } | undefined) => capacity?.CapacityUnits ?? 0

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
