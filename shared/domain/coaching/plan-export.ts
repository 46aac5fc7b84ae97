import { dateWords, type PlainDate } from "../../values/london.ts"
import type { ListedVersion } from "./plan.ts"
import { type Milestone, milestoneWords, movedWords } from "./plan-milestones.ts"
import type { PlanVersion } from "./plan-version.ts"
import { agreementWords } from "./plan-words.ts"

/** An agreed plan whole: its text, whose word it has, and what became of its milestones. */
export type Exported = {
  name: string
  phase: string
  version: PlanVersion
  listed: ListedVersion
  milestones: Milestone[]
}

/** A row for each answer, then one for each milestone as it stands. */
export const planRows = ({ version, milestones }: Exported, today: PlainDate): string[][] => [
  ["section", "question", "answer"],
  ...version.sections.flatMap(({ title, questions }) =>
    questions.filter(({ words }) => words !== "").map(({ label, words }) => [title, label, words]),
  ),
  ...milestones.map((one) => ["Milestones now", one.what, becameOf(one, today).join("\n")]),
]

/** The same to be read anywhere. */
export const planText = (one: Exported, today: PlainDate): string =>
  [
    `Pilot plan of ${one.name}, ${one.phase}, version ${one.version.version}`,
    agreementWords(one.listed).join("\n"),
    ...one.version.sections.flatMap(({ title, questions }) => [
      `## ${title}`,
      ...questions.filter(({ words }) => words !== "").map(({ label, words }) => `${label}\n${words}`),
    ]),
    ...(one.milestones.length > 0 ? ["## Milestones now"] : []),
    ...one.milestones.map((each) => [each.what, ...becameOf(each, today)].join("\n")),
    `Written out on ${dateWords(today)}. SHA-256 of the agreed text: ${one.version.hash}`,
  ].join("\n\n")

/** Where a milestone stands, and everything that became of it. */
export const becameOf = (one: Milestone, today: PlainDate): string[] => [
  milestoneWords(one, today),
  ...(one.done ? [`${one.done.says} (${one.done.by.name})`] : []),
  ...one.moved.map(movedWords),
]
