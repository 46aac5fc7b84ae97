import type { Context } from "hono"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Base } from "../../shared/web/env.ts"

/** Which tally is asked for, by whom: from the address and the session, or from the link of a letter alone. */
export type Filling = {
  filler: Actor
  organisation: string
  round: string
  /** Where its page is. */
  at: string
  /** It was opened by a letter: nothing else of the site is on it, and nobody is signed in. */
  until?: string
}

export type Here = { Variables: Base["Variables"] & { filling: Filling } }
export type C = Context<Here>
