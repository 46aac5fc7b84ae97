import { answered } from "../../../shared/domain/answered.ts"
import { saysTheSame } from "../../../shared/domain/coaching/plan-begin.ts"
import { answersOf } from "../../../shared/domain/coaching/plan-version.ts"
import {
  agreedLetters,
  notYetLetters,
  proposedLetters,
} from "../../../shared/domain/evaluation/plan/letters.ts"
import { lockProblems } from "../../../shared/domain/evaluation/plan/lock.ts"
import {
  agreedBy,
  openedAgain,
  openedForChange,
  proposed,
  writable,
} from "../../../shared/domain/evaluation/plan/moves.ts"
import { notYetForm } from "../../../shared/domain/evaluation/plan/not-yet.ts"
import {
  agreedIn,
  type EvaluationPlan,
  type EvaluationSide,
  evaluationSides,
  proposedIn,
  wordsOwed,
} from "../../../shared/domain/evaluation/plan/plan.ts"
import {
  type About,
  countingFrom,
  type EvaluationVersion,
  missingIn,
  versionOf,
} from "../../../shared/domain/evaluation/plan/version.ts"
import type { EvaluationRight } from "../../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putEvaluation } from "../../../shared/store/evaluation.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import { type C, mayHere } from "../../../shared/web/evaluation/here.ts"
import { changePlan, stampHere, writingHere } from "./changing.ts"
import { inPhaseHere, storeHere } from "./desk.ts"
import { newRemark } from "./remarks.ts"

export type Word = { version: number; agreed: boolean; waitsFor: EvaluationSide[] }
export type Proposed = Word & { hash: string }

const speaksFor: Record<EvaluationSide, EvaluationRight> = {
  "the site": "agree evaluation plan for the site",
  "the evaluator": "agree evaluation plan for the evaluator",
}

/** The sides that whoever asks speaks for. */
export const sidesHere = (c: C): EvaluationSide[] =>
  evaluationSides.filter((side) => mayHere(c, speaksFor[side]))

/** Those of them that a version still waits for. */
export const sidesWaiting = (c: C, plan: EvaluationPlan): EvaluationSide[] => {
  const open = proposedIn(plan)
  return open ? wordsOwed(open).filter((side) => sidesHere(c).includes(side)) : []
}

/** The draft as the next version, which both are asked to agree to; with the word of whoever speaks for a side. */
export const proposePlan = (c: C, agrees: boolean, key: MoveKey): Promise<Proposed> =>
  changePlan(
    c,
    { right: agrees ? "agree evaluation plan" : "write evaluation plan", key },
    async (before, about) => {
      writable(before)
      const problems = missingIn(before, about)
      if (problems.length > 0)
        throw new Refused("not complete", { says: "Nothing was proposed: something is missing.", problems })
      const text = versionOf(before, about, stampHere(c))
      await refuseTheSame(c, before, text)
      const { version } = text
      const after = proposed(before, text, agrees ? sidesHere(c) : [])
      const both = after.state === "agreed"
      const writing = await writingHere(c)
      return {
        move: "propose evaluation plan",
        version,
        after,
        actions: [putEvaluation("PLANVERSION", text.id, text), ...(both ? [putCounting(text, about)] : [])],
        letters: both ? agreedLetters(version, c.var.actor.name, writing) : proposedLetters(after, writing),
        result: { ...wordOn(after, version), hash: text.hash },
      }
    },
  )

const wordOn = (after: EvaluationPlan, version: number): Word => {
  const one = after.versions.find((each) => each.version === version)
  return { version, agreed: one?.fate === "agreed", waitsFor: one ? wordsOwed(one) : [] }
}

/** What counts from then on, in the same write as the second word. */
const putCounting = (text: EvaluationVersion, { held }: About) =>
  putEvaluation("AGREEDPLAN", "", countingFrom(text, text.at, held), held.agreed)

const refuseTheSame = async (c: C, before: EvaluationPlan, text: EvaluationVersion) => {
  const counts = agreedIn(before)
  const old = counts && (await storeHere(c).version(inPhaseHere(c).place, counts.version))
  const measuresOf = ({ measures }: EvaluationVersion) => ({ measures: measures as unknown as Json })
  if (old && saysTheSame(answersOf(old), answersOf(text)) && saysTheSame(measuresOf(old), measuresOf(text)))
    throw new Refused("not possible now", {
      says: `Nothing is otherwise than in version ${old.version}, which is agreed. Change something first.`,
    })
}

/** One's word on a version that was read. The second one makes it count. */
export const agreePlan = (c: C, version: number, key: MoveKey): Promise<Word> =>
  changePlan(c, { right: "agree evaluation plan", key }, async (before, about) => {
    const { by, at } = stampHere(c)
    const after = agreedBy(before, version, sidesHere(c), { by, at })
    const word = wordOn(after, version)
    const text = await storeHere(c).version(inPhaseHere(c).place, version)
    if (!text) throw new Refused("not found")
    refuseLocked(text, about)
    return {
      move: "agree evaluation plan",
      version,
      after,
      ...(word.agreed && {
        actions: [putCounting({ ...text, at }, about)],
        letters: agreedLetters(version, by.name, await writingHere(c)),
      }),
      result: word,
    }
  })

/** The baseline may have been accepted since it was proposed. */
const refuseLocked = ({ measures }: EvaluationVersion, { held }: About) => {
  const problems = lockProblems(measures, held)
  if (problems.length > 0)
    throw new Refused("not possible now", {
      says: `The measures were locked with the baseline meanwhile. ${problems.map(({ says }) => says).join(". ")}. Say “not yet”: it is a draft again.`,
    })
}

/** "Not yet", with what would have to change: the version is a draft again. */
export const notYet = (c: C, version: number, given: Record<string, unknown>, key: MoveKey): Promise<Word> =>
  changePlan(c, { right: "agree evaluation plan", key }, async (before) => {
    const { by, at } = stampHere(c)
    const after = openedAgain(before, version, "not yet", { by, at })
    const text = String(answered(notYetForm, given, c.var.world.now()).note)
    const remark = newRemark(c, { version, draft: false, text, notYet: true })
    return {
      move: "not agree evaluation plan",
      version,
      after,
      actions: [putEvaluation("PLANREMARK", remark.id, remark)],
      letters: notYetLetters(version, by.name, await writingHere(c)),
      result: { version, agreed: false, waitsFor: [] },
    }
  })

/**
 * Opened for changes by its writers: taken back where it waits, or another version where it is agreed. Whoever takes one
 * back in the moment in which it is agreed is told so, and opens nothing.
 */
export const openPlan = (c: C, key: MoveKey): Promise<{ state: string }> => {
  let back: number | undefined
  return changePlan(c, { right: "write evaluation plan", key }, async (before) => {
    const open = proposedIn(before)
    back ??= open?.version
    if (back !== undefined && agreedIn(before)?.version === back)
      throw new Refused("not possible now", {
        says: `Version ${back} was agreed meanwhile: it counts. Open the plan for changes to write another.`,
      })
    const after = open
      ? openedAgain(before, open.version, "taken back", stampHere(c))
      : openedForChange(before)
    return {
      move: "open evaluation plan",
      after,
      ...(open && { version: open.version }),
      result: { state: after.state },
    }
  })
}
