import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3"
import { fileFolders } from "../../shared/store/keys.ts"
import type { Arrivals } from "../../shared/web/world.ts"

const { arriving, kept } = fileFolders

/** The files that browsers put into a bucket, by version: another may come under the same key at any moment. */
export const arrivalsOn = (client: S3Client, Bucket: string): Arrivals => ({
  read: async (key, version, most) => {
    const asked = { Bucket, Key: `${arriving}${key}`, VersionId: version }
    const found = await client.send(new GetObjectCommand(asked)).catch(orNothing)
    if (!found?.Body) return undefined
    const size = found.ContentLength ?? 0
    if (size <= most) return { bytes: await found.Body.transformToByteArray(), size }
    await found.Body.transformToWebStream().cancel()
    return { bytes: new Uint8Array(), size }
  },
  drop: async (key, version) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: `${arriving}${key}`, VersionId: version }))
  },
  keep: async (key, bytes, type) => {
    await client.send(new PutObjectCommand({ Bucket, Key: `${kept}${key}`, Body: bytes, ContentType: type }))
  },
  remove: async (key) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key: `${kept}${key}` }))
  },
})

/** It was dropped before. */
const orNothing = (error: unknown): undefined => {
  if (error instanceof NoSuchKey || (error as { name?: string }).name === "NoSuchVersion") return undefined
  throw error
}
