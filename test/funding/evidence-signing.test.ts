import { S3Client } from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { S3RequestPresigner } from "@aws-sdk/s3-request-presigner"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { filesOnS3 } from "../../functions/evidence/files-on-s3.ts"
import { hostOf, signedAddress, signedPost } from "../../functions/evidence/signing.ts"

const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "a secret",
  sessionToken: "a+session/token=",
}
const bucket = { name: "evidence-of-sites", region: "eu-west-2", credentials }
const at = new Date("2018-01-16T09:00:00.250Z")
const client = new S3Client({ region: bucket.region, credentials })
const key = "arriving/halton/NSW2/1"

beforeEach(() => void vi.useFakeTimers({ now: at, toFake: ["Date"] }))
afterEach(() => void vi.useRealTimers())

test("a form that puts a file is signed as the SDK itself signs it", async () => {
  const fields = {
    "Content-Type": "text/csv",
    success_action_redirect: "https://pilot.example.org/back?uploaded=1",
  }
  const official = await createPresignedPost(client, {
    Bucket: bucket.name,
    Key: key,
    Fields: fields,
    Conditions: [["content-length-range", 0, 1000]],
    Expires: 600,
  })
  expect(official.url).toBe(`https://${hostOf(bucket)}/`)
  expect(await signedPost(bucket, { key, fields, bytes: 1000, seconds: 600 }, at)).toEqual(official.fields)
})

test.each(["GET", "DELETE"] as const)(
  "an address to %s one file is signed as the SDK itself signs it",
  async (method) => {
    const query = { "response-content-disposition": 'attachment; filename="Ledger (Q3).csv"' }
    const presigner = new S3RequestPresigner({ ...client.config, sha256: client.config.sha256 })
    const official = await presigner.presign(
      {
        method,
        protocol: "https:",
        hostname: hostOf(bucket),
        path: `/${key}`,
        headers: { host: hostOf(bucket) },
        query: { ...query },
      },
      { expiresIn: 60, signingDate: at },
    )
    const address = new URL(await signedAddress(bucket, { method, key, query, seconds: 60 }, at))
    expect(Object.fromEntries(address.searchParams)).toEqual(official.query)
    expect(`${address.origin}${address.pathname}`).toBe(`https://${hostOf(bucket)}/${key}`)
  },
)

test("a form is held to one key, one type, a size and ten minutes; an address to one minute", async () => {
  const files = filesOnS3(bucket, () => at)
  const { url, fields } = await files.uploadTo("halton/NSW2/1", {
    type: "application/pdf",
    bytes: 30,
    back: "https://pilot.example.org/back",
  })
  expect(url).toBe("https://evidence-of-sites.s3.eu-west-2.amazonaws.com/")
  const { expiration, conditions } = JSON.parse(Buffer.from(fields.Policy ?? "", "base64").toString())
  expect(expiration).toBe("2018-01-16T09:10:00Z")
  expect(conditions).toContainEqual({ key: "arriving/halton/NSW2/1" })
  expect(conditions).toContainEqual({ "Content-Type": "application/pdf" })
  expect(conditions).toContainEqual(["content-length-range", 0, 30])
  expect(
    Object.keys(fields)
      .filter((name) => name !== "Policy" && name !== "X-Amz-Signature")
      .sort(),
  ).toEqual(
    conditions.flatMap((one: unknown) => (Array.isArray(one) ? [] : Object.keys(one as object))).sort(),
  )
  const address = new URL(await files.downloadFrom("halton/NSW2/1/hash", "Ledger.csv"))
  expect(address.searchParams.get("X-Amz-Expires")).toBe("60")
  expect(address.searchParams.get("response-content-disposition")).toBe('attachment; filename="Ledger.csv"')
  expect(address.pathname).toBe("/kept/halton/NSW2/1/hash")
})
