import { coreMeasureList } from "../../../kinds/measures/core.ts"
import { dateWords, type PlainDate } from "../../../values/london.ts"
import { measureRows, notAskedWords } from "./measure-words.ts"
import type { ListedEvaluation } from "./plan.ts"
import type { EvaluationVersion } from "./version.ts"
import { agreementWords } from "./words.ts"

/** An agreed plan whole: its text, its measures, and whose word it has. */
export type ExportedPlan = {
  name: string
  phase: string
  version: EvaluationVersion
  listed: Pick<ListedEvaluation, "agreements">
  lockedAt?: string
}

/** A row for each answer of how it works, then one for each line of each measure. */
export const planRows = ({ version }: ExportedPlan): string[][] => [
  ["part", "measure", "what", "words"],
  ...theoryOf(version).map(({ label, words }) => ["How it is meant to work", "", label, words]),
  ...version.measures.flatMap((one) => [
    [partOf(one.of), one.name, "Id", one.id],
    ...measureRows(one).map(({ label, words }) => [partOf(one.of), one.name, label, words]),
  ]),
  ...Object.entries(version.notOurGroup).map(([id, because]) => [
    "Core measures",
    coreMeasureList.find((one) => one.id === id)?.name ?? id,
    "Not our group",
    because,
  ]),
]

const partOf = (of: string) => (of === "core" ? "Core measures" : "Measures of the site")

export const theoryOf = ({ sections }: Pick<EvaluationVersion, "sections">) =>
  (sections.find(({ id }) => id === "theory")?.questions ?? []).filter(({ words }) => words !== "")

/** The same to be read anywhere. */
export const planText = (one: ExportedPlan, today: PlainDate): string => {
  const { version, listed, name, phase } = one
  const own = version.measures.filter(({ of }) => of !== "core")
  const core = version.measures.filter(({ of }) => of === "core")
  return [
    `Evaluation plan of ${name}, ${phase}, version ${version.version}`,
    agreementWords(listed).join("\n"),
    "## How it is meant to work",
    ...theoryOf(version).map(({ label, words }) => `${label}\n${words}`),
    "## Measures of the site",
    ...own.map(measureText),
    "## Core measures, the same at every site",
    ...core.map((each) => `${each.name}\n${each.definition}`),
    ...notAskedWords(version.notOurGroup),
    `Written out on ${dateWords(today)}. SHA-256 of the agreed text: ${version.hash}`,
  ].join("\n\n")
}

const measureText = (one: EvaluationVersion["measures"][number]) =>
  [one.name, ...measureRows(one).map(({ label, words }) => `${label}: ${words}`)].join("\n")
