import * as z from "zod"
import type { Asked } from "../../../form/question.ts"
import { longText, text } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { type FactsPage, present } from "./page.ts"

/** The first part of its references, in capitals however it is typed. */
const phaseCode: Asked<string> = {
  ...text({
    label: "What is the code of its phase?",
    called: "the code of its phase",
    hint: "2 to 8 letters and figures, such as NSW2. Its references begin with this.",
    upTo: 8,
  }),
  schema: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, {
    error:
      "The code of its phase must be 2 to 8 capital letters and figures and begin with a letter, like NSW2",
  }),
  read: (entries, name) => {
    const typed = entries[name]?.trim().toUpperCase() ?? ""
    return typed === "" ? { blank: true } : { value: typed }
  },
  texts: () => [],
}

/** What a round begins with. */
export const naming = {
  title: text({
    label: "What is the round called?",
    called: "what the round is called",
    hint: "As everybody will read it, for example Named Social Worker pilots, phase 3",
    upTo: 120,
  }),
  phase: phaseCode,
}

const shape = z.object({ title: z.string(), phase: z.string(), about: z.string().optional() })

export const about: FactsPage = {
  id: "about",
  title: "Title and description",

  section: () =>
    section({
      id: "about",
      title: "Title and description",
      minutes: 0,
      asks: {
        ...naming,
        about: longText({
          label: "What is it about?",
          called: "what it is about",
          hint: "What councils read first. Leave an empty line between paragraphs.",
          words: 300,
          optional: true,
        }),
      },
    }),

  answers: (draft) =>
    present({
      title: draft.title,
      phase: draft.phase,
      about: draft.about?.length ? draft.about.join("\n\n") : undefined,
    }),

  into: (draft, answers) => {
    const { title, phase, about: words } = shape.parse(answers)
    const paragraphs = words?.split(/\n\s*\n/).map((one) => one.trim())
    return { ...draft, title, phase, about: paragraphs?.filter((one) => one !== "") }
  },
}
