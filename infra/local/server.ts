import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda"
import type { Log } from "../../shared/web/world.ts"
import { bodyOf } from "./body.ts"
import { contextFor } from "./context.ts"
import { eventFor, partsOf } from "./event.ts"
import { filesAt, mostUploaded } from "./file-store.ts"
import { fileFor, sendFile } from "./files.ts"
import { refuse, reply } from "./reply.ts"
import { type FunctionName, functionFor } from "./route.ts"

export type WebHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>

export type Served = {
  /** The one address this is reached at, such as http://127.0.0.1:3000. */
  origin: string
  dist: string
  functions: Record<FunctionName, WebHandler>
  log: Log
}

/** A server that holds its port at once and answers as soon as there is something to answer with. */
export const listen = async (port: number, served: Promise<Served>): Promise<Server> => {
  const server = createServer(slowest, (request, response) => {
    response.on("error", () => {})
    served.then((ready) => answer(request, response, ready)).catch(() => response.destroy())
  })
  server.listen(port, "127.0.0.1")
  await once(server, "listening")
  return server
}

/** Who sends a byte a second to hold a connection is cut off. */
const slowest = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000,
}

const answer = async (request: IncomingMessage, response: ServerResponse, served: Served) => {
  const { origin, dist, functions, log } = served
  const { host, port } = new URL(origin)
  const { pathname, search } = partsOf(request.url ?? "/")
  if (request.headers.host === `localhost:${port}`) {
    const location = `${origin}${pathname}${search && `?${search}`}`
    return void response.writeHead(307, { location, "content-length": 0 }).end()
  }
  if (request.headers.host !== host)
    return refuse(response, 421, "Misdirected Request", `This is ${origin} and nothing else.`)

  const isRead = request.method === "GET" || request.method === "HEAD"
  const file = isRead ? fileFor(dist, pathname) : undefined
  if (file === "none") return refuse(response, 404, "Not Found", "There is no such file.")
  if (file) return sendFile(response, file, request.method === "GET")

  const body = await bodyOf(request, pathname === filesAt ? mostUploaded : undefined)
  if (body === "gone") return
  if (body === "too large") return tooLarge(request, response)
  const name = functionFor(pathname)
  const event = eventFor(request, body, { domainName: host, now: new Date() })
  try {
    reply(response, await functions[name](event, contextFor(name, event.requestContext.requestId)))
  } catch (error) {
    log.error("A function failed", { function: name, path: pathname, error: String(error) })
    refuse(
      response,
      500,
      "Internal Server Error",
      "The function failed. See where the local run was started.",
    )
  }
}

/** The answer, time to read it for a client that is still sending, and then the end of the connection. */
const tooLarge = async (request: IncomingMessage, response: ServerResponse) => {
  response.setHeader("connection", "close")
  refuse(response, 413, "Content Too Large", "A request can hold 6 MB at most.")
  request.removeAllListeners("data").resume()
  await Promise.race([once(request, "close"), pause(1000, undefined, { ref: false })])
  request.destroy()
}
