import { canonical } from "../../values/canonical.ts"
import { shortHash } from "../../values/hash.ts"
import { stampWords } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import { decidedWords } from "./deciding.ts"
import type { Reading } from "./reading.ts"

/** What a decision is made by, as one mark: another one where any of it changed, or it was decided meanwhile. */
export const decidedBy = ({ decided, apply, readers, moderated, views, amount }: Reading): string => {
  const basis = {
    apply: apply?.at ?? "",
    sent: readers.map(({ person, sent }) => `${person} ${sent?.version ?? 0}`).sort(),
    moderated: moderated?.at ?? "",
    views: [...views].sort(),
    amount: amount ?? 0,
  }
  return `${decided?.version ?? 0}.${shortHash(canonical(basis))}`
}

/** Refuses a decision that was not made by what stands there now, with what was decided meanwhile. */
export const asSeen = (one: Reading, seen: string | undefined) => {
  if (seen === decidedBy(one)) return
  const { decided } = one
  const meanwhile = decided && !seen?.startsWith(`${decided.version}.`)
  throw new Refused("changed by someone else", {
    says: meanwhile
      ? `${decided.by.name} decided this on ${stampWords(new Date(decided.at))}: ${decidedWords(decided)}. Nothing of yours was saved. What stands now is shown here; to change it, decide it anew and say why.`
      : "Scores, views or the check changed after you opened this page. Nothing was saved. What stands now is shown here: look again, then decide.",
  })
}
