import * as z from "zod"

/** How it is going, in one word of each side. */
export const goings = {
  "on-track": "On track",
  "needs-attention": "Needs attention",
  "needs-help": "Needs help",
} as const
export type Going = keyof typeof goings
export const going = z.enum(Object.keys(goings) as [Going, ...Going[]])

/** What sites get stuck on: a closed list, so that it can be counted across sites without naming any. */
export const stuckOn = {
  backfill: "Backfill and cover",
  recruitment: "Recruiting",
  consent: "Consent and information sharing",
  partners: "Partners and the wider system",
  coproduction: "Co-production",
  measures: "Measuring what changes",
  money: "Money",
  leadership: "Leadership and time",
  practice: "Practice and legal rights",
} as const
export type StuckOn = keyof typeof stuckOn
