import * as z from "zod"
import { offeredAmount, offerStands, waitedFor } from "../../shared/domain/funding/offer-words.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { offerAt } from "./addresses.ts"
import { type Answered, accept, decline, type OnOffer, offerHere } from "./offer.ts"
import { offerShape, paymentsOf, stateShape } from "./shapes.ts"

const tag = "Money of a site"
const offer = offerAt(":organisation", ":phase")

const answered = z.object({ organisation: z.string(), phase: z.string(), state: stateShape })

const at = ({ organisation, phase }: Answered) => offerAt(organisation, phase)

/** The offer of an award, and the word of the site on it. */
export const offerOperations: Operation<SignedIn>[] = [
  operation({
    id: "readOffer",
    method: "get",
    path: offer,
    tag,
    summary: "The offer as it was made: its letter, its terms, and who has accepted it",
    gives: offerShape,
    does: async (c) => ({ body: shown(await offerHere(c)) }),
  }),
  operation<SignedIn, { hash: string }>({
    id: "acceptOffer",
    method: "post",
    path: `${offer}/accept`,
    tag,
    summary: "Accept the offer, in each of your roles that it needs",
    about:
      "Nothing is paid before the sponsor and the section 151 officer, or their delegates, have both done so.",
    keyed: true,
    asks: z.strictObject({
      hash: z.string().max(100).meta({ description: "The hash of the offer that you read" }),
    }),
    gives: answered,
    does: async (c, { hash }, key) => {
      const given = await accept(c, hash, key as MoveKey)
      return { body: given, at: at(given) }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "declineOffer",
    method: "post",
    path: `${offer}/decline`,
    tag,
    summary: "Decline the offer, with why",
    keyed: true,
    asks: z.strictObject({ because: z.string().max(2_000).meta({ description: "100 words or fewer" }) }),
    gives: answered,
    does: async (c, body, key) => {
      const given = await decline(c, body, key as MoveKey)
      return { body: given, at: at(given) }
    },
  }),
]

const shown = ({ account, inConfidence, mine }: OnOffer) => {
  const { by, ...made } = account.offer
  return {
    phase: account.phase,
    name: account.name,
    state: account.state,
    stands: offerStands(account),
    inConfidence,
    amount: offeredAmount(account),
    pilot: { from: account.from, to: account.to },
    form: account.form,
    offer: { ...made, by: by.name },
    profile: account.versions.find(({ version }) => version === made.version)?.profile ?? [],
    payments: paymentsOf(account),
    accepted: account.signatures.map(({ role, by, at }) => ({ role, name: by.name, at })),
    waitingFor: account.state === "offered" ? waitedFor(account) : [],
    mayAccept: mine,
  }
}
