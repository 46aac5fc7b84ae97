import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, date, longText, money, text, wholeNumber } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { kindIds, kindOf } from "../../kinds/index.ts"
import { addMonths, dayWords, londonDate, plainDate } from "../../values/london.ts"
import { type Cadence, cadences, type Line, line as lineSchema, type Phase } from "./phase.ts"
import { whyRatings } from "./phase-ratings.ts"
import { naming as roundNaming } from "./round-facts/about.ts"
import { present } from "./round-facts/page.ts"

/** The longest that a phase can be, in months. */
export const longest = 36

const id = {
  ...roundNaming.phase,
  label: "What is its code?",
  hint: "2 to 8 letters and figures, such as NSW3. It stands in references for ever.",
}

export const isPhaseCode = (given: string) => id.schema.safeParse(given).success

const title = text({
  label: "What is the phase called?",
  called: "what the phase is called",
  hint: "For example, Phase 3, 2018 to 2019",
  upTo: 120,
})

/** What a new phase begins with. */
export const newPhase: Section = section({
  id: "new",
  title: "Prepare a new phase",
  minutes: 0,
  asks: { id, title },
})
export const named = z.object({ id: z.string(), title: z.string() })

/** What a phase is, when it is and what it has. Its dates stand once it is published. */
export const factsForm = ({ published }: Pick<Phase, "published">, now: Date): Section => {
  const notAfter = addMonths(londonDate(now), 60)
  const whole = section({
    id: "facts",
    title: "Title, dates and money",
    minutes: 0,
    asks: {
      title,
      about: longText({ label: "What is it about?", called: "what it is about", words: 300 }),
      from: date({
        label: "What is its first day?",
        called: "its first day",
        hint: "A site may begin earlier or later.",
        notBefore: "2016-01-01",
        notAfter,
        optional: true,
      }),
      to: date({
        label: "What is its last day?",
        called: "its last day",
        notBefore: "2016-01-01",
        notAfter,
        optional: true,
      }),
      envelope: money({
        label: "How much is there in all?",
        called: "the amount in all",
        hint: "Leave it empty where it is not published.",
        optional: true,
      }),
      because: longText({
        label: "If it asks a lot of a site, why?",
        called: "why it asks a lot of a site",
        hint: "Needed where it asks for more than 20 hours, or 5% of an award. Each site reads it.",
        words: 60,
        optional: true,
      }),
      ratings: whyRatings,
    },
    checks: [
      {
        at: "to",
        needs: ["from", "to"],
        holds: ({ from, to }) => from < to,
        otherwise: ({ from }) => `Its last day must be after its first, ${dayWords(from)}`,
      },
      {
        at: "to",
        needs: ["from", "to"],
        holds: ({ from, to }) => to <= addMonths(from, longest),
        otherwise: `Its last day must be within ${longest} months of its first`,
      },
    ],
  })
  if (published === undefined) return whole
  const { from: _, to: __, ...asks } = whole.asks
  return { ...whole, asks }
}

const facts = z.object({
  title: z.string(),
  about: z.string(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  envelope: z.int().optional(),
  because: z.string().optional(),
  ratings: z.string().optional(),
})

export const factsOf = ({ title, about, envelope, because, ratings, ...one }: Phase): Answers => {
  const dates = one.published === undefined ? { from: one.from, to: one.to } : {}
  return present({ title, about: about === "" ? undefined : about, ...dates, envelope, because, ratings })
}

export const withFacts = <One extends Phase>(one: One, answers: Answers): One => {
  const { from, to, ...rest } = facts.parse(answers)
  const words = { envelope: undefined, because: undefined, ratings: undefined, ...rest }
  return one.published === undefined ? { ...one, ...words, from, to } : { ...one, ...words }
}

const askable = kindIds.filter((kind) => kindOf(kind).asked !== "in a round" && !kindOf(kind).fullOf)
const kindWords = Object.fromEntries(askable.map((kind) => [kind, kindOf(kind).title]))

/** One thing that is asked of each site. */
export const lineForm: Section = section({
  id: "line",
  title: "What is asked of each site",
  minutes: 0,
  asks: {
    kind: choice({ label: "What is asked?", called: "what is asked", options: kindWords }),
    cadence: choice({ label: "How often?", called: "how often", options: cadences }),
    months: wholeNumber({
      label: "How many months after the end?",
      called: "how many months after the end",
      least: 1,
      most: 24,
      when: { question: "cadence", is: "after" },
    }),
    workingDays: wholeNumber({
      label: "How many working days are there to send it?",
      called: "the number of working days to send it",
      hint: "Counted from the last day it covers, or from the start where it is asked then. It is due at 5pm.",
      least: 1,
      most: 60,
    }),
    lastWorkingDays: wholeNumber({
      label: "How many for the last one?",
      called: "the number of working days for the last one",
      hint: "Only where it is given longer.",
      least: 1,
      most: 60,
      optional: true,
    }),
    locksAfter: wholeNumber({
      label: "For how many working days is a late one still taken?",
      called: "the number of working days a late one is taken",
      least: 1,
      most: 250,
    }),
    because: longText({
      label: "Why is it asked?",
      called: "why it is asked",
      hint: "Who uses it and for what. Each site reads it.",
      words: 60,
    }),
  },
})

export const lineAnswers = ({ id: _, ...one }: Line): Answers => present(one)

const lineWords = lineSchema.omit({ id: true })
/** The line that was written, under its own id; or under a new one, which no other line of the phase has. */
export const lineFrom = (answers: Answers, asks: Line[], id?: string): Line => {
  const given = lineWords.parse(answers)
  return { id: id ?? newLineId(given, asks), ...given }
}

const newLineId = ({ kind, cadence, months }: Omit<Line, "id">, asks: Line[]) => {
  const words = cadence === "after" ? `after-${months}` : (kind.split("-")[0] ?? kind)
  let found = words
  for (let more = 2; asks.some((one) => one.id === found); more++) found = `${words}-${more}`
  return found
}

/** "Each quarter of the financial year, 15 working days after it ends (20 for the last)" */
export const whenWords = ({ cadence, months, workingDays, lastWorkingDays }: Line): string => {
  const often = cadence === "after" ? `Once, ${months} months after the end` : cadences[cadence]
  const last = lastWorkingDays ? ` (${lastWorkingDays} for the last)` : ""
  return `${often}; due ${workingDays} working days ${afterWhat[cadence]}${last}`
}

const afterWhat: Record<Cadence, string> = {
  month: "after the month ends",
  quarter: "after the quarter ends",
  start: "after the first day",
  middle: "after the day in its middle",
  end: "after the last day",
  after: "after that",
}
