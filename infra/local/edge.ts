import type { IncomingMessage } from "node:http"

/** What CloudFront lets through, besides cookies: a header that is not here never reaches a function. */
export const forwarded = [
  "accept",
  "content-type",
  "idempotency-key",
  "if-match",
  "origin",
  "referer",
  "sec-fetch-site",
  "user-agent",
]

/** The headers behind the edge. The viewer's address is ours to say: one that a client sends is dropped. */
export const atTheEdge = ({ headersDistinct, socket }: IncomingMessage): Record<string, string> => ({
  ...Object.fromEntries(
    forwarded.flatMap((name) => {
      const sent = headersDistinct[name]
      return sent ? [[name, sent.join(",")]] : []
    }),
  ),
  "cloudfront-viewer-address": `${socket.remoteAddress}:${socket.remotePort}`,
  "x-forwarded-proto": "https",
})
