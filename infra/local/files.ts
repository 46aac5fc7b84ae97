import { createReadStream, statSync } from "node:fs"
import type { ServerResponse } from "node:http"
import { extname, join, resolve, sep } from "node:path"

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
}

export type Found = { file: string; size: number; keep: string }

const forEver = "public, max-age=31536000, immutable"
const briefly = "public, max-age=300"

/**
 * The file an address stands for; undefined where a function answers instead. "none" under /assets is a
 * 404 of its own: nothing outside that folder is ever read.
 */
export const fileFor = (dist: string, path: string): Found | "none" | undefined => {
  if (path === "/api/openapi.json")
    return ["api/openapi.json", "assets/openapi.json", "openapi.json"]
      .map((name) => found(join(dist, name), briefly))
      .find(Boolean)
  if (!path.startsWith("/assets/")) return undefined
  const folder = resolve(dist, "assets")
  const file = resolve(folder, `.${sep}${plain(path.slice("/assets/".length))}`)
  return (file.startsWith(folder + sep) && found(file, forEver)) || "none"
}

/** A name as it is on the disk; empty, and so no file, where it holds what no file of ours is called. */
const plain = (path: string) => (/^[\w./-]*$/.test(path) ? path : "")

const found = (file: string, keep: string): Found | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() ? { file, size: stat.size, keep } : undefined
}

export const sendFile = (response: ServerResponse, { file, size, keep }: Found, withBody: boolean) => {
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": size,
    "cache-control": keep,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  })
  if (withBody)
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response)
  else response.end()
}
