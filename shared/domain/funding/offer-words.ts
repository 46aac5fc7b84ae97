import { longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { dateWords, dayWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type Role, roles } from "../people/role.ts"
import type { Account } from "./account.ts"
import { offerSigners } from "./offer-signers.ts"

export type Signer = (typeof offerSigners)[number]

/** Whose word on the offer is not there yet. */
export const waitedFor = ({ signatures }: Pick<Account, "signatures">): Signer[] =>
  offerSigners.filter((role) => !signatures.some((one) => one.role === role))

/** In which of their roles somebody can still accept it. */
export const canAccept = (one: Pick<Account, "state" | "signatures">, held: readonly Role[]): Signer[] =>
  one.state === "offered" ? waitedFor(one).filter((role) => held.includes(role)) : []

const roleWords = (all: readonly Signer[]) => all.map((role) => roles[role].words).join(" and the ")

const on = (at: string) => dateWords(londonDate(new Date(at)))

/** Where the offer stands: always one sentence and whose turn it is. */
export const offerStands = (one: Account): string => {
  const { state, declined, offer, signatures, name } = one
  if (state === "offered") {
    const waits = `Waiting for the ${roleWords(waitedFor(one))} of ${name}.`
    return `Not accepted yet. ${waits} Please answer by ${dayWords(offer.answerBy)}.`
  }
  if (state === "declined")
    return declined
      ? `Declined by ${declined.by.name} on ${on(declined.at)}: “${declined.because}”`
      : "Declined."
  return `Accepted on ${on(signatures.at(-1)?.at ?? offer.at)}.`
}

/** Each word on it that is there: "Ann Example, sponsor, on 3 October 2017" */
export const acceptedBy = ({ signatures }: Pick<Account, "signatures">): string[] =>
  signatures.map(({ role, by, at }) => `${by.name}, ${roles[role as Signer].words}, on ${on(at)}`)

/** What an offer was made of: its amount is the one that was offered, whatever was agreed since. */
export const offeredAmount = ({ versions, offer, award }: Account): number =>
  versions.find(({ version }) => version === offer.version)?.amount ?? award

export const decliningForm = section({
  id: "declining",
  title: "Decline the offer",
  minutes: 2,
  intro:
    "It ends here for this round: the reserve may be offered the money. It cannot be accepted afterwards.",
  asks: { because: longText({ label: "Why do you decline?", called: "why you decline", words: 100 }) },
})

/** What the others are written when somebody has accepted in some of the roles, or when all have. */
export const acceptedMail = (one: Account, by: string) => {
  const waits = waitedFor(one)
  return waits.length > 0
    ? {
        subject: `Please accept the offer of ${pounds(offeredAmount(one))} for ${one.name}`,
        lines: [
          `${by} has accepted the Department’s offer for ${one.name}. It needs the word of the ${roleWords(waits)} too, by ${dayWords(one.offer.answerBy)}. Nothing is paid before that.`,
          "The letter and the terms, on one page:",
        ],
      }
    : {
        subject: `Accepted: ${pounds(one.award)} for ${one.name}. What to do next`,
        lines: [
          `The Department’s offer to ${one.name} is accepted by both who had to.`,
          "What to set up before people are met is one list: each task says who can answer it.",
        ],
      }
}

export const declinedMail = ({ name, declined }: Account) => ({
  subject: `Declined: the offer to ${name}`,
  lines: [
    `${declined?.by.name} has declined the Department’s offer for ${name}: “${declined?.because}”`,
    "Nothing is to be done. What was offered can still be read:",
  ],
})
