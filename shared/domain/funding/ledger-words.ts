import { dateWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type Account, midPhase } from "./account.ts"
import { type Balances, balancesOf } from "./balances.ts"
import type { Entry } from "./entry.ts"
import { headWords } from "./heads.ts"
import { conditionWords } from "./payment.ts"
import { type GivenTo, play, type VerbName, verbs } from "./play.ts"
import { sumOf } from "./profile.ts"

type Words = { [Name in VerbName]: (given: GivenTo<Name>) => { says: string; amount?: number } }

const spentIn = ({ spent, corrections }: GivenTo<"accept return">["posting"]) =>
  [...spent, ...corrections].reduce((sum, { amount }) => sum + amount, 0)

const setUpWords: Record<GivenTo<"set up">["task"], string> = {
  people: "people and deputies",
  profile: "the profile",
  impact: "the data protection impact assessment",
  sharing: "the information-sharing agreement",
  privacy: "the privacy notice",
  dates: "the dates",
}

/** Each line of a ledger in words, with the amount that it is about where there is one. */
const words: Words = {
  offer: ({ amount, payments, answerBy }) => ({
    says: `Offered ${pounds(amount)}, to be paid ${payments.map((one) => `${pounds(one.amount)} ${conditionWords(one.condition)}`).join(", ")}. To be answered by ${dateWords(answerBy)}.`,
    amount,
  }),
  "accept offer": ({ roles }) => ({
    says: `Accepted the offer as ${roles.map((one) => (one === "sponsor" ? "sponsor" : "section 151 officer")).join(" and ")}.`,
  }),
  "decline offer": ({ because }) => ({ says: `Declined the offer: ${because}` }),
  "set up": ({ task }) => ({ says: `Set up: answered ${setUpWords[task]}.` }),
  vary: ({ amount, because }) => ({ says: `Changed the award to ${pounds(amount)}: ${because}`, amount }),
  "accept return": ({ title, reference, posting }) => {
    const moved = posting.virements.map(
      ({ from, to, amount }) => ` ${pounds(amount)} moved from ${headWords(from)} to ${headWords(to)}.`,
    )
    const spent = spentIn(posting)
    const corrected = posting.corrections.reduce((sum, { amount }) => sum + amount, 0)
    return {
      says: `Accepted ${title}, ${reference}: ${pounds(spent)} spent${corrected === 0 ? "" : `, with corrections of ${pounds(corrected)}`}.${moved.join("")}`,
      amount: spent,
    }
  },
  "reopen return": ({ because }) => ({ says: `Opened a return again: ${because}` }),
  "accept statement": ({ used, unspent, reference }) => ({
    says: `Accepted the statement of grant usage, ${reference}: ${pounds(sumOf(used))} used, ${pounds(unspent)} unspent.`,
    amount: sumOf(used),
  }),
  "reopen statement": ({ because }) => ({ says: `Opened the statement of grant usage again: ${because}` }),
  "authorise payment": ({ number, reference }) => ({
    says: `Authorised payment ${number}, reference ${reference}.`,
  }),
  "confirm payment": ({ number, on, payerReference }) => ({
    says: `Payment ${number} was paid on ${dateWords(on)}; the payer’s reference is ${payerReference}.`,
  }),
  "fail payment": ({ number, because }) => ({ says: `Payment ${number} could not be paid: ${because}` }),
  "consent to carry over": ({ from, amount, because }) => ({
    says: `Agreed that ${pounds(amount)} of ${yearWords(from)} is spent in the year after: ${because}`,
    amount,
  }),
  "decide mid-phase": ({ decision, because }) => ({
    says: `Decided in the middle of the pilot: ${midPhase[decision].toLowerCase()}. ${because}`,
  }),
  leave: ({ on, because }) => ({ says: `It leaves; its last day is ${dateWords(on)}. ${because}` }),
  reconcile: () => ({ says: "Reconciled with the certified statement: the award is what was used." }),
  "owe back": ({ amount, because }) => ({ says: `${pounds(amount)} is due back: ${because}`, amount }),
  "ask back": ({ number, payBy }) => ({
    says: `Asked for recovery ${number} by ${dateWords(payBy)}, to be approved by another person.`,
  }),
  "approve recovery": ({ number }) => ({ says: `Approved recovery ${number}.` }),
  "receive recovery": ({ number, on, payerReference }) => ({
    says: `Recovery ${number} was received on ${dateWords(on)}; the payer’s reference is ${payerReference}.`,
  }),
  "choose for checking": ({ rounds }) => ({
    says: `Chose ${rounds.length === 1 ? "a claim" : `${rounds.length} claims`} to be checked against the evidence.`,
  }),
  check: ({ result, wrong, because }) => ({
    says: `Checked a claim: ${result === "right" ? "right" : `${wrong === undefined ? "" : `${pounds(wrong)} of it `}not right`}. ${because}`,
    ...(wrong !== undefined && { amount: wrong }),
  }),
  close: () => ({ says: "Closed. Nothing is left to be paid, to come back or to be checked." }),
}

/** "2017/18", of "2017-18" */
export const yearWords = (id: string) => id.replace("-", "/")

export const entryWords = ({ verb, given }: Pick<Entry, "verb" | "given">) =>
  // biome-ignore lint/suspicious/noExplicitAny: the name and what it is given belong together
  (words[verb] as (given: any) => { says: string; amount?: number })(verbs[verb].given.parse(given))

/** What a line about one payment or recovery comes to: the line says its number, the account how much it is. */
const amountNamed = ({ verb, given }: Entry, { payments, recoveries }: Account): number | undefined => {
  const { number } = given as { number?: number }
  const among = verb.endsWith(" payment") ? payments : recoveries
  return number === undefined ? undefined : among.find((one) => one.number === number)?.amount
}

export type LedgerLine = Pick<Entry, "number" | "verb" | "role" | "hash"> & {
  at: string
  on: string
  by: string
  says: string
  amount?: number
  balances: Balances
}

/** A ledger in words, oldest first, each line with what the account came to after it. */
export const ledgerLines = (entries: readonly Entry[]): LedgerLine[] => {
  let now: Parameters<typeof play>[0]
  return entries.map((one) => {
    const { number, verb, given, by, at, role, hash } = one
    now = play(now, { verb, given, by, at } as unknown as Parameters<typeof play>[1])
    const { says, amount = amountNamed(one, now) } = entryWords(one)
    return {
      number,
      verb,
      role,
      hash,
      at,
      on: dateWords(londonDate(new Date(at))),
      by: by.name,
      says,
      ...(amount !== undefined && { amount }),
      balances: balancesOf(now),
    }
  })
}
