import type { Answers } from "../../form/question.ts"
import { count, date, decimal, longText, repeated, text, wholeNumber } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, type PlainDate } from "../../values/london.ts"
import type { SectionItem } from "../submissions/submission.ts"

/** The first and the last day of the pilot at the site, where they are known. */
export type Span = { from?: PlainDate; to?: PlainDate }

/** What a plan says: one page that everybody answers, and one of what some want to say besides. */
export const planSections = (span: Span): Section[] => [core(span), more]

const core = ({ from, to }: Span) =>
  section({
    id: "core",
    title: "The plan",
    minutes: 40,
    intro: "A few sentences will do for each. Your coach reads the draft with you.",
    asks: {
      model: longText({
        label: "What does a named social worker do here?",
        called: "what a named social worker does here",
        words: 300,
      }),
      changes: longText({
        label: "What changes for people and families?",
        called: "what changes for people and families",
        hint: "What will they notice? Write about groups, never about one person.",
        words: 150,
      }),
      stops: longText({
        label: "What stops, and who covers it?",
        called: "what stops, and who covers it",
        words: 100,
      }),
      people: count({
        label: "How many people is it for?",
        called: "the number of people",
        hint: "An estimate is fine. If you cannot say yet, say why.",
        least: 1,
        most: 500,
      }),
      team: repeated({
        label: "Who is in the team?",
        called: "who is in the team",
        hint: "By role, not by name.",
        calledRow: "role",
        upTo: 10,
        of: {
          role: text({ label: "Role", called: "the role", upTo: 120 }),
          number: wholeNumber({ label: "How many", called: "how many", least: 1, most: 100 }),
          days: decimal({
            label: "Protected days a week, each",
            called: "protected days a week",
            hint: "Days that nothing else is booked on. 0 where none are promised.",
            most: 7,
            optional: true,
          }),
        },
      }),
      milestones: repeated({
        label: "What are the milestones?",
        called: "the milestones",
        hint: "What will be there, by when, and who sees to it. Three or four are enough.",
        calledRow: "milestone",
        upTo: 12,
        of: {
          what: text({ label: "What", called: "what will be there", upTo: 160 }),
          by: date({
            label: "By when",
            called: "the day of the milestone",
            notBefore: from ? addMonths(from, -6) : "2016-01-01",
            notAfter: to ? addMonths(to, 12) : "2099-12-31",
          }),
          who: text({
            label: "Who sees to it",
            called: "who sees to it",
            hint: "A role is enough.",
            upTo: 100,
          }),
        },
      }),
    },
  })

const more = section({
  id: "more",
  title: "Add more",
  minutes: 15,
  intro: "Nothing here has to be answered.",
  asks: {
    partners: longText({
      label: "Who do you work with, and what do they do?",
      called: "who you work with",
      words: 100,
      optional: true,
    }),
    coproduction: longText({
      label: "Who with lived experience shapes it, and how?",
      called: "who with lived experience shapes it",
      hint: "Name groups, not people.",
      words: 150,
      optional: true,
    }),
    paid: longText({
      label: "How are they paid or thanked?",
      called: "how they are paid or thanked",
      words: 60,
      optional: true,
    }),
    risks: repeated({
      label: "What could go wrong?",
      called: "what could go wrong",
      hint: "Once the plan is agreed, each can be added to the risks that you look at with your coach.",
      calledRow: "risk",
      upTo: 8,
      optional: true,
      of: {
        risk: text({ label: "What could happen", called: "what could happen", upTo: 160 }),
        against: text({
          label: "What you do about it",
          called: "what you do about it",
          upTo: 200,
          optional: true,
        }),
      },
    }),
  },
})

/** Every answer of a draft, by question: no two sections have one of the same name. */
export const answersIn = (sections: Record<string, Pick<SectionItem, "answers">>): Answers =>
  Object.assign({}, ...Object.values(sections).map(({ answers }) => answers))

/** What somebody can comment on by name: an answer, or one row of it. */
export const linesOf = (sections: Section[], answers: Answers): Record<string, string> =>
  Object.fromEntries(
    sections.flatMap(({ asks }) =>
      Object.entries(asks).flatMap(([key, { label, shape }]) => [
        [key, label],
        ...(shape.of && Array.isArray(answers[key])
          ? (answers[key] as { id: string }[]).map(({ id }, at) => [
              `${key}.${id}`,
              `${label.replace(/\?$/, "")}: ${shape.calledRow} ${at + 1}`,
            ])
          : []),
      ]),
    ),
  )
