import { type DraftRound, draftRound } from "../domain/calendar/draft-round.ts"
import { type ListedRound, listedRound, type Round, round as roundSchema } from "../domain/calendar/round.ts"
import { isListed } from "./directory.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** A round as it stands: still a draft, or published. */
export type Standing = { state: "draft"; round: DraftRound } | { state: "published"; round: Round }

/** Rounds as those who plan them see them: drafts lie beside what is published, and nobody else finds them. */
export const roundsIn = (table: Table, programme: string) => ({
  all: async (): Promise<{ drafts: DraftRound[]; published: ListedRound[] }> => {
    const { pk } = keys.programme(programme)
    const [drafts, published] = await Promise.all([
      table.query({ pk, begins: keys.draftRound(programme, "").sk, strong: true }),
      table.query({ pk, begins: keys.listedRound(programme, "").sk, strong: true }),
    ])
    return {
      drafts: drafts.items.map((item) => draftRound.parse(item)),
      published: published.items.filter(isListed).map((item) => listedRound.parse(item)),
    }
  },

  find: async (id: string): Promise<Standing | undefined> => {
    const [draft, published] = await Promise.all([
      table.get(keys.draftRound(programme, id), { strong: true }),
      table.get(keys.round(id), { strong: true }),
    ])
    if (draft) return { state: "draft", round: draftRound.parse(draft) }
    if (!published || published.takenBack) return undefined
    const round = roundSchema.parse(published)
    return round.programme === programme ? { state: "published", round } : undefined
  },

  /** A new draft, under an id that no draft and no round has. */
  adding: (one: DraftRound): Action[] => [
    { put: { ...keys.draftRound(programme, one.id), ...one }, when: "new" },
    { check: keys.listedRound(programme, one.id), when: "new" },
  ],

  saving: (one: DraftRound): Action[] => [
    { put: { ...keys.draftRound(programme, one.id), ...one }, when: "there" },
  ],

  publishing: (one: Round): Action[] => [
    { remove: keys.draftRound(programme, one.id), when: "there" },
    ...published(programme, one),
  ],

  changing: (one: Round): Action[] => published(programme, one),

  /** A draft again: whoever asks for it finds nothing. What was published under it besides stays where it is. */
  takingBack: (one: Round, at: Date): Action[] => [
    { put: { ...keys.draftRound(programme, one.id), ...one }, when: "new" },
    { remove: keys.listedRound(programme, one.id) },
    { put: { ...keys.round(one.id), id: one.id, takenBack: at.toISOString() } },
  ],
})

const published = (programme: string, one: Round): Action[] => [
  { put: { ...keys.round(one.id), ...one } },
  { put: { ...keys.listedRound(programme, one.id), ...listedRound.parse(one) } },
]
