import { newEvaluationPlan } from "../../../shared/domain/evaluation/plan/begin.ts"
import { lockedAs, lockedForm } from "../../../shared/domain/evaluation/plan/lock.ts"
import { evaluationPlanHead, writable } from "../../../shared/domain/evaluation/plan/moves.ts"
import type { EvaluationPlan } from "../../../shared/domain/evaluation/plan/plan.ts"
import { type About, pagesOf } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Edit, edited } from "../../../shared/domain/submissions/edit.ts"
import type { Section } from "../../../shared/form/section.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { hmac } from "../../../shared/values/hash.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, changeHere, only, siteHere, whoHere } from "../../../shared/web/evaluation/here.ts"
import { aboutPlan, begunHere, putPlan, stampHere } from "./changing.ts"
import { aboutHere, askedHere, beginningHere, heldHere, inPhaseHere, storeHere } from "./desk.ts"

/** An id for a measure that no other has. */
export const newMeasureId = (c: C) => `s-${Buffer.from(c.var.world.random(6)).toString("hex")}`

export type Begun = { from: string; measures: number }

/** The first draft: with what was agreed in the phase before, or promised in an expression of interest. */
export const beginPlan = (c: C, key: MoveKey): Promise<Begun> =>
  changeHere(c, { right: "write evaluation plan", key }, async () => {
    const { organisation, phase } = inPhaseHere(c).place
    const found = await storeHere(c).plan({ organisation, phase })
    if (found) throw new Refused("not possible now", { says: `${found.began.by.name} has begun it already.` })
    const [beginning, { lockedAt }] = await Promise.all([beginningHere(c), heldHere(c)])
    const plan = newEvaluationPlan({
      organisation,
      phase,
      beginning,
      ids: () => newMeasureId(c),
      asked: askedHere(c),
      ...stampHere(c),
    })
    return {
      move: "begin evaluation plan",
      about: aboutPlan(),
      head: { plan: evaluationPlanHead(plan, lockedAt) },
      actions: [putPlan(plan)],
      result: { from: plan.began.from, measures: plan.measures.length },
    }
  })

/** A draft that can be written now, for whoever writes it. A measure in the address that it has not is not found first. */
export const writableHere = async (c: C): Promise<EvaluationPlan> => {
  only(c, "write evaluation plan")
  const plan = await begunHere(c)
  const measure = c.req.param("measure")
  if (measure !== undefined && !plan.measures.some(({ id }) => id === measure)) throw new Refused("not found")
  writable(plan)
  return plan
}

export type OnDraft = { plan: EvaluationPlan; about: About; section: Section; locked: boolean }

/** The same with the page in the address: of a measure that is locked only what may still be said. */
export const draftHere = async (c: C): Promise<OnDraft> => {
  const [plan, about] = await Promise.all([writableHere(c), aboutHere(c)])
  const asked = c.req.param("section") ?? ""
  const section = pagesOf(plan, about).find(({ id }) => id === asked)
  if (!section) throw new Refused("not found")
  const entry = plan.measures.find(({ id }) => id === asked)
  const locked = entry !== undefined && lockedAs(entry, about.held) !== undefined
  return { plan, about, section: locked ? lockedForm(section) : section, locked }
}

export type Saved = { revision: number; changed: string[] }

/** What was changed on a page of the draft: two people meet only where both changed the same box. */
export const saveDraft = async (c: C, edit: Edit): Promise<Saved> => {
  const { now, settings, table } = c.var.world
  const organisation = await directoryIn(table).organisation(siteHere(c))
  return keyedWrite<Saved>(table, undefined, async () => {
    const { plan, section } = await draftHere(c)
    const revision = plan.revision + 1
    const reference = `${plan.organisation}/${plan.phase}/evaluation`
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
    return { actions: [putPlan(after, plan)], result: { revision, changed } }
  })
}
