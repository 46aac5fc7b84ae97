import type { Child } from "hono/jsx"
import type { Chart, Mark } from "../../domain/evaluation/analysis/chart.ts"
import { hiddenMark } from "../../domain/evaluation/analysis/table.ts"

export const dark = "#12436D"
export const bright = "#F46A25"
export const line = "#595959"
export const ink = "#0b0c0c"

const width = 420
export const left = 12
export const right = width - 12

export type Props = { chart: Chart; id: string }

export const textOf = (mark: Mark, percent: boolean) => {
  if ("value" in mark) return `${Math.round(mark.value * 100) / 100}${percent ? "%" : ""}`
  return "hidden" in mark ? hiddenMark : mark.gap
}

/** A headline that says the message, what is measured, and the picture. Its table stands beside it. */
export const Framed = ({
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

export const inWords = ({ rows, series, percent }: Chart) =>
  `${rows
    .map(
      ({ label, marks }) =>
        `${label}: ${marks.map((one, at) => `${marks.length > 1 ? `${series[at]} ` : ""}${textOf(one, percent)}`).join(", ")}`,
    )
    .join(". ")}. The table says the same.`

type TextProps = { x: number; y: number; bold?: boolean; middle?: boolean; end?: boolean; children: Child }

export const Text = ({ x, y, bold, middle, end, children }: TextProps) => (
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
