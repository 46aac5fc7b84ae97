import type { Section } from "../form/section.ts"
import type { About } from "./about.ts"
import { type Cell, plain, type Sheet } from "./book.ts"

const line = (label: string, text = ""): Cell[] => [{ text: label, look: "heading" }, plain(text)]

/** The cover: what it is, whose, and how it comes back. */
export const readMeOf = (about: About): Sheet => ({
  name: "Read me",
  widths: [26, 90],
  rows: [
    [{ text: about.title, look: "title" }],
    line("Site", about.site),
    line("Covers", about.covers),
    line("Reference", about.reference),
    line("When", about.due),
    line("1. Fill it in", "Type in the yellow cells only. Leave a cell empty where there is nothing to say."),
    line("2. Save it", "As an Excel workbook (.xlsx) or an OpenDocument spreadsheet (.ods)."),
    line("3. Give it back", `Choose the file at ${about.address}`),
    line("4. Look", "You see every change before anything is saved, and confirm it there."),
    line("Not sent yet", "Giving back this file sends nothing. The return is sent on the site, as always."),
  ],
})

/** The rules of each question in words, and what there is to choose from. */
export const notesOf = ({ sections }: About): Sheet => ({
  name: "Notes",
  widths: [50, 90],
  rows: [
    [{ text: "Notes", look: "title" }],
    line(
      "Amounts",
      "Pounds, with pence where there are some: 92,827 or 92,827.50. Type figures, not formulas.",
    ),
    line("Totals", "They are as they were when this file was made: the site works them out again."),
    line("Rows", "Do not copy a whole row onto another: each line has a hidden mark of its own."),
    line(
      "Care and safety",
      "Do not report a safeguarding concern or write about a person’s care here. Use your council’s safeguarding route now.",
    ),
    ...sections.flatMap(notes),
  ],
})

const notes = ({ title, intro, asks }: Section): Cell[][] => [
  [{ text: title, look: "heading" }, plain(intro ?? "")],
  ...Object.values(asks).flatMap((question) => [
    [plain(question.label), plain([question.hint, question.why].filter(Boolean).join(" "))],
    ...choicesOf(question.shape.options),
    ...Object.values(question.shape.of ?? {}).flatMap(({ label, hint, shape }) => [
      [plain(label), plain(hint ?? "")],
      ...choicesOf(shape.options),
    ]),
  ]),
]

const choicesOf = (options: Record<string, string> = {}): Cell[][] =>
  Object.values(options).map((one) => [plain(""), plain(`Choose: ${one}`)])
