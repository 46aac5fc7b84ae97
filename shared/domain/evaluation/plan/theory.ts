import type { Answers } from "../../../form/question.ts"
import { longText } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { type Level, levels } from "../../../kinds/measures/measure.ts"

const box = (label: string, called: string, hint: string) => longText({ label, called, hint, words: 40 })
const outcomes = (level: Level) =>
  box(levels[level], `what changes for ${calledOf[level]}`, "What changes. One a line: one is enough.")
const calledOf: Record<Level, string> = {
  people: "people, and those around them",
  workers: "named social workers",
  system: "the wider system",
}

/** Seven boxes of a few words each: what is put in, what is done, how it works, and what changes at each level. */
export const theoryForm = section({
  id: "theory",
  title: "How it is meant to work",
  minutes: 20,
  intro: "Your theory of change, in 40 words a box. A picture is drawn from it.",
  asks: {
    inputs: box("What goes in", "what goes in", "Time, money, people. One a line."),
    activities: box("What you do", "what you do", "One a line."),
    mechanisms: box("How it works", "how it works", "Why what you do should lead to what changes."),
    people: outcomes("people"),
    workers: outcomes("workers"),
    system: outcomes("system"),
    assumptions: box(
      "What you take for granted",
      "what you take for granted",
      "What has to be so, for this to work. One a line.",
    ),
  },
})

/** One box of the picture: its heading, and its lines as they were written. */
export type TheoryBox = { id: string; heading: string; level?: Level; lines: string[] }

/** What a theory says, box by box, in the order in which it is read. What is not answered has no line. */
export const theoryBoxes = (answers: Answers): TheoryBox[] =>
  Object.entries(theoryForm.asks).map(([id, { label }]) => ({
    id,
    heading: id in levels ? `What changes: ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label,
    ...(id in levels && { level: id as Level }),
    lines: linesOf(answers[id]),
  }))

/** One thing a line; a bullet that somebody typed before it is left out, and what no XML may hold. */
const linesOf = (answer: unknown): string[] =>
  (typeof answer === "string" ? answer : "")
    .replace(/[\uFFFE\uFFFF]/gu, " ")
    .split("\n")
    .map((line) => line.replace(/^\s*[-•*–]\s+/u, "").trim())
    .filter((line) => line !== "")
