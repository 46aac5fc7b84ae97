import type { Player } from "./stage.ts"

/** What an earlier move gave, by the name it was kept under. */
export type Told = Record<string, unknown>
export type Kept = Map<string, Told>

export type Move = {
  at: Date
  who: string
  /** What is kept of it under this name. */
  keeps?: string
  does: (player: Player, kept: Kept) => Promise<Told | undefined>
}
export type Does = Move["does"]

const inside = (organisation: string) => `/organisations/${organisation}`

export const referenceOf = (kept: Kept, name: string) => {
  const reference = kept.get(name)?.reference
  if (typeof reference !== "string") throw new Error(`Nothing of the story is kept as ${name}`)
  return reference
}

const at = (organisation: string, kept: Kept, name: string) =>
  `${inside(organisation)}/submissions/${referenceOf(kept, name)}`

const revisionAt = async (player: Player, here: string) => Number((await player.get(here)).body.revision)

/** Begins what a round or a return asks for. */
export const begins =
  (organisation: string, round: string): Does =>
  (player) =>
    player.does(`${inside(organisation)}/submissions`, { round })

/** Writes some sections of what was begun. */
export const writes =
  (organisation: string, name: string, form: Record<string, Record<string, unknown>>): Does =>
  async (player, kept) => {
    const here = at(organisation, kept, name)
    for (const [section, answers] of Object.entries(form))
      await player.does(`${here}/sections/${section}`, { revision: await revisionAt(player, here), answers })
    return undefined
  }

/** Signs, sends or opens again, as it stands. */
export const moves =
  (organisation: string, name: string, move: "sign" | "send" | "change"): Does =>
  async (player, kept) => {
    const here = at(organisation, kept, name)
    return player.does(`${here}/${move}`, { revision: await revisionAt(player, here) })
  }

/** One call of an operation, whatever it is. */
export const calls =
  (path: string, body?: unknown): Does =>
  (player) =>
    player.does(path, body)

export const all =
  (...every: Does[]): Does =>
  async (player, kept) => {
    for (const does of every) await does(player, kept)
    return undefined
  }
