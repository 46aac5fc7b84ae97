import { stampWords } from "../../../values/london.ts"
import { Refused } from "../../refused.ts"
import type { EvaluationHead } from "../head.ts"
import {
  agreedIn,
  type EvaluationPlan,
  type EvaluationSide,
  evaluationSides,
  type ListedEvaluation,
  proposedIn,
  wordsOwed,
} from "./plan.ts"
import type { EvaluationVersion } from "./version.ts"

type Stamp = { by: ListedEvaluation["by"]; at: string }

const notNow = (says: string) => new Refused("not possible now", { says })

/** The draft as a version that waits for both; whoever speaks for a side may give its word in the same press. */
export const proposed = (
  before: EvaluationPlan,
  { version, hash, by, at }: EvaluationVersion,
  sides: readonly EvaluationSide[],
): EvaluationPlan => {
  writable(before)
  const agreements = sides.map((side) => ({ side, by, at, hash }))
  const listed = { version, hash, by, at, fate: "proposed" as const, agreements }
  return ended({ ...before, state: "proposed", versions: [...before.versions, listed] }, version, { by, at })
}

/** One's word on a version, for each side that one speaks for and that has not spoken. Both make it the one that counts. */
export const agreedBy = (
  before: EvaluationPlan,
  version: number,
  sides: readonly EvaluationSide[],
  { by, at }: Stamp,
): EvaluationPlan => {
  const one = waiting(before, version)
  const open = wordsOwed(one).filter((side) => sides.includes(side))
  if (open.length === 0) throw notNow(`Somebody has agreed for ${sides.join(" and ")} already.`)
  const agreements = [...one.agreements, ...open.map((side) => ({ side, by, at, hash: one.hash }))]
  const versions = before.versions.map((each) => (each.version === version ? { ...each, agreements } : each))
  return ended({ ...before, versions }, version, { by, at })
}

const ended = (plan: EvaluationPlan, version: number, { by, at }: Stamp): EvaluationPlan => {
  const one = plan.versions.find((each) => each.version === version)
  if (!one || !evaluationSides.every((side) => one.agreements.some((each) => each.side === side))) return plan
  return {
    ...plan,
    state: "agreed",
    versions: plan.versions.map((each) =>
      each.version === version ? { ...each, fate: "agreed" as const, ended: { by, at } } : each,
    ),
  }
}

/** Somebody who was asked says "not yet", or its writers take it back: it is a draft again. */
export const openedAgain = (
  before: EvaluationPlan,
  version: number,
  fate: "not yet" | "taken back",
  { by, at }: Stamp,
): EvaluationPlan => {
  waiting(before, version)
  return {
    ...before,
    state: "draft",
    versions: before.versions.map((each) =>
      each.version === version ? { ...each, fate, ended: { by, at } } : each,
    ),
  }
}

/** An agreed plan that is to change. The agreed version goes on counting. */
export const openedForChange = (before: EvaluationPlan): EvaluationPlan => {
  if (before.state !== "agreed") throw notNow("It is open for changes already.")
  return { ...before, state: "draft" }
}

export const writable = ({ state, versions }: EvaluationPlan) => {
  const last = versions.at(-1)
  if (state === "proposed" && last)
    throw notNow(
      `${last.by.name} proposed it on ${stampWords(new Date(last.at))}. Take it back first to change it.`,
    )
  if (state === "agreed") throw notNow("It is agreed. Open it for changes first.")
}

const waiting = (before: EvaluationPlan, version: number): ListedEvaluation => {
  const one = proposedIn(before)
  if (one?.version === version) return one
  const found = before.versions.find((each) => each.version === version)
  if (!found) throw new Refused("not found")
  if (found.fate === "agreed") throw notNow(`Version ${version} is agreed by both already.`)
  throw notNow(`Version ${version} does not wait for anybody any more: read the plan as it stands now.`)
}

/** Where it stands, for lists and homes: no word of the plan. */
export const evaluationPlanHead = (
  one: EvaluationPlan,
  lockedAt: string | undefined,
): NonNullable<EvaluationHead["plan"]> => {
  const agreed = agreedIn(one)
  const open = proposedIn(one)
  return {
    version: agreed?.version ?? 0,
    ...(agreed?.ended && { agreedAt: agreed.ended.at }),
    waitsFor: open ? wordsOwed(open) : [],
    ...(open && { since: open.at }),
    draft: one.state === "draft",
    ...(lockedAt !== undefined && { lockedAt }),
  }
}
