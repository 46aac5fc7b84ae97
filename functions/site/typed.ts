import type { MiddlewareHandler } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import { typedBy } from "../../shared/store/typed.ts"
import { formOf } from "../../shared/web/body.ts"
import { sessionOf } from "../../shared/web/door.ts"
import type { Base } from "../../shared/web/env.ts"
import { type C, load } from "./desk.ts"
import { TypedPage } from "./pages/typed.tsx"

/** A week, in seconds of machine time. */
const keptFor = 7 * 24 * 3600

/** What one item of the table can hold, with room for the rest of it. In bytes. */
const largest = 300_000

const section = /^\/organisations\/[\w-]+\/submissions\/[\w-]+\/sections\/[\w-]+$/

/**
 * A page that is saved after its session ended loses nothing: what was typed is kept for the person whose
 * session it was, and waits for them when they have signed in. Never a move, only a save.
 */
export const keepTyped: MiddlewareHandler<Base> = async (c, next) => {
  const { actor, world } = c.var
  if (actor || c.req.method !== "POST" || !section.test(c.req.path)) return next()
  const held = await sessionOf(c)
  if (!held) return next()
  const entries = await formOf(c)
  if (Buffer.byteLength(JSON.stringify(entries)) > largest) throw new Refused("too large")
  const id = Buffer.from(world.random(12)).toString("base64url")
  const expires = Math.floor(world.machineNow().getTime() / 1000) + keptFor
  await typedBy(held.known.person.id, world.table).keep({
    id,
    path: c.req.path,
    entries,
    at: world.now().toISOString(),
    expires,
  })
  const organisation = c.req.path.split("/")[2]
  return c.redirect(`/sign-in?next=${encodeURIComponent(`/organisations/${organisation}/typed/${id}`)}`, 303)
}

const typedHere = async (c: C) => {
  const { actor, world } = c.var
  const typed = await typedBy(actor.id, world.table).find(c.req.param("typed") ?? "")
  const over = typed && typed.expires * 1000 <= world.machineNow().getTime()
  if (!typed || over || !typed.path.startsWith(`/organisations/${c.req.param("organisation")}/`))
    throw new Refused("not found")
  return typed
}

export const showTyped = async (c: C) => {
  const typed = await typedHere(c)
  const [, , , , reference, , id] = typed.path.split("/")
  const { visible } = await load(c, { reference })
  const asks = visible.find((one) => one.id === id)?.asks ?? {}
  return c.html(TypedPage({ c, typed, asks }))
}

/** For whoever signed in on the way to discarding it: they are asked again. */
export const backToTyped = async (c: C) => {
  await typedHere(c)
  return c.redirect(c.req.path.replace(/\/discard$/, ""), 303)
}

export const discardTyped = async (c: C) => {
  const { id, path } = await typedHere(c)
  await typedBy(c.var.actor.id, c.var.world.table).discard(id)
  return c.redirect(path, 303)
}
