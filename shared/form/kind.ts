import type * as z from "zod"
import type { Json } from "../values/canonical.ts"
import type { Posting, UsagePosting } from "./posting.ts"
import type { Answers, Problem } from "./question.ts"
import type { Section } from "./section.ts"
import type { WorkflowName } from "./workflow.ts"

/** Somebody whose word is needed before it may be sent. Signed by their own sign-in, never ticked by another. */
export type WantedSignature = {
  role: string
  /** What they put their name to, kept with what is sent. */
  declares: string[]
  /** Which sections it covers: a change there voids it. */
  covers: "all" | "money"
  /** Roles whose signatory must be another person; "writer" for whoever has written in it. */
  differsFrom: string[]
}

/**
 * What one kind of submission asks, as a function of facts (the round, the organisation, today).
 * Pages, validation, JSON API, OpenAPI, print, receipts and exports are derived from it.
 */
export type KindOf<Facts> = {
  id: string
  /** Its letter in a reference. */
  letter: string
  edition: number
  title: string
  called: string
  workflow: WorkflowName
  /** What asks for it: a round that one may answer, or the calendar of a site; of some sites alone. */
  asked: "in a round" | "of a site" | "of a continuing site"
  /** What its nil return says: that there is nothing to report. Without it there is none. */
  nil?: {
    declares: string
    minutes: number
    /** What it comes to in the account of the site, where the return itself counts there. */
    spends?: (facts: Facts) => Posting
  }
  /** Asks for everything that another asks for in short: of a site whose award says so. */
  fullOf?: string
  /** What else its facts are made of, besides who is asked for what period. */
  needs?: "the account" | "the evaluation"
  /**
   * It is filled in and sent on one page of its own, by anybody of the team. The calendar's letter about it opens that
   * page, and nothing else, for so many working days.
   */
  ownPage?: { byLetterFor: number }
  /** Who reads and accepts it, where it is accepted: the department, unless it says the evaluators. */
  readBy?: "the evaluators"
  /** What it says in figures, kept beside it as it is sent: at which point of the evaluation, of which measures. */
  figures?: (facts: Facts, answers: Record<string, Answers>) => { point: string; figures: Json[] }
  /** What counts in the account of the site once it is accepted: of spending, or of a whole grant. */
  spends?: (facts: Facts, answers: Record<string, Answers>) => Posting
  uses?: (facts: Facts, answers: Record<string, Answers>) => UsagePosting
  /** What its fields begin with, from what was accepted before: nobody has answered it until it is saved. */
  begins?: (facts: Facts) => Record<string, Answers>
  facts: z.ZodType<Facts>
  /** Facts that switch everything on: for the description of the API, and for tests. */
  sample: Facts
  sections: (facts: Facts) => Section[]
  signatures: (facts: Facts) => WantedSignature[]
  /** Checks across sections. */
  checks: (facts: Facts, answers: Record<string, Answers>) => (Problem & { section: string })[]
  /** What is shown across sections and may be sent with. */
  warns?: (facts: Facts, answers: Record<string, Answers>) => (Problem & { section: string })[]
  /** What the person who confirms sees on one page. */
  summary: { label: string; section: string; question: string }[]
}

/** A kind, its questions made once for the same facts: one request asks for them many times. */
export const defineKind = <Facts extends object>(kind: KindOf<Facts>): KindOf<Facts> => {
  const made = new WeakMap<Facts, Section[]>()
  return {
    ...kind,
    sections: (facts) => {
      const sections = made.get(facts) ?? kind.sections(facts)
      made.set(facts, sections)
      return sections
    },
  }
}
