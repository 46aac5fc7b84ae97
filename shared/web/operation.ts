import { type Context, Hono } from "hono"
import * as z from "zod"
import type { MoveKey } from "../store/moves.ts"
import type { Json } from "../values/canonical.ts"
import { jsonOf } from "./body.ts"
import type { Base } from "./env.ts"
import { moveKey } from "./move-key.ts"

/** What an operation gives: `at` is the address of what it made or changed. */
export type Given = { body: unknown; at?: string }

/**
 * One operation of the JSON API. Its page, where it has one, has the same address without `/api` and makes
 * the same calls; the OpenAPI document is written from these.
 */
export type Operation<Env extends Base, Body = unknown> = {
  id: string
  method: "get" | "post"
  path: string
  summary: string
  about?: string
  tag: string
  /** For everybody, without signing in. */
  open?: true
  /** Carries an Idempotency-Key: the same again has one effect and the same answer. */
  keyed?: true
  asks?: z.ZodType<Body>
  /** Query parameters, with what they are. */
  query?: Record<string, string>
  gives: z.ZodType
  status?: 200 | 201 | 202
  does: (c: Context<Env>, body: Body, key?: MoveKey) => Promise<Given>
}

/** Keeps the type of a body between its schema and what is done with it. */
export const operation = <Env extends Base, Body>(one: Operation<Env, Body>) =>
  one as unknown as Operation<Env>

/** The routes of some operations, below an address that all of them begin with. */
export const apiOf = <Env extends Base>(operations: Operation<Env>[], below = "") => {
  const app = new Hono<Env>()
  for (const { method, path, asks, keyed, status = 200, does } of operations)
    app.on(method.toUpperCase(), path.slice(below.length) || "/", async (c) => {
      const body = asks ? await jsonOf(c, asks) : await noBodyOf(c)
      const key = keyed ? moveKey(c, c.req.header("idempotency-key"), (body ?? null) as Json) : undefined
      const given = await does(c, body, key)
      if (given.at) c.header("location", `/api${given.at}`)
      return c.json(given.body as Json, status)
    })
  return app
}

const nothing = z.strictObject({})

/** Where nothing is asked, nothing is taken: a body that says something is refused and not passed over. */
const noBodyOf = async (c: Context): Promise<undefined> => {
  const said = c.req.header("content-type") !== undefined || (await c.req.text()) !== ""
  if (c.req.method === "POST" && said) await jsonOf(c, nothing)
  return undefined
}
