import type { Context, MiddlewareHandler } from "hono"
import { Refused } from "../domain/refused.ts"
import { type Typed, typedBy } from "../store/typed.ts"
import { formOf } from "./body.ts"
import { sessionOf } from "./door.ts"
import type { Base, SignedIn } from "./env.ts"

/** A week, in seconds of machine time. */
const keptFor = 7 * 24 * 3600

/** What one item of the table can hold, with room for the rest of it. In bytes. */
const largest = 300_000

/** Which addresses are saves, and below which address what was typed there waits. */
type Keeping = { saves: RegExp; below: (path: string) => string }

/**
 * A page that is saved after its session ended loses nothing: what was typed is kept for the person whose
 * session it was, and waits for them when they have signed in.
 */
export const keepTyped =
  ({ saves, below }: Keeping): MiddlewareHandler<Base> =>
  async (c, next) => {
    const { actor, world } = c.var
    if (actor || c.req.method !== "POST" || !saves.test(c.req.path)) return next()
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
    return c.redirect(`/sign-in?next=${encodeURIComponent(`${below(c.req.path)}/${id}`)}`, 303)
  }

/** What is kept for whoever asks, of a page below this address; nobody else finds it. */
export const typedHere = async <Env extends SignedIn>(c: Context<Env>, below: string): Promise<Typed> => {
  const { actor, world } = c.var
  const typed = await typedBy(actor.id, world.table).find(c.req.param("typed") ?? "")
  const over = typed && typed.expires * 1000 <= world.machineNow().getTime()
  if (!typed || over || !typed.path.startsWith(`${below}/`)) throw new Refused("not found")
  return typed
}

/** For whoever signed in on the way to discarding it: they are asked again. */
export const backToTyped = async <Env extends SignedIn>(c: Context<Env>, below: string) => {
  await typedHere(c, below)
  return c.redirect(c.req.path.replace(/\/discard$/, ""), 303)
}

export const discardTyped = async <Env extends SignedIn>(c: Context<Env>, below: string) => {
  const { id, path } = await typedHere(c, below)
  await typedBy(c.var.actor.id, c.var.world.table).discard(id)
  return c.redirect(path, 303)
}
