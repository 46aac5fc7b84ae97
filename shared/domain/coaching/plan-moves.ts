import { stampWords } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import type { Head } from "./head.ts"
import {
  agreedOf,
  type ListedVersion,
  type Plan,
  type PlanSide,
  planSides,
  proposedOf,
  waitsFor,
} from "./plan.ts"
import { type MilestoneCounts, withMoves } from "./plan-milestones.ts"
import type { PlanVersion } from "./plan-version.ts"

type By = ListedVersion["by"]
type Stamp = { by: By; at: string }

const notNow = (says: string) => new Refused("not possible now", { says })

/** The draft as a version that waits for both; `agrees` where its lead gives the site's word in the same press. */
export const proposed = (before: Plan, { version, hash, by, at }: PlanVersion, agrees: boolean): Plan => {
  writable(before)
  const agreements = agrees ? [{ side: "the site" as const, by, at, hash }] : []
  return {
    ...before,
    state: "proposed",
    versions: [...before.versions, { version, hash, by, at, fate: "proposed", agreements }],
  }
}

/** One's word on a version, for each side that one speaks for and that has not spoken. Both make it the one that counts. */
export const agreed = (
  before: Plan,
  version: number,
  sides: readonly PlanSide[],
  { by, at }: Stamp,
): Plan => {
  const one = waiting(before, version)
  const open = waitsFor(one).filter((side) => sides.includes(side))
  if (open.length === 0) throw notNow(`Somebody has agreed for ${sides.join(" and ")} already.`)
  const agreements = [...one.agreements, ...open.map((side) => ({ side, by, at, hash: one.hash }))]
  const both = planSides.every((side) => agreements.some((each) => each.side === side))
  return {
    ...before,
    state: both ? "agreed" : "proposed",
    versions: before.versions.map((each) =>
      each.version === version
        ? { ...each, agreements, ...(both && { fate: "agreed" as const, ended: { by, at } }) }
        : each,
    ),
  }
}

/** Somebody who was asked says "not yet", or the site takes it back: it is a draft again. */
export const openedAgain = (
  before: Plan,
  version: number,
  fate: "not yet" | "taken back",
  { by, at }: Stamp,
): Plan => {
  const one = waiting(before, version)
  return {
    ...before,
    state: "draft",
    sections: withMoves(before, one.at, { by, at }),
    versions: before.versions.map((each) =>
      each.version === version ? { ...each, fate, ended: { by, at } } : each,
    ),
  }
}

/** An agreed plan that is to change. The agreed version goes on counting. */
export const openedForChange = (before: Plan, by: Stamp): Plan => {
  const counts = agreedOf(before)
  if (before.state !== "agreed" || !counts) throw notNow("It is open for changes already.")
  return { ...before, state: "draft", sections: withMoves(before, counts.at, by) }
}

export const writable = ({ state, versions }: Plan) => {
  const last = versions.at(-1)
  if (state === "proposed" && last)
    throw notNow(
      `${last.by.name} proposed it on ${stampWords(new Date(last.at))}. Take it back first to change it.`,
    )
  if (state === "agreed") throw notNow("It is agreed. Open it for changes first.")
}

const waiting = (before: Plan, version: number): ListedVersion => {
  const one = proposedOf(before)
  if (one?.version === version) return one
  const found = before.versions.find((each) => each.version === version)
  if (!found) throw new Refused("not found")
  if (found.fate === "agreed") throw notNow(`Version ${version} is agreed by both already.`)
  throw notNow(`Version ${version} does not wait for anybody any more: read the plan as it stands now.`)
}

/** Where it stands, for lists and homes: no word of the plan. */
export const planHead = (one: Plan, counts?: MilestoneCounts): NonNullable<Head["plan"]> => {
  const agreedOne = agreedOf(one)
  const open = proposedOf(one)
  return {
    version: agreedOne?.version ?? 0,
    ...(agreedOne?.ended && { agreedAt: agreedOne.ended.at }),
    waitsFor: open ? waitsFor(open) : [],
    ...(open && { since: open.at }),
    draft: one.state === "draft",
    ...(counts && {
      milestones: { all: counts.all, done: counts.done, ...(counts.next && { next: counts.next }) },
    }),
  }
}
