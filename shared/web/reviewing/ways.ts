import type { Context } from "hono"
import type { Reviewing } from "../../form/workflow.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { SignedIn } from "../env.ts"
import type { Tried } from "../programme/form.tsx"
import type { OnReview } from "./desk.ts"
import type { Reviewed } from "./moves.ts"

export type Opening = { sections: string[]; note: string }

/** The page of a return; where a move was refused, with why. */
export type PageOf<Env extends SignedIn, Desk extends OnReview> = (
  c: Context<Env>,
  desk: Desk,
  tried?: Pick<Tried, "says" | "problems">,
) => unknown

/** How the returns of one sort are reviewed: the same moves on pages and in the API, each function with its own. */
export type Ways<Env extends SignedIn, Desk extends OnReview = OnReview> = {
  /** Below which address, with the parameters of a route. */
  one: string
  at: (desk: Desk) => string
  /** The return in the address. */
  here: (c: Context<Env>) => Promise<Desk>
  /** The same for whoever may make a move, and nobody else. */
  onlyFor: (c: Context<Env>, move: Reviewing) => Promise<Desk>
  /** What stands in the form of a reopening: for what it counts no longer. */
  counts: string
  look: (c: Context<Env>, key: MoveKey) => Promise<Reviewed>
  accept: (c: Context<Env>, seen: number, key: MoveKey) => Promise<Reviewed>
  ask: (c: Context<Env>, given: Record<string, unknown>, key: MoveKey) => Promise<Reviewed>
  settle: (c: Context<Env>, key: MoveKey) => Promise<Reviewed>
  sendBack: (c: Context<Env>, given: Opening, seen: number, key: MoveKey) => Promise<Reviewed>
  reopen: (c: Context<Env>, given: Opening, seen: number, key: MoveKey) => Promise<Reviewed>
}
