import { choice, choices, longText, repeated, text, wholeNumber, yesNo } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { readTime } from "../../values/time-of-day.ts"
import { learningLevels } from "../learning/idea.ts"
import { stuckOn } from "./going-words.ts"
import { stages, topics } from "./session-kinds.ts"

const confidence = { "1": "1, not at all", "2": "2", "3": "3", "4": "4", "5": "5, very" } as const

/** Everything else that can be said of a session: all of it behind "Add more", none of it owed. */
export const sessionMore: Section = section({
  id: "more",
  title: "Add more",
  minutes: 5,
  intro: "Nothing here has to be answered. Add what will be of use to the next person who reads it.",
  asks: {
    time: text({
      label: "When did it begin?",
      called: "when it began",
      hint: "For example, 2pm",
      upTo: 20,
      optional: true,
    }),
    minutes: wholeNumber({
      label: "How many minutes did it take?",
      called: "the number of minutes",
      least: 5,
      most: 480,
      optional: true,
    }),
    secondCoach: text({ label: "Who else coached?", called: "who else coached", upTo: 120, optional: true }),
    attended: repeated({
      label: "Who took part, by role?",
      called: "who took part",
      calledRow: "role",
      upTo: 12,
      optional: true,
      of: {
        role: text({ label: "Role", called: "the role", upTo: 120 }),
        organisation: text({ label: "Organisation", called: "the organisation", upTo: 120, optional: true }),
        number: wholeNumber({ label: "How many", called: "how many", least: 1, most: 200 }),
        livedExperience: yesNo({
          label: "Are they experts by experience?",
          called: "yes where they are experts by experience",
          optional: true,
        }),
        paid: yesNo({ label: "Were they paid?", called: "whether they were paid", optional: true }),
      },
    }),
    stage: choice({
      label: "How far has the pilot come?",
      called: "how far the pilot has come",
      options: stages,
      optional: true,
    }),
    topics: choices({
      label: "What was it about?",
      called: "what it was about",
      hint: "The Department sees these, and not what was said about them.",
      options: topics,
      optional: true,
    }),
    stuck: choices({
      label: "What is the site stuck on?",
      called: "what the site is stuck on",
      hint: "Counted across sites without naming any.",
      options: stuckOn,
      optional: true,
    }),
    aim: longText({ label: "What was it for?", called: "what it was for", words: 60, optional: true }),
    heard: longText({ label: "What did you hear?", called: "what you heard", words: 250, optional: true }),
    tested: longText({ label: "What was tested?", called: "what was tested", words: 150, optional: true }),
    measures: longText({
      label: "Which measures did you look at?",
      called: "which measures you looked at",
      words: 60,
      optional: true,
    }),
    before: choice({
      label: "How confident was the team before?",
      called: "how confident the team was before",
      hint: "The site team’s own rating.",
      options: confidence,
      optional: true,
    }),
    after: choice({
      label: "How confident is it now?",
      called: "how confident the team is now",
      options: confidence,
      optional: true,
    }),
    learning: repeated({
      label: "What was learned?",
      called: "what was learned",
      hint: "One idea each, nobody recognisable in it. It goes further than this site only after the site has agreed and a coordinator has looked at it.",
      calledRow: "idea",
      upTo: 5,
      optional: true,
      of: {
        idea: longText({ label: "The idea", called: "the idea", words: 60 }),
        level: choice({ label: "Who it is for", called: "who it is for", options: learningLevels }),
        tag: choice({
          label: "What it is about",
          called: "what it is about",
          options: topics,
          optional: true,
        }),
      },
    }),
  },
  checks: [
    {
      at: "time",
      needs: ["time"],
      holds: ({ time }) => readTime(time) !== undefined,
      otherwise: "Enter a time for when it began, like 2pm or 14:00",
    },
  ],
})
