import type { Plan } from "../../../shared/domain/coaching/plan.ts"
import { firstAnswers, newPlan, originOf } from "../../../shared/domain/coaching/plan-begin.ts"
import { writable } from "../../../shared/domain/coaching/plan-moves.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Edit, edited } from "../../../shared/domain/submissions/edit.ts"
import type { Section } from "../../../shared/form/section.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { hmac } from "../../../shared/values/hash.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, changeHere, only, placeHere, siteHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { aboutPlan, begunHere, headOf, stampHere } from "./changing.ts"
import { beforeHere, sectionsHere, storeHere } from "./desk.ts"

export type Begun = { from: string; answered: number }

/** The first draft: with what was agreed in the phase before, or promised in an expression of interest. */
export const beginPlan = (c: C, key: MoveKey): Promise<Begun> =>
  changeHere(c, { right: "write plan", key }, async () => {
    const place = placeHere(c)
    const found = await storeHere(c).plan(place)
    if (found) throw new Refused("not possible now", { says: `${found.began.by.name} has begun it already.` })
    const before = await beforeHere(c)
    const from = originOf(before)
    const answers = firstAnswers(sectionsHere(c), before)
    const plan = newPlan({ ...place, from, answers, ...stampHere(c) })
    return {
      move: "begin plan",
      about: aboutPlan(),
      head: { plan: await headOf(c, plan) },
      actions: [putShared("PLAN", plan)],
      result: { from, answered: plan.began.answered.length },
    }
  })

/** The section in the address. */
const sectionHere = (c: C): Section => {
  const found = sectionsHere(c).find(({ id }) => id === c.req.param("section"))
  if (!found) throw new Refused("not found")
  return found
}

/** A draft that can be written now, for whoever writes it. */
export const writableHere = async (c: C): Promise<Plan> => {
  only(c, "write plan")
  const plan = await begunHere(c)
  writable(plan)
  return plan
}

/** The same with one of its pages. */
export const draftHere = async (c: C): Promise<{ plan: Plan; section: Section }> => {
  const section = sectionHere(c)
  return { plan: await writableHere(c), section }
}

export type Saved = { revision: number; changed: string[] }

/** What was changed on a page of the draft: two people meet only where both changed the same answer. */
export const saveDraft = async (c: C, edit: Edit): Promise<Saved> => {
  const { now, settings, table } = c.var.world
  const organisation = await directoryIn(table).organisation(siteHere(c))
  return keyedWrite<Saved>(table, undefined, async () => {
    const { plan, section } = await draftHere(c)
    const revision = plan.revision + 1
    const reference = `${plan.organisation}/${plan.phase}/plan`
    const { item, changed } = edited(section, plan.sections[section.id], edit, {
      reference,
      revision,
      workMailDomains: [...(organisation?.domains ?? []), settings.contact.email.split("@").at(-1) ?? ""],
      today: londonDate(now()),
      by: whoHere(c),
      at: now().toISOString(),
      seal: (mark) => hmac(settings.linkKey, `${reference}/${mark}`).slice(0, 22),
    })
    if (changed.length === 0) return { actions: [], result: { revision: plan.revision, changed } }
    const after = { ...plan, sections: { ...plan.sections, [section.id]: item } }
    return { actions: [putShared("PLAN", after, plan)], result: { revision, changed } }
  })
}
