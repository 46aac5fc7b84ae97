import { longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { PanelNote } from "./notes.ts"
import { writeAsRead } from "./scoring.ts"
import type { Open } from "./seen.ts"

export const noteForm: Section = section({
  id: "note",
  title: "Notes",
  minutes: 0,
  asks: {
    text: longText({
      label: "Add a note",
      called: "a note",
      hint: `It cannot be changed or taken away. ${writeAsRead}`,
      words: 100,
    }),
  },
})

/** The notes that somebody may read: their own always, the others' once they may see what others scored. */
export const notesFor = (notes: PanelNote[], person: string, { compared }: Pick<Open, "compared">) =>
  notes.filter(({ by }) => compared !== undefined || by.person === person)
