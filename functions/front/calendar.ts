import { Refused } from "../../shared/domain/refused.ts"
import { feedsIn, type OwnFeed } from "../../shared/store/feeds.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { calendarSecretFor } from "../../shared/web/link-token.ts"
import type { C } from "./people.ts"

export const calendarAt = "/home/calendar"

/** None, one that can be shown, or one that works and cannot be shown: it was made with a key that has been changed. */
export type CalendarAddress = "none" | "not shown" | { address: string; subscribe: string }

export const calendarAddress = async (c: C): Promise<CalendarAddress> => {
  const { world, actor } = c.var
  const own = await feedsIn(world.table).of(actor.id)
  if (!own) return "none"
  const secret = calendarSecretFor(world.settings.linkKey, actor.id, own.id)
  if (sha256(secret) !== own.hash) return "not shown"
  const address = `${world.settings.origin}/calendar/${secret}.ics`
  return { address, subscribe: address.replace(/^https?:/, "webcal:") }
}

/** Makes an address; the one before stops with it. The same key again makes none. */
export const makeAddress = (c: C, key: MoveKey): Promise<void> =>
  settle(c, key, () => {
    const { world, actor } = c.var
    const id = Buffer.from(world.random(12)).toString("base64url")
    return { id, hash: sha256(calendarSecretFor(world.settings.linkKey, actor.id, id)) }
  })

/** From now on the address opens nothing. The same key again stops no later one. */
export const stopAddress = (c: C, key: MoveKey): Promise<void> => settle(c, key, () => undefined)

/** Decides by what stands there now, and again where another tab was quicker. */
const settle = async (c: C, key: MoveKey, make: () => OwnFeed | undefined): Promise<void> => {
  const { world, actor } = c.var
  const feeds = feedsIn(world.table)
  for (let attempt = 1; attempt <= 5; attempt++) {
    const done = await feeds.moved(actor.id, key.key)
    if (done && done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
    if (done) return
    const before = await feeds.of(actor.id)
    const made = make()
    if (!before && !made) return
    if (await feeds.change(actor.id, { before, made, key })) return
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}
