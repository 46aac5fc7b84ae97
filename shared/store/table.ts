import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb"
import { Refused } from "../domain/refused.ts"

export type Key = { pk: string; sk: string }
export type Item = Key & Record<string, unknown>

/** What must hold for an action: the item is not there yet, is there, has these values, or is there without this one. */
export type When = "new" | "there" | { is: Record<string, string | number> } | { lacks: string }

export type Action =
  | { put: Item; when?: When }
  | { remove: Key; when?: When }
  | { check: Key; when: When }
  | { set: Key & Record<string, unknown>; when?: When }

export type Asked = {
  pk: string
  begins?: string
  /** Start after this sort key (or index key), as an earlier page said. */
  after?: Record<string, unknown>
  limit?: number
  newestFirst?: boolean
  index?: { index: string; sort: string }
  strong?: boolean
}

/** What one call cost: capacity units of the table, and of its indexes apart. */
export type Cost = { operation: string; read: number; write: number; index: number; items: number }
export type Meter = (cost: Cost) => void

/** The few things this service asks of DynamoDB. Nothing else talks to it, and nothing scans. */
export type Table = {
  get: (key: Key, options?: { strong?: boolean }) => Promise<Item | undefined>
  query: (asked: Asked) => Promise<{ items: Item[]; next?: Record<string, unknown> }>
  /** All of it or nothing. Where a condition does not hold, which ones: by their place in the list. */
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
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  )

const attempts = 5

export const tableOn = (client: DynamoDBDocumentClient, name: string, meter: Meter = () => {}): Table => ({
  get: async (key, { strong = false } = {}) => {
    const { Item, ConsumedCapacity } = await client.send(
      new GetCommand({
        TableName: name,
        Key: keyOf(key),
        ConsistentRead: strong,
        ReturnConsumedCapacity: "INDEXES",
      }),
    )
    meter({ operation: "get", read: units(ConsumedCapacity), write: 0, index: 0, items: Item ? 1 : 0 })
    return Item as Item | undefined
  },

  query: async ({ pk, begins, after, limit, newestFirst = false, index, strong = false }) => {
    const {
      Items = [],
      LastEvaluatedKey,
      ConsumedCapacity,
    } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: index?.index,
        KeyConditionExpression:
          begins === undefined ? "#pk = :pk" : "#pk = :pk and begins_with(#sk, :begins)",
        ExpressionAttributeNames: {
          "#pk": "pk",
          ...(begins !== undefined && { "#sk": index?.sort ?? "sk" }),
        },
        ExpressionAttributeValues: { ":pk": pk, ...(begins !== undefined && { ":begins": begins }) },
        ExclusiveStartKey: after,
        Limit: limit,
        ScanIndexForward: !newestFirst,
        ConsistentRead: strong,
        ReturnConsumedCapacity: "INDEXES",
      }),
    )
    meter({
      operation: "query",
      read: ConsumedCapacity?.CapacityUnits ?? 0,
      write: 0,
      index: 0,
      items: Items.length,
    })
    return { items: Items as Item[], next: LastEvaluatedKey }
  },

  write: async (actions) => {
    const input: TransactWriteCommandInput = {
      TransactItems: actions.map((action) => written(action, name)),
      ReturnConsumedCapacity: "INDEXES",
    }
    for (let attempt = 1; ; attempt++) {
      try {
        const { ConsumedCapacity = [] } = await client.send(new TransactWriteCommand(input))
        const table = ConsumedCapacity.reduce((sum, { Table }) => sum + (Table?.CapacityUnits ?? 0), 0)
        const all = ConsumedCapacity.reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0)
        meter({ operation: "write", read: 0, write: table, index: all - table, items: actions.length })
        return { written: true }
      } catch (error) {
        const failed = failedConditions(error)
        if (failed.length > 0) {
          meter({ operation: "write refused", read: 0, write: 0, index: 0, items: actions.length })
          return { written: false, failed }
        }
        if (!passing(error)) throw error
        if (attempt === attempts) throw new Refused("busy", { retryAfterSeconds: 2 })
        await pause(attempt)
      }
    }
  },

  count: async (key, expires) => {
    const { Attributes, ConsumedCapacity } = await client.send(
      new UpdateCommand({
        TableName: name,
        Key: keyOf(key),
        UpdateExpression: "add #count :one set #expires = if_not_exists(#expires, :expires)",
        ExpressionAttributeNames: { "#count": "count", "#expires": "expires" },
        ExpressionAttributeValues: { ":one": 1, ":expires": expires },
        ReturnValues: "UPDATED_NEW",
        ReturnConsumedCapacity: "INDEXES",
      }),
    )
    meter({ operation: "count", read: 0, write: units(ConsumedCapacity), index: 0, items: 1 })
    return Number(Attributes?.count)
  },

  metered: (next) => tableOn(client, name, next),
})

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk })

const written = (action: Action, TableName: string) => {
  if ("put" in action) return { Put: { TableName, Item: action.put, ...condition(action.when) } }
  if ("remove" in action)
    return { Delete: { TableName, Key: keyOf(action.remove), ...condition(action.when) } }
  if ("check" in action)
    return {
      ConditionCheck: {
        TableName,
        Key: keyOf(action.check),
        ConditionExpression: "",
        ...condition(action.when),
      },
    }
  const { pk, sk, ...values } = action.set
  const names = Object.keys(values)
  const { ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = condition(action.when)
  return {
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: `set ${names.map((_, at) => `#s${at} = :s${at}`).join(", ")}`,
      ExpressionAttributeNames: {
        ...Object.fromEntries(names.map((one, at) => [`#s${at}`, one])),
        ...ExpressionAttributeNames,
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((one, at) => [`:s${at}`, values[one]])),
        ...ExpressionAttributeValues,
      },
      ...rest,
    },
  }
}

type Condition = {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}

const condition = (when: When | undefined): Condition => {
  if (!when) return {}
  if (when === "new") return { ConditionExpression: "attribute_not_exists(pk)" }
  if (when === "there") return { ConditionExpression: "attribute_exists(pk)" }
  if ("lacks" in when)
    return {
      ConditionExpression: "attribute_exists(pk) and attribute_not_exists(#lacks)",
      ExpressionAttributeNames: { "#lacks": when.lacks },
    }
  const names = Object.keys(when.is)
  return {
    ConditionExpression: names.map((_, at) => `#w${at} = :w${at}`).join(" and "),
    ExpressionAttributeNames: Object.fromEntries(names.map((one, at) => [`#w${at}`, one])),
    ExpressionAttributeValues: Object.fromEntries(names.map((one, at) => [`:w${at}`, when.is[one]])),
  }
}

const units = (capacity: { CapacityUnits?: number } | undefined) => capacity?.CapacityUnits ?? 0

type Cancelled = { name?: string; CancellationReasons?: { Code?: string }[] }

const failedConditions = (error: unknown): number[] => {
  const { CancellationReasons = [] } = error as Cancelled
  return CancellationReasons.flatMap(({ Code }, at) => (Code === "ConditionalCheckFailed" ? [at] : []))
}

/** A refusal that another moment may not give. */
const passing = (error: unknown) => {
  const { name, CancellationReasons = [] } = error as Cancelled
  if (name === "TransactionInProgressException" || name === "TransactionConflictException") return true
  const codes = CancellationReasons.map(({ Code }) => Code)
  return codes.some(
    (code) =>
      code === "TransactionConflict" ||
      code === "ThrottlingError" ||
      code === "ProvisionedThroughputExceeded",
  )
}

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
