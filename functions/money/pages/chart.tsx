import type { Account } from "../../../shared/domain/funding/account.ts"
import { byQuarter, type InQuarter } from "../../../shared/domain/funding/by-quarter.ts"
import { onTrack } from "../../../shared/domain/funding/our-money.ts"
import { summaryOf } from "../../../shared/domain/funding/summary.ts"
import { dateWords, monthName } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"

const series = {
  profile: { label: "Planned", fill: "#ffffff" },
  spent: { label: "Accepted as spent", fill: "#1d70b8" },
  expected: { label: "Still expected", fill: "#b1b4b6" },
} as const
type Series = keyof typeof series
const names = Object.keys(series) as Series[]

const height = 180
const group = 120
const bar = 30
const left = 10
const top = 90

/** An award by quarter, as a picture and as a table: every bar is a figure of the table. */
export const QuarterChart = ({ one }: { one: Account }) => {
  const quarters = byQuarter(one)
  const { profileToDate, accepted } = summaryOf(one)
  const said = accepted
    ? `${onTrack(one)} By ${dateWords(accepted)} the plan was ${pounds(profileToDate)}.`
    : "How the award is to be spent"
  return (
    <>
      <h3 class="govuk-heading-s">{said}</h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds govuk-body">
          <Bars quarters={quarters} id={`chart-${one.phase}`} />
        </div>
      </div>
      <Table
        caption="The award by quarter"
        captionSize="s"
        firstCellIsHeader
        small
        head={[
          { text: "Quarter" },
          ...names.map((name) => ({ text: series[name].label, numeric: true as const })),
        ]}
        rows={[...quarters, totalOf(quarters)].map((quarter) => [
          { content: quarter.label },
          ...names.map((name) => ({ content: pounds(quarter[name]), numeric: true as const })),
        ])}
      />
      {one.usage && (
        <p class="govuk-body">
          The quarters are as your returns had them. What counts is your certified statement:{" "}
          {pounds(Object.values(one.usage.used).reduce((sum, amount) => sum + amount, 0))}.
        </p>
      )}
    </>
  )
}

const totalOf = (quarters: InQuarter[]) => ({
  label: "All",
  ...(Object.fromEntries(
    names.map((name) => [name, quarters.reduce((sum, one) => sum + one[name], 0)]),
  ) as Record<Series, number>),
})

/** Three bars a quarter, told apart by their place and shade. A quarter below nothing has no bar: the table has its figure. */
const Bars = ({ quarters, id }: { quarters: InQuarter[]; id: string }) => {
  const most = Math.max(1, ...quarters.flatMap((one) => names.map((name) => one[name])))
  const width = Math.max(left + quarters.length * group, 420)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${top + height + 34}`}
      width="100%"
      role="img"
      aria-labelledby={id}
      focusable="false"
    >
      <title id={id}>
        The award by quarter: planned, accepted as spent, still expected. The table says the same.
      </title>
      {names.map((name, place) => (
        <g>
          <rect
            x={left}
            y={6 + place * 26}
            width={16}
            height={16}
            fill={series[name].fill}
            stroke="#0b0c0c"
          />
          <text x={left + 26} y={20 + place * 26} font-size="17" fill="#0b0c0c">
            {series[name].label}
          </text>
        </g>
      ))}
      {quarters.map((quarter, at) => (
        <g>
          {names.map((name, place) => {
            const tall = Math.round((Math.max(0, quarter[name]) / most) * height)
            return (
              <rect
                x={left + at * group + place * bar}
                y={top + height - tall}
                width={bar - 2}
                height={tall}
                fill={series[name].fill}
                stroke="#0b0c0c"
              />
            )
          })}
          <text x={left + at * group} y={top + height + 22} font-size="17" fill="#0b0c0c">
            {`to ${monthName(quarter.to).slice(0, 3)} ${quarter.to.slice(0, 4)}`}
          </text>
        </g>
      ))}
      <line x1={left} y1={top + height} x2={width} y2={top + height} stroke="#0b0c0c" />
    </svg>
  )
}
