import { answered } from "../../shared/domain/answered.ts"
import { isAnnounced } from "../../shared/domain/calendar/phase.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import { offerSigners } from "../../shared/domain/funding/offer-signers.ts"
import {
  acceptedMail,
  canAccept,
  declinedMail,
  decliningForm,
  waitedFor,
} from "../../shared/domain/funding/offer-words.ts"
import { rolesAt } from "../../shared/domain/people/actor.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { offerAt, setUpAt } from "./addresses.ts"
import { accountHere, type C, only, phasesHere, postHere, siteHere, withRight, writingHere } from "./here.ts"

/** The offer as it was made, and whether what it says is public. */
export const offerHere = async (c: C) => {
  only(c, "see own money")
  const [account, phases] = await Promise.all([accountHere(c), phasesHere(c)])
  const phase = phases.find(({ id }) => id === account.phase)
  return {
    account,
    title: phase?.title ?? account.phase,
    inConfidence: !phase || !isAnnounced(phase, c.var.world.now()),
    mine: canAccept(account, rolesAt(c.var.actor, siteHere(c))),
  }
}
export type OnOffer = Awaited<ReturnType<typeof offerHere>>

export type Answered = { organisation: string; phase: string; state: Account["state"] }

const answeredWith = ({ organisation, phase, state }: Answered): Answered => ({ organisation, phase, state })

/** Somebody's word on the offer that they read, in every role of theirs that it still needs. */
export const accept = async (c: C, hash: string, key: MoveKey): Promise<Answered> => {
  const asked = withRight(c, "accept offer", key)
  const held = rolesAt(c.var.actor, siteHere(c))
  const given = await postHere<"accept offer", Answered>(c, asked, async (before) => {
    const write = await writingHere(c)
    return {
      verb: "accept offer",
      given: { roles: offerSigners.filter((role) => held.includes(role)), hash },
      result: answeredWith,
      letters: (after) => {
        const waits = waitedFor(after)
        const { organisation, phase, offer } = before
        return write({
          ...acceptedMail(after, c.var.actor.name),
          id: `offer-${offer.version}-accepted-${after.signatures.length}`,
          roles: waits.length > 0 ? waits : ["lead", "contributor", "sponsor"],
          path: (waits.length > 0 ? offerAt : setUpAt)(organisation, phase),
        })
      },
    }
  })
  return answeredWith(given)
}

/** The offer that somebody may decline. */
export const offerToDecline = async (c: C): Promise<Account> => {
  only(c, "decline offer")
  return accountHere(c)
}

export const decline = async (c: C, typed: Record<string, unknown>, key: MoveKey): Promise<Answered> => {
  const given = await postHere<"decline offer", Answered>(
    c,
    withRight(c, "decline offer", key),
    async (before) => {
      const { because } = answered(decliningForm, typed, c.var.world.now())
      const write = await writingHere(c)
      return {
        verb: "decline offer",
        given: { because: String(because) },
        result: answeredWith,
        letters: (after) =>
          write({
            ...declinedMail(after),
            id: `offer-${before.offer.version}-declined`,
            roles: ["lead", "certifier"],
            path: offerAt(before.organisation, before.phase),
          }),
      }
    },
  )
  return answeredWith(given)
}
