import type { TheoryBox } from "../../../../shared/domain/evaluation/plan/theory.ts"
import { type PictureShape, theoryPicture } from "../../../../shared/domain/evaluation/plan/theory-picture.ts"

type Props = { boxes: readonly TheoryBox[]; shape: PictureShape; id: string; title: string }

/** How it is meant to work, drawn: each box says its own heading, so that nothing is told by colour alone. */
export const Picture = ({ boxes, shape, id, title }: Props) => {
  const { width, height, size, boxes: drawn, arrows } = theoryPicture(boxes, shape)
  return (
    <svg
      class="theory"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}-title ${id}-what`}
      font-family="arial, sans-serif"
      font-size={size}
      fill="#0b0c0c"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-what`}>The same words stand in the list beside it.</desc>
      <defs>
        <marker
          id={`${id}-head`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" fill="#595959" />
        </marker>
      </defs>
      {drawn.map((box) => (
        <g>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} fill="#ffffff" stroke="#595959" />
          <rect x={box.x} y={box.y} width="8" height={box.height} fill={box.colour} />
          {box.text.map((line) => (
            <text x={line.x} y={line.y} {...(line.bold && { "font-weight": "bold" })}>
              {line.text}
            </text>
          ))}
        </g>
      ))}
      {arrows.map(({ from, to }) => (
        <line
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
          stroke="#595959"
          stroke-width="2"
          marker-end={`url(#${id}-head)`}
        />
      ))}
    </svg>
  )
}
