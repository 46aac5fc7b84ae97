import { choice, choices, date, longText, repeated, text, yesNo } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"
import type { PlainDate } from "../../../values/london.ts"

/** What a report may name: releases by their numbers, stories by where they are. */
export type MayHold = {
  releases: Readonly<Record<string, string>>
  stories: Readonly<Record<string, string>>
}

/** What an evaluator writes. */
export const reportForm = (title: string, { releases, stories }: MayHold): Section =>
  section({
    id: "report",
    title,
    minutes: 60,
    intro:
      "Figures come from a release, stories from where their people shared them: add them below, and copy neither. Say what is early and indicative.",
    asks: {
      title: text({ label: "Title", called: "the title", upTo: 120 }),
      summary: longText({
        label: "Summary",
        called: "the summary",
        hint: "What a busy reader takes away.",
        words: 200,
      }),
      found: repeated({
        label: "What was found",
        called: "what was found",
        of: {
          heading: text({ label: "Heading", called: "the heading", upTo: 120 }),
          text: longText({ label: "What was found", called: "what was found", words: 500 }),
        },
        upTo: 10,
        calledRow: "part",
      }),
      limits: longText({
        label: "What cannot be claimed?",
        called: "what cannot be claimed",
        hint: "How few people it was, what was not known, what else may have caused it.",
        words: 300,
      }),
      ...(Object.keys(releases).length > 0 && {
        release: choice({
          label: "Which release are its tables of?",
          called: "the release of its tables",
          options: releases as Record<string, string>,
          optional: true,
        }),
      }),
      costs: yesNo({ label: "Does it say what it cost?", called: "whether it says what it cost" }),
      ...(Object.keys(stories).length > 0 && {
        stories: choices({
          label: "Which stories does it tell?",
          called: "the stories that it tells",
          hint: "Those whose people agreed to reports and the website.",
          options: stories as Record<string, string>,
          optional: true,
        }),
      }),
      did: repeated({
        label: "You said, we did",
        called: "what sites did",
        of: {
          site: text({ label: "Site", called: "the site", upTo: 120 }),
          said: longText({ label: "You said", called: "what people said", words: 60 }),
          did: longText({ label: "We did", called: "what the site did", words: 60 }),
        },
        upTo: 12,
        calledRow: "site",
        optional: true,
      }),
    },
  })

/** The same report in easy read. */
export const easyReadForm: Section = section({
  id: "easy-read",
  title: "The easy-read version",
  minutes: 30,
  intro:
    "One idea a line, in short sentences. A self-advocacy group reads it before it is published; a change asks them again.",
  asks: {
    text: longText({ label: "The easy-read version", called: "the easy-read version", words: 800 }),
  },
})

/** Who of a self-advocacy group read it, and when. */
export const groupForm = (today: PlainDate): Section =>
  section({
    id: "group",
    title: "A self-advocacy group read it",
    minutes: 2,
    asks: {
      group: text({ label: "Which group?", called: "the group", upTo: 120 }),
      who: text({
        label: "Who of the group?",
        called: "who of the group read it",
        hint: "As they want to be named. It stands in the report.",
        upTo: 120,
      }),
      on: date({ label: "When?", called: "the day they read it", notAfter: today }),
    },
  })
