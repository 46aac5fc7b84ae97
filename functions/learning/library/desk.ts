import type { Idea } from "../../../shared/domain/learning/idea.ts"
import {
  type LibraryIdea,
  type PageOf,
  pageOf,
  type Searched,
  searched,
  topicNames,
} from "../../../shared/domain/learning/library.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { learningIn } from "../../../shared/store/learning.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { type C, mayHere, only, storeHere } from "../here.ts"

export type Looked = { found: PageOf<LibraryIdea>; searched: Searched; all: number }

type Query = { req: { query: (name: string) => string | undefined } }

/** One page of what is shared at a level, by the words and the tag in the address. */
export const looked = async (c: Asking & Query, level: LibraryIdea["level"]): Promise<Looked> => {
  const asked = searchedIn(c)
  const { table, settings } = c.var.world
  const all = await learningIn(table, settings.programme).library(level)
  return { found: pageOf(searched(all, asked), pageIn(c)), searched: asked, all: all.length }
}

const searchedIn = ({ req }: Query): Searched => {
  const words = (req.query("words") ?? "").trim().slice(0, 100).toWellFormed()
  const given = req.query("tag") || undefined
  const tag = topicNames.find((one) => one === given)
  if (given !== undefined && tag === undefined)
    throw new Refused("not understood", { says: "There is nothing of this name to look for." })
  return { ...(words && { words }), ...(tag && { tag }) }
}

/** Which page: the first where none is given. */
export const pageIn = ({ req }: Query): number => {
  const given = req.query("page") ?? "1"
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}

/** How many ideas wait, for whoever decides about them. */
export const waitingFor = async (c: C): Promise<number | undefined> =>
  mayHere(c, "approve learning") ? (await storeHere(c).waiting()).length : undefined

/** What waits for a coordinator, the oldest first. */
export const allWaiting = (c: C): Promise<Idea[]> => {
  only(c, "approve learning")
  return storeHere(c).waiting()
}

/** What somebody has offered: what waits first, then what was decided, the newest first. */
export const yoursHere = async (c: C): Promise<Idea[]> => {
  const { id } = c.var.actor
  const [waiting, decided] = await Promise.all([storeHere(c).waiting(), storeHere(c).decidedOf(id)])
  return [...waiting.filter(({ offered }) => offered.by.person === id).reverse(), ...decided]
}

/** What coordinators decided, the newest first. */
export const decidedHere = (c: C) => {
  only(c, "approve learning")
  return storeHere(c).changes.history("library")
}
