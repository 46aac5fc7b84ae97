import { isUtf8 } from "node:buffer"
import { randomUUID } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { APIGatewayProxyEventV2 } from "aws-lambda"
import { atTheEdge } from "./edge.ts"

type Around = { domainName: string; now: Date }

/** The event that a function gets for a request, by way of CloudFront and an HTTP API (payload format 2.0). */
export const eventFor = (
  request: IncomingMessage,
  body: Buffer,
  { domainName, now }: Around,
): APIGatewayProxyEventV2 => {
  const { pathname, search } = partsOf(request.url ?? "/")
  const headers: Record<string, string> = {
    ...atTheEdge(request),
    host: domainName,
    "content-length": String(body.length),
  }
  const cookies = request.headers.cookie?.split("; ").filter(Boolean)
  const asText = isText(headers["content-type"]) && isUtf8(body)
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: pathname,
    rawQueryString: search,
    ...(cookies?.length && { cookies }),
    headers,
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName,
      domainPrefix: "local",
      http: {
        method: request.method ?? "GET",
        path: pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(asText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !asText,
  }
}

/** The path as it was sent: nothing decoded, nothing resolved. */
export const partsOf = (url: string) => {
  const [path = "", ...query] = url.replace(/#.*/s, "").split("?")
  const pathname = path.replace(/^https?:\/\/[^/]*/i, "") || "/"
  return { pathname, search: query.join("?") }
}

const isText = (type = "") =>
  /^(text\/|application\/(json|xml|javascript|[\w.+-]+\+(json|xml))\s*(;|$))/i.test(type)
