import {
  type EvaluationRight,
  evaluationPolicy,
  type FindingsRight,
  findingsPolicy,
} from "../../../shared/domain/people/evaluation-policy.ts"
import type { EveryDoor } from "../doors.ts"
import type { Client } from "../service.ts"
import type { EvaluationEverything } from "./everything.ts"

type One = Pick<EveryDoor, "app" | "door">

/** The doors of the evaluation of sites, of what is found across them, and of people's own voice. */
export const isOfEvaluation = ({ app, door }: One) =>
  ["evaluation", "stories", "tally", "findings", "voice"].includes(app) && !door.endsWith("/health")

/** What is done to a plan while it is a draft: that of Halton is agreed and proposed. */
const ofDraft = (door: string) => /\/plan\/(?:sections\/:section|measures|propose|begin)/.test(door)
/** A return that is being read: that of Halton is accepted. */
const ofSent = (door: string) => /\/returns\/:reference/.test(door) && !door.endsWith("/reopen")
const atOther = (door: string) => ofDraft(door) || ofSent(door)

const storyIn = (door: string, { stories }: EvaluationEverything) => {
  if (/\/(?:write|consent|send)$/.test(door)) return stories.draft
  return door.endsWith("/check") ? stories.waiting : stories.shared
}

const reportIn = (door: string, { issued, draft }: EvaluationEverything) =>
  /\/(?:write|issue)$/.test(door) ? draft : issued

/** What the address of a door of the evaluation names, so that something stands there for what the door does. */
export const evaluationValues = ({ app, door }: One, all: EvaluationEverything) => ({
  organisation: atOther(door) ? all.other.site : all.site,
  phase: "NSW2",
  reference: ofSent(door) ? all.other.reference : all.baseline.reference,
  number: "1",
  version: door.includes("/plan/versions") ? "3" : "1",
  section: "theory",
  comment: all.plan.comment,
  round: all.tally.round,
  token: all.tally.token,
  secret: all.wave.secret,
  wave: all.wave.wave,
  line: all.line,
  story: storyIn(door, all),
  report: reportIn(door, all),
  measure: app === "findings" || door.includes("/released/") ? "people" : all.plan.own,
  at: "baseline",
})

/** The revision of what a door changes, as somebody has read it. */
export const evaluationRevision = ({ app, door }: One, { other }: EvaluationEverything) => {
  if (ofSent(door)) return other.revision
  if (ofDraft(door)) return 1
  if (app === "stories" && door.endsWith("/check")) return 3
  if (/\/reports\/.*\/(?:easy-read|group|publish)$/.test(door)) return 3
  return app === "evaluation" && door.endsWith("/reopen") ? 99 : 1
}

/** Whoever of them holds the right that a door of the evaluation asks for. */
export const evaluationHolder = (
  { people, other }: EvaluationEverything,
  { whom, door }: Pick<EveryDoor, "whom" | "door">,
  nobody: Client,
): Client => {
  if (whom === "everybody") return nobody
  const roles: readonly string[] = Object.hasOwn(evaluationPolicy, whom)
    ? Object.keys(evaluationPolicy[whom as EvaluationRight])
    : findingsPolicy[whom as FindingsRight]
  if (atOther(door) && roles.includes("lead")) return other.lead
  const names = Object.keys(people) as (keyof EvaluationEverything["people"])[]
  return people[names.find((one) => roles.includes(one)) ?? "lead"]
}

/** What a whole body has and need not have. */
export const mayBeLeftOutOfIt: readonly string[] = [
  "posts",
  "workers",
  "words",
  "askedBy",
  "agrees",
  "because",
  "quote",
  "costs",
]

/** A page whose draft is saved without a key, and what it cannot read. */
export const savesPlan = ({ door }: One) => / \/.*\/evaluation\/:phase\/plan\/sections\/:section$/.test(door)
