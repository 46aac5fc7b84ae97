import { Refused } from "../../../shared/domain/refused.ts"
import { owedBy } from "../../../shared/domain/selection/standing.ts"
import { type LetterRow, lettersIn, withPlaces } from "../../../shared/domain/selection/telling.ts"
import { arrivalsHere, type C, type Desk, deskHere, only } from "../../../shared/web/panel/here.ts"

export const whoTells = "The chair of the selection panel and the decision-maker tell the applicants."

/** The letters of a round. `rows` is for acting on all of them; `mine` is what this person may see of it. */
export type TellingDesk = Desk & { rows: LetterRow[]; mine: MyRow[]; hidden: boolean }

/** One applicant as this person sees it: a name alone before they have said whether they have a link with it. */
export type MyRow = { reference: string; name: string; row?: LetterRow }

/**
 * The letters of the round in the address, made anew from what is decided and written now: three requests more than
 * the panel itself. Whoever still owes scores is shown none: what was decided follows from what others scored.
 */
export const tellingHere = async (c: C): Promise<TellingDesk> => {
  only(c, "tell", whoTells)
  const [desk, arrivals] = await Promise.all([deskHere(c), arrivalsHere(c)])
  const { round, store, whole, seen } = desk
  if (owedBy(c.var.actor, whole).length > 0)
    throw new Refused("not possible now", {
      says: "You still have scores to send in this round. What was decided is shown to you after that.",
    })
  const [decisions, feedback] = await Promise.all([store.everyDecision(), store.everyFeedback()])
  const { readings, criteria } = whole
  const rows = lettersIn({ round, criteria, readings, decisions, feedback, arrivals })
  const seenOf = ({ reading }: LetterRow) => seen.find(({ reference }) => reference === reading.reference)
  const open = withPlaces(
    rows.filter((row) => {
      const one = seenOf(row)
      return one?.standing === "free" && one.compared !== undefined
    }),
  )
  const mine = rows.flatMap((each): MyRow[] => {
    const one = seenOf(each)
    if (!one) return []
    const row = open.find(({ reading }) => reading.reference === one.reference)
    return [{ reference: one.reference, name: one.name, ...(row && { row }) }]
  })
  return { ...desk, rows: withPlaces(rows), mine, hidden: mine.length < rows.length }
}
