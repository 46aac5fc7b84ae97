import { daysWords } from "./help-clock.ts"

/** What somebody promises the others to do in a number of days, and whose promise it is. */
export const clocks = {
  replies: {
    whose: "department",
    within: 5,
    promise: "Answered within 5 working days",
    one: "request for help",
    more: "requests for help",
  },
  accepted: {
    whose: "department",
    within: 10,
    promise: "Accepted within 10 working days of being sent",
    one: "return about money",
    more: "returns about money",
  },
  paid: {
    whose: "department",
    within: 10,
    promise: "Recorded as paid within 10 working days of being authorised",
    one: "payment",
    more: "payments",
  },
  told: {
    whose: "department",
    within: 0,
    promise: "Told by the day that was promised",
    one: "round of decisions",
    more: "rounds of decisions",
  },
  shared: {
    whose: "coordinators",
    within: 3,
    promise: "Shared within 3 working days of being held",
    one: "session",
    more: "sessions",
  },
  plans: {
    whose: "coordinators",
    within: undefined,
    promise: "Agreed by both sides",
    one: "pilot plan",
    more: "pilot plans",
  },
  returns: { whose: "site", within: 0, promise: "Sent in time", one: "return", more: "returns" },
  answered: {
    whose: "site",
    within: 10,
    promise: "Answered within 10 working days of being shared",
    one: "session",
    more: "sessions",
  },
} as const satisfies Record<
  string,
  {
    whose: "department" | "coordinators" | "site"
    within: number | undefined
    promise: string
    one: string
    more: string
  }
>
export type ClockName = keyof typeof clocks

/** What is not over yet: how many working days old, and whether that is more than was promised. */
export type StillOpen = { days: number; late: boolean }

/** What a clock is read from. What was paused is apart, and counts for nobody. */
export type Reading = {
  kept: number
  of: number
  open: readonly StillOpen[]
  paused?: { now: number; days: number }
  /** What has to be known besides, as a sentence. */
  besides?: string
}

/** One clock in numbers and in words: never a share in a hundred, which a handful cannot bear. */
export type ClockLine = {
  clock: ClockName
  kept: number
  of: number
  open: number
  late: number
  /** Of what is open: working days. */
  oldest?: number
  paused?: { now: number; days: number }
  says: string
}

export const clockLine = (clock: ClockName, reading: Reading): ClockLine => {
  const { kept, of, open, paused } = reading
  const oldest = open.reduce<number | undefined>((most, { days }) => Math.max(most ?? 0, days), undefined)
  return {
    clock,
    kept,
    of,
    open: open.length,
    late: open.filter(({ late }) => late).length,
    ...(oldest !== undefined && { oldest }),
    ...(paused && { paused }),
    says: [
      keptWords(clock, reading),
      openWords(clock, open),
      pausedWords(paused),
      of > 0 ? reading.besides : undefined,
    ]
      .filter((one) => one)
      .join(" "),
  }
}

const keptWords = (clock: ClockName, { kept, of }: Reading) => {
  const { promise, one, more } = clocks[clock]
  return of === 0
    ? `${promise}: no ${one} to count yet.`
    : `${promise}: ${kept} of ${of} ${of === 1 ? one : more}.`
}

const openWords = (clock: ClockName, open: readonly StillOpen[]): string => {
  if (open.length === 0) return ""
  const wait = open.length === 1 ? "1 waits" : `${open.length} wait`
  const { within } = clocks[clock]
  const oldest = Math.max(...open.map(({ days }) => days))
  const age = `${open.length === 1 ? "" : "the oldest "}${daysWords(oldest)}`
  if (within === 0) return `${wait}, ${age} late.`
  const more = within !== undefined && oldest > within ? `: ${oldest - within} more than it should` : ""
  return `${wait}, ${age} old${more}.`
}

const pausedWords = (paused: Reading["paused"]): string => {
  if (!paused) return ""
  const now =
    paused.now === 0
      ? ""
      : `${paused.now} ${paused.now === 1 ? "stands" : "stand"} still while a site is asked something.`
  const days = paused.days === 0 ? "" : `Paused in all: ${daysWords(paused.days)}, not counted.`
  return [now, days].filter((one) => one !== "").join(" ")
}
