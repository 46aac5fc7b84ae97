import type { Answers } from "../../../form/question.ts"
import { choice, choices, decimal, longText, text, yesNo } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"
import { notSo, waysOf } from "../../../kinds/measures/adding-up.ts"
import { coreMeasureList } from "../../../kinds/measures/core.ts"
import { library, libraryIds } from "../../../kinds/measures/library.ts"
import {
  type AcrossSites,
  acrossSites,
  acrossTime,
  directions,
  levels,
  type Point,
  points,
  type Unit,
  units,
} from "../../../kinds/measures/measure.ts"

/** How a measure is asked for: where it stands, and what can be said of it there. */
export type Asking = {
  /** When the phase has measures taken. */
  points: Point[]
  /** It came after the baseline. */
  late?: boolean
  /** It takes the place of another one. */
  replaces?: boolean
}

/** What is asked of every measure, and what stands behind "Add more". */
export const measureForm = (id: string, asking: Asking): Section =>
  section({
    id,
    title: "A measure",
    minutes: 8,
    asks: { ...core, ...afterBaseline(asking), ...more(asking) },
    checks: [
      {
        at: "most",
        needs: ["least", "most"],
        holds: ({ least, most }) => Number(least) < Number(most),
        otherwise: "The highest score must be more than the lowest",
      },
      {
        at: "acrossTime",
        needs: ["unit", "acrossTime"],
        holds: (answers) => notSo(answers.unit as Unit, acrossOf(answers as Answers)) === undefined,
        otherwise: (answers) => notSo(answers.unit as Unit, acrossOf(answers as Answers)) ?? "",
      },
    ],
  })

const core = {
  name: text({ label: "What is it called?", called: "what it is called", upTo: 80 }),
  question: text({
    label: "Which question does it answer?",
    called: "the question that it answers",
    hint: "As somebody would ask it: “Do people stay at home?”",
    upTo: 160,
  }),
  definition: longText({
    label: "What exactly is counted or scored?",
    called: "what is counted or scored",
    hint: "So that two people would come to the same figure. From the baseline on this does not change.",
    words: 60,
  }),
  level: choice({ label: "What is it about?", called: "what it is about", options: levels }),
  unit: choice({ label: "What is one value of it?", called: "what one value is", options: units }),
  counts: text({
    label: "What is it a number of?",
    called: "what it is a number of",
    hint: "In the middle of a sentence: “people in a settled home”, “hours a week”, “people who answered”.",
    upTo: 80,
  }),
  outOf: text({
    label: "Out of what?",
    called: "what it is out of",
    hint: "“people with a named social worker”",
    upTo: 80,
    when: { question: "unit", is: "share" },
  }),
  least: decimal({
    label: "What is the lowest score?",
    called: "the lowest score",
    least: -1_000,
    most: 1_000,
    when: { question: "unit", is: "mean" },
  }),
  most: decimal({
    label: "What is the highest score?",
    called: "the highest score",
    least: -1_000,
    most: 1_000,
    when: { question: "unit", is: "mean" },
  }),
  acrossSites: choice({
    label: "How would it be put together with other sites?",
    called: "how it is put together with other sites",
    options: { weighted: acrossSites.weighted, sum: acrossSites.sum },
    when: { question: "unit", is: "amount" },
    optional: true,
  }),
  direction: choice({
    label: "Which would be better?",
    called: "which would be better",
    options: directions,
  }),
  source: text({
    label: "Where do the figures come from?",
    called: "where the figures come from",
    upTo: 120,
  }),
}

const afterBaseline = ({ late, replaces }: Asking) => ({
  ...(replaces && {
    bridge: longText({
      label: "How can it be read together with the one before?",
      called: "how it can be read together with the one before",
      hint: "What is otherwise, and what that does to the figures.",
      words: 60,
    }),
  }),
  ...(late && {
    noBaseline: longText({
      label: "No baseline, because",
      called: "why there is no baseline",
      words: 40,
    }),
  }),
})

const more = ({ points: asked }: Asking) => ({
  acrossTime: choice({
    label: "How do several months become one?",
    called: "how several months become one",
    hint: "Add up what happens, such as visits. Take the end of what is there, such as people.",
    options: acrossTime,
    optional: true,
  }),
  points: choices({
    label: "When is it measured?",
    called: "when it is measured",
    options: Object.fromEntries(asked.map((one) => [one, points[one]])) as Record<Point, string>,
    optional: true,
  }),
  collectedBy: text({
    label: "Who collects it?",
    called: "who collects it",
    hint: "By role, not by name.",
    upTo: 80,
    optional: true,
  }),
  tool: text({
    label: "Which tool of somebody else does it use?",
    called: "the tool",
    hint: "Its name alone: its questions are never in this service.",
    upTo: 80,
    optional: true,
  }),
  licensed: yesNo({
    label: "Do you have a licence for the tool, where it needs one?",
    called: "whether there is a licence",
    optional: true,
  }),
  hidesSmall: yesNo({
    label: "Does it count people, or what they, families or staff said?",
    called: "whether it counts people",
    hint: "Small numbers of it are then hidden from others. Yes, unless you say no.",
    optional: true,
  }),
  maps: choice({
    label: "Which measure does it go with?",
    called: "which measure it goes with",
    options: Object.fromEntries([
      ...coreMeasureList.map(({ id, name }) => [id, name]),
      ...libraryIds.map((id) => [id, library[id].measure.name]),
    ]),
    optional: true,
  }),
  whyNotCore: longText({
    label: "Why is a core measure not enough?",
    called: "why a core measure is not enough",
    words: 40,
    optional: true,
  }),
})

/** Behind "Add more". */
export const behindMore = Object.keys(more({ points: [] }))

/** How values of it become one: as it was said, else as its unit has it. */
export const acrossOf = (answers: Answers): { sites: AcrossSites; time: "sum" | "last" } => {
  const unit = answers.unit as Unit
  const { acrossSites: sites, acrossTime: time } = waysOf[unit] ?? waysOf.count
  return {
    sites: (unit === "amount" && (answers.acrossSites as AcrossSites)) || (sites[0] ?? "sum"),
    time: (answers.acrossTime as "sum" | "last") ?? time[0] ?? "last",
  }
}
