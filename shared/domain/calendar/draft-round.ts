import type * as z from "zod"
import { addMonths } from "../../values/london.ts"
import { type Round, round } from "./round.ts"
import { spendingQuarters } from "./spending-quarters.ts"

/** A round as far as it is prepared: what nobody has written yet is not there. */
export const draftRound = round
  .partial()
  .required({ id: true, programme: true, kind: true, phase: true, title: true })
export type DraftRound = z.infer<typeof draftRound>

/** An id from the title and the year, "named-social-worker-phase-3-2018"; another where it is taken. */
export const roundIdFrom = (title: string, year: string, taken: string[]): string => {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .split(/[ -]+/)
    .filter((word) => word && word !== year)
  let slug = words.join("-").slice(0, 48).replace(/-+$/, "")
  if (slug === "" || slug === "new") slug = "round"
  let found = `${slug}-${year}`
  for (let more = 2; taken.includes(found); more++) found = `${slug}-${more}-${year}`
  return found
}

/** The same with a stand-in for whatever is not written yet: to show it as applicants will see it. */
export const asShown = (draft: DraftRound): Round => {
  const startsBetween = draft.startsBetween ?? { from: "2000-04-01", to: "2000-06-30" }
  const spentBy = draft.spentBy ?? addMonths(startsBetween.to, 6)
  return {
    about: [],
    opens: "",
    closes: "",
    questionsUntil: "",
    decisionsBy: "",
    ceiling: 0,
    weights: [],
    sections: [],
    signatures: [],
    partnerships: false,
    mayLead: [],
    barred: [],
    ...draft,
    sources: draft.sources ?? [],
    invented: draft.invented ?? false,
    startsBetween,
    quarters:
      draft.spentBy || !draft.quarters?.length
        ? spendingQuarters(startsBetween.from, spentBy)
        : draft.quarters,
  }
}

/** The round that a draft with nothing missing comes to, or nothing. */
export const roundFrom = (draft: DraftRound): Round | undefined => {
  const { opens, closes, questionsUntil, decisionsBy, ceiling, startsBetween } = draft
  if (!opens || !closes || !questionsUntil || !decisionsBy || !ceiling || !startsBetween) return undefined
  return round.safeParse(asShown(draft)).data
}
