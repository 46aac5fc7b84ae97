import { longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { Actor } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import type { Reading, Who } from "./reading.ts"
import { writeAsRead } from "./scoring.ts"

export type Flag = Reading["flags"][number]

const because = (label: string, called: string, hint: string) =>
  longText({ label, called, hint: `${hint} ${writeAsRead}`, words: 30 })

export const flagForm: Section = section({
  id: "flag",
  title: "Flags",
  minutes: 0,
  asks: {
    because: because(
      "What should somebody look at?",
      "what should be looked at",
      "A flag stays up until somebody says what came of it.",
    ),
  },
})

export const resolveForm: Section = section({
  id: "resolve",
  title: "Take a flag down",
  minutes: 0,
  asks: {
    because: because("What came of it?", "what came of it", "It is kept in the history."),
  },
})

/** The chair, and whoever raised it. */
export const mayResolve = (actor: Actor, { by }: Flag) =>
  by.person === actor.id || mayInSelection(actor, "moderate")

export const raised = (one: Reading, id: string, words: string, by: Who, at: string): Reading => ({
  ...one,
  flags: [...one.flags, { id, because: words, by, at }],
})

export const resolved = (one: Reading, id: string): Reading => ({
  ...one,
  flags: one.flags.filter((flag) => flag.id !== id),
})
