import fc from "fast-check"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { Picture } from "../../../functions/pilot/evaluation-plan/pages/picture.tsx"
import { textWidth, wrapped } from "../../../shared/domain/evaluation/plan/letter-widths.ts"
import { theoryBoxes, theoryForm } from "../../../shared/domain/evaluation/plan/theory.ts"
import { type shapes, theoryPicture } from "../../../shared/domain/evaluation/plan/theory-picture.ts"
import { cleanText } from "../../../shared/values/text.ts"

const boxNames = Object.keys(theoryForm.asks)
const words = fc
  .string({ unit: "grapheme", maxLength: 120 })
  .map((one) => {
    const clean = cleanText(one)
    return "text" in clean ? clean.text : ""
  })
  .filter((one) => one !== "")
const awkward = fc.constantFrom(
  '<script>alert("1")</script>',
  "]]> & <![CDATA[",
  "&amp; &#0; \"quoted\" 'single'",
  "W".repeat(300),
  "no\uFFFEthing",
  "- one\n- two\n• three",
  "نص 漢字 😀 é",
)
const theory = fc.record(
  Object.fromEntries(boxNames.map((name) => [name, fc.option(fc.oneof(words, awkward), { nil: undefined })])),
)
const shape = fc.constantFrom("wide", "narrow") as fc.Arbitrary<keyof typeof shapes>

/** What stands on a picture, as a reader of XML reads it; it throws where it is none. */
const textsIn = (svg: string) => {
  const texts: string[] = []
  const parser = new SaxesParser()
  let inside = ""
  let open = false
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name }) => {
    open = name === "text"
    inside = ""
  })
  parser.on("text", (text) => {
    if (open) inside += text
  })
  parser.on("closetag", ({ name }) => {
    if (name === "text") texts.push(inside)
    open = false
  })
  parser.write(svg).close()
  return texts
}

const drawn = (answers: object, which: keyof typeof shapes) =>
  String(Picture({ boxes: theoryBoxes(answers as never), shape: which, id: "theory", title: "A & B <c>" }))

describe("the picture of how it is meant to work", () => {
  test("is XML whatever is written, and has every word in its order", () => {
    fc.assert(
      fc.property(theory, shape, (answers, which) => {
        const letters = (all: string[]) => all.join("").replaceAll(/\s+/gu, "")
        const boxes = theoryBoxes(answers as never)
        const read = textsIn(drawn(answers, which))
        const said = boxes.flatMap(({ heading, lines }) => [
          heading,
          ...(lines.length > 0 ? lines : ["Not written yet"]),
        ])
        expect(letters(read)).toBe(letters(said))
      }),
      { numRuns: 60 },
    )
  })

  test("keeps every line within its box, and every box within the picture and apart from the others", () => {
    fc.assert(
      fc.property(theory, shape, (answers, which) => {
        const picture = theoryPicture(theoryBoxes(answers as never), which)
        for (const box of picture.boxes) {
          expect(box.x + box.width).toBeLessThanOrEqual(picture.width)
          expect(box.y + box.height).toBeLessThanOrEqual(picture.height)
          for (const { x, y, text, bold } of box.text) {
            expect(y).toBeLessThan(box.y + box.height)
            if ([...text].length > 1)
              expect(x + textWidth(text, picture.size, bold)).toBeLessThanOrEqual(box.x + box.width)
          }
        }
        const overlaps = picture.boxes.some((one, at) =>
          picture.boxes
            .slice(at + 1)
            .some(
              (other) =>
                one.x < other.x + other.width &&
                other.x < one.x + one.width &&
                one.y < other.y + other.height &&
                other.y < one.y + one.height,
            ),
        )
        expect(overlaps).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test("says each part in words beside its colour, of one level or another, and has no colour of its own for text", () => {
    const svg = drawn({ people: "They decide" }, "wide")
    for (const heading of [
      "What goes in",
      "How it works",
      "What changes: named social workers",
      "What you take for granted",
    ])
      expect(textsIn(svg).join(" ")).toContain(heading)
    expect([...svg.matchAll(/<text[^>]*fill=/g)]).toEqual([])
    expect(svg).toContain('role="img"')
    expect(svg).toContain('<title id="theory-title">A &amp; B &lt;c&gt;</title>')
  })

  test("wraps between words where it can", () => {
    expect(wrapped("one two three", 75, 16)).toEqual(["one two", "three"])
    expect(wrapped("", 60, 16)).toEqual([])
  })
})
