import type { Context } from "hono"
import type { SignedIn } from "../env.ts"

/** A request in the programme, by somebody who is signed in. */
export type C = Context<SignedIn>
