type Problem = "empty" | "not a number" | "too many decimals" | "negative" | "too large"
type Options = { negative?: boolean }

const numeral = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/** A whole number as typed: commas only where thousands part. Never -0, never past a safe integer. */
export function readWhole(
  text: string,
  options: Options = {},
): { value: number } | { problem: Exclude<Problem, "too many decimals"> | "not whole" } {
  const read = readUnits(text, 0, options)
  if ("units" in read) return { value: read.units }
  return { problem: read.problem === "too many decimals" ? "not whole" : read.problem }
}

/** A decimal number as typed, with at most this many places: 0.6 of a post, 37.5 hours. */
export function readDecimal(
  text: string,
  places: number,
  options: Options = {},
): { value: number } | { problem: Problem } {
  const read = readUnits(text, places, options)
  return "units" in read ? { value: read.units / 10 ** places } : read
}

/** The number in units of its last place, so that nothing is rounded: "1,200.5" to two places is 120050. */
export function readUnits(
  text: string,
  places: number,
  { negative = false }: Options,
): { units: number } | { problem: Problem } {
  const typed = text.trim()
  if (typed === "") return { problem: "empty" }
  const [, minus, whole, decimals = ""] = numeral.exec(typed) ?? []
  if (whole === undefined) return { problem: "not a number" }
  if (decimals.length > places) return { problem: "too many decimals" }
  if (minus && !negative) return { problem: "negative" }
  const units = Number(whole.replaceAll(",", "") + decimals.padEnd(places, "0"))
  if (!Number.isSafeInteger(units)) return { problem: "too large" }
  return { units: minus ? 0 - units : units }
}
