import { all, calls, type Does, type Kept, referenceOf } from "./acts.ts"
import type { Applicant, Line } from "./selection-sheets.ts"

const round = "nsw-2-2017"
export const panel = `/department/rounds/${round}`

export const chair = "chair@doh.example"
export const reader = "reader@doh.example"
export const second = "second-reader@doh.example"
export const decider = "decision-maker@doh.example"
export const adviser = "adviser@lived-experience.example"
export const coordinator = "coordinator@innovation-unit.example"

const expressionOf = (kept: Kept, one: Applicant) => referenceOf(kept, `${one}: expression of interest`)
const at = (kept: Kept, one: Applicant) => `${panel}/expressions/${expressionOf(kept, one)}`

/** A move of the selection panel about one of those who asked to take part. */
export const about =
  (one: Applicant, path: string, body: unknown): Does =>
  (player, kept) =>
    player.does(`${at(kept, one)}/${path}`, body)

/** Says of all at once that there is no link with any of them. */
export const noLinks: Does = async (player) => {
  const { expressions } = (await player.get(`${panel}/links`)).body as {
    expressions: { reference: string }[]
  }
  return player.does(`${panel}/links`, { none: expressions.map(({ reference }) => reference) })
}

/** Who reads what, by the ids of the readers. */
export const shares =
  (pairs: [Applicant, person: string][]): Does =>
  (player, kept) =>
    player.does(`${panel}/assign`, {
      pairs: pairs.map(([one, person]) => ({ reference: expressionOf(kept, one), person })),
    })

/** Writes some lines of a sheet, from the criterion at a place on, and sends nothing. */
export const scores = (one: Applicant, lines: Line[], from = 0): Does =>
  all(...lines.map(([score, because], place) => about(one, `score/c${from + place + 1}`, { score, because })))

export const scoresAndSends = (one: Applicant, lines: Line[], from = 0): Does =>
  all(scores(one, lines, from), about(one, "score/send", {}))

/** Decides by what is read at that moment. */
export const decides =
  (one: Applicant, decision: Record<string, unknown>): Does =>
  async (player, kept) => {
    const { seen } = (await player.get(`${at(kept, one)}/decision`)).body
    return player.does(`${at(kept, one)}/decision`, { seen, ...decision })
  }

export const joins =
  (one: Applicant, days: { from?: string; to?: string }): Does =>
  (player, kept) =>
    player.does(`${panel}/phase/${expressionOf(kept, one)}`, days)

/** Answers the question of the selection panel with this number. */
export const answersPanel =
  (one: Applicant, number: number, answer: string): Does =>
  (player, kept) =>
    calls(`/organisations/${one}/submissions/${expressionOf(kept, one)}/panel-questions/${number}`, {
      answer,
    })(player, kept)

/** Says that the first thing that the site has to do is done. */
export const closesFirst =
  (one: Applicant, evidence: string): Does =>
  async (player) => {
    const here = `/organisations/${one}/actions`
    const { actions } = (await player.get(here)).body as { actions: { id: string; state: string }[] }
    const first = actions.find(({ state }) => state === "open")
    return player.does(`${here}/${first?.id}/done`, { evidence })
  }
