import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { stampWords } from "../../values/london.ts"
import { answered } from "../answered.ts"
import { Refused } from "../refused.ts"
import type { Feedback } from "./decision.ts"
import type { Panel, Reading, Who } from "./reading.ts"
import { writeAsRead } from "./scoring.ts"

const line = (label: string, called: string) =>
  longText({ label, called, hint: "40 words or fewer.", words: 40 })

/** Two strengths and two gaps. */
export const feedbackForm = section({
  id: "feedback",
  title: "Feedback for the applicant",
  minutes: 0,
  intro: `The applicant reads this with the decision, without your name. ${writeAsRead}`,
  asks: {
    strength1: line("First strength", "the first strength"),
    strength2: line("Second strength", "the second strength"),
    gap1: line("First gap", "the first gap"),
    gap2: line("Second gap", "the second gap"),
  },
})

type Lines = Pick<Feedback, "strengths" | "gaps">

/** The same as the form asks it. */
export const asAsked = ({ strengths, gaps }: Lines): Record<string, string> =>
  Object.fromEntries(
    [
      ["strength1", strengths[0]],
      ["strength2", strengths[1]],
      ["gap1", gaps[0]],
      ["gap2", gaps[1]],
    ].filter((one): one is [string, string] => one[1] !== undefined),
  )

export const linesFrom = (given: Record<string, unknown>, now: Date): Lines => {
  const { strength1, strength2, gap1, gap2 } = answered(feedbackForm, given, now)
  return { strengths: [strength1, strength2].map(String), gaps: [gap1, gap2].map(String) }
}

export const sameLines = (a: Lines, b: Lines) =>
  [...a.strengths, ...a.gaps].join("\0") === [...b.strengths, ...b.gaps].join("\0")

export const notTold = (panel: Panel | undefined) => {
  if (panel?.told)
    throw new Refused("not possible now", {
      says: `The applicants were told on ${stampWords(new Date(panel.told.at))}: what they read stands.`,
    })
}

/** The reading with its feedback written by somebody, and the feedback itself. What was sealed before is not. */
export const withFeedback = (
  { sealed: _, ...one }: Reading,
  lines: Lines,
  { by, at }: { by: Who; at: Date },
): { reading: Reading; feedback: Feedback } => {
  const moment = at.toISOString()
  return {
    reading: { ...one, feedback: { by, at: moment } },
    feedback: { reference: one.reference, ...lines, by, at: moment, revision: 0 },
  }
}
