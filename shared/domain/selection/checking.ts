import * as z from "zod"
import { choice, choices, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { applyAnswers, type Reading, type Who } from "./reading.ts"

/** Caveats that come up often, each as the applicant reads it. */
export const readyCaveats = {
  finance: "Your section 151 officer has not accepted the money yet. Nothing is paid before they do.",
  partner: "A partner you name has not confirmed to us. Ask them to, and send us their answer.",
  start: "Nobody is in post yet. Tell us when somebody is, before the pilot starts.",
  costs: "Some of the costs are for things the money is not for. We will agree with you what it pays for.",
} as const
type Ready = keyof typeof readyCaveats
const isReady = (text: string) => Object.values(readyCaveats).some((one) => one === text)

/** No applicant reads more of them. */
export const mostCaveats = 3

const read = "The applicant will read this."
const withCaveat = { question: "answer", is: "yes, but" } as const

const own = (label: string, called: string) =>
  longText({ label, called, hint: read, words: 50, optional: true, when: withCaveat })

export const checkForm: Section = section({
  id: "check",
  title: "Can they apply?",
  minutes: 0,
  asks: {
    answer: choice({ label: "Can they apply?", called: "whether they can apply", options: applyAnswers }),
    ready: choices({
      label: "Caveats",
      called: "caveats",
      hint: `${read} One to three, with those of your own.`,
      options: readyCaveats,
      optional: true,
      when: withCaveat,
    }),
    caveat1: own("A caveat of your own", "the caveat"),
    caveat2: own("Another one", "the other caveat"),
    caveat3: own("A third one", "the third caveat"),
    because: longText({
      label: "Why can they not apply?",
      called: "why they cannot apply",
      hint: read,
      words: 100,
      when: { question: "answer", is: "no" },
    }),
  },
  checks: [
    {
      at: "ready",
      needs: ["answer"],
      holds: (all) => all.answer !== "yes, but" || caveatsIn(all).length > 0,
      otherwise: "Select a caveat, or write one",
    },
    {
      at: "ready",
      needs: ["answer"],
      holds: (all) => all.answer !== "yes, but" || caveatsIn(all).length <= mostCaveats,
      otherwise: `Give ${mostCaveats} caveats or fewer`,
    },
  ],
})

type Given = { ready?: string[]; caveat1?: string; caveat2?: string; caveat3?: string }

const caveatsIn = ({ ready = [], caveat1, caveat2, caveat3 }: Given): string[] => [
  ...ready.map((one) => readyCaveats[one as Ready]),
  ...[caveat1, caveat2, caveat3].flatMap((one) => one ?? []),
]

const checked = z.object({
  answer: z.enum(Object.keys(applyAnswers) as (keyof typeof applyAnswers)[]),
  ready: z.array(z.string()).optional(),
  caveat1: z.string().optional(),
  caveat2: z.string().optional(),
  caveat3: z.string().optional(),
  because: z.string().optional(),
})

export type Check = Pick<NonNullable<Reading["apply"]>, "answer" | "caveats" | "because">

/** What was answered: caveats and reasons only with the answer that they belong to. */
export const checkOf = (answers: Record<string, unknown>): Check => {
  const { answer, because, ...given } = checked.parse(answers)
  return {
    answer,
    caveats: answer === "yes, but" ? [...new Set(caveatsIn(given))] : [],
    ...(answer === "no" && because !== undefined && { because }),
  }
}

/** The same as the answers of its page. */
export const checkAnswers = ({ answer, caveats, because }: Check) => {
  const ready = (Object.keys(readyCaveats) as Ready[]).filter((one) => caveats.includes(readyCaveats[one]))
  const [caveat1, caveat2, caveat3] = caveats.filter((one) => !isReady(one))
  return {
    answer,
    ...(ready.length > 0 && { ready }),
    ...(caveat1 !== undefined && { caveat1 }),
    ...(caveat2 !== undefined && { caveat2 }),
    ...(caveat3 !== undefined && { caveat3 }),
    ...(because !== undefined && { because }),
  }
}

/**
 * A reading with the answer. Sheets that were sent stay, whatever it is; where they cannot apply nobody is left who has
 * still one to send.
 */
export const withCheck = (one: Reading, check: Check, by: Who, at: Date): Reading => ({
  ...one,
  ...(check.answer === "no" && { readers: one.readers.filter(({ sent }) => sent) }),
  apply: { ...check, by, at: at.toISOString() },
})
