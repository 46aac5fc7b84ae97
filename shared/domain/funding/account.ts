import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { figures } from "./figures.ts"
import { payment } from "./payment.ts"
import { profile } from "./profile.ts"
import { recovery } from "./recovery.ts"

export const who = z.object({ person: z.string(), name: z.string() })
export type Who = z.infer<typeof who>

/** How far an award has come, in the words of its page. */
export const accountStates = {
  offered: "Offered",
  accepted: "Accepted",
  declined: "Declined",
  closed: "Closed",
} as const
export type AccountState = keyof typeof accountStates

/** Which form a site reports its spending by, in the words of the page that sets it. */
export const forms = {
  light: "Spending update: five lines, not certified",
  full: "Quarterly funding return: every head of cost, certified each quarter",
} as const
export type Form = keyof typeof forms

/** An award as it was agreed at one time. The first is what was offered; each variation adds one, and none is ever changed. */
export const awardVersion = z.object({
  version: z.int(),
  amount: z.int(),
  profile,
  because: z.string(),
  by: who,
  at: z.iso.datetime(),
})
export type AwardVersion = z.infer<typeof awardVersion>

/** The offer as it was made: its words are kept with it, and its hash is what they sign. */
export const offer = z.object({
  version: z.int(),
  letter: z.array(z.string()),
  terms: z.object({ edition: z.int(), lines: z.array(z.string()) }),
  answerBy: plainDate,
  hash: z.string(),
  by: who,
  at: z.iso.datetime(),
})

/** One task of setting up at a site: its answers, and who gave them. */
export const task = z.object({
  answers: z.record(z.string(), z.json()),
  by: who,
  at: z.iso.datetime(),
})

/** What is decided about a site in the middle of its phase. */
export const midPhase = { continue: "Continue", amend: "Continue with changes", stop: "Stop" } as const
export type MidPhase = keyof typeof midPhase

const checked = { open: "To be checked", right: "Right", wrong: "Not right" } as const

/**
 * The money of one site in one phase, as everything that happened to it leaves it. Amounts are pence. It is worked out
 * from its entries alone (`play.ts`): nothing else changes it, and playing them again gives the same to the penny.
 */
export const account = z.object({
  organisation: z.string(),
  name: z.string(),
  /** The organisation's code, as references have it. */
  code: z.string(),
  phase: z.string(),
  /** The pilot at this site. */
  from: plainDate,
  to: plainDate,
  state: z.enum(Object.keys(accountStates) as [AccountState, ...AccountState[]]),
  award: z.int(),
  form: z.object({ is: z.enum(Object.keys(forms) as [Form, ...Form[]]), because: z.string() }),
  versions: z.array(awardVersion),
  offer,
  /** Whose word on the offer is there: by role. */
  signatures: z.array(z.object({ role: z.string(), by: who, at: z.iso.datetime(), hash: z.string() })),
  declined: z.object({ by: who, at: z.iso.datetime(), because: z.string() }).optional(),
  setUp: z.record(z.string(), task),
  payments: z.array(payment),
  /** What was accepted, by period, oldest first. */
  figures: z.array(figures),
  /** What returns had moved between heads of cost when the last version was agreed: it lies in its profile. */
  moved: z
    .array(
      z.object({ round: z.string(), after: plainDate, from: z.string(), to: z.string(), amount: z.int() }),
    )
    .optional(),
  /** The statement of grant usage, once it is accepted: pence by financial year. */
  usage: z
    .object({
      reference: z.string(),
      version: z.int(),
      used: z.record(z.string(), z.int()),
      unspent: z.int(),
      because: z.string().optional(),
      certifiedBy: z.string(),
      acceptedBy: who,
      at: z.iso.datetime(),
    })
    .optional(),
  recoveries: z.array(recovery),
  /** Consent to spend some of one financial year's money in the next. */
  carryOvers: z.array(
    z.object({ from: z.string(), amount: z.int(), because: z.string(), by: who, at: z.iso.datetime() }),
  ),
  midPhase: z
    .object({
      decision: z.enum(Object.keys(midPhase) as [MidPhase, ...MidPhase[]]),
      because: z.string(),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  /** A site that leaves early, by its own wish or because it was stopped. */
  leaving: z
    .object({
      on: plainDate,
      because: z.string(),
      /** How heavy the programme was for it: 1 (light) to 5 (heavy). */
      heavy: z.int().min(1).max(5).optional(),
      /** When its people were told, and how. */
      told: z.string().optional(),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  /** Claims chosen to be checked against the evidence, and what was found. */
  checks: z.array(
    z.object({
      round: z.string(),
      sample: z.string(),
      result: z.enum(Object.keys(checked) as [keyof typeof checked, ...(keyof typeof checked)[]]),
      /** Pence of the claim that are not right. */
      wrong: z.int().optional(),
      because: z.string().optional(),
      by: who.optional(),
      at: z.iso.datetime().optional(),
    }),
  ),
  reconciled: z
    .object({ used: z.int(), because: z.string().optional(), by: who, at: z.iso.datetime() })
    .optional(),
  closed: z.object({ by: who, at: z.iso.datetime() }).optional(),
  /** The entries it was worked out from: how many, and the hash of the last. */
  entries: z.object({ number: z.int(), hash: z.string() }),
})
export type Account = z.infer<typeof account>
export const checkResults = checked
