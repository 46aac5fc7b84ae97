import type { Answers } from "../../../form/question.ts"
import { type Section, visibleAnswers } from "../../../form/section.ts"
import { coreMeasureList, notEveryGroup } from "../../../kinds/measures/core.ts"
import { fromLibrary } from "../../../kinds/measures/library.ts"
import { type Measure, measure, type Point } from "../../../kinds/measures/measure.ts"
import { canonical, type Json } from "../../../values/canonical.ts"
import { acrossOf } from "./measure-form.ts"
import type { MeasureEntry } from "./plan.ts"

/** What an answered form says a measure is. The form has to be whole: see `problemsIn`. */
export const measureFrom = (entry: MeasureEntry, form: Section, given: Answers, asked: Point[]): Measure => {
  const answers = visibleAnswers(form, given)
  const made = measure.parse({
    id: entry.id,
    of: "site",
    name: answers.name,
    level: answers.level,
    question: answers.question,
    definition: answers.definition,
    unit: answers.unit,
    counts: answers.counts,
    ...(answers.outOf !== undefined && { outOf: answers.outOf }),
    ...(answers.least !== undefined && { scale: { least: answers.least, most: answers.most } }),
    direction: answers.direction,
    acrossSites: acrossOf(answers).sites,
    acrossTime: acrossOf(answers).time,
    from: "return",
    source: answers.source,
    ...(answers.collectedBy !== undefined && { collectedBy: answers.collectedBy }),
    ...(answers.tool !== undefined && {
      tool: { name: answers.tool, licensed: answers.licensed === true },
    }),
    points: pointsOf(answers, asked),
    ...(answers.maps !== undefined && { maps: answers.maps }),
    hidesSmall: answers.hidesSmall !== false,
    ...(entry.takesPlaceOf !== undefined && {
      bridge: { takesPlaceOf: entry.takesPlaceOf, note: answers.bridge },
    }),
    ...(answers.noBaseline !== undefined && { noBaseline: answers.noBaseline }),
  })
  return shelvedAs(entry, made)
}

/** Where it is measured as the library has it, it is the library's: else the site's own, that goes with it. */
const shelvedAs = ({ library }: MeasureEntry, made: Measure): Measure => {
  const shelf = library === undefined ? undefined : fromLibrary(library)?.measure
  if (!shelf) return made
  return sameMeasure(shelf, made) && !made.bridge
    ? { ...made, id: shelf.id, of: "library" }
    : { ...made, maps: made.maps ?? shelf.id }
}

/** When it is taken: at every point that the phase asks for, but not at a baseline that is past. */
const pointsOf = (answers: Answers, asked: Point[]): Point[] => {
  const said = (answers.points as Point[] | undefined) ?? asked.filter((one) => one !== "midpoint")
  const left = answers.noBaseline === undefined ? said : said.filter((one) => one !== "baseline")
  return left.length > 0 ? left : ["final"]
}

/** The answers of the form that would come to this measure. */
export const answersOfMeasure = (one: Measure, asked: Point[]): Answers => ({
  name: one.name,
  question: one.question,
  definition: one.definition,
  level: one.level,
  unit: one.unit,
  counts: one.counts,
  ...(one.outOf !== undefined && { outOf: one.outOf }),
  ...(one.scale && { least: one.scale.least, most: one.scale.most }),
  ...(one.unit === "amount" && { acrossSites: one.acrossSites }),
  direction: one.direction,
  source: one.source,
  acrossTime: one.acrossTime,
  points: asked.filter((point) => one.points.includes(point)),
  ...(one.collectedBy !== undefined && { collectedBy: one.collectedBy }),
  ...(one.tool && { tool: one.tool.name, licensed: one.tool.licensed }),
  hidesSmall: one.hidesSmall,
  ...(one.maps !== undefined && { maps: one.maps }),
})

/** What a measure is: whatever of it changes, figures from before and after cannot be read as one line. */
const lockedOf = (one: Measure): Json =>
  ({
    name: one.name,
    question: one.question,
    definition: one.definition,
    level: one.level,
    unit: one.unit,
    counts: one.counts,
    outOf: one.outOf ?? null,
    scale: one.scale ?? null,
    direction: one.direction,
    acrossSites: one.acrossSites,
    acrossTime: one.acrossTime,
    hidesSmall: one.hidesSmall,
  }) as Json

/** Whether two measures are the same in all that is locked with the baseline. */
export const sameMeasure = (one: Measure, other: Measure) =>
  canonical(lockedOf(one)) === canonical(lockedOf(other))

/** The core measures that are asked of a group, and those that are not, with why. */
export const coreAsked = (
  group: Answers,
  asked: Point[],
): { measures: Measure[]; notOurGroup: Record<string, string> } => {
  const left = group.admissions === "not"
  return {
    measures: coreMeasureList
      .filter(({ id }) => !(left && notEveryGroup.some((one) => one === id)))
      .map((one) => (asked.includes("midpoint") ? { ...one, points: asked } : one)),
    notOurGroup: left ? Object.fromEntries(notEveryGroup.map((id) => [id, String(group.because ?? "")])) : {},
  }
}
