import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, choices, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { monthWords } from "../../values/london.ts"
import { answered } from "../answered.ts"
import { Refused } from "../refused.ts"
import type { Word } from "./going.ts"
import { firstDayOf, type Month } from "./going-month.ts"
import { type Going, going, goings, type StuckOn, stuckOn } from "./going-words.ts"

const { "needs-attention": attention, "needs-help": help } = goings

/** What is asked where it is not on track: what it is stuck on, and one line. */
export const saysForm = (month: Month): Section =>
  section({
    id: "says",
    title: `How is ${monthWords(firstDayOf(month))} going?`,
    minutes: 1,
    asks: {
      says: choice({
        label: "In one word",
        called: "how it is going",
        options: { "needs-attention": attention, "needs-help": help },
      }),
      stuck: choices({
        label: "What is it stuck on?",
        called: "what it is stuck on",
        hint: "Select all that apply. The Department sees these and the word above; across sites they are counted without naming any.",
        options: stuckOn,
      }),
      line: longText({
        label: "What is behind it?",
        called: "what is behind it",
        hint: "One line. The site, its coach and the coordinators read it; the Department does not.",
        words: 40,
      }),
    },
  })

const given = z.object({
  says: going,
  stuck: z.array(z.custom<StuckOn>()).default([]),
  line: z.string().optional(),
})

/** What somebody says, as it may be kept: on track is one word, and the others say what it is stuck on. */
export const sayingFrom = (
  month: Month,
  typed: Record<string, unknown>,
  now: Date,
): Pick<Word, "says" | "stuck" | "line"> => {
  if (typed.says === ("on-track" satisfies Going)) {
    const more = ["stuck", "line"].filter((one) => typed[one] !== undefined)
    if (more.length > 0)
      throw new Refused("not valid", {
        problems: more.map((question) => ({
          question,
          says: "Leave this out where it is on track: it is asked where it needs attention or help",
        })),
      })
    return { says: "on-track", stuck: [] }
  }
  return given.parse(answered(saysForm(month), typed, now))
}

/** What is on the form already: what was said before, where that was asked. */
export const saysAnswers = (one: Word | undefined): Answers =>
  one && one.says !== "on-track"
    ? { says: one.says, stuck: one.stuck, ...(one.line !== undefined && { line: one.line }) }
    : {}
