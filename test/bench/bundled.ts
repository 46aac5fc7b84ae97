import { pathToFileURL } from "node:url"
import type { WebHandler } from "../../shared/web/handled.ts"
import type { World } from "../../shared/web/world.ts"

/** A function as it is deployed. What it reads of the environment as it loads is never used here. */
export const bundled = async (name: string): Promise<(world: World) => WebHandler> => {
  const { make } = await import(pathToFileURL(`dist/functions/${name}/index.mjs`).href)
  return make
}

type Asked = { method?: string; path: string; cookie?: string; body?: string; type?: string; key?: string }

/** A request as the HTTP API hands it to a function. */
export const eventOf = ({ method = "GET", path, cookie, body, type, key }: Asked) => {
  const [rawPath = "/", rawQueryString = ""] = path.split("?")
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers: {
      host: "127.0.0.1",
      origin: "http://127.0.0.1:3000",
      "cloudfront-viewer-address": "203.0.113.7:40000",
      ...(type && { "content-type": type }),
      ...(key && { "idempotency-key": key }),
      ...(cookie && { cookie }),
    },
    ...(cookie && { cookies: [cookie] }),
    requestContext: {
      accountId: "",
      apiId: "",
      domainName: "127.0.0.1",
      domainPrefix: "",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "203.0.113.7", userAgent: "bench" },
      requestId: "bench",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  }
}

export const context = { awsRequestId: "bench", getRemainingTimeInMillis: () => 10_000 } as never
