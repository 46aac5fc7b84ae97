import { choice, longText } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"

/** Whether the core measures of going into hospital and coming out fit the group: said once. */
export const groupForm: Section = section({
  id: "group",
  title: "Core measures",
  minutes: 2,
  asks: {
    admissions: choice({
      label: "Can people of your group be admitted to an assessment and treatment unit or a specialist bed?",
      called: "whether admissions and discharges fit your group",
      options: {
        asked: "Yes: count admissions and discharges",
        not: "No, this is not our group: do not ask for them",
      },
    }),
    because: longText({
      label: "Why not?",
      called: "why they do not fit your group",
      words: 40,
      when: { question: "admissions", is: "not" },
    }),
  },
})
