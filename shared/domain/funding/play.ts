import type * as z from "zod"
import { acceptingReturn, acceptingStatement, reopeningReturn, reopeningStatement } from "./accepting.ts"
import type { Account } from "./account.ts"
import { balancesOf } from "./balances.ts"
import { acceptingOffer, decliningOffer, firstOffer, offered, offering } from "./offering.ts"
import { authorising, confirming, failing } from "./paying.ts"
import { approving, asking, owing, receiving } from "./recovering.ts"
import { checking, closing, reconciling, sampling } from "./settling.ts"
import { consenting, deciding, leaving, settingUp, varying } from "./varying.ts"
import { type Making, refuse, type Verb } from "./verb.ts"

/** Everything that can happen to the money of a site. What is not here cannot. */
export const verbs = {
  offer: offering,
  "accept offer": acceptingOffer,
  "decline offer": decliningOffer,
  "set up": settingUp,
  vary: varying,
  "accept return": acceptingReturn,
  "reopen return": reopeningReturn,
  "accept statement": acceptingStatement,
  "reopen statement": reopeningStatement,
  "authorise payment": authorising,
  "confirm payment": confirming,
  "fail payment": failing,
  "consent to carry over": consenting,
  "decide mid-phase": deciding,
  leave: leaving,
  reconcile: reconciling,
  "owe back": owing,
  "ask back": asking,
  "approve recovery": approving,
  "receive recovery": receiving,
  "choose for checking": sampling,
  check: checking,
  close: closing,
} as const
export type VerbName = keyof typeof verbs
export const verbNames = Object.keys(verbs) as [VerbName, ...VerbName[]]

export type GivenTo<Name extends VerbName> = z.infer<(typeof verbs)[Name]["given"]>

/** One move in an account, as it is asked for and as it is kept. */
export type Playing<Name extends VerbName = VerbName> = { verb: Name; given: GivenTo<Name> } & Making

/** What a move leaves of an account. Only an offer begins one. Refuses by throwing. */
export const play = (before: Account | undefined, { verb, given, by, at }: Playing): Account => {
  if (!before) {
    if (verb !== "offer") return refuse("There is no award here yet.")
    return firstOffer(offered.parse(given), { by, at })
  }
  // biome-ignore lint/suspicious/noExplicitAny: the name and what it is given belong together by the type of `Playing`
  const { given: schema, does } = verbs[verb] as Verb<any>
  const after = does(before, schema.parse(given), { by, at })
  holds(after)
  return after
}

/** The identity that no move may break: a fault of ours, never of whoever asks. */
const holds = (one: Account) => {
  const { award, paid, toPay, recovered } = balancesOf(one)
  if (award !== paid + toPay - recovered)
    throw new Error(
      `The account of ${one.organisation} does not balance: ${award - paid - toPay + recovered}`,
    )
}
