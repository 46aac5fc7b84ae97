import { createCipheriv, createDecipheriv } from "node:crypto"

/** A text that only its key opens: AES-256-GCM, each sealed under a fresh `iv` of 12 bytes. All in base64url. */
export type Sealed = { iv: string; box: string; tag: string }

const bytes = (text: string) => Buffer.from(text, "base64url")

/** `key` is 32 bytes in base64url; `about` is bound to it and must be the same as it is opened. */
export const seal = (text: string, key: string, iv: Uint8Array, about: string): Sealed => {
  const cipher = createCipheriv("aes-256-gcm", bytes(key), iv).setAAD(Buffer.from(about))
  const box = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return {
    iv: Buffer.from(iv).toString("base64url"),
    box: box.toString("base64url"),
    tag: cipher.getAuthTag().toString("base64url"),
  }
}

/** Throws where the key, or what it is about, is another. */
export const unseal = ({ iv, box, tag }: Sealed, key: string, about: string): string => {
  const decipher = createDecipheriv("aes-256-gcm", bytes(key), bytes(iv), { authTagLength: 16 })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(box)), decipher.final()]).toString("utf8")
}
