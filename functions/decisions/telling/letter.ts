import { Refused } from "../../../shared/domain/refused.ts"
import type { LetterRow } from "../../../shared/domain/selection/telling.ts"
import type { ToldDecision } from "../../../shared/domain/selection/told.ts"
import type { C } from "../../../shared/web/panel/here.ts"
import type { TellingDesk } from "./desk.ts"

export type LetterDesk = TellingDesk & { row: LetterRow; told: ToldDecision }

/** One letter as it would go now. Whoever has a link with it finds nothing. */
export const letterIn = (c: C, desk: TellingDesk): LetterDesk => {
  const one = desk.mine.find(({ reference }) => reference === c.req.param("reference"))
  if (!one) throw new Refused("not found")
  const { row, name } = one
  if (!row)
    throw new Refused("not possible now", {
      says: `Say first whether you have a link with ${name}. Nothing of it is shown before.`,
    })
  if (!row.told) throw new Refused("not possible now", { says: "There is no letter to read over yet." })
  return { ...desk, row, told: row.told }
}
