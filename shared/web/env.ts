import type { Actor } from "../domain/people/actor.ts"
import type { Cost } from "../store/table.ts"
import type { World } from "./world.ts"

/** What every request has. `world.table` is metered: it counts what this request costs. */
export type Base = {
  Variables: { world: World; nonce: string; requestId: string; costs: Cost[]; actor?: Actor }
}

/** A request of somebody who is signed in. */
export type SignedIn = { Variables: Base["Variables"] & { actor: Actor } }

/** What a page, or a helper of one, needs of the request it answers. */
export type Asking = { req: { path: string }; var: Base["Variables"] }
