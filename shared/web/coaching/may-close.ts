import type { Action } from "../../domain/actions/action.ts"
import { closesBy } from "../../domain/actions/by-hand.ts"
import { type C, coachedHere } from "./here.ts"

/** Whether whoever asks may say that it is done. */
export const mayClose = (c: C, one: Action) =>
  closesBy(c.var.actor, one, coachedHere(c, one.phase)) !== undefined
