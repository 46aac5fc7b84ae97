import { createHash, createHmac, timingSafeEqual } from "node:crypto"

/** SHA-256 in lower-case hex; text is taken as UTF-8. */
export const sha256 = (text: string | Uint8Array): string => digest(text).toString("hex")

/** The first 96 bits of SHA-256, 16 characters of base64url. Short enough to show, not a secret. */
export const shortHash = (text: string): string => digest(text).toString("base64url").slice(0, 16)

/** HMAC-SHA-256 in base64url. */
export const hmac = (key: string | Uint8Array, text: string): string =>
  createHmac("sha256", key).update(text).digest("base64url")

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

const digest = (text: string | Uint8Array) => createHash("sha256").update(text).digest()
