import type { Answers, Problem } from "../../../form/question.ts"
import type { Section } from "../../../form/section.ts"
import type { Measure, Point } from "../../../kinds/measures/measure.ts"
import type { AgreedPlan } from "../agreed-plan.ts"
import { measureForm } from "./measure-form.ts"
import { sameMeasure } from "./measures.ts"
import type { MeasureEntry } from "./plan.ts"

/** What holds of the measures of a site: those that are agreed, and since when they are locked. */
export type Held = { agreed?: AgreedPlan; lockedAt?: string }

/** The measure that an entry of the draft stands for in the plan that counts, where that is locked. */
export const lockedAs = ({ id, library }: MeasureEntry, { agreed, lockedAt }: Held): Measure | undefined =>
  lockedAt === undefined
    ? undefined
    : agreed?.measures.find((one) => one.id === id || (one.of === "library" && one.id === library))

/** The form of one measure of the draft, whole: after the baseline it says what there is instead of one. */
export const formFor = (entry: MeasureEntry, given: Answers, held: Held, asked: Point[]): Section =>
  measureForm(entry.id, {
    points: asked,
    replaces: entry.takesPlaceOf !== undefined,
    late:
      entry.takesPlaceOf === undefined &&
      (given.noBaseline !== undefined || (held.lockedAt !== undefined && !lockedAs(entry, held))),
  })

/** What may still be said of a measure once its words are locked. */
const freeWhenLocked = ["source", "collectedBy", "licensed", "maps", "whyNotCore"]

/** The form of a measure that is locked: what it measures is not asked any more. */
export const lockedForm = (form: Section): Section => ({
  ...form,
  asks: Object.fromEntries(Object.entries(form.asks).filter(([key]) => freeWhenLocked.includes(key))),
  checks: [],
})

/**
 * What keeps measures from taking the place of those that are locked: what one of them is does not change, and none goes
 * but where another takes its place and says how the two are read together.
 */
export const lockProblems = (next: readonly Measure[], { agreed, lockedAt }: Held): Problem[] => {
  if (lockedAt === undefined || !agreed) return []
  const locked = agreed.measures.filter(({ of }) => of !== "core")
  return [
    ...locked.flatMap((one): Problem[] => {
      const same = next.find(({ id }) => id === one.id)
      if (same)
        return sameMeasure(one, same)
          ? []
          : [
              {
                question: one.id,
                says: `“${one.name}” was locked with the baseline: what it measures does not change. Replace it by another one, and say how the two are read together`,
              },
            ]
      return next.some(({ bridge }) => bridge?.takesPlaceOf === one.id)
        ? []
        : [
            {
              question: one.id,
              says: `“${one.name}” was locked with the baseline, and is not there any more. Replace it by another one instead`,
            },
          ]
    }),
    ...next
      .filter(({ id, of }) => of !== "core" && !locked.some((one) => one.id === id))
      .filter(({ bridge, noBaseline }) => !bridge && noBaseline === undefined)
      .map(({ id, name }) => ({
        question: id,
        says: `“${name}” came after the baseline: say why there is none of it`,
      })),
  ]
}
