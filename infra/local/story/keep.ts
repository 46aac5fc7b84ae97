import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import type { Item, Table } from "../../../shared/store/table.ts"
import type { Scene } from "./scenes.ts"
import type { Stage } from "./stage.ts"

export type Kept = { items: Item[]; letters: Stage["letters"] }

export const sceneFolder = join(import.meta.dirname, "kept")
const fileOf = (scene: Scene) => join(sceneFolder, `${scene}.json.gz`)

/** A scene as it was kept. */
export const readScene = (scene: Scene): Kept =>
  JSON.parse(gunzipSync(readFileSync(fileOf(scene))).toString(), unpacked)

export const writeScene = (scene: Scene, kept: Kept) =>
  writeFileSync(fileOf(scene), gzipSync(JSON.stringify(kept, packed), { level: 9 }))

/** Everything in a table but who is signed in, in the order of its keys: for a file, never for a request. */
export const everythingIn = async (client: DynamoDBDocumentClient, TableName: string): Promise<Item[]> => {
  const found: Item[] = []
  let after: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName, ExclusiveStartKey: after }),
    )
    found.push(...(Items as Item[]))
    after = LastEvaluatedKey
  } while (after)
  return found
    .filter(({ pk, sk }) => !(pk.startsWith("PERSON#") && sk.startsWith("SESSION#")))
    .sort((a, b) => (a.pk === b.pk ? compare(a.sk, b.sk) : compare(a.pk, b.pk)))
}

export const fill = async (table: Table, items: Item[]) => {
  for (let at = 0; at < items.length; at += 100)
    await table.write(items.slice(at, at + 100).map((put) => ({ put })))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Bytes have no place in JSON: they are kept as text that says so. Members go by their names, whatever order a store gives
 * them back in: the same scene is the same file.
 */
const packed = (_: string, value: unknown) => {
  if (isBytes(value)) return { bytes: Buffer.from(value).toString("base64") }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => compare(one, other)))
}
const unpacked = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && "bytes" in value && Object.keys(value).length === 1
    ? new Uint8Array(Buffer.from(String(value.bytes), "base64"))
    : value
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array
