import { fullKindOf, type KindId } from "../../kinds/index.ts"
import { addDays } from "../../values/london.ts"
import type { Covered } from "./coverage.ts"
import type { Expected } from "./expected.ts"

const isSent = ({ owed, stands, covers }: Expected) =>
  owed && covers !== undefined && stands !== undefined && stands.version > 0 && stands.state !== "withdrawn"

/**
 * What a site answers after it was asked in another form: no day that was reported in the one is asked for again in the
 * other. What was sent keeps its days; another return begins after them, and is not asked for where none are left.
 */
export const besideSent = (covered: Covered[], kind: KindId, before: readonly Expected[]): Covered[] => {
  const sent = before.filter(
    (one) =>
      isSent(one) && one.kind !== kind && [fullKindOf(kind), fullKindOf(one.kind)].some(isEither(kind, one)),
  )
  return covered
    .map((one) => {
      const own = sent.find(({ round }) => round === one.period.id)
      if (own?.covers) return { ...one, covers: own.covers }
      const from = sent.reduce(
        (first, { covers }) =>
          covers && covers.from <= one.covers.to && covers.to >= first ? addDays(covers.to, 1) : first,
        one.covers.from,
      )
      return { ...one, covers: { ...one.covers, from } }
    })
    .filter(({ covers }) => covers.from <= covers.to)
}

const isEither = (kind: KindId, one: Expected) => (each: KindId | undefined) =>
  each === kind || each === one.kind
