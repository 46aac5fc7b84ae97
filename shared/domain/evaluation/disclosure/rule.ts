/** Counts below this are hidden, a nought among them. */
export const fewest = 5

/** How far from what is shown a count may be. A whole number is never half way between two fives: there is no tie. */
export const slack = 2

export const isSmall = (value: number) => value < fewest

export const toNearestFive = (value: number) => Math.round(value / 5) * 5

/** A whole percentage, a half up. */
export const percentage = (numerator: number, denominator: number) =>
  Math.floor((200 * numerator + denominator) / (2 * denominator))

/** An average in tenths, a half up. */
export const tenths = (scores: number, n: number, units: number) =>
  Math.floor((20 * scores + n * units) / (2 * n * units))

/** The whole numbers that are shown as this one. */
export const shownAs = (shown: number): readonly [number, number] => [
  Math.max(fewest, shown - slack),
  shown + slack,
]
