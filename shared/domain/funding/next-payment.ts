import { kindOf } from "../../kinds/index.ts"
import { dateWords, londonDate } from "../../values/london.ts"
import type { Expected } from "../calendar/expected.ts"
import { standsWords } from "../calendar/return-words.ts"
import { stateOf, stateWords } from "../calendar/state.ts"
import { roles } from "../people/role.ts"
import type { Account } from "./account.ts"
import { type Signer, waitedFor } from "./offer-words.ts"
import { heldBack, isReady } from "./paying.ts"
import { type Condition, conditionWords, type Payment, paymentName } from "./payment.ts"
import { setUpProgress } from "./set-up.ts"

/** What the site's calendar says now, where it is known. */
export type Known = { expected: readonly Expected[]; at: Date }

/** The payment that comes next: one that is with the payer before one that is planned. */
export const nextPayment = ({ payments }: Pick<Account, "payments">): Payment | undefined =>
  payments.find(({ state }) => state === "authorised") ?? payments.find(({ state }) => state === "scheduled")

/** What is paid next, what it waits for, what stands in the way, and who has it. */
export const nextPaymentWords = (one: Account, known?: Known): string[] => {
  if (one.state === "declined") return ["Nothing is to be paid."]
  const next = nextPayment(one)
  if (!next) return ["Nothing more is to be paid."]
  if (next.state === "authorised") return [withPayer(next)]
  const opening = `${paymentName(next)}, ${conditionWords(next.condition)}.`
  const failed = next.unpaid.at(-1)
  const again = failed
    ? [
        `The payer could not make it: “${failed.because}”, said on ${on(failed.at)}. It is to be authorised again.`,
      ]
    : []
  if (isReady(one, next))
    return [opening, ...again, "That is so: the Department authorises it next. Nothing for you to do."]
  if (one.state === "accepted" && heldBack(one) !== undefined)
    return [
      "Nothing more is paid for now: what is left of the award is worked out from your final statement.",
      ...(one.usage ? [] : [statementWaits(one, known)]),
    ]
  return [opening, ...again, inTheWay(one, next.condition, known)]
}

const on = (at: string) => dateWords(londonDate(new Date(at)))

const withPayer = (one: Payment) =>
  `${paymentName(one)} is authorised${one.authorised ? ` since ${on(one.authorised.at)}` : ""}, and with the payer.${one.reference ? ` Its reference is ${one.reference}.` : ""} Nothing for you to do.`

const inTheWay = (one: Account, condition: Condition, known?: Known): string => {
  switch (condition.is) {
    case "offer accepted":
      return notAccepted(waitedFor(one))
    case "set-up done":
      return `It is not so yet: ${setUpProgress(one)}.`
    case "return accepted":
      return `It is not accepted yet.${standing(({ round }) => round === condition.round, known)}`
    case "statement accepted":
      return statementWaits(one, known)
  }
}

const notAccepted = (all: readonly Signer[]) =>
  `The ${all.map((role) => roles[role].words).join(" and the ")} ${all.length > 1 ? "have" : "has"} not accepted the offer yet.`

const statementWaits = ({ phase: id }: Account, known?: Known) =>
  `Your statement of grant usage is not accepted yet.${standing(({ kind, phase }) => kindOf(kind).uses !== undefined && phase === id, known)}`

/** Where the return that is waited for stands, as every page says it. */
const standing = (is: (one: Expected) => boolean, known?: Known): string => {
  const found = known?.expected.find(is)
  if (!found || !known || stateOf(found, known.at) === "accepted") return ""
  return ` ${stateWords(found, known.at)}. ${standsWords(found, known.at)}`.trimEnd()
}
