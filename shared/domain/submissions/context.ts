import type { Kind } from "../../kinds/index.ts"
import type { Occasion } from "../calendar/occasion.ts"
import type { Actor } from "../people/actor.ts"
import type { Member } from "../people/member.ts"
import type { Organisation } from "../people/organisation.ts"

/** Everything a decision needs, loaded once. `at` is programme time; `salt` is fresh for each step. */
export type Context = {
  actor: Actor
  at: Date
  kind: Kind
  facts: unknown
  occasion: Occasion
  organisation: Organisation
  members: Member[]
  workMailDomains: string[]
  salt: string
  seal: (mark: string) => string
}
