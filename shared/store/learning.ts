import * as z from "zod"
import { type Idea, idea as ideaSchema } from "../domain/learning/idea.ts"
import { type LibraryIdea, libraryIdea } from "../domain/learning/library.ts"
import type { LearningLetter } from "../domain/letters/written.ts"
import { type Chains, changesIn } from "./changes.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** An idea that waits for a coordinator: put once, in the same write as what it comes from. */
export const offerIdea = (programme: string, one: Idea): Action => ({
  put: { ...keys.learning(programme, "waiting", one.id), ...ideaSchema.parse(one) },
  when: "new",
})

/**
 * What sites share with each other. What is offered, by whom and what became of it lies apart from what others read. What
 * everybody may read is written twice: for everybody, and among what every site has.
 */
export const learningIn = (table: Table, programme: string) => {
  const { pk } = keys.learning(programme, "waiting", "")

  const ideas = async (begins: string): Promise<Idea[]> =>
    (await everyItem(table, { pk, begins, strong: true })).map((item) => ideaSchema.parse(item))

  return {
    /** What waits for a coordinator, the oldest first: one query, whatever was decided before. */
    waiting: async (): Promise<Idea[]> =>
      (await ideas("IDEA#")).sort(
        (a, b) => a.offered.at.localeCompare(b.offered.at) || a.id.localeCompare(b.id),
      ),

    oneWaiting: async (id: string): Promise<Idea | undefined> => {
      const item = await table.get(keys.learning(programme, "waiting", id), { strong: true })
      return item && ideaSchema.parse(item)
    },

    /** What became of everything that somebody offered, the newest first. */
    decidedOf: async (person: string): Promise<Idea[]> =>
      (await ideas(keys.learningDecided(programme, person, "").sk)).reverse(),

    /** What was decided about an idea, by its id in the library or by the one it was offered under. */
    decided: async (id: string): Promise<Idea | undefined> => {
      const found = await table.get(keys.learningOrigin(programme, id), { strong: true })
      if (!found) return undefined
      const { person, decision } = origin.parse(found)
      const item = await table.get(keys.learningDecided(programme, person, decision), { strong: true })
      return item && ideaSchema.parse(item)
    },

    /** What every site has, or what everybody may read: the newest first. */
    library: async (level: LibraryIdea["level"]): Promise<LibraryIdea[]> => {
      const { pk, sk } = keys.learning(programme, level, "")
      const items = await everyItem(table, { pk, begins: sk, newestFirst: true })
      return items.map((item) => libraryIdea.parse(item))
    },

    inLibrary: async (id: string): Promise<LibraryIdea | undefined> => {
      const item = await table.get(keys.learning(programme, "community", id), { strong: true })
      return item && libraryIdea.parse(item)
    },

    /** The chains of what is decided, with the moves that were made. */
    changes: changesIn(table, chainsOf(programme)),
  }
}

const origin = z.object({ person: z.string(), decision: z.string() })

const chainsOf = (programme: string): Chains => ({
  chain: (record) => keys.learningChain(programme, record),
  move: (person, key) => keys.learningMove(programme, person, key),
  event: (record, number) => keys.event("learning", record, number),
  contents: (record, number) => keys.contents("learning", record, number),
})

/** It waits no longer: refused where somebody was quicker. */
export const noLongerWaiting = (programme: string, { id, revision }: Idea): Action => ({
  remove: keys.learning(programme, "waiting", id),
  when: { is: { revision } },
})

/** What became of an idea, beside whoever offered it; and the way to it from either of its ids. */
export const putDecided = (programme: string, decision: string, after: Idea): Action[] => {
  const { person } = after.offered.by
  const way = (id: string): Action => ({
    put: { ...keys.learningOrigin(programme, id), ...origin.parse({ person, decision }) },
  })
  return [
    {
      put: { ...keys.learningDecided(programme, person, decision), ...ideaSchema.parse(after), revision: 1 },
      when: "new",
    },
    way(after.id),
    way(decision),
  ]
}

/** The same after a second decision: withdrawn. */
export const changeDecided = (programme: string, decision: string, after: Idea, before: Idea): Action => ({
  put: {
    ...keys.learningDecided(programme, after.offered.by.person, decision),
    ...ideaSchema.parse(after),
    revision: before.revision + 1,
  },
  when: { is: { revision: before.revision } },
})

/** Into the library. */
export const putInLibrary = (programme: string, one: LibraryIdea): Action[] =>
  levelsOf(one).map((level) => ({
    put: { ...keys.learning(programme, level, one.id), ...libraryIdea.parse(one) },
    when: "new",
  }))

/** Out of the library, wherever it is. */
export const outOfLibrary = (programme: string, one: Pick<LibraryIdea, "id" | "level">): Action[] =>
  levelsOf(one).map((level) => ({ remove: keys.learning(programme, level, one.id) }))

const levelsOf = ({ level }: Pick<LibraryIdea, "level">) =>
  level === "public" ? (["community", "public"] as const) : (["community"] as const)

export const putLearningLetter = (programme: string, one: LearningLetter): Action => ({
  put: { ...keys.learningLetter(programme, one.id), ...one },
  when: "new",
})
