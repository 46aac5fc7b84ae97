import * as z from "zod"
import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { Refused } from "../refused.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** What a line is called where a comment is about the whole plan. */
export const wholePlan = "whole"

/** What somebody said about a plan, or one line of it. It stands in nobody's way. */
export const planRemark = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  /** The version that was read; 0 is a draft before any. */
  version: z.int(),
  draft: z.boolean(),
  /** A question, a row of it ("milestones.r1"), or the whole. `label` is what it was called then. */
  on: z.string(),
  label: z.string(),
  text: z.string(),
  /** Said by somebody who was asked to agree. */
  notYet: z.boolean().default(false),
  by: who,
  role: z.string(),
  at: z.iso.datetime(),
  dealt: z.object({ by: who, at: z.iso.datetime() }).optional(),
  revision: z.int(),
})
export type PlanRemark = z.infer<typeof planRemark>

/** A comment, on one of these lines or on the whole. */
export const remarkForm = (lines: Record<string, string>): Section =>
  section({
    id: "comment",
    title: "Comment on the plan",
    minutes: 3,
    intro: "The site reads it beside its answer and says when it is dealt with. Nothing waits for that.",
    asks: {
      on: choice({
        label: "What is it about?",
        called: "what it is about",
        options: { [wholePlan]: "The whole plan", ...lines },
      }),
      text: longText({ label: "Your comment", called: "your comment", words: 150 }),
    },
  })

/** Why somebody who was asked does not agree yet. */
export const notYetForm: Section = section({
  id: "not-yet",
  title: "Not yet",
  minutes: 3,
  asks: {
    note: longText({
      label: "What would have to change?",
      called: "what would have to change",
      hint: "The writers get it in a letter, and the plan is a draft again.",
      words: 150,
    }),
  },
})

export const dealtWith = (one: PlanRemark, by: PlanRemark["by"], at: string): PlanRemark => {
  if (one.dealt)
    throw new Refused("not possible now", { says: `${one.dealt.by.name} has dealt with this already.` })
  return { ...one, dealt: { by, at } }
}

/** Those about one line, or a row of it. */
export const remarksOn = (all: readonly PlanRemark[], line: string) =>
  all.filter(({ on }) => on === line || on.startsWith(`${line}.`))
