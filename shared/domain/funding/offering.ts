import * as z from "zod"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { plainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { Refused } from "../refused.ts"
import { type Account, type Form, forms } from "./account.ts"
import { offerSigners } from "./offer-signers.ts"
import { condition } from "./payment.ts"
import { profile, profileTotal } from "./profile.ts"
import { type Making, refuse, verb } from "./verb.ts"

/** What a site is offered: all of it is what its two officers sign. */
export const offered = z.object({
  organisation: z.string(),
  name: z.string(),
  code: z.string(),
  phase: z.string(),
  from: plainDate,
  to: plainDate,
  amount: z.int().positive(),
  form: z.object({ is: z.enum(Object.keys(forms) as [Form, ...Form[]]), because: z.string() }),
  profile,
  payments: z
    .array(z.object({ amount: z.int().positive(), condition }))
    .min(1)
    .max(12),
  letter: z.array(z.string()),
  terms: z.object({ edition: z.int(), lines: z.array(z.string()) }),
  answerBy: plainDate,
  because: z.string(),
})
export type Offered = z.infer<typeof offered>

/** The hash of everything that is signed. */
export const offerHash = ({ because: _, ...one }: Offered): string =>
  sha256(canonical(one as unknown as Json))

/** The first entry of an account; or the offer made anew, which voids the words on the one before. */
export const firstOffer = (given: Offered, { by, at }: Making, before?: Account): Account => {
  balanced(given)
  const version = (before?.offer.version ?? 0) + 1
  const { letter, terms, answerBy, amount, because, payments, profile, ...about } = given
  return {
    ...about,
    state: "offered",
    award: amount,
    versions: [...(before?.versions ?? []), { version, amount, profile, because, by, at }],
    offer: { version, letter, terms, answerBy, hash: offerHash(given), by, at },
    signatures: [],
    setUp: {},
    payments: payments.map((one, index) => ({ number: index + 1, ...one, state: "scheduled", unpaid: [] })),
    figures: [],
    recoveries: [],
    carryOvers: [],
    checks: [],
    entries: before?.entries ?? { number: 0, hash: "" },
  }
}

/** The payments and the profile both come to the amount, to the penny. */
export const balanced = ({
  amount,
  payments,
  profile,
}: Pick<Offered, "amount" | "profile"> & { payments: { amount: number }[] }) => {
  const planned = payments.reduce((sum, one) => sum + one.amount, 0)
  if (planned !== amount) throw unbalanced("payments", "payments", planned, amount)
  const spread = profileTotal(profile)
  if (spread !== amount) throw unbalanced("profile", "quarters", spread, amount)
}

const unbalanced = (question: string, called: string, sum: number, amount: number) =>
  new Refused("not valid", {
    problems: [
      {
        question,
        says: `Your ${called} come to ${pounds(sum)}. The award is ${pounds(amount)}. The difference is ${pounds(Math.abs(amount - sum))}.`,
      },
    ],
  })

export const offering = verb({
  given: offered,
  does: (before, given, making) => {
    if (before.state !== "offered" && before.state !== "declined")
      refuse(`${before.name} has accepted the offer.`)
    return firstOffer(given, making, before)
  },
})

/** Somebody's word on the offer, in every role of theirs that it needs. `hash` is of the offer that they read. */
export const acceptingOffer = verb({
  given: z.object({ roles: z.array(z.enum(offerSigners)).min(1), hash: z.string() }),
  does: (before, { roles, hash }, { by, at }) => {
    if (before.state !== "offered") refuse(standing(before))
    if (hash !== before.offer.hash)
      throw new Refused("changed by someone else", {
        says: "The offer was changed after you opened this page. Read it again, then go on.",
      })
    const missing = roles.filter((role) => !before.signatures.some((one) => one.role === role))
    if (missing.length === 0) refuse("You have accepted it already.")
    const signatures = [...before.signatures, ...missing.map((role) => ({ role, by, at, hash }))]
    const whole = offerSigners.every((role) => signatures.some((one) => one.role === role))
    return { ...before, signatures, state: whole ? "accepted" : "offered" }
  },
})

export const decliningOffer = verb({
  given: z.object({ because: z.string() }),
  does: (before, { because }, { by, at }) => {
    if (before.state !== "offered") refuse(standing(before))
    return { ...before, state: "declined", declined: { by, at, because } }
  },
})

const standing = ({ state, name, declined }: Account) =>
  state === "declined" ? `${declined?.by.name} declined it for ${name}.` : `${name} has accepted it already.`
