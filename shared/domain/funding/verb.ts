import type * as z from "zod"
import { Refused } from "../refused.ts"
import type { Account, Who } from "./account.ts"

/** Who makes a move, and when. */
export type Making = { by: Who; at: string }

/** One kind of move in an account: what it is given, and what it leaves. It refuses by throwing, and changes nothing then. */
export type Verb<Given> = {
  given: z.ZodType<Given>
  does: (before: Account, given: Given, making: Making) => Account
}

export const verb = <Given>(one: Verb<Given>) => one

export const refuse = (says: string): never => {
  throw new Refused("not possible now", { says })
}

/** For what can be done only while the award is accepted and not closed. */
export const live = ({ state, name }: Account) => {
  if (state === "offered") refuse(`${name} has not accepted the offer yet.`)
  if (state === "declined") refuse(`${name} has declined the offer.`)
  if (state === "closed") refuse(`The award of ${name} is closed.`)
}
