import type { Problem } from "../form/question.ts"

/** Why something was not done. A closed set: pages and the API have words and a status for each. */
export const refusals = [
  "not understood",
  "not signed in",
  "not found",
  "not allowed",
  "not possible now",
  "not complete",
  "not valid",
  "personal data",
  "changed by someone else",
  "key used for something else",
  "too late",
  "too large",
  "too many tries",
  "busy",
] as const
export type Refusal = (typeof refusals)[number]

/** Two texts of one answer: what the other person saved, and what was typed over it. */
export type Clash = { question: string; theirs: string; by: string; at: string }

export type Details = {
  says?: string
  problems?: (Problem & { section?: string })[]
  clashes?: Clash[]
  /** Findings that are asked once each, by mark. */
  asks?: { question: string; mark: string; says: string }[]
  retryAfterSeconds?: number
}

/** Thrown where a person cannot have what they asked for, and nothing was changed. */
export class Refused extends Error {
  override readonly name = "Refused"
  readonly refusal: Refusal
  readonly details: Details

  constructor(refusal: Refusal, details: Details = {}) {
    super(refusal)
    this.refusal = refusal
    this.details = details
  }

  /** By name: a table may be made outside the bundle that asks, where this class is another one. */
  static override [Symbol.hasInstance](value: unknown) {
    return value instanceof Error && value.name === "Refused"
  }
}
