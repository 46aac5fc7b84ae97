import { folded } from "./folded.ts"
import type { Hit } from "./hit.ts"

const wild: Record<string, RegExp> = { "#": /\d/, "?": /\p{L}/u }

/**
 * An organisation's own case numbers, by its pattern: `#` stands for a digit, `?` for a letter, anything else
 * for itself in either case. The pattern is walked, never compiled, so no pattern can be slow. One with
 * neither `#` nor `?` finds nothing.
 */
export function caseNumbersIn(text: string, pattern: string): Hit[] {
  const places = Array.from(folded(pattern.trim()), (place) => wild[place] ?? place.toLowerCase())
  if (places.every((place) => typeof place === "string")) return []
  const hits: Hit[] = []
  for (let start = 0; start + places.length <= text.length; start += 1) {
    const end = start + places.length
    if (joins(text[start - 1], text[start]) || joins(text[end - 1], text[end])) continue
    if (!places.every((place, at) => fits(place, text[start + at] ?? ""))) continue
    hits.push({
      kind: "case number",
      severity: "ask",
      start,
      end,
      same: text.slice(start, end).toLowerCase(),
    })
  }
  return hits
}

const fits = (place: string | RegExp, character: string) =>
  typeof place === "string" ? character.toLowerCase() === place : place.test(character)

const joins = (before = "", after = "") => /[\p{L}\p{N}]{2}/u.test(before + after)
