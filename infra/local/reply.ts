import type { ServerResponse } from "node:http"
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda"

type Result = APIGatewayProxyStructuredResultV2

/** A function's answer, as the API gives it to the client. */
export const reply = (
  response: ServerResponse,
  { statusCode = 200, headers, cookies, body = "", ...rest }: Result,
) => {
  response.statusCode = statusCode
  for (const [name, value] of Object.entries(headers ?? {}))
    if (!ours.has(name.toLowerCase())) response.setHeader(name, String(value))
  if (cookies?.length) response.setHeader("set-cookie", cookies)
  response.end(Buffer.from(body, rest.isBase64Encoded ? "base64" : "utf8"))
}

const ours = new Set(["connection", "content-length", "transfer-encoding", "keep-alive", "date"])

/** What is refused before any function sees it. */
export const refuse = (response: ServerResponse, status: number, title: string, detail: string) => {
  response.statusCode = status
  response.setHeader("content-type", "application/problem+json")
  response.setHeader("cache-control", "no-store")
  response.end(JSON.stringify({ type: "about:blank", title, status, detail }))
}
