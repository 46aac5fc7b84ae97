import * as z from "zod"

const whole = z.int().nonnegative()

/** From the least to the most that something may be: never one figure alone. */
export const range = z
  .strictObject({ low: whole, high: whole })
  .refine(({ low, high }) => low <= high, { error: "The least must not be more than the most" })
export type Range = z.infer<typeof range>

export const emptyRange: Range = { low: 0, high: 0 }

export const sumOf = (all: readonly Range[]): Range =>
  all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), emptyRange)

export const timesOf = (one: Range, other: Range): Range => ({
  low: one.low * other.low,
  high: one.high * other.high,
})
