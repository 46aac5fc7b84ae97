import { planCompared, type SaidSection, saidIn } from "../../../shared/domain/coaching/plan-version.ts"
import { agreedIn, type ListedEvaluation } from "../../../shared/domain/evaluation/plan/plan.ts"
import { type EvaluationVersion, pagesOf } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Compared } from "../../../shared/domain/submissions/compared.ts"
import type { C } from "../../../shared/web/evaluation/here.ts"
import { type OnPlan, planHere, storeHere } from "./desk.ts"

/** One text of the plan: a version, or the draft, with the version that it is read against. */
export type OnVersion = {
  on: OnPlan
  listed?: ListedEvaluation
  version?: EvaluationVersion
  said: SaidSection[]
  before?: ListedEvaluation
}

/** What the draft says now. */
export const draftSaid = ({ plan, about }: Pick<OnPlan, "plan" | "about">): SaidSection[] =>
  plan ? saidIn(pagesOf(plan, about), plan.sections) : []

/** The one in the address: a number, or "draft" while one is open. */
export const versionHere = async (c: C): Promise<OnVersion> => {
  const on = await planHere(c)
  const { plan, place } = on
  const asked = c.req.param("version") ?? ""
  if (!plan) throw new Refused("not found")
  if (asked === "draft") {
    if (plan.state !== "draft") throw new Refused("not found")
    return { on, said: draftSaid(on), ...against(on) }
  }
  const listed = plan.versions.find(({ version }) => String(version) === asked)
  const version = listed && (await storeHere(c).version(place, listed.version))
  if (!listed || !version) throw new Refused("not found")
  return { on, listed, version, said: version.sections, ...against(on, listed.version) }
}

/** What a text is read against: the version that both agreed last before it, else the one before it. */
const against = ({ plan }: OnPlan, below = Number.POSITIVE_INFINITY) => {
  const earlier = plan?.versions.filter(({ version }) => version < below) ?? []
  const before = agreedIn({ versions: earlier }) ?? earlier.at(-1)
  return before ? { before } : {}
}

export type OnChanges = OnVersion & { before: ListedEvaluation; compared: Compared }

export const changesHere = async (c: C): Promise<OnChanges> => {
  const one = await versionHere(c)
  const { on, said, before } = one
  const text = before && (await storeHere(c).version(on.place, before.version))
  if (!before || !text) throw new Refused("not found")
  return { ...one, before, compared: comparedOf(on, text, said) }
}

/** What one text says otherwise than another: each measure is a part of its own. */
export const comparedOf = (
  { plan, about }: Pick<OnPlan, "plan" | "about">,
  before: { sections: SaidSection[] },
  said: SaidSection[],
): Compared => planCompared(plan ? pagesOf(plan, about) : [], before, { sections: said })
