import { randomUUID } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import * as z from "zod"
import { hmac, sameText } from "../../shared/values/hash.ts"
import type { Arrivals, Files } from "../../shared/web/world.ts"
import { replaceFile } from "./replace-file.ts"

/** Where a browser puts files, and fetches them from. */
export const filesAt = "/local/files"

/** More than any form of ours says may be sent. */
export const mostUploaded = 40 * 1024 * 1024

const tenMinutes = 600_000
const minute = 60_000

const policy = z.object({ key: z.string(), bytes: z.int(), back: z.string(), until: z.int() })

type Parts = { folder: string; signs: string; now: () => Date }

/** A store of files in a folder: what is put there and fetched from there is signed, as it is for S3. */
export const openFileStore = ({ folder, signs, now }: Parts) => {
  const arriving = (key: string, version = "") => join(folder, "arriving", plain(key), version)
  const kept = (key: string) => join(folder, "kept", plain(key))
  const signature = (text: string) => hmac(signs, `file ${text}`)
  const isOurs = (text: string, given: string) => sameText(given, signature(text))

  const files: Files = {
    uploadTo: async (key, { type, bytes, back }) => {
      const said = { key, bytes, back, until: now().getTime() + tenMinutes }
      const text = Buffer.from(JSON.stringify(said)).toString("base64url")
      return { url: filesAt, fields: { "Content-Type": type, policy: text, signature: signature(text) } }
    },
    downloadFrom: async (key, name) => {
      const until = String(now().getTime() + minute)
      const query = new URLSearchParams({ name, until, signature: signature(`${key} ${name} ${until}`) })
      return `${filesAt}/${key}?${query}`
    },
    remove: async (key) => rmSync(kept(key), { force: true }),
  }

  const arrivals: Arrivals = {
    read: async (key, version, most) => {
      const file = arriving(key, version)
      if (!existsSync(file)) return undefined
      const bytes = readFileSync(file)
      return { bytes: bytes.length <= most ? bytes : new Uint8Array(), size: bytes.length }
    },
    drop: async (key, version) => rmSync(arriving(key, version), { force: true }),
    keep: async (key, bytes) => write(kept(key), bytes),
    remove: files.remove,
  }

  return {
    files,
    arrivals,
    /** Puts what a browser sends, where its form was ours and is still good. */
    put: (given: Record<string, string>, bytes: Uint8Array) => {
      if (!isOurs(given.policy ?? "", given.signature ?? "")) return undefined
      const said = policy.parse(JSON.parse(Buffer.from(given.policy ?? "", "base64url").toString()))
      if (said.until < now().getTime() || bytes.length > said.bytes) return undefined
      const version = randomUUID()
      write(arriving(said.key, version), bytes)
      return { key: said.key, version, back: said.back }
    },
    /** Gives what is kept, where its address was ours and is still good. */
    given: (key: string, { name = "", until = "", signature = "" }: Record<string, string>) => {
      if (!isOurs(`${key} ${name} ${until}`, signature) || Number(until) < now().getTime()) return undefined
      return existsSync(kept(key)) ? { bytes: readFileSync(kept(key)), name } : undefined
    },
    bytesOf: (key: string, version: string) => readFileSync(arriving(key, version)),
    /** What nobody has looked at yet: of an earlier run too. */
    unseen: (): { key: string; version: string }[] => {
      const all = arriving("")
      if (!existsSync(all)) return []
      return readdirSync(all, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile() && !one.name.endsWith(".new"))
        .map(({ parentPath, name }) => ({ key: parentPath.slice(all.length), version: name }))
    },
  }
}

export type FileStore = ReturnType<typeof openFileStore>

/** A key that leads nowhere else. */
const plain = (key: string) => {
  if (!/^[\w/-]*$/.test(key)) throw new Error("No file is called so")
  return key
}

const write = (file: string, bytes: Uint8Array) => {
  mkdirSync(dirname(file), { recursive: true })
  replaceFile(file, bytes)
}
