import type { Measure } from "./measure.ts"

/** A measure to choose instead of inventing one. `note` is what has to be known before it is chosen. */
export type LibraryMeasure = Measure & { of: "library" }
type Shelved = { measure: LibraryMeasure; note?: string }

const shelved = (
  one: Omit<Measure, "of" | "points" | "from" | "hidesSmall"> & Partial<Pick<Measure, "hidesSmall">>,
  note?: string,
): Shelved => ({
  measure: { of: "library", points: ["baseline", "final"], from: "return", hidesSmall: true, ...one },
  ...(note !== undefined && { note }),
})

/** In the order of its page. Of a tool of somebody else the results are taken, and never a question. */
export const library = {
  "contact-hours": shelved(
    {
      id: "contact-hours",
      name: "Contact hours for each person",
      level: "people",
      question: "How much time do people get with their named social worker?",
      definition:
        "Hours of direct contact in a month, face to face, by telephone or online, divided by the people with a named social worker in that month. Travel and writing up are not counted.",
      unit: "amount",
      counts: "hours a month for each person",
      direction: "neither",
      acrossSites: "weighted",
      acrossTime: "last",
      source: "Diaries, or the case recording system",
    },
    "More hours are not always better: say what you expect.",
  ),
  "worker-changes": shelved({
    id: "worker-changes",
    name: "Changes of worker",
    level: "people",
    question: "How often do people get another social worker?",
    definition:
      "Changes of the social worker who is named for a person, for whatever reason, in the twelve months before the day of the figure, divided by the people.",
    unit: "amount",
    counts: "changes for each person",
    direction: "less",
    acrossSites: "weighted",
    acrossTime: "last",
    source: "Case records",
  }),
  "admissions-avoided": shelved(
    {
      id: "admissions-avoided",
      name: "Admissions judged avoided",
      level: "system",
      question: "Do people stay at home who would have gone into hospital?",
      definition:
        "Admissions to an assessment and treatment unit or a specialist bed that were judged avoided, each with its basis: a care and treatment review, the minute of a multi-agency meeting, a clinician’s view, or a worker’s view.",
      unit: "count",
      counts: "admissions judged avoided",
      direction: "more",
      acrossSites: "sum",
      acrossTime: "sum",
      source: "Reviews and minutes of meetings",
    },
    "It is a judgement. Say for each how many rest on which basis, in the method of the figure.",
  ),
  "quality-of-life": shelved(
    {
      id: "quality-of-life",
      name: "Quality of life",
      level: "people",
      question: "Is life better for people?",
      definition: "The average score of the tool that is named here, over the people who answered it.",
      unit: "mean",
      counts: "people who answered",
      direction: "more",
      acrossSites: "weighted",
      acrossTime: "last",
      source: "The tool’s own form, kept by the council",
    },
    "You need a licence for the tool. Its questions are never in this service: only how many answered, and the average.",
  ),
  "family-view": shelved({
    id: "family-view",
    name: "What families and carers say",
    level: "people",
    question: "Do families and carers find that it helps?",
    definition:
      "Of the family members and carers who answered, those who said that the worker listens to them.",
    unit: "share",
    counts: "family members and carers who said yes",
    outOf: "family members and carers who answered",
    direction: "more",
    acrossSites: "ratio",
    acrossTime: "last",
    source: "A short form, or a conversation at the review",
  }),
  "rights-knowledge": shelved({
    id: "rights-knowledge",
    name: "Knowledge of rights",
    level: "workers",
    question: "Do named social workers know what the law gives people?",
    definition: "How sure practitioners are of people’s rights in law, from 1 (not at all) to 5 (very).",
    unit: "mean",
    counts: "practitioners who answered",
    scale: { least: 1, most: 5 },
    direction: "more",
    acrossSites: "weighted",
    acrossTime: "last",
    source: "A short form for the team",
  }),
  "intends-to-stay": shelved({
    id: "intends-to-stay",
    name: "Intention to stay",
    level: "workers",
    question: "Do named social workers want to go on in the role?",
    definition:
      "How likely practitioners are to be in the role in twelve months, from 1 (not at all) to 5 (very).",
    unit: "mean",
    counts: "practitioners who answered",
    scale: { least: 1, most: 5 },
    direction: "more",
    acrossSites: "weighted",
    acrossTime: "last",
    source: "A short form for the team",
  }),
  "settled-home": shelved({
    id: "settled-home",
    name: "A settled home",
    level: "people",
    question: "Do people live in a home of their own or with their family?",
    definition:
      "Of the people with a named social worker on the day of the figure, those who live in their own home or with their family, and can stay there.",
    unit: "share",
    counts: "people in a settled home",
    outOf: "people with a named social worker",
    direction: "more",
    acrossSites: "ratio",
    acrossTime: "last",
    source: "Case records",
  }),
  "package-cost": shelved(
    {
      id: "package-cost",
      name: "Cost of support each week",
      level: "system",
      question: "What does the support of people cost?",
      definition:
        "What the council and the NHS pay together for a person’s support in a week, in pounds, on average over the people with a named social worker on the day of the figure.",
      unit: "amount",
      counts: "pounds a week for each person",
      direction: "neither",
      acrossSites: "weighted",
      acrossTime: "last",
      source: "The council’s finance system",
    },
    "A change cannot be put down to the pilot alone. The evaluator says what may be read into it.",
  ),
  "safeguarding-concerns": shelved(
    {
      id: "safeguarding-concerns",
      name: "Safeguarding concerns",
      level: "system",
      question: "How many safeguarding concerns are raised?",
      definition:
        "Safeguarding concerns about people with a named social worker that were raised with the council since the figure before.",
      unit: "count",
      counts: "safeguarding concerns",
      direction: "neither",
      acrossSites: "sum",
      acrossTime: "sum",
      source: "The council’s safeguarding records",
    },
    "Context only, and never a target: more may mean that people are listened to.",
  ),
} as const satisfies Record<string, Shelved>
export type LibraryId = keyof typeof library

export const libraryIds = Object.keys(library) as LibraryId[]

export const fromLibrary = (id: string): Shelved | undefined =>
  Object.hasOwn(library, id) ? library[id as LibraryId] : undefined
