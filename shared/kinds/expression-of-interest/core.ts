import {
  choice,
  choices,
  count,
  declaration,
  longText,
  money,
  person,
  repeated,
  text,
  yesNo,
} from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import type { Facts } from "./facts.ts"

/** What every expression of interest asks, on about one page's worth of words. */
export const core = (facts: Facts): Section[] => [
  organisation(facts),
  people,
  proposal,
  delivery,
  amount(facts),
  ending,
]

const organisation = ({ round }: Facts) =>
  section({
    id: "organisation",
    title: "Your organisation",
    minutes: 5,
    asks: {
      lead: person({
        label: "Who leads this expression of interest?",
        called: "the lead for this expression of interest",
        hint: "The person we telephone with questions.",
      }),
      sponsor: person({
        label: "Who is the sponsor?",
        called: "the sponsor",
        hint: "The director of adult social services, the principal social worker, or a delegate of theirs. They confirm this expression of interest by their own sign-in.",
        why: "A pilot changes how people work. It needs somebody who can decide that.",
      }),
      ...(round.partnerships && {
        together: yesNo({
          label: "Are you applying with other organisations?",
          called: "whether you are applying with other organisations",
        }),
        partners: repeated({
          label: "Which organisations are you applying with?",
          called: "the organisations you are applying with",
          hint: "Your organisation is the accountable one: it receives the money and answers for it.",
          calledRow: "organisation",
          upTo: 6,
          when: { question: "together", is: true },
          of: {
            name: text({ label: "Name", called: "the organisation's name", upTo: 120 }),
            commits: text({ label: "What it will do", called: "what the organisation will do", upTo: 200 }),
          },
        }),
      }),
    },
  })

/** Whom a pilot may be for, in the words of every page. */
export const groupWords = {
  "learning-disability": "People with a learning disability",
  autism: "Autistic people",
  "mental-health": "People with mental health conditions",
  forensic: "People in contact with the criminal justice system",
  transition: "Young people moving to adult services, 14 to 25",
  other: "Another group",
}

const people = section({
  id: "people",
  title: "Who it is for",
  minutes: 5,
  asks: {
    groups: choices({
      label: "Who would have a named social worker?",
      called: "who would have a named social worker",
      options: groupWords,
    }),
    otherGroup: longText({
      label: "Which other group?",
      called: "which other group",
      words: 20,
      when: { question: "groups", is: "other" },
    }),
    expected: count({
      label: "About how many people would have a named social worker?",
      called: "the number of people",
      hint: "An estimate is fine. If you cannot say yet, say why.",
      why: "Readers look at what can be done well, not at who promises most.",
      least: 1,
      most: 500,
    }),
  },
  checks: [
    {
      at: "expected",
      needs: ["expected"],
      weighs: "warning",
      holds: ({ expected }) => !("number" in expected) || expected.number <= 60,
      otherwise:
        "This is more than 60 people. In six months that is a lot for a small team: check the number",
    },
  ],
})

const proposal = section({
  id: "proposal",
  title: "What you would do",
  minutes: 60,
  asks: {
    whyHere: longText({
      label: "Why here?",
      called: "why here",
      hint: "What is it like now for the people you have in mind? Give a local figure with its date if you have one.",
      words: 150,
    }),
    differently: longText({
      label: "What would you do differently?",
      called: "what you would do differently",
      hint: "What a named social worker would do that nobody does now, and what they would stop doing.",
      words: 300,
    }),
    livedExperience: longText({
      label: "Who with lived experience shaped this, and how?",
      called: "who with lived experience shaped this",
      hint: "Say how they are paid or thanked. Name groups, not people.",
      words: 150,
    }),
  },
})

const delivery = section({
  id: "delivery",
  title: "How it would work",
  minutes: 30,
  asks: {
    freeTime: longText({
      label: "How will you free people’s time?",
      called: "how you will free people's time",
      hint: "Who covers the other work of the social workers you name?",
      words: 100,
    }),
    knowItHelps: longText({
      label: "How will you know it helps?",
      called: "how you will know it helps",
      hint: "What would people and families notice? You will choose your measures later, with the evaluator.",
      words: 100,
    }),
    afterwards: longText({
      label: "What happens afterwards?",
      called: "what happens afterwards",
      hint: "When the money ends, what happens to the people who have a named social worker?",
      words: 100,
    }),
  },
})

const amount = ({ round }: Facts) =>
  section({
    id: "amount",
    title: "The amount",
    minutes: 10,
    money: true,
    asks: {
      amount: money({
        label: "How much do you ask for, in pounds?",
        called: "the amount you ask for",
        hint: `One figure for the whole pilot, up to ${pounds(round.ceiling)}.`,
        least: 100,
        most: round.ceiling,
      }),
    },
  })

const ending = section({
  id: "declaration",
  title: "Conflicts and declaration",
  minutes: 5,
  asks: {
    links: choice({
      label: "Does anybody involved have links with the Department, the Innovation Unit or SCIE?",
      called: "whether anybody involved has links with the Department, the Innovation Unit or SCIE",
      hint: "For example a job, a contract or a close relative there in the last two years. A link does not rule you out.",
      options: { none: "No", some: "Yes" },
    }),
    linksAre: longText({
      label: "What are the links?",
      called: "what the links are",
      words: 60,
      when: { question: "links", is: "some" },
    }),
    declared: declaration({
      label: "Declaration",
      called: "the declaration",
      statement: [
        "My organisation has agreed that I may apply.",
        "We will take part in the evaluation and share what we learn.",
        "We understand that this expression of interest may be asked for under the Freedom of Information Act 2000. Names and contact details of people would be taken out.",
      ],
    }),
  },
})
