import type { Actor } from "../domain/people/actor.ts"
import type { Role } from "../domain/people/role.ts"
import type { Session } from "../store/people.ts"
import type { Cost } from "../store/table.ts"
import type { World } from "./world.ts"

/** What every request has. `world.table` is metered: it counts what this request costs. */
export type Base = {
  Variables: {
    world: World
    nonce: string
    requestId: string
    costs: Cost[]
    actor?: Actor
    entered?: Entered
  }
}

/** How this session was begun, and the roles that count in another kind of session and not in this one. */
export type Entered = { by: Session["by"]; withheld: Role[] }

/** A request of somebody who is signed in. */
export type SignedIn = { Variables: Base["Variables"] & { actor: Actor } }

/** What a page, or a helper of one, needs of the request it answers. */
export type Asking = { req: { path: string }; var: Base["Variables"] }
