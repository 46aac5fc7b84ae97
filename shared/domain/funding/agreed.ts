import { dateWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type Account, midPhase } from "./account.ts"

/** One thing that was agreed or decided about an award: when, and in words. */
type Agreed = { at: string; says: string; because?: string }

/** All of it, oldest first: what was offered, each change, and what was decided on the way. */
export const agreedOn = (one: Account): { on: string; says: string; because?: string }[] => {
  const { versions, signatures, state, carryOvers, midPhase: mid, leaving, reconciled, closed } = one
  const last = signatures.at(-1)
  const all: Agreed[] = [
    ...versions.map(({ version, amount, because, by, at }) => ({
      at,
      says: `${version === 1 ? "Offered" : `Version ${version}`}: ${pounds(amount)}, by ${by.name}`,
      because,
    })),
    ...(last && state !== "offered" ? [{ at: last.at, says: `Accepted, last by ${last.by.name}` }] : []),
    ...carryOvers.map(({ from, amount, because, by, at }) => ({
      at,
      says: `${pounds(amount)} of ${from} may be spent in the next financial year: agreed by ${by.name}`,
      because,
    })),
    ...(mid
      ? [
          {
            at: mid.at,
            says: `In the middle of the phase: ${midPhase[mid.decision]}, by ${mid.by.name}`,
            because: mid.because,
          },
        ]
      : []),
    ...(leaving
      ? [
          {
            at: leaving.at,
            says: `Last day ${dateWords(leaving.on)}, said by ${leaving.by.name}`,
            because: leaving.because,
          },
        ]
      : []),
    ...(reconciled
      ? [
          {
            at: reconciled.at,
            says: `Reconciled: the award comes to ${pounds(reconciled.used)}`,
            because: reconciled.because,
          },
        ]
      : []),
    ...(closed ? [{ at: closed.at, says: `Closed by ${closed.by.name}` }] : []),
  ]
  return all
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ at, says, because }) => ({
      on: dateWords(londonDate(new Date(at))),
      says,
      ...(because !== undefined && { because }),
    }))
}
