import { Refused } from "../domain/refused.ts"
import type { MoveKey } from "../store/moves.ts"
import { canonical, type Json } from "../values/canonical.ts"
import { sha256 } from "../values/hash.ts"
import type { Asking } from "./env.ts"
import type { World } from "./world.ts"

const wellFormed = /^[A-Za-z0-9_-]{16,64}$/

/** A key stands for one move for ninety days: longer than any page stays open. Seconds of machine time. */
const keptFor = 90 * 24 * 3600

export const newKey = (world: World) => Buffer.from(world.random(16)).toString("base64url")

/** The key of a move that creates, sends or signs, with a hash of what it asks: the same again has the same effect. */
export const moveKey = (c: Asking, given: string | undefined, asks: Json): MoveKey => {
  if (!given || !wellFormed.test(given))
    throw new Refused("not understood", {
      says: "Send an Idempotency-Key of 16 to 64 letters, figures, - or _, the same one each time you try again.",
    })
  return {
    key: given,
    fingerprint: sha256(canonical({ path: c.req.path.replace(/^\/api/, ""), asks })),
    expires: Math.floor(c.var.world.machineNow().getTime() / 1000) + keptFor,
  }
}
