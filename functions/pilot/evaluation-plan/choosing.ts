import { measureAgain, measureLike, measurePromised } from "../../../shared/domain/evaluation/plan/begin.ts"
import { lockedAs } from "../../../shared/domain/evaluation/plan/lock.ts"
import {
  type EvaluationPlan,
  type MeasureEntry,
  mostMeasures,
} from "../../../shared/domain/evaluation/plan/plan.ts"
import type { About } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Answers } from "../../../shared/form/question.ts"
import { fromLibrary } from "../../../shared/kinds/measures/library.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, siteHere } from "../../../shared/web/evaluation/here.ts"
import { putPlan, stampHere } from "./changing.ts"
import { aboutHere, beginningHere } from "./desk.ts"
import { newMeasureId, writableHere } from "./writing.ts"

export type Chosen = { measure: string }
type Made = { entry: MeasureEntry; answers: Answers }

/** A change of which measures there are: no line of the history before it is proposed. */
const changeMeasures = <Result extends Chosen>(
  c: C,
  key: MoveKey,
  decide: (plan: EvaluationPlan, about: About) => Promise<{ after: EvaluationPlan; result: Result }>,
): Promise<Result> =>
  keyedWrite<Result>(
    c.var.world.table,
    { at: keys.evaluationMove(siteHere(c), c.var.actor.id, key.key), key },
    async () => {
      const [plan, about] = await Promise.all([writableHere(c), aboutHere(c)])
      const { after, result } = await decide(plan, about)
      return { actions: [putPlan(after, plan)], result }
    },
  )

/** "own", one of the library ("library.contact-hours"), or one that was promised ("promised.1"). */
export const addMeasure = (c: C, from: string, key: MoveKey): Promise<Chosen> =>
  changeMeasures(c, key, async (plan, { asked }) => {
    if (plan.measures.length >= mostMeasures)
      throw new Refused("not possible now", {
        says: `There are ${mostMeasures} measures already, and no more fit. Take one out first.`,
      })
    const made = await madeFrom(c, plan, from, asked)
    return { after: withMeasure(c, plan, made), result: { measure: made.entry.id } }
  })

const madeFrom = async (c: C, plan: EvaluationPlan, from: string, asked: About["asked"]): Promise<Made> => {
  const [where, which = ""] = from.split(".")
  const id = newMeasureId(c)
  if (where === "own") return measureLike(id, undefined, asked)
  const shelf = where === "library" ? fromLibrary(which) : undefined
  if (shelf) {
    if (plan.measures.some(({ library }) => library === which))
      throw new Refused("not valid", {
        problems: [
          { question: "from", says: `“${shelf.measure.name}” is there already. Select another one` },
        ],
      })
    return measureLike(id, shelf.measure, asked, { library: which })
  }
  const promised =
    where === "promised" && /^[1-9]$/.test(which)
      ? (await beginningHere(c)).promised?.[Number(which) - 1]
      : undefined
  if (!promised)
    throw new Refused("not valid", {
      problems: [{ question: "from", says: "Select which measure to add" }],
    })
  return measurePromised(id, promised, asked)
}

/** Taken out of the draft. One that came in the place of another gives it back. */
export const removeMeasure = (c: C, key: MoveKey): Promise<Chosen> =>
  changeMeasures(c, key, async (plan, { held, asked }) => {
    const entry = entryHere(c, plan)
    const locked = lockedAs(entry, held)
    if (locked)
      throw new Refused("not possible now", {
        says: `“${locked.name}” was locked with the baseline, and is not taken out. Replace it by another one: its figures stay, and both are read together.`,
      })
    const before = held.agreed?.measures.find(({ id }) => id === entry.takesPlaceOf)
    const without = withoutMeasure(plan, entry)
    return {
      after: before ? withMeasure(c, without, measureAgain(newMeasureId(c), before, asked)) : without,
      result: { measure: entry.id },
    }
  })

/** Another one in the place of one that is locked: filled in as that one, to be changed. */
export const replaceMeasure = (c: C, key: MoveKey): Promise<Chosen> =>
  changeMeasures(c, key, async (plan, { held, asked }) => {
    const entry = entryHere(c, plan)
    const locked = lockedAs(entry, held)
    if (!locked)
      throw new Refused("not possible now", { says: "It is not locked: change it on its own page." })
    const made = measureLike(newMeasureId(c), locked, asked, { takesPlaceOf: locked.id })
    return {
      after: withMeasure(c, withoutMeasure(plan, entry), made),
      result: { measure: made.entry.id },
    }
  })

const entryHere = (c: C, { measures }: EvaluationPlan): MeasureEntry => {
  const found = measures.find(({ id }) => id === c.req.param("measure"))
  if (!found) throw new Refused("not found")
  return found
}

const withMeasure = (c: C, plan: EvaluationPlan, { entry, answers }: Made): EvaluationPlan => ({
  ...plan,
  measures: [...plan.measures, entry],
  sections: {
    ...plan.sections,
    [entry.id]: {
      section: entry.id,
      answers,
      stamps: Object.fromEntries(Object.keys(answers).map((key) => [key, plan.revision + 1])),
      cleared: {},
      ...stampHere(c),
    },
  },
})

const withoutMeasure = (plan: EvaluationPlan, { id }: MeasureEntry): EvaluationPlan => {
  const { [id]: _, ...sections } = plan.sections
  return { ...plan, sections, measures: plan.measures.filter((one) => one.id !== id) }
}
