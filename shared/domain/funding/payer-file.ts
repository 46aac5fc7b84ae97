import * as z from "zod"
import { dateWords, plainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { Refused } from "../refused.ts"
import type { Account } from "./account.ts"
import { notPaidOn } from "./paying.ts"
import type { Payment } from "./payment.ts"

/** What the payer says of one payment: `row` is where it stands in the file, the first being 1. */
export const payerRow = z.object({
  row: z.int(),
  reference: z.string(),
  outcome: z.enum(["paid", "unpaid"]),
  on: plainDate.optional(),
  payerReference: z.string().optional(),
  remittance: z.string().optional(),
  because: z.string().optional(),
  amount: z.int().optional(),
})
export type PayerRow = z.infer<typeof payerRow>

/** A row with what it is about, and what is to be done with it. */
export const plannedRow = payerRow.extend({
  is: z.enum(["to record", "known", "unknown"]),
  about: z
    .object({
      organisation: z.string(),
      phase: z.string(),
      name: z.string(),
      number: z.int(),
      amount: z.int(),
    })
    .optional(),
})
export type PlannedRow = z.infer<typeof plannedRow>

/**
 * One answer of the payer, by the hash of its bytes. It is planned whole before anything of it is recorded; `done` is
 * how many of its rows were gone through, so that it is ended wherever it was broken off.
 */
export const payerFile = z.object({
  id: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  by: z.object({ person: z.string(), name: z.string() }),
  rows: z.int(),
  done: z.int(),
  /** Rows that could not be recorded any more when it came to them, with why. */
  notes: z.array(z.object({ row: z.int(), says: z.string() })),
  counts: z.object({ paid: z.int(), unpaid: z.int(), known: z.int(), unknown: z.int() }),
  /** What it says was paid, in all. */
  amount: z.int(),
  revision: z.int(),
})
export type PayerFile = z.infer<typeof payerFile>

export type RowProblem = { row: number; column: string; says: string }

/** More than anybody mends at a time. */
const mostShown = 50

/** The whole file is refused: each problem with its row and column, as a spreadsheet counts them. */
export const refusedFile = (problems: RowProblem[]): Refused => {
  const shown = problems.slice(0, mostShown).map(({ row, column, says }) => ({
    question: "text",
    says: row === 0 ? says : `Row ${row}, ${column}: ${says}`,
  }))
  const more = problems.length - shown.length
  return new Refused("not valid", {
    says: "Nothing of the file was recorded. Mend it, or ask the payer, then send it again.",
    problems: more > 0 ? [...shown, { question: "text", says: `And ${more} more` }] : shown,
  })
}

type Found = { one: Account; payment: Payment; failed?: true }

/** Each row with the payment that it answers for, or everything that is wrong between them. */
export const plannedFrom = (
  rows: readonly PayerRow[],
  accounts: readonly Account[],
  now: Date,
): PlannedRow[] => {
  const byReference = paymentsByReference(accounts)
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  const planned = rows.map((row): PlannedRow => {
    const before = seen.get(row.reference)
    if (before !== undefined)
      problems.push({ row: row.row, column: "reference", says: `row ${before} has ${row.reference} too` })
    else seen.set(row.reference, row.row)
    const found = byReference.get(row.reference)
    if (!found) return { ...row, is: "unknown" }
    problems.push(...wrongIn(row, found, now))
    const { one, payment, failed } = found
    const { organisation, phase, name } = one
    return {
      ...row,
      is: failed || payment.state === "paid" ? "known" : "to record",
      about: { organisation, phase, name, number: payment.number, amount: payment.amount },
    }
  })
  if (rows.length > 0 && planned.every(({ is }) => is === "unknown"))
    problems.push({ row: 0, column: "", says: "None of its references is one that we sent to the payer." })
  if (problems.length > 0) throw refusedFile(problems)
  return planned
}

/** Under the reference that each has, and under those that it had when the payer could not make it. */
const paymentsByReference = (accounts: readonly Account[]) => {
  const found = new Map<string, Found>()
  for (const one of accounts)
    for (const payment of one.payments) {
      for (const { reference } of payment.unpaid)
        if (reference) found.set(reference, { one, payment, failed: true })
      if (payment.reference) found.set(payment.reference, { one, payment })
    }
  return found
}

const wrongIn = (
  { row, outcome, on, payerReference, amount }: PayerRow,
  { payment, failed }: Found,
  now: Date,
): RowProblem[] => {
  const wrong = (column: string, says: string) => [{ row, column, says }]
  if (amount !== undefined && amount !== payment.amount)
    return wrong("amount", `${pounds(amount)} is not what was authorised, ${pounds(payment.amount)}`)
  if (failed)
    return outcome === "unpaid"
      ? []
      : wrong(
          "outcome",
          "the payer has answered before that it was not paid. Authorise the payment again: it gets a new reference",
        )
  if (payment.paid) {
    const known = `it is recorded as paid on ${dateWords(payment.paid.on)}, with the payer’s reference ${payment.paid.payerReference}`
    if (outcome === "unpaid") return wrong("outcome", known)
    return payerReference === payment.paid.payerReference ? [] : wrong("payer’s reference", known)
  }
  const day = outcome === "paid" && on !== undefined ? notPaidOn(payment, on, now) : undefined
  return day === undefined ? [] : wrong("date", day)
}

/** What a file comes to before anything of it is recorded. */
export const countsOf = (rows: readonly PlannedRow[]): Pick<PayerFile, "counts" | "amount"> => {
  const toRecord = rows.filter(({ is }) => is === "to record")
  const paid = toRecord.filter(({ outcome }) => outcome === "paid")
  return {
    counts: {
      paid: paid.length,
      unpaid: toRecord.length - paid.length,
      known: rows.filter(({ is }) => is === "known").length,
      unknown: rows.filter(({ is }) => is === "unknown").length,
    },
    amount: paid.reduce((sum, { about }) => sum + (about?.amount ?? 0), 0),
  }
}

/** Where a row stands, in the words of the file's page. */
export const rowStands = (
  { done, notes }: Pick<PayerFile, "done" | "notes">,
  { row, is, outcome }: PlannedRow,
  place: number,
): string => {
  const note = notes.find((one) => one.row === row)
  if (note) return `Not recorded: ${note.says}`
  if (is === "unknown") return "Not recorded: none of our references"
  if (is === "known") return "Known already"
  if (place >= done) return "Not recorded yet"
  return outcome === "paid" ? "Recorded as paid" : "Recorded as not paid: to be authorised again"
}
