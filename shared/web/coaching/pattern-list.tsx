import type { Child } from "hono/jsx"
import { countedMonths, fewest, type Pattern } from "../../domain/coaching/patterns.ts"

type Props = {
  patterns: readonly Pattern[]
  /** How many sites the phase has. */
  sites: number
  at: Date
  /** Who they are: for coordinators alone. */
  named?: (one: Pattern) => Child
}

/** What sites are stuck on, in sentences that name none. */
export const PatternList = ({ patterns, sites, at, named }: Props) => {
  if (sites < fewest.inPhase)
    return (
      <p class="govuk-body">
        Nothing is counted in a phase of fewer than {fewest.inPhase} sites: a number would name them.
      </p>
    )
  return (
    <>
      {patterns.length === 0 && (
        <p class="govuk-body">
          No two sites have said of {countedMonths(at)} that they are stuck on the same.
        </p>
      )}
      {patterns.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {patterns.map((one) => (
            <li>
              {one.says}
              {named?.(one)}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        Counted from what sites and their coaches said of {countedMonths(at)}, from {fewest.stuck} sites up.{" "}
        {named ? "Only coordinators see which sites they are." : "No site is named."}
      </p>
    </>
  )
}
