import { answered } from "../../../shared/domain/answered.ts"
import {
  agreedOf,
  nextVersion,
  type Plan,
  type PlanSide,
  proposedOf,
  waitsFor,
} from "../../../shared/domain/coaching/plan.ts"
import { saysTheSame } from "../../../shared/domain/coaching/plan-begin.ts"
import { answersIn } from "../../../shared/domain/coaching/plan-form.ts"
import {
  agreedLetters,
  notYetLetters,
  proposedLetters,
} from "../../../shared/domain/coaching/plan-letters.ts"
import {
  agreed,
  openedAgain,
  openedForChange,
  proposed,
  writable,
} from "../../../shared/domain/coaching/plan-moves.ts"
import { notYetForm } from "../../../shared/domain/coaching/plan-remark.ts"
import { answersOf, saidIn, versionFrom } from "../../../shared/domain/coaching/plan-version.ts"
import type { CoachingRight } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { problemsIn, type Section } from "../../../shared/form/section.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, mayHere, placeHere } from "../../../shared/web/coaching/here.ts"
import { changePlan, stampHere, writingHere } from "./changing.ts"
import { sectionsHere, storeHere } from "./desk.ts"
import { newRemark } from "./remarks.ts"

export type Proposed = { version: number; hash: string; waitsFor: PlanSide[] }
export type Word = { version: number; agreed: boolean; waitsFor: PlanSide[] }

/** What stands between a draft and proposing it, each with its section. */
export const stillMissing = (sections: Section[], plan: Plan) =>
  sections.flatMap((one) =>
    problemsIn(one, plan.sections[one.id]?.answers ?? {}).map((each) => ({ ...each, section: one.id })),
  )

/** The draft as the next version, which both are asked to agree to. A lead may give the site's word with it. */
export const proposePlan = (c: C, agrees: boolean, key: MoveKey): Promise<Proposed> =>
  changePlan(c, { right: agrees ? "agree plan for the site" : "write plan", key }, async (before) => {
    writable(before)
    const sections = sectionsHere(c)
    const problems = stillMissing(sections, before)
    if (problems.length > 0)
      throw new Refused("not complete", { says: "Nothing was proposed: something is missing.", problems })
    await refuseTheSame(c, before)
    const version = nextVersion(before)
    const text = versionFrom({
      ...placeHere(c),
      version,
      sections: saidIn(sections, before.sections),
      ...stampHere(c),
    })
    const after = proposed(before, text, agrees)
    const one = proposedOf(after)
    return {
      move: "propose plan",
      version,
      after,
      actions: [putShared("PLANVERSION", text)],
      letters: proposedLetters(after, await writingHere(c)),
      result: { version, hash: text.hash, waitsFor: one ? waitsFor(one) : [] },
    }
  })

const refuseTheSame = async (c: C, before: Plan) => {
  const counts = agreedOf(before)
  const text = counts && (await storeHere(c).version(placeHere(c), counts.version))
  if (text && saysTheSame(answersOf(text), answersIn(before.sections)))
    throw new Refused("not possible now", {
      says: `Nothing is otherwise than in version ${text.version}, which is agreed. Change something first.`,
    })
}

const speaksFor: Record<PlanSide, CoachingRight> = {
  "the site": "agree plan for the site",
  "the programme": "agree plan for the programme",
}

/** The sides that whoever asks speaks for. */
export const sidesHere = (c: C): PlanSide[] =>
  (Object.keys(speaksFor) as PlanSide[]).filter((side) => mayHere(c, speaksFor[side]))

/** Those of them that a version still waits for. */
export const sidesWaiting = (c: C, plan: Plan): PlanSide[] => {
  const open = proposedOf(plan)
  return open ? waitsFor(open).filter((side) => sidesHere(c).includes(side)) : []
}

/** One's word on a version that was read. Whoever speaks for both gives both by one press. */
export const agreePlan = (c: C, version: number, key: MoveKey): Promise<Word> =>
  changePlan(c, { right: "agree plan", key }, async (before) => {
    const { by, at } = stampHere(c)
    const after = agreed(before, version, sidesHere(c), { by, at })
    const one = after.versions.find((each) => each.version === version)
    const both = after.state === "agreed"
    return {
      move: "agree plan",
      version,
      after,
      ...(both && { letters: agreedLetters(version, by.name, await writingHere(c)) }),
      result: { version, agreed: both, waitsFor: one ? waitsFor(one) : [] },
    }
  })

/** "Not yet", with what would have to change: the version is a draft again. */
export const notYet = (c: C, version: number, given: Record<string, unknown>, key: MoveKey): Promise<Word> =>
  changePlan(c, { right: "agree plan", key }, async (before) => {
    const { by, at } = stampHere(c)
    const after = openedAgain(before, version, "not yet", { by, at })
    const text = String(answered(notYetForm, given, c.var.world.now()).note)
    const remark = newRemark(c, { version, draft: false, text, notYet: true })
    return {
      move: "not agree plan",
      version,
      after,
      actions: [putShared("PLANREMARK", remark)],
      letters: notYetLetters(version, by.name, text, await writingHere(c)),
      result: { version, agreed: false, waitsFor: [] },
    }
  })

/**
 * Opened for changes by its writers: taken back where it waits, or another version where it is agreed. Whoever takes one
 * back in the moment in which it is agreed is told so, and opens nothing.
 */
export const openPlan = (c: C, key: MoveKey): Promise<{ state: string }> => {
  let back: number | undefined
  return changePlan(c, { right: "write plan", key }, async (before) => {
    const open = proposedOf(before)
    back ??= open?.version
    if (back !== undefined && agreedOf(before)?.version === back)
      throw new Refused("not possible now", {
        says: `Version ${back} was agreed meanwhile: it counts. Open the plan for changes to write another.`,
      })
    const after = open
      ? openedAgain(before, open.version, "taken back", stampHere(c))
      : openedForChange(before, stampHere(c))
    return {
      move: "open plan",
      after,
      ...(open && { version: open.version }),
      result: { state: after.state },
    }
  })
}
