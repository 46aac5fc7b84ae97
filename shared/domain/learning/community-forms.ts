import {
  choice,
  date,
  declaration,
  longText,
  repeated,
  text,
  wholeNumber,
  yesNo,
} from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, londonDate } from "../../values/london.ts"
import { topics } from "../coaching/session-kinds.ts"
import { type CommunitySession, comers, sessionDesks } from "./community-session.ts"
import { readTime } from "./time-of-day.ts"

/** What is told of a session before it takes place. */
export const planningForm = (now: Date, title = "Plan a community of practice session"): Section => {
  const today = londonDate(now)
  return section({
    id: "planning",
    title,
    minutes: 4,
    intro: "Leads and coaches of the sites of this phase get a letter, and it is in everybody’s calendar.",
    asks: {
      title: text({ label: "What is it called?", called: "what it is called", upTo: 100 }),
      on: date({
        label: "On which day?",
        called: "the day",
        notBefore: today,
        notAfter: addMonths(today, 18),
      }),
      from: text({
        label: "When does it begin?",
        called: "when it begins",
        hint: "London time, such as 2pm or 14:00",
        upTo: 10,
      }),
      to: text({
        label: "When does it end?",
        called: "when it ends",
        hint: "For example, 3:30pm",
        upTo: 10,
      }),
      place: text({
        label: "Where, or with which link?",
        called: "where it is, or its link",
        hint: "Only people who are signed in read this.",
        upTo: 200,
      }),
      agenda: longText({ label: "What is it about?", called: "what it is about", words: 150 }),
    },
    checks: [
      ...(["from", "to"] as const).map((at) => ({
        at,
        needs: [at],
        holds: (given: { from: string; to: string }) => readTime(given[at]) !== undefined,
        otherwise: `Enter when it ${at === "from" ? "begins" : "ends"}, like 2pm or 14:00`,
      })),
      {
        at: "to",
        needs: ["from", "to"],
        holds: ({ from, to }) => {
          const [begins, ends] = [readTime(from), readTime(to)]
          return begins === undefined || ends === undefined || begins < ends
        },
        otherwise: "It must end after it begins, on the same day",
      },
    ],
  })
}

export const cancellingForm = section({
  id: "cancelling",
  title: "This session will not take place",
  minutes: 1,
  intro: "Whoever was told of it gets a letter, and calendars show that it will not take place.",
  asks: {
    because: longText({ label: "Why?", called: "why it will not take place", words: 60 }),
  },
})

/** What is told of it afterwards. Ideas go to the library once, with the first writing. */
export const writingForm = (now: Date, before?: CommunitySession["held"]): Section => {
  const today = londonDate(now)
  const number = (label: string) =>
    wholeNumber({ label, called: `how many: ${label.toLowerCase()}`, most: 500, optional: true })
  const came = {
    leads: number(comers.leads),
    contributors: number(comers.contributors),
    sponsors: number(comers.sponsors),
    livedExperience: number(comers.livedExperience),
    coaches: number(comers.coaches),
    coordinators: number(comers.coordinators),
    evaluators: number(comers.evaluators),
    department: number(comers.department),
    others: number(comers.others),
  }
  return section({
    id: "writing",
    title: "Write up a community of practice session",
    minutes: 5,
    intro: "How many came of each role: numbers, no names. Leave empty what you do not know.",
    asks: {
      ...came,
      ...(!before && {
        learned: repeated({
          label: "What was learned?",
          called: "what was learned",
          hint: "One idea each. They go straight to every site, without who said it.",
          calledRow: "idea",
          upTo: 5,
          optional: true,
          of: {
            idea: longText({ label: "The idea", called: "the idea", words: 60 }),
            tag: choice({ label: "What it is about", called: "what it is about", options: topics }),
          },
        }),
        nobody: declaration({
          label: "Nobody can be recognised from this",
          called: "that nobody can be recognised from this",
          statement: ["No person and no site can be recognised from these ideas."],
          optional: true,
        }),
      }),
      actions: repeated({
        label: "What is to be done?",
        called: "what is to be done",
        hint: "What belongs to no site. What one site does is an action of its own, on its page.",
        calledRow: "action",
        upTo: 10,
        optional: true,
        of: {
          text: longText({ label: "What", called: "what is to be done", words: 40 }),
          owner: choice({ label: "Who does it", called: "who does it", options: sessionDesks }),
          due: date({
            label: "By when",
            called: "the day it is due",
            notBefore: addMonths(today, -24),
            notAfter: addMonths(today, 24),
          }),
          done: yesNo({ label: "Is it done?", called: "whether it is done", optional: true }),
        },
      }),
    },
    checks: [
      {
        at: "leads",
        needs: [],
        holds: (given) => Object.keys(came).some((key) => given[key as keyof typeof came] !== undefined),
        otherwise: "Enter how many came, of one role at least",
      },
      {
        at: "nobody",
        needs: ["learned"],
        holds: (given) => given.nobody === true,
        otherwise: "Confirm that nobody can be recognised from this",
      },
    ],
  })
}
