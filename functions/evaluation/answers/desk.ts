import { type Asking, isOpen } from "../../../shared/domain/evaluation/answers/wave.ts"
import { answersIn } from "../../../shared/store/answers.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { tellUsAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, placeHere, trueOnly } from "../../../shared/web/evaluation/here.ts"
import { askingSecretFor } from "../../../shared/web/link-token.ts"

export type ToHandOn = Asking & { address: string }

/** What is open now at the site, with the links to hand on: for its own people, its coach and the evaluator. */
export const toHandOn = async (c: C): Promise<ToHandOn[]> => {
  const { organisation, phase } = placeHere(c)
  trueOnly(c)
  const { table, settings, now } = c.var.world
  const today = londonDate(now())
  return (await answersIn(table).askedAt(organisation, phase))
    .filter((one) => isOpen(one, today))
    .map((one) => ({
      ...one,
      address: `${settings.origin}${tellUsAt(askingSecretFor(settings.linkKey, phase, one.link))}`,
    }))
}
