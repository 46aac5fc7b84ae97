import {
  type ImportedSet,
  importedKind,
  importedRound,
  mergedWith,
} from "../../../shared/domain/evaluation/import/sets.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Figures, figures as figuresSchema } from "../../../shared/kinds/measures/figure.ts"
import { evaluationIn, putEvaluation } from "../../../shared/store/evaluation.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { Table } from "../../../shared/store/table.ts"
import { canonical, type Json } from "../../../shared/values/canonical.ts"
import { sha256 } from "../../../shared/values/hash.ts"
import type { By } from "../coaches.ts"

type Keeping = { table: Table; source: string; by: By; at: Date; name: string; dry: boolean }
export type Kept = "taken over" | "already there" | { refused: string }

/** One set of figures, beside the returns of the site: the same again changes nothing, and another source is refused. */
export const keep = async (keeping: Keeping, set: ImportedSet): Promise<Kept> => {
  const { table, source, by, at, name, dry } = keeping
  const { organisation, phase, point } = set
  const round = importedRound(point)
  const place = { organisation, phase, name }
  const before = await figuresAt(table, place, round)
  const next = nextOf(before, set, { source, at })
  if ("refused" in next || next.same) return "refused" in next ? { refused: next.refused } : "already there"
  if (dry) return "taken over"
  return evaluationIn(table).change(place, { by, at }, async () => {
    const there = await figuresAt(table, place, round)
    const again = nextOf(there, set, { source, at })
    if ("refused" in again || again.same) throw new Refused("not possible now")
    return {
      move: "import figures",
      about: { kind: "figure", id: round, title: again.after.title },
      actions: [putEvaluation("FIGURES", round, again.after, there)],
      result: "taken over" as const,
    }
  })
}

const figuresAt = async (
  table: Table,
  { organisation, phase }: { organisation: string; phase: string },
  round: string,
): Promise<Figures | undefined> => {
  const item = await table.get(keys.evaluation(organisation, "FIGURES", phase, round), { strong: true })
  return item && figuresSchema.parse(item)
}

type Next = { refused: string } | { same: boolean; after: Figures }

const nextOf = (
  before: Figures | undefined,
  { organisation, phase, point, figures }: ImportedSet,
  { source, at }: { source: string; at: Date },
): Next => {
  const title = `Taken over from ${source}`
  if (before && before.title !== title)
    return {
      refused: `figures of ${organisation} at ${point} are there already (${before.title}): they are left as they are`,
    }
  const merged = mergedWith(before?.figures ?? [], figures)
  const hash = sha256(canonical([source, merged as unknown as Json])).slice(0, 12)
  const reference = `imported-${hash}`
  return {
    same: before?.reference === reference,
    after: {
      organisation,
      phase,
      round: importedRound(point),
      kind: importedKind,
      title,
      point,
      reference,
      version: (before?.version ?? 0) + 1,
      at: at.toISOString(),
      state: "accepted",
      figures: merged,
      revision: before?.revision ?? 0,
    },
  }
}
