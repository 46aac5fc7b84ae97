import {
  type CoachingRight,
  coachingPolicy,
  type LearningRight,
  learningPolicy,
  type SupportRight,
  supportPolicy,
} from "../../../shared/domain/people/coaching-policy.ts"
import type { EveryDoor } from "../doors.ts"
import type { Client } from "../service.ts"
import type { Everything } from "./everything.ts"

/** The doors of coaching, of the pilot, of who supports sites and of what they learn. */
export const isOfCoaching = ({ app, door }: Pick<EveryDoor, "app" | "door">) =>
  ["coaching", "pilot", "support", "learning"].includes(app) && !door.endsWith("/health")

/** What is done to a plan while it is a draft: that of Halton is agreed and proposed. */
const ofDraft = (door: string) => /\/plan\/(?:sections\/:section|propose)$/.test(door)

/** What the address of a door of coaching names, so that something stands there for what the door does. */
export const coachingValues = (
  { app, door }: Pick<EveryDoor, "app" | "door">,
  { site, sessions, plan, actions, risks, help, offer, idea, community, draft }: Everything,
) => ({
  organisation: ofDraft(door) ? draft.site : site,
  phase: "NSW2",
  session: app === "learning" ? communityOf(door, community) : sessionOf(door, sessions),
  typed: "nothing",
  version: door.includes("/plan/versions") ? String(plan.version) : "1",
  section: "core",
  milestone: plan.milestone,
  comment: plan.comment,
  action: actions.open,
  month: /\/(?:ratings|highlights)/.test(door) ? "2017-12" : "2018-01",
  risk: risks.low,
  number: String(door.endsWith("/say-more") ? help.back : help.open),
  offer,
  idea,
})

/** The revision of what a door of coaching changes, as somebody has read it. */
export const coachingRevision = ({ door }: Pick<EveryDoor, "door">, { draft }: Everything) => {
  if (ofDraft(door)) return draft.revision
  return door.includes("/risks/") ? 1 : 2
}

const communityOf = (door: string, { past, toCome }: Everything["community"]) =>
  door.endsWith("/write-up") ? past : toCome

const sessionOf = (door: string, all: Everything["sessions"]) => {
  if (/\/(?:plan|cancel)$/.test(door)) return all.planned
  if (/\/(?:write|more|share)$/.test(door)) return all.held
  if (/\/(?:agree|change)$/.test(door)) return all.waiting
  return all.agreed
}

/** Whoever of them holds the right that a door of coaching asks for. */
export const coachingHolder = (
  { people, draft }: Everything,
  { whom, door }: Pick<EveryDoor, "whom" | "door">,
): Client => {
  if (ofDraft(door)) return draft.lead
  if (door.endsWith("/say-more")) return people.coach
  const roles: readonly string[] = Object.hasOwn(coachingPolicy, whom)
    ? Object.keys(coachingPolicy[whom as CoachingRight])
    : (supportPolicy[whom as SupportRight] ?? learningPolicy[whom as LearningRight] ?? [])
  const names = Object.keys(people) as (keyof Everything["people"])[]
  return people[names.find((one) => roles.includes(one)) ?? "lead"]
}

/** What a whole body has and need not have. */
export const mayBeLeftOut: readonly string[] = ["time", "place", "core", "doing"]

/** A field that no page of a draft can read, where what can be read is saved without a key. */
export const unreadable = { "next.day": "x", minutes: "x", people: "x" } as const

/** The pages on which a draft is saved. */
export const savesDraft = ({ door }: Pick<EveryDoor, "door">) =>
  / \/organisations.*\/(?:sessions\/:session\/(?:write|more)|plan\/sections\/:section)$/.test(door)
