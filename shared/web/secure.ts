import type { MiddlewareHandler } from "hono"
import { Refused } from "../domain/refused.ts"
import { sameText } from "../values/hash.ts"
import type { Base } from "./env.ts"

/** On every answer of every kind. Scripts run by this answer's nonce alone; nothing inline, nothing from elsewhere. */
export const secureHeaders: MiddlewareHandler<Base> = async (c, next) => {
  await next()
  const { headers } = c.res
  const set = (name: string, value: string) => headers.set(name, value)
  const { uploads } = c.var.world.settings
  set(
    "content-security-policy",
    [
      "default-src 'none'",
      `script-src 'nonce-${c.var.nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      `form-action 'self'${uploads ? ` ${uploads}` : ""}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
  )
  set("strict-transport-security", "max-age=63072000; includeSubDomains")
  set("x-content-type-options", "nosniff")
  set("x-frame-options", "DENY")
  set("referrer-policy", "same-origin")
  set("cross-origin-opener-policy", "same-origin")
  set("cross-origin-resource-policy", "same-origin")
  set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()")
  if (!headers.has("cache-control")) set("cache-control", "no-store")
}

/** Where our edge has a secret, whoever comes round it finds nothing. */
export const edgeOnly: MiddlewareHandler<Base> = async (c, next) => {
  const { edgeKey } = c.var.world.settings
  if (edgeKey && !sameText(c.req.header("x-origin-key") ?? "", edgeKey) && c.req.path !== "/health")
    throw new Refused("not found")
  await next()
}

const safe = new Set(["GET", "HEAD", "OPTIONS"])

/** Whatever its type, an unsafe request from another site is refused before anything is read. */
export const ownOrigin: MiddlewareHandler<Base> = async (c, next) => {
  if (!safe.has(c.req.method)) {
    const origin = c.req.header("origin")
    const foreign = origin !== undefined && origin !== c.var.world.settings.origin
    if (foreign || c.req.header("sec-fetch-site") === "cross-site") throw new Refused("not allowed")
  }
  await next()
}

/**
 * Whoever is at the other end, as our edge says: never a header that a client can set. Of an IPv6 address only
 * the network counts: one household has more addresses than any limit.
 */
export const clientAddress = (header: string | undefined) => {
  const address = header?.replace(/:\d+$/, "").replace(/^\[|\]$/g, "") ?? "unknown"
  return address.includes(":") ? networkOf(address) : address
}

const networkOf = (address: string) => {
  const [before = "", after] = address.toLowerCase().split("::")
  const first = before.split(":").filter(Boolean)
  const last = after === undefined ? [] : after.split(":").filter(Boolean)
  const groups =
    after === undefined
      ? first
      : [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill("0"), ...last]
  return groups
    .slice(0, 4)
    .map((one) => Number.parseInt(one, 16).toString(16))
    .join(":")
}
