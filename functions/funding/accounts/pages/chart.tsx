import { pounds } from "../../../../shared/values/money.ts"

export type Series = { key: string; called: string; colour: string }
export type Group = { name: string; values: Record<string, number> }

type Props = {
  id: string
  /** What it shows, in one sentence. */
  title: string
  series: Series[]
  groups: Group[]
}

const width = 320
const bar = 12
const between = 16
const heading = 18
/** Where bars begin, and the room for the amount at the end of the longest. */
const left = 72
const right = 76

/**
 * Bars of amounts, drawn here and for print as well: each says its own name and its own amount, so that nothing is told
 * by colour alone, and all of them stand in the table beside it. Less than nothing has no bar, and its amount.
 */
export const Bars = ({ id, title, series, groups }: Props) => {
  const most = Math.max(1, ...groups.flatMap(({ values }) => series.map(({ key }) => values[key] ?? 0)))
  const each = heading + series.length * (bar + 3) + between
  const long = (pence: number) => (Math.max(0, pence) / most) * (width - left - right)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${groups.length * each}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-what`}
      font-family="arial, sans-serif"
      font-size="10"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-what`}>Every amount is in the table beside it.</desc>
      {groups.map(({ name, values }, place) => (
        <g transform={`translate(0 ${place * each})`}>
          <text x="0" y="12" font-weight="bold" font-size="12">
            {name}
          </text>
          {series.map(({ key, called, colour }, row) => {
            const top = heading + row * (bar + 3)
            const pence = values[key] ?? 0
            return (
              <g>
                <text x={left - 4} y={top + 9.5} text-anchor="end">
                  {called}
                </text>
                <rect x={left} y={top} width={long(pence).toFixed(1)} height={bar} fill={colour} />
                <text x={(left + long(pence) + 4).toFixed(1)} y={top + 9.5}>
                  {pounds(pence)}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}
