import {
  choice,
  date,
  decimal,
  longText,
  moneyGrid,
  person,
  repeated,
  text,
  wholeNumber,
  yesNo,
} from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { costCategories } from "./cost-categories.ts"
import type { Facts } from "./facts.ts"

/**
 * What a round asks besides: each by its id in the round's record, and none made that it does not ask. The reason is the
 * round's to give.
 */
export const full = (facts: Facts): Section[] =>
  Object.entries({
    need,
    practitioners,
    partners,
    measures,
    profile,
    risks,
    backfill,
    sustaining,
    coaching,
    governance,
  })
    .filter(([id]) => facts.round.sections.includes(id))
    .map(([, one]) => (typeof one === "function" ? one(facts) : one))

const need = section({
  id: "need",
  title: "The need, in full",
  minutes: 60,
  asks: {
    need: longText({
      label: "Why is this needed here?",
      called: "why this is needed here",
      hint: "With local numbers and their date.",
      words: 300,
    }),
    proposal: longText({
      label: "What is your proposal?",
      called: "your proposal",
      hint: "What the named social worker will do differently, and what they stop doing.",
      words: 500,
    }),
    coproduction: longText({
      label: "How did people with lived experience take part, and how will they be paid?",
      called: "how people with lived experience took part",
      words: 250,
    }),
  },
})

const practitioners = section({
  id: "practitioners",
  title: "Your named social workers",
  minutes: 10,
  asks: {
    practitioners: wholeNumber({
      label: "How many named social workers do you expect?",
      called: "the number of named social workers",
      least: 1,
      most: 100,
    }),
    fte: decimal({
      label: "How many full-time equivalents is that?",
      called: "the full-time equivalents",
      hint: "For example 2.5",
      least: 0.1,
      most: 100,
      places: 2,
    }),
  },
  checks: [
    {
      at: "fte",
      needs: ["practitioners", "fte"],
      holds: ({ practitioners, fte }) => fte <= practitioners,
      otherwise: "The full-time equivalents are more than the number of named social workers",
    },
  ],
})

const partners = section({
  id: "partners",
  title: "Partners",
  minutes: 20,
  asks: {
    partners: repeated({
      label: "Which partners take part?",
      called: "partners",
      calledRow: "partner",
      upTo: 10,
      optional: true,
      of: {
        name: text({ label: "Name of the organisation", called: "the partner's name", upTo: 120 }),
        sector: choice({
          label: "Sector",
          called: "the partner's sector",
          options: {
            nhs: "NHS",
            voluntary: "Voluntary or community",
            education: "Education",
            provider: "Care provider",
            people: "Led by people with lived experience",
            other: "Other",
          },
        }),
        commits: text({ label: "What they commit", called: "what the partner commits", upTo: 200 }),
        confirmed: yesNo({ label: "Confirmed?", called: "whether the partner has confirmed" }),
      },
    }),
  },
})

const measures = section({
  id: "measures",
  title: "Measures",
  minutes: 30,
  asks: {
    measures: repeated({
      label: "How will you measure whether it helps?",
      called: "measures",
      calledRow: "measure",
      upTo: 6,
      of: {
        indicator: text({ label: "What you would measure", called: "what you would measure", upTo: 200 }),
        source: text({
          label: "Where the figure comes from",
          called: "where the figure comes from",
          upTo: 200,
        }),
        baseline: yesNo({ label: "Do you have a baseline?", called: "whether there is a baseline" }),
        owner: text({
          label: "Job title of who looks after it",
          called: "who looks after the measure",
          upTo: 100,
        }),
      },
    }),
  },
})

const profile = ({ round }: Facts) =>
  section({
    id: "profile",
    title: "Spending profile",
    minutes: 40,
    money: true,
    intro: "The total must equal the amount you ask for, to the penny.",
    asks: {
      profile: moneyGrid({
        label: "What would you spend, and when?",
        called: "the spending profile",
        rows: costCategories,
        columns: round.quarters,
      }),
    },
  })

const risks = section({
  id: "risks",
  title: "Risks",
  minutes: 20,
  asks: {
    risks: repeated({
      label: "What could go wrong?",
      called: "risks",
      calledRow: "risk",
      upTo: 5,
      of: {
        risk: text({ label: "Risk", called: "the risk", upTo: 200 }),
        likelihood: wholeNumber({ label: "Likelihood, 1 to 5", called: "the likelihood", least: 1, most: 5 }),
        impact: wholeNumber({ label: "Impact, 1 to 5", called: "the impact", least: 1, most: 5 }),
        mitigation: longText({
          label: "What you would do about it",
          called: "what you would do about the risk",
          words: 50,
        }),
      },
    }),
  },
})

const backfill = ({ round }: Facts) =>
  section({
    id: "backfill",
    title: "Start and cover",
    minutes: 20,
    asks: {
      starts: date({
        label: "When could you start?",
        called: "the date you could start",
        hint: "For example, 27 3 2017",
        notBefore: round.startsBetween.from,
        notAfter: round.startsBetween.to,
      }),
      cover: longText({ label: "Who covers the caseload?", called: "who covers the caseload", words: 200 }),
      recruitmentWeeks: wholeNumber({
        label: "How many weeks does recruitment take?",
        called: "the weeks that recruitment takes",
        most: 52,
      }),
    },
  })

const sustaining = section({
  id: "sustaining",
  title: "After the money ends",
  minutes: 20,
  asks: {
    sustaining: longText({
      label: "What happens when the money ends?",
      called: "what happens when the money ends",
      words: 250,
    }),
  },
})

const coaching = section({
  id: "coaching",
  title: "Room for coaching",
  minutes: 10,
  asks: {
    roomForCoaching: yesNo({
      label: "Can your team take part in coaching?",
      called: "whether your team can take part in coaching",
    }),
    daysAMonth: decimal({
      label: "How many days a month can you offer?",
      called: "the days a month",
      least: 0.5,
      most: 20,
      places: 1,
      when: { question: "roomForCoaching", is: true },
    }),
    how: longText({
      label: "How would you use it?",
      called: "how you would use coaching",
      words: 100,
      optional: true,
    }),
  },
})

const governance = section({
  id: "governance",
  title: "Finance and information governance",
  minutes: 10,
  asks: {
    financeContact: person({
      label: "Who is your section 151 officer, or deputy?",
      called: "your section 151 officer or deputy",
    }),
    governanceContact: person({
      label: "Who is your Caldicott Guardian or data protection officer?",
      called: "your Caldicott Guardian or data protection officer",
    }),
    dpia: choice({
      label: "Is a data protection impact assessment done?",
      called: "whether a data protection impact assessment is done",
      options: { done: "Done", "in-hand": "In hand", "not-started": "Not started" },
    }),
  },
})
