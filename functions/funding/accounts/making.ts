import { answered } from "../../../shared/domain/answered.ts"
import { isAnnounced } from "../../../shared/domain/calendar/phase.ts"
import type { Form } from "../../../shared/domain/funding/account.ts"
import { awardFrom } from "../../../shared/domain/funding/offer-form.ts"
import { offerLines, offerMail } from "../../../shared/domain/funding/offer-letter.ts"
import { termsNow } from "../../../shared/domain/funding/offer-terms.ts"
import { balanced, type Offered } from "../../../shared/domain/funding/offering.ts"
import { letterTo } from "../../../shared/domain/letters/written.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, only, postingBy } from "../../../shared/web/funding/here.ts"
import { spreadHere } from "../../../shared/web/programme/spread.ts"
import { ownMoneyAt } from "./addresses.ts"
import { saysOf, siteChanged, siteHere } from "./here.ts"
import { type OnOffer, offerDesk, planFor } from "./offering.ts"

const right = "offer"

/** The offer that some answers come to, whole: its letter, its terms and its sums. */
export const offerFrom = (c: C, desk: OnOffer, given: Record<string, unknown>): Offered => {
  const { section, about, site, code, council, phase } = desk
  const { answerBy, profile, payments, ...answers } = awardFrom(
    answered(section, given, c.var.world.now()),
    about,
  )
  const plan = planFor(desk, answers.amount)
  const offered = {
    organisation: site.organisation,
    name: site.name,
    code,
    phase: phase.id,
    from: site.from,
    to: site.to,
    ...answers,
    profile: profile ?? plan.profile,
    payments: payments ?? plan.payments,
    answerBy,
  }
  balanced(offered)
  return {
    ...offered,
    letter: offerLines(offered, {
      council,
      phaseTitle: phase.title,
      announced: isAnnounced(phase, c.var.world.now()),
    }),
    terms: termsNow(),
  }
}

export type Made = { organisation: string; phase: string; version: number; hash: string; amount: number }

const lettered: Role[] = ["sponsor", "certifier", "lead"]

/** Makes the offer, or makes it anew: the line, the letters, and how the site is asked to report, in one write. */
export const makeOffer = async (
  c: C,
  form: Form | undefined,
  given: Record<string, unknown>,
  key?: MoveKey,
): Promise<Made> => {
  only(c, right, saysOf(right))
  const { site } = await siteHere(c)
  const here = { organisation: site.organisation, phase: site.phase }
  const at = c.var.world.now()
  const made = await fundingIn(c.var.world.table).change<"offer", Made>(
    here,
    postingBy(c, right, saysOf(right), key),
    async () => {
      const desk = await offerDesk(c, form)
      const offered = offerFrom(c, desk, given)
      const { is, because } = offered.form
      return {
        verb: right,
        given: offered,
        result: ({ offer: { version, hash }, award }) => ({ ...here, version, hash, amount: award }),
        letters: ({ offer: { version } }) =>
          letterTo(
            {
              ...here,
              id: `offer-${here.phase}-${version}`,
              ...offerMail(offered, version),
              path: `${ownMoneyAt(here.organisation)}/${here.phase}/offer`,
            },
            { members: desk.members, roles: lettered, at },
          ),
        more: await siteChanged(
          c,
          desk,
          { full: is === "full" ? because : undefined },
          { right, note: `${desk.site.name}, with its offer: ${is === "full" ? because : "short form"}` },
        ),
      }
    },
  )
  await spreadHere(c, { id: here.phase })
  return made
}
