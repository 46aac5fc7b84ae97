import { type ClockLine, clocks } from "../../domain/coaching/clock-line.ts"

const whose = {
  department: "The Department",
  coordinators: "Coaches and coordinators",
  site: "Sites",
} as const

/** Clocks side by side: whose promise, and how it is kept, in sentences. */
export const ClockList = ({ lines, site = "This site" }: { lines: readonly ClockLine[]; site?: string }) => (
  <>
    {(Object.keys(whose) as (keyof typeof whose)[]).map((each) => {
      const own = lines.filter(({ clock }) => clocks[clock].whose === each)
      return own.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">{each === "site" ? site : whose[each]}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {own.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        </>
      )
    })}
  </>
)
