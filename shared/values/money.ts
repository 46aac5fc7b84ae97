import { readUnits } from "./number.ts"

const words = {
  empty: "empty",
  "not a number": "not money",
  "too many decimals": "more than two decimals",
  negative: "negative",
  "too large": "too large",
} as const

const grouped = new Intl.NumberFormat("en-GB")

/** Whole pence as people read them: "£92,827", "£92,827.50", "-£27". */
export function pounds(pence: number): string {
  const size = Math.abs(pence)
  const rest = size % 100
  const whole = `${pence < 0 ? "-" : ""}£${grouped.format((size - rest) / 100)}`
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, "0")}`
}

/** Whole pence from what was typed. What `pounds` wrote is read back as it was. */
export function readPounds(
  text: string,
  options: { negative?: boolean } = {},
): { pence: number } | { problem: (typeof words)[keyof typeof words] } {
  const read = readUnits(text.trim().replace(/^([-−]?)\s?£\s?/u, "$1"), 2, options)
  return "units" in read ? { pence: read.units } : { problem: words[read.problem] }
}
