import { TransactionCanceledException, TransactionInProgressException } from "@aws-sdk/client-dynamodb"
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb"
import { mockClient } from "aws-sdk-client-mock"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { Refused } from "../../shared/domain/refused.ts"
import { clientFor, tableOn } from "../../shared/store/table.ts"
import { type Place, startPlace } from "./place.ts"

const named = (name: string) => Object.assign(new Error(name), { name })
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })
const refusalFrom = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(error instanceof Refused)) throw error ?? new Error("It was not refused")
  return error
}
const action = { put: { pk: "A", sk: "B" }, when: "new" as const }

describe("a DynamoDB that is in the way", () => {
  const client = clientFor("http://127.0.0.1:1")
  const mock = mockClient(client)
  const table = tableOn(client, "none")
  afterEach(() => void mock.reset())
  afterAll(() => mock.restore())
  const tokens = () =>
    mock.commandCalls(TransactWriteCommand).map(({ args }) => args[0].input.ClientRequestToken)

  test.each([["TransactionConflict"], ["ThrottlingError"], ["ProvisionedThroughputExceeded"]])(
    "%s: the write is tried again, each try as a new one, and is made",
    async (code) => {
      mock
        .on(TransactWriteCommand)
        .rejectsOnce(cancelled("None", code))
        .rejectsOnce(cancelled(code, "None"))
        .resolves({})
      expect(await table.write([action, action])).toEqual({ written: true })
      expect(new Set(tokens()).size).toBe(3)
    },
  )

  test("somebody else in the way five times: it is busy, and says when to come back", async () => {
    mock.on(TransactWriteCommand).rejects(cancelled("TransactionConflict"))
    const refused = await refusalFrom(table.write([action]))
    expect(refused.refusal).toBe("busy")
    expect(refused.details.retryAfterSeconds).toBeGreaterThan(0)
    expect(tokens()).toHaveLength(5)
  })

  test("a condition that does not hold is an answer, though somebody was in the way too", async () => {
    mock.on(TransactWriteCommand).rejects(cancelled("TransactionConflict", "ConditionalCheckFailed"))
    expect(await table.write([action, action])).toEqual({ written: false, failed: [1] })
    expect(tokens()).toHaveLength(1)
  })

  test.each(["ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded"])(
    "%s, after every try of the client: busy, whatever was asked",
    async (name) => {
      mock.onAnyCommand().rejects(named(name))
      const asked = [
        table.get(action.put),
        table.query({ pk: "A" }),
        table.count(action.put, 1),
        table.write([action]),
      ]
      for (const one of asked) expect((await refusalFrom(one)).refusal).toBe("busy")
    },
  )

  test("a read whose answer never came is busy: nothing was changed", async () => {
    mock.on(GetCommand).rejects(named("TimeoutError"))
    mock.on(QueryCommand).rejects(named("TimeoutError"))
    expect((await refusalFrom(table.get(action.put))).refusal).toBe("busy")
    expect((await refusalFrom(table.query({ pk: "A" }))).refusal).toBe("busy")
  })

  test.each([
    named("TimeoutError"),
    named("InternalServerError"),
    new TransactionInProgressException({ message: "in progress", $metadata: {} }),
  ])("a write that may have been made is never said to be none: $name is a fault", async (error) => {
    mock.on(TransactWriteCommand).rejects(error)
    await expect(table.write([action])).rejects.toBe(error)
  })

  test.each(["ValidationException", "AccessDeniedException", "ResourceNotFoundException"])(
    "%s is a fault of ours and not a moment's",
    async (name) => {
      mock.onAnyCommand().rejects(named(name))
      await expect(table.get(action.put)).rejects.toThrow(name)
      await expect(table.write([action])).rejects.toThrow(name)
      await expect(table.count(action.put, 1)).rejects.toThrow(name)
    },
  )

  test("a conflict on a single count is busy, and not a fault", async () => {
    mock.on(UpdateCommand).rejects(named("TransactionConflictException"))
    expect((await refusalFrom(table.count(action.put, 1))).refusal).toBe("busy")
  })
})

describe("an answer that is lost on its way back", () => {
  let place: Place
  beforeAll(async () => {
    place = await startPlace()
  })
  afterAll(() => place.stop())

  /** A table whose first answers are lost after the engine has done what it was asked; with the tokens it was sent. */
  const losing = (answers: number) => {
    const client = clientFor(place.endpoint)
    const tokens: unknown[] = []
    let lost = 0
    client.middlewareStack.add(
      (next) => async (args) => {
        const { body: bytes } = args.request as { body: Uint8Array }
        const body = JSON.parse(new TextDecoder().decode(bytes))
        if (body.TransactItems) tokens.push(body.ClientRequestToken)
        const answer = await next(args)
        if (body.TransactItems && lost++ < answers) throw named("TimeoutError")
        return answer
      },
      { step: "deserialize", priority: "high", name: "losing" },
    )
    return { table: tableOn(client as DynamoDBDocumentClient, place.name), tokens }
  }

  test.each([1, 2, 3])(
    "%i times: the client tries again under the same token, and it is one effect",
    async (times) => {
      const { table, tokens } = losing(times)
      const key = { pk: `LOST#${times}`, sk: "A" }
      await place.table.write([{ put: { ...key, revision: 1 } }])
      const other = { ...key, sk: "B" }
      const answer = await table.write([
        { put: { ...key, revision: 2 }, when: { is: { revision: 1 } } },
        { put: other, when: "new" },
      ])
      expect(answer).toEqual({ written: true })
      expect(tokens).toHaveLength(times + 1)
      expect(new Set(tokens).size).toBe(1)
      expect(await place.table.get(key, { strong: true })).toMatchObject({ revision: 2 })
      expect(await place.table.get(other, { strong: true })).toEqual(other)
    },
  )

  test("every time: a fault, and what was written is whole", async () => {
    const { table, tokens } = losing(100)
    const keys = ["A", "B", "C"].map((sk) => ({ pk: "LOST#always", sk }))
    await expect(table.write(keys.map((put) => ({ put, when: "new" as const })))).rejects.toThrow(
      "TimeoutError",
    )
    expect(new Set(tokens).size).toBe(1)
    const { items } = await place.table.query({ pk: "LOST#always", strong: true })
    expect(items).toHaveLength(3)
  })

  test("two writes are never taken for one: each has a token of its own", async () => {
    const { table, tokens } = losing(0)
    for (const revision of [1, 2, 1]) await table.write([{ put: { pk: "TWICE", sk: "A", revision } }])
    expect(new Set(tokens).size).toBe(3)
    expect(await place.table.get({ pk: "TWICE", sk: "A" }, { strong: true })).toMatchObject({ revision: 1 })
  })
})
