import type { Answers } from "../../../form/question.ts"
import type { Section } from "../../../form/section.ts"
import type { Measure, Point } from "../../../kinds/measures/measure.ts"
import type { Promised } from "../../actions/promise.ts"
import { answersOf } from "../../coaching/plan-version.ts"
import { groupForm } from "./group-form.ts"
import { measureForm } from "./measure-form.ts"
import { answersOfMeasure } from "./measures.ts"
import type { EvaluationOrigin, EvaluationPlan, MeasureEntry } from "./plan.ts"
import { theoryForm } from "./theory.ts"
import type { EvaluationVersion } from "./version.ts"

/** What there was before: the plan that was agreed in the phase before, or what was promised. */
export type Beginning = { before?: EvaluationVersion; promised?: Promised["measures"] }

export const originOf = ({ before, promised = [] }: Beginning): EvaluationOrigin => {
  if (before) return "plan before"
  return promised.length > 0 ? "promise" : "nothing"
}

type Made = { entry: MeasureEntry; answers: Answers }

/** What somebody begins a measure with: nothing, one of the library, one that was promised, or one that it takes the place of. */
export const measureLike = (
  id: string,
  one: Measure | undefined,
  asked: Point[],
  more: Omit<MeasureEntry, "id"> = {},
): Made => ({
  entry: { id, ...more },
  answers: one ? fitting(measureForm(id, { points: asked }), answersOfMeasure(one, asked)) : {},
})

/** A measure as it was agreed, whole: where it stands anew in a draft. */
export const measureAgain = (id: string, one: Measure, asked: Point[]): Made => ({
  entry: {
    id: one.of === "library" ? id : one.id,
    ...(one.of === "library" && { library: one.id }),
    ...(one.bridge && { takesPlaceOf: one.bridge.takesPlaceOf }),
  },
  answers: {
    ...answersOfMeasure(one, asked),
    ...(one.bridge && { bridge: one.bridge.note }),
    ...(one.noBaseline !== undefined && { noBaseline: one.noBaseline }),
  },
})

/** What a promise says of a measure: what would be measured, and where the figure comes from. */
export const measurePromised = (
  id: string,
  { indicator, source }: NonNullable<Promised["measures"]>[number],
  asked: Point[],
): Made => ({
  entry: { id },
  answers: fitting(measureForm(id, { points: asked }), {
    name: indicator.slice(0, 80),
    definition: indicator,
    ...(source && { source: source.slice(0, 120) }),
  }),
})

/** Only what its question takes: the rest is asked anew. */
const fitting = ({ asks }: Section, given: Answers): Answers =>
  Object.fromEntries(
    Object.entries(given).filter(([key, answer]) => asks[key]?.schema.safeParse(answer).success),
  )

type First = Pick<EvaluationPlan, "organisation" | "phase"> & {
  beginning: Beginning
  ids: (number: number) => string
  asked: Point[]
  by: EvaluationPlan["began"]["by"]
  at: string
}

/** The first draft: as much of it as is known. */
export const newEvaluationPlan = ({
  organisation,
  phase,
  beginning,
  ids,
  asked,
  by,
  at,
}: First): EvaluationPlan => {
  const { before, promised = [] } = beginning
  const said = before?.sections ?? []
  const kept = (form: Section) =>
    fitting(form, answersOf({ sections: said.filter(({ id }) => id === form.id) }))
  const own = (before?.measures ?? []).filter(({ of }) => of !== "core")
  const measures = before
    ? own.map((one, at) =>
        one.of === "library"
          ? measureLike(ids(at), one, asked, { library: one.id })
          : measureLike(one.id, one, asked),
      )
    : promised.map((one, at) => measurePromised(ids(at), one, asked))
  const item = (section: string, answers: Answers) => ({
    section,
    answers,
    stamps: Object.fromEntries(Object.keys(answers).map((key) => [key, 1])),
    cleared: {},
    at,
    by,
  })
  return {
    id: "plan",
    organisation,
    phase,
    state: "draft",
    sections: Object.fromEntries([
      [theoryForm.id, item(theoryForm.id, kept(theoryForm))],
      [groupForm.id, item(groupForm.id, kept(groupForm))],
      ...measures.map(({ entry, answers }) => [entry.id, item(entry.id, answers)]),
    ]),
    measures: measures.map(({ entry }) => entry),
    began: { from: originOf(beginning), by, at },
    versions: [],
    revision: 0,
  }
}
