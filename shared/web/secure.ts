import type { MiddlewareHandler } from "hono"
import { Refused } from "../domain/refused.ts"
import { sameText } from "../values/hash.ts"
import type { Base } from "./env.ts"

/** On every answer of every kind. Scripts run by this answer's nonce alone; nothing inline, nothing from elsewhere. */
export const secureHeaders: MiddlewareHandler<Base> = async (c, next) => {
  await next()
  const { headers } = c.res
  const set = (name: string, value: string) => headers.set(name, value)
  set(
    "content-security-policy",
    [
      "default-src 'none'",
      `script-src 'nonce-${c.var.nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
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

/** Whoever is at the other end, as our edge says: never a header that a client can set. */
export const clientAddress = (header: string | undefined) => header?.replace(/:\d+$/, "") ?? "unknown"
