import type { Answers } from "../../../form/question.ts"
import type { Consent } from "./consent.ts"
import { type AgeBand, consentEdition, decidersFor, useNames } from "./consent-texts.ts"
import type { Who } from "./story.ts"

type Recording = { band: AgeBand; version: number; by: Who; at: Date }

/** What was answered, as it is kept. */
export const consentFrom = (answers: Answers, { band, version, by, at }: Recording): Consent => {
  const { responsibility: _, youngAgrees: __, document: ___, still: ____, ...rest } = answers
  const given = Object.fromEntries(useNames.map((use) => [use, rest[use] === true]))
  const others = Object.fromEntries(
    Object.entries(rest).filter(([key]) => !useNames.some((use) => use === key)),
  )
  return {
    ...(others as unknown as Omit<Consent, "uses">),
    edition: consentEdition,
    version,
    band,
    uses: given as Consent["uses"],
    recorded: { by, at: at.toISOString() },
  }
}

/**
 * What stands on the form as somebody is asked again: what was decided before, and never that they saw it, or when, or
 * that the right person decided.
 */
export const askedBefore = (before: Consent | undefined, band: AgeBand): Answers => {
  if (!before || !decidersFor[band].includes(before.decided)) return {}
  const { decided, power, decisionMaker, consulted, askedBy } = before
  const kept = { decided, power, decisionMaker, consulted, askedBy }
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, answer]) => (answer === undefined ? [] : [[key, answer]])),
  )
}
