import * as z from "zod"
import type { Answers, Question } from "../../form/question.ts"
import { choice, date, longText, money, moneyGrid, repeated } from "../../form/questions/index.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import { type Section, section } from "../../form/section.ts"
import { addDays, addMonths, type PlainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Account, Form } from "./account.ts"
import { conditionOptions, keyOf, type Planned } from "./award-plan.ts"
import { headsOf } from "./heads.ts"
import type { Condition } from "./payment.ts"
import type { Profile } from "./profile.ts"
import { quarterWords } from "./quarters.ts"

/** What the form of an award is drawn and read with. */
export type AwardAbout = {
  form: Form
  /** Last days of quarters. */
  quarters: PlainDate[]
  conditions: Record<string, Condition>
}

export const mostPayments = 6

/** What an offer and a variation ask alike: how much, why, when it is to be spent, and how it is paid. */
const awardAsks = ({ form, quarters, conditions }: AwardAbout, paymentsHint: string) => ({
  amount: money({
    label: "How much is the award?",
    called: "the amount of the award",
    hint: "In pounds, like 92,827 or 92,827.50.",
    least: 1,
  }),
  ...(form === "full" && {
    fullBecause: longText({
      label: "Why does this site report in full?",
      called: "why it reports in full",
      hint: "Its people read it beside every return.",
      words: 40,
    }),
  }),
  profile: moneyGrid({
    label: "When is it to be spent, and on what?",
    called: "when it is to be spent",
    rows: headsOf(form),
    columns: quarters.map((to) => ({ id: to, label: quarterWords(to) })),
    optional: true,
  }),
  payments: repeated({
    label: "How is it paid?",
    called: "the payments",
    hint: paymentsHint,
    upTo: mostPayments,
    calledRow: "payment",
    optional: true,
    of: {
      amount: money({ label: "Amount", called: "the amount of the payment", least: 1 }),
      condition: choice({
        label: "When?",
        called: "when it is paid",
        options: conditionOptions(conditions),
      }),
    },
  }),
})

export const offerForm = (about: AwardAbout & { today: PlainDate }): Section =>
  section({
    id: "offer",
    title: "Make an offer",
    minutes: 5,
    asks: {
      because: longText({
        label: "What is it offered for?",
        called: "what it is offered for",
        hint: "One sentence, kept with the award. It is not part of what is signed.",
        words: 60,
      }),
      ...awardAsks(about, "They come to the whole award."),
      answerBy: date({
        label: "By when does the site answer?",
        called: "the day to answer by",
        notBefore: addDays(about.today, 1),
        notAfter: addMonths(about.today, 6),
      }),
    } as Record<string, Question>,
    checks: [
      {
        at: "answerBy",
        needs: ["answerBy"],
        holds: ({ answerBy }) => workingDaysBetween(about.today, String(answerBy)) >= 1,
        otherwise: "The day to answer by must leave at least one working day",
      },
    ],
  })

export const varyForm = (about: AwardAbout, settled: number): Section =>
  section({
    id: "vary",
    title: "Change the award",
    minutes: 5,
    asks: {
      because: longText({
        label: "Why does it change?",
        called: "why it changes",
        hint: "The site reads it, and it is kept with the award.",
        words: 100,
      }),
      ...awardAsks(
        about,
        settled === 0
          ? "Every payment that is still to be made. They come to the whole award."
          : `Every payment that is still to be made. ${pounds(settled)} is paid or with the payer: these come to the rest.`,
      ),
    },
  })

export const gridOf = (profile: Profile): Grid => {
  const grid: Grid = {}
  for (const { to, amounts } of profile)
    for (const [head, pence] of Object.entries(amounts))
      if (pence !== 0) grid[head] = { ...grid[head], [to]: pence }
  return grid
}

export const profileFrom = (grid: Grid, quarters: readonly PlainDate[]): Profile =>
  quarters.map((to) => ({
    to,
    amounts: Object.fromEntries(
      Object.entries(grid).flatMap(([head, line]) => (line[to] ? [[head, line[to]]] : [])),
    ),
  }))

export const paymentRows = (planned: readonly Planned[]): Answers[string] =>
  planned.map(({ amount, condition }, place) => ({
    id: `r${place + 1}`,
    amount,
    condition: keyOf(condition),
  }))

const given = z.object({
  amount: z.int(),
  because: z.string(),
  fullBecause: z.string().optional(),
  profile: z.record(z.string(), z.record(z.string(), z.int())).optional(),
  payments: z.array(z.object({ amount: z.int(), condition: z.string() })).optional(),
  answerBy: z.string().optional(),
})

export type AwardGiven = {
  amount: number
  because: string
  answerBy: PlainDate
  form: Account["form"]
  profile?: Profile
  payments?: Planned[]
}

/** Why a site reports in short, as it is kept. */
export const lightBecause = "Every award begins with the short form."

/** What was answered, as it is offered or agreed. What nobody said of quarters and payments is left to be worked out. */
export const awardFrom = (answers: Answers, { form, quarters, conditions }: AwardAbout): AwardGiven => {
  const one = given.parse(answers)
  return {
    amount: one.amount,
    because: one.because,
    answerBy: one.answerBy ?? "",
    form: { is: form, because: one.fullBecause ?? lightBecause },
    ...(one.profile && { profile: profileFrom(one.profile, quarters) }),
    ...(one.payments && {
      payments: one.payments.flatMap(({ amount, condition }) => {
        const found = conditions[condition]
        return found ? [{ amount, condition: found }] : []
      }),
    }),
  }
}
