import { askingForm, receivingForm } from "../../shared/domain/funding/paying-forms.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { Entries } from "../../shared/form/question.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { C } from "../../shared/web/funding/here.ts"
import { readOn } from "../../shared/web/programme/typed.ts"
import { approve, ask, type Recovering, receive } from "./recoveries.ts"

type Step = (c: C, typed: Entries, key: MoveKey) => Promise<Recovering>

/** What the page of a recovery asks, by the step that its form is for. */
const steps = new Map<string, Step>([
  ["ask", (c, typed, key) => ask(c, readOn(askingForm, typed), key)],
  ["approve", (c, _, key) => approve(c, key)],
  ["receive", (c, typed, key) => receive(c, readOn(receivingForm, typed), key)],
])

export const stepOf = (step: string): Step => {
  const found = steps.get(step)
  if (!found) throw new Refused("not understood")
  return found
}
