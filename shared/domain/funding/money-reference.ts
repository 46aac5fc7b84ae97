import { makeReference } from "../../values/reference.ts"

/** What is quoted with money: `P` for a payment, `R` for a recovery, with its number in the award. */
type About = { phase: string; code: string; letter: "P" | "R"; number: number }

/** "NSW2-HAL-P1-7K3PQ4": it is found again by whole, and can be read out on the telephone. */
export const moneyReference = (
  { phase, code, letter, number }: About,
  random: (bytes: number) => Uint8Array,
): string =>
  makeReference({ phase, organisation: code, kind: letter }, random).replace(
    /-([PR])-(?=[^-]+$)/,
    `-$1${number}-`,
  )

/** A reference as somebody wrote it: in either case, with any dash, with blanks about it. */
export const referenceAsKept = (text: string): string =>
  text
    .trim()
    .replace(/[\p{Pd}−]/gu, "-")
    .toUpperCase()
