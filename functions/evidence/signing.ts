import { createHash, createHmac, type Hash, type Hmac } from "node:crypto"
import { createScope, getSigningKey, SignatureV4 } from "@smithy/signature-v4"

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

/** A bucket, and by whose word something may be done in it. */
export type Bucket = { name: string; region: string; credentials: Credentials }

export const hostOf = ({ name, region }: Pick<Bucket, "name" | "region">) =>
  `${name}.s3.${region}.amazonaws.com`

/** The hash that AWS signs with. */
class Sha256 {
  private readonly made: Hash | Hmac

  constructor(secret?: unknown) {
    this.made = secret ? createHmac("sha256", secret as Uint8Array) : createHash("sha256")
  }

  update(data: Uint8Array) {
    this.made.update(data)
  }

  digest() {
    return Promise.resolve(new Uint8Array(this.made.digest()))
  }

  reset() {}
}

type Posted = { key: string; fields: Record<string, string>; bytes: number; seconds: number }

/**
 * The fields of a form that puts one file under one key: what is said in them is all that the bucket takes, and for as
 * long. The SDK's own way of signing without its client for S3, which alone is as large as all of these pages.
 */
export const signedPost = async (bucket: Bucket, { key, fields, bytes, seconds }: Posted, at: Date) => {
  const { name, region, credentials } = bucket
  const date = compact(at)
  const day = date.slice(0, 8)
  const all: Record<string, string> = {
    ...fields,
    bucket: name,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${credentials.accessKeyId}/${createScope(day, region, "s3")}`,
    "X-Amz-Date": date,
    ...(credentials.sessionToken && { "X-Amz-Security-Token": credentials.sessionToken }),
  }
  const conditions = [
    ["content-length-range", 0, bytes],
    ...Object.entries(all).map(([field, value]) => ({ [field]: value })),
    { key },
  ]
  const expiration = whole(new Date(at.getTime() + seconds * 1000))
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString("base64")
  const signs = await getSigningKey(Sha256, credentials, day, region, "s3")
  const signature = createHmac("sha256", signs).update(policy).digest("hex")
  return { ...all, key, Policy: policy, "X-Amz-Signature": signature }
}

type Asked = { method: "GET" | "DELETE"; key: string; query?: Record<string, string>; seconds: number }

/** An address at which one thing may be done, for some seconds. */
export const signedAddress = async (bucket: Bucket, { method, key, query, seconds }: Asked, at: Date) => {
  const { region, credentials } = bucket
  const signer = new SignatureV4({
    service: "s3",
    region,
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  })
  const hostname = hostOf(bucket)
  const signed = await signer.presign(
    {
      method,
      protocol: "https:",
      hostname,
      path: `/${key}`,
      headers: { host: hostname, "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD" },
      query: query ?? {},
    },
    { expiresIn: seconds, signingDate: at },
  )
  const asked = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return `https://${hostname}/${key}?${asked.sort().join("&")}`
}

const whole = (at: Date) => at.toISOString().replace(/\.\d{3}Z$/, "Z")
const compact = (at: Date) => whole(at).replace(/[-:]/g, "")
