import { hiddenMark, missingMark } from "../../domain/evaluation/analysis/table.ts"
import {
  bright,
  dark,
  Framed,
  ink,
  inWords,
  left,
  line,
  type Props,
  right,
  Text,
  textOf,
} from "./chart-parts.tsx"

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
