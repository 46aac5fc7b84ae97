import type { Move } from "./acts.ts"
import { about, evaluator, plans, rewrites } from "./evaluation-acts.ts"
import { lead, move } from "./returns.ts"

const own = (answers: Record<string, string | boolean>) => ({ from: "own", answers })
const library = (id: string) => ({ from: `library.${id}` })

/** Two measures of its own beside the core, agreed in the second week after the visit. */
const halton: Move[] = [
  ...plans("halton", {
    begun: "2017-10-26",
    theory: {
      inputs: "Four named social workers, two days a week (invented)\nTwo covers for duty (invented)",
      activities: "One worker stays with each young person through the move to adulthood (invented)",
      mechanisms: "Somebody who knows a person speaks up early, and is heard (invented)",
      people:
        "Young people decide where and how they live (invented)\nFamilies know whom to telephone (invented)",
      workers: "Workers lead reviews instead of sitting in them (invented)",
      system: "Nobody goes into hospital because nobody knew them (invented)",
      assumptions: "Cover for duty stays in place until April (invented)",
    },
    measures: [
      own({
        name: "Reviews that the named social worker led (invented)",
        question: "Who leads when a life is planned?",
        definition:
          "Reviews chaired by the named social worker, of all reviews of these people since the figure before.",
        level: "workers",
        unit: "share",
        counts: "reviews led",
        outOf: "reviews",
        direction: "more",
        acrossTime: "sum",
        source: "Minutes of reviews",
        hidesSmall: true,
      }),
      library("settled-home"),
    ],
    proposed: "2017-11-01",
    agreed: "2017-11-03",
  }),
]

/** Written with self-advocates: the evaluator asked for one thing more before it was proposed. */
const bradford: Move[] = [
  ...plans("bradford", {
    begun: "2017-10-30",
    theory: {
      inputs: "Four named social workers (invented)\nTwo self-advocates, paid by the session (invented)",
      activities: "People are asked by people who have used services (invented)",
      mechanisms: "Who is asked by somebody independent says more (invented)",
      people: "People say who their worker is, and when they last met (invented)",
      workers: "Workers have fewer people and more time for each (invented)",
      system: "Reviews happen before something goes wrong (invented)",
      assumptions: "Posts stay filled, and old cases are handed over (invented)",
    },
    measures: [
      own({
        name: "People whose last visit was in the past month (invented)",
        question: "Do people see their worker?",
        definition:
          "Of the people with a named social worker on the day of the figure, those who met them in the thirty days before it.",
        level: "people",
        unit: "share",
        counts: "people visited",
        outOf: "people with a named social worker",
        direction: "more",
        source: "Diaries of the team",
        collectedBy: "Self-advocates, who chose the measure (invented)",
      }),
    ],
    proposed: "2017-11-08",
    agreed: "2017-11-10",
  }),
  move(
    "2017-10-31",
    "12:00",
    evaluator,
    about("bradford", "plan/comment", {
      on: "theory",
      text: "Say under what is taken for granted what becomes of the old cases. (invented)",
    }),
  ),
]

const shropshire: Move[] = plans("shropshire", {
  begun: "2017-10-31",
  theory: {
    inputs: "Two named social workers from February (invented)",
    activities: "One worker from fourteen on, whatever team pays (invented)",
    mechanisms: "Children’s and adults’ teams assess once (invented)",
    people: "Young people tell their story once (invented)",
    workers: "Workers know both laws (invented)",
    system: "No gap at eighteen (invented)",
    assumptions: "A second worker is found (invented)",
  },
  group: { admissions: "not", because: "Young people of 14 to 18 here live with their families (invented)." },
  measures: [
    own({
      name: "Assessments done once for both teams (invented)",
      question: "Do young people tell their story once?",
      definition: "Assessments that both teams accepted, since the figure before.",
      level: "system",
      unit: "count",
      counts: "assessments",
      direction: "more",
      acrossTime: "sum",
      source: "Case records of both teams",
    }),
  ],
  proposed: "2017-11-07",
  agreed: "2017-11-09",
})

/** The smallest: twelve people, one measure. */
const sheffield: Move[] = plans("sheffield", {
  begun: "2017-10-26",
  theory: {
    inputs: "Three named social workers (invented)",
    activities: "A page about each person, written with them (invented)",
    mechanisms: "Whoever is on duty knows what matters to somebody (invented)",
    people: "People are asked first (invented)",
    workers: "Workers know the law and use it (invented)",
    system: "Fewer plans are made without the person (invented)",
    assumptions: "The review team takes over settled people (invented)",
  },
  measures: [
    own({
      name: "People with a page about themselves (invented)",
      question: "Does everybody know what matters to a person?",
      definition:
        "Of the people with a named social worker, those whose page was written with them and read by them.",
      level: "people",
      unit: "share",
      counts: "people with a page",
      outOf: "people with a named social worker",
      direction: "more",
      source: "The team’s list",
    }),
  ],
  proposed: "2017-11-09",
  agreed: "2017-11-13",
})

const hertfordshire: Move[] = plans("hertfordshire", {
  begun: "2017-10-30",
  theory: {
    inputs: "Eight named social workers (invented)\nExperts by experience who ask the questions (invented)",
    activities: "Health and council write one plan (invented)",
    mechanisms: "What is agreed once is not undone elsewhere (invented)",
    people: "People have one plan, and it is theirs (invented)",
    workers: "Workers stay in the role (invented)",
    system: "Two waiting lists become one (invented)",
    assumptions: "What may be shared is signed before Christmas (invented)",
  },
  measures: [
    own({
      name: "One plan for health and council (invented)",
      question: "Do people have one plan?",
      definition:
        "Of the people with a named social worker, those with one plan that both organisations signed.",
      level: "system",
      unit: "share",
      counts: "people with one plan",
      outOf: "people with a named social worker",
      direction: "more",
      source: "Case records",
    }),
    library("settled-home"),
  ],
  proposed: "2017-11-06",
  agreed: "2017-11-08",
})

/** Agreed late: the evaluator could not see in the first version what would be counted. */
const liverpool: Move[] = [
  ...plans("liverpool", {
    begun: "2017-11-13",
    theory: {
      inputs: "Three named social workers (invented)",
      activities: "One worker stays with each person (invented)",
      mechanisms: "Time that duty does not take (invented)",
      people: "People hear from the same person (invented)",
      workers: "Workers are not pulled into duty (invented)",
      system: "Duty is covered by others (invented)",
      assumptions: "The rota changes by March (invented)",
    },
    measures: [
      own({
        name: "Duty weeks (invented)",
        question: "How often does duty take a worker away?",
        definition: "How much duty there is.",
        level: "workers",
        unit: "count",
        counts: "weeks",
        direction: "less",
        acrossTime: "sum",
        source: "The rota",
      }),
    ],
    proposed: "2017-11-23",
    agreed: "2017-12-07",
    version: 2,
  }),
  move(
    "2017-11-28",
    "15:00",
    evaluator,
    about("liverpool", "plan/not-yet", {
      version: 1,
      note: "Two people would not come to the same figure. Say which weeks are counted, and of whom. (invented)",
    }),
  ),
  move("2017-12-05", "10:00", lead("liverpool"), (player, kept) =>
    rewrites("liverpool", String(kept.get("liverpool: measures")?.own), {
      definition:
        "Weeks in which duty took a named social worker away for a day or more, added up over the three workers.",
    })(player, kept),
  ),
  move("2017-12-05", "11:00", lead("liverpool"), about("liverpool", "plan/propose", { agrees: true })),
]

/** What each site and the evaluator agreed to measure, after the visits of late October. */
export const evaluationPlans: Move[] = [
  ...halton,
  ...bradford,
  ...shropshire,
  ...sheffield,
  ...hertfordshire,
  ...liverpool,
]
