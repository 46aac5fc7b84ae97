import type { Child } from "hono/jsx"
import type { Chart, Mark } from "../../domain/evaluation/analysis/chart.ts"
import { hiddenMark, missingMark } from "../../domain/evaluation/analysis/table.ts"

const dark = "#12436D"
const bright = "#F46A25"
const line = "#595959"
const ink = "#0b0c0c"

const width = 420
const left = 12
const right = width - 12

type Props = { chart: Chart; id: string }

const textOf = (mark: Mark, percent: boolean) => {
  if ("value" in mark) return `${Math.round(mark.value * 100) / 100}${percent ? "%" : ""}`
  return "hidden" in mark ? hiddenMark : mark.gap
}

/** A headline that says the message, what is measured, and the picture. Its table stands beside it. */
const Framed = ({
  chart,
  id,
  tall,
  says,
  children,
}: Props & { tall: number; says: string; children: Child }) => (
  <figure class="chart">
    <figcaption>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{chart.headline}</h2>
      <p class="govuk-body">{chart.subtitle}</p>
    </figcaption>
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${tall}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      focusable="false"
      font-family="arial, sans-serif"
    >
      <title id={`${id}-title`}>{chart.headline}</title>
      <desc id={`${id}-says`}>{says}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 L6 0" stroke={line} stroke-width="1.5" />
        </pattern>
      </defs>
      {children}
    </svg>
  </figure>
)

const inWords = ({ rows, series, percent }: Chart) =>
  `${rows
    .map(
      ({ label, marks }) =>
        `${label}: ${marks.map((one, at) => `${marks.length > 1 ? `${series[at]} ` : ""}${textOf(one, percent)}`).join(", ")}`,
    )
    .join(". ")}. The table says the same.`

const row = 66
const key = 62

/** From baseline to final, a line for each site: a ring where it began, a full square where it came to. */
export const ChangeChart = ({ chart, id }: Props) => {
  const across = (value: number) =>
    left + 10 + (Math.min(Math.max(value, 0), chart.most) / chart.most) * (right - left - 20)
  const scale = chart.percent ? "100%" : `${chart.most}`
  return (
    <Framed chart={chart} id={id} tall={key + chart.rows.length * row + 30} says={inWords(chart)}>
      <circle cx={left + 9} cy={14} r={8} fill="#ffffff" stroke={dark} stroke-width="3" />
      <Text x={left + 26} y={20}>
        {chart.series[0]}
      </Text>
      <rect x={left + 132} y={8} width={12} height={12} fill={bright} stroke={ink} />
      <Text x={left + 152} y={20}>
        {chart.series[1]}
      </Text>
      <rect x={left} y={34} width={24} height={12} fill={`url(#${id}-hatch)`} stroke={line} />
      <Text x={left + 32} y={46}>{`${hiddenMark} hidden`}</Text>
      <line
        x1={left + 132}
        y1={40}
        x2={left + 156}
        y2={40}
        stroke={line}
        stroke-dasharray="2 5"
        stroke-width="2"
      />
      <Text x={left + 164} y={46}>
        no figure
      </Text>
      {chart.rows.map(({ label, marks }, at) => {
        const top = key + at * row
        const track = top + 52
        const values = marks.flatMap((one) => ("value" in one ? [across(one.value)] : []))
        const hidden = marks.some((one) => "hidden" in one)
        return (
          <g>
            <Text x={left} y={top + 18} bold>
              {label}
            </Text>
            <Text x={left} y={top + 38}>
              {marks.map((one) => textOf(one, chart.percent)).join(" → ")}
            </Text>
            <line
              x1={left}
              y1={track}
              x2={right}
              y2={track}
              stroke={line}
              stroke-width={values.length > 0 ? 1 : 2}
              {...(values.length === 0 && { "stroke-dasharray": "2 5" })}
            />
            {hidden && (
              <rect
                x={left}
                y={track - 6}
                width={values.length > 0 ? 24 : right - left}
                height={12}
                fill={`url(#${id}-hatch)`}
                stroke={line}
              />
            )}
            {values.length === 2 && (
              <line x1={values[0]} y1={track} x2={values[1]} y2={track} stroke={dark} stroke-width="4" />
            )}
            {marks.map((one, which) => {
              if (!("value" in one)) return null
              const x = across(one.value)
              return which === 0 ? (
                <circle cx={x} cy={track} r={9} fill="#ffffff" stroke={dark} stroke-width="3" />
              ) : (
                <rect x={x - 5} y={track - 5} width={10} height={10} fill={bright} stroke={ink} />
              )
            })}
          </g>
        )
      })}
      <Text x={left} y={key + chart.rows.length * row + 20}>
        0
      </Text>
      <Text x={right} y={key + chart.rows.length * row + 20} end>
        {scale}
      </Text>
    </Framed>
  )
}

const most = 150
const floor = 190

/** Months as columns, a gap where there is no figure, a hatched box where it is hidden. */
export const MonthChart = ({ chart, id }: Props) => {
  const step = (right - left) / Math.max(chart.rows.length, 6)
  const wide = Math.min(36, step - 6)
  return (
    <Framed chart={chart} id={id} tall={floor + 62} says={inWords(chart)}>
      {chart.rows.map(({ label, marks: [mark = { gap: "" }] }, at) => {
        const x = left + at * step
        const tall =
          "value" in mark ? Math.max(2, (mark.value / chart.most) * most) : "hidden" in mark ? 24 : 0
        const [month = "", year = ""] = label.split(" ")
        const said = "gap" in mark ? missingMark : textOf(mark, chart.percent)
        return (
          <g>
            {"value" in mark && (
              <rect x={x} y={floor - tall} width={wide} height={tall} fill={dark} stroke={dark} />
            )}
            {"hidden" in mark && (
              <rect
                x={x}
                y={floor - tall}
                width={wide}
                height={tall}
                fill={`url(#${id}-hatch)`}
                stroke={line}
              />
            )}
            <Text x={x + wide / 2} y={floor - tall - 7} middle>
              {said}
            </Text>
            <Text x={x + wide / 2} y={floor + 20} middle>
              {month.slice(0, 3)}
            </Text>
            {(at === 0 || month === "January") && (
              <Text x={x + wide / 2} y={floor + 38} middle>
                {year}
              </Text>
            )}
          </g>
        )
      })}
      <line x1={left} y1={floor} x2={right} y2={floor} stroke={line} />
      <Text x={left} y={floor + 58}>
        {`${hiddenMark} and hatched: hidden. ${missingMark}: no figure.`}
      </Text>
    </Framed>
  )
}

type TextProps = { x: number; y: number; bold?: boolean; middle?: boolean; end?: boolean; children: Child }

const Text = ({ x, y, bold, middle, end, children }: TextProps) => (
  <text
    x={x}
    y={y}
    font-size="15"
    fill={ink}
    {...(bold && { "font-weight": "bold" })}
    {...(middle && { "text-anchor": "middle" })}
    {...(end && { "text-anchor": "end" })}
  >
    {children}
  </text>
)
