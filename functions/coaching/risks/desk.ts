import { type Action, inOrder } from "../../../shared/domain/actions/action.ts"
import type { Risk, RiskLook } from "../../../shared/domain/coaching/risk.ts"
import { type HighRisk, risksSeen } from "../../../shared/domain/coaching/risk-seen.ts"
import type { CoachingView } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { risksIn } from "../../../shared/store/risks.ts"
import { risksAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, only, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"

/** Where all of them are, and one of them. */
export const registerAt = (c: C) => {
  const { organisation, phase } = placeHere(c)
  return risksAt(organisation, phase)
}
export const riskAt = (c: C, id: string) => `${registerAt(c)}/${id}`

/** What whoever asks may see of all risks: everything, or the high ones and how many others there are. */
export type OnRegister =
  | { view: Extract<CoachingView, "whole">; risks: Risk[] }
  | { view: Extract<CoachingView, "summary">; high: HighRisk[]; others: number }

export const allHere = (c: C): Promise<Risk[]> => risksIn(c.var.world.table, placeHere(c)).all()

export const registerHere = async (c: C): Promise<OnRegister> => {
  const view = viewHere(c)
  const risks = await allHere(c)
  return view === "whole" ? { view, risks } : { view, ...risksSeen(risks) }
}

export type OnRisk =
  | { view: "whole"; one: Risk; looks: RiskLook[]; actions: Action[] }
  | { view: "summary"; one: HighRisk }

/** The risk in the address. One that the department may not see is not found by it, like one that is not there. */
export const riskHere = async (c: C): Promise<OnRisk> => {
  const register = await registerHere(c)
  const id = c.req.param("risk")
  if (register.view === "whole") return wholeOf(c, there(register.risks, id))
  return { view: "summary", one: there(register.high, id) }
}

/** With every look before, and what is or was to be done about it. */
const wholeOf = async (c: C, one: Risk): Promise<OnRisk> => {
  const { table } = c.var.world
  const [looks, actions] = await Promise.all([
    risksIn(table, placeHere(c)).looksAt(one.id),
    actionsIn(table, one.organisation).all(),
  ])
  const ofIt = ({ from, phase }: Action) => from.kind === "risk" && from.id === one.id && phase === one.phase
  return { view: "whole", one, looks, actions: inOrder(actions.filter(ofIt)) }
}

const there = <One extends { id: string }>(all: One[], id: string | undefined): One => {
  const found = all.find((one) => one.id === id)
  if (!found) throw new Refused("not found")
  return found
}

/** For whoever keeps them. */
export const keepersOnly = (c: C) => {
  viewHere(c)
  placeHere(c)
  only(c, "keep risks")
}

/** One to be looked at or closed. */
export const riskToKeep = async (c: C): Promise<Risk> => {
  keepersOnly(c)
  return riskIn(await allHere(c), c)
}

export const riskIn = (all: Risk[], c: C): Risk => there(all, c.req.param("risk"))
