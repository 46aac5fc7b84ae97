import { wrapped } from "./letter-widths.ts"
import type { TheoryBox } from "./theory.ts"

/** A line of text where it stands. */
export type DrawnText = { x: number; y: number; text: string; bold: boolean }
export type DrawnBox = {
  x: number
  y: number
  width: number
  height: number
  colour: string
  text: DrawnText[]
}
export type DrawnArrow = { from: [number, number]; to: [number, number] }
export type TheoryPicture = {
  width: number
  height: number
  size: number
  boxes: DrawnBox[]
  arrows: DrawnArrow[]
}

/** Of a wide page, three boxes beside each other; of a narrow one, one below the other. */
export const shapes = { wide: { width: 740, columns: 3 }, narrow: { width: 340, columns: 1 } } as const
export type PictureShape = keyof typeof shapes

const size = 16
const leading = 20
const padding = 10
const band = 8
const between = 28

/** What a box is told apart by besides its heading. */
const colours: Record<string, string> = {
  inputs: "#12436D",
  activities: "#12436D",
  mechanisms: "#12436D",
  people: "#28A197",
  workers: "#801650",
  system: "#F46A25",
  assumptions: "#595959",
}

/** The rows of boxes, from what goes in to what changes. */
const rows = [["inputs", "activities", "mechanisms"], ["people", "workers", "system"], ["assumptions"]]

/** Where every word of a theory stands on its picture: text is wrapped by its measure, and boxes are as high as it needs. */
export const theoryPicture = (boxes: readonly TheoryBox[], shape: PictureShape): TheoryPicture => {
  const { width, columns } = shapes[shape]
  const drawn: DrawnBox[] = []
  const arrows: DrawnArrow[] = []
  let y = 1
  for (const row of rows) {
    const here = row.flatMap((id) => boxes.find((one) => one.id === id) ?? [])
    const across = columns === 1 ? here.map((one) => [one]) : [here]
    for (const line of across) {
      const each = (width - 2 - between * (line.length - 1)) / line.length
      const made = line.map((one, at) => boxAt(one, 1 + at * (each + between), y, each))
      const height = Math.max(0, ...made.map((one) => one.height))
      const above = drawn.at(-1)
      const first = line[0]
      if (above && first && leadsTo(first, columns)) arrows.push(...down(above, made, columns))
      arrows.push(...beside(made, line, height))
      drawn.push(...made.map((one) => ({ ...one, height })))
      y += height + between
    }
  }
  return { width, height: Math.ceil(y - between + 1), size, boxes: drawn, arrows }
}

/** What is above leads to what is below: but outcomes not to each other, and nothing to what is taken for granted. */
const leadsTo = ({ id, level }: TheoryBox, columns: number) =>
  columns === 1 ? id !== "assumptions" && (!level || level === "people") : level !== undefined

const boxAt = ({ id, heading, lines }: TheoryBox, x: number, y: number, width: number): DrawnBox => {
  const inner = width - band - 2 * padding
  const said = lines.length > 0 ? lines : ["Not written yet"]
  const all = [
    ...wrapped(heading, inner, size, true).map((text) => ({ text, bold: true, gap: 0 })),
    ...said.flatMap((line) =>
      wrapped(line, inner, size).map((text, at) => ({ text, bold: false, gap: at === 0 ? 7 : 0 })),
    ),
  ]
  let at = y + padding - 4
  const text = all.map((one) => {
    at += leading + one.gap
    return { x: x + band + padding, y: Math.round(at), text: one.text, bold: one.bold }
  })
  return { x, y, width, height: Math.ceil(at - y + padding + 4), colour: colours[id] ?? "#595959", text }
}

/** From one step to the next beside it: outcomes stand beside each other, and none leads to another. */
const beside = (made: DrawnBox[], line: readonly TheoryBox[], height: number): DrawnArrow[] =>
  line.some(({ level }) => level)
    ? []
    : made.slice(1).map((one) => ({
        from: [one.x - between + 4, one.y + height / 2],
        to: [one.x - 4, one.y + height / 2],
      }))

const down = (above: DrawnBox, made: DrawnBox[], columns: number): DrawnArrow[] =>
  made.map((one) => ({
    from: [one.x + one.width / 2, columns === 1 ? above.y + above.height + 4 : one.y - between + 4],
    to: [one.x + one.width / 2, one.y - 4],
  }))
