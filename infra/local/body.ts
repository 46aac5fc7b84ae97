import type { IncomingMessage } from "node:http"

/** What a function can be handed at most. */
const mostBytes = 6 * 1024 * 1024

/** The whole body; "too large" as soon as that is known; "gone" where the client is, half-way. */
export const bodyOf = async (
  request: IncomingMessage,
  most = mostBytes,
): Promise<Buffer | "too large" | "gone"> => {
  if (Number(request.headers["content-length"]) > most) return "too large"
  if (request.destroyed && !request.complete) return "gone"
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= most) return chunks.push(chunk)
      chunks.length = 0
      resolve("too large")
    })
    request.on("end", () => resolve(Buffer.concat(chunks)))
    request.on("error", () => resolve("gone"))
    request.on("close", () => resolve("gone"))
  })
}
