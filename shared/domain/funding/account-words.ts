import { dateWords, dayWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { roles } from "../people/role.ts"
import { type Account, type AwardVersion, midPhase } from "./account.ts"
import { balancesOf, countingOf } from "./balances.ts"
import { headWords } from "./heads.ts"
import { yearWords } from "./ledger-words.ts"
import { offerSigners } from "./offer-signers.ts"
import { profileByQuarter } from "./quarters.ts"

const day = (instant: string) => dateWords(londonDate(new Date(instant)))

/** Where an award stands, in sentences: what was offered or awarded, paid, spent, and is expected. */
export const accountSentences = (one: Account): string[] => {
  const { name, award, offer, declined } = one
  if (one.state === "offered")
    return [`${name} was offered ${pounds(award)} on ${day(offer.at)}.`, waits(one)]
  if (one.state === "declined")
    return [
      `${name} was offered ${pounds(award)} and declined it on ${declined ? day(declined.at) : ""}: ${declined?.because ?? ""}`,
    ]
  const { paid, toPay, toRecover, recovered } = balancesOf(one)
  const planned = toPay + toRecover
  return [
    `${name} was awarded ${pounds(award)}.`,
    `${pounds(paid)} is paid; ${pounds(planned)} is still to be paid.`,
    ...(toRecover > 0 ? [`${pounds(toRecover)} is to come back.`] : []),
    ...(recovered > 0 ? [`${pounds(recovered)} has come back.`] : []),
    ...spentSentences(one),
  ]
}

const waits = ({ signatures, offer }: Account) => {
  const missing = offerSigners.filter((role) => !signatures.some((one) => one.role === role))
  const who = missing.map((role) => `the ${roles[role].words}`).join(" and ")
  return `It waits for ${who}, by ${dayWords(offer.answerBy)}.`
}

const spentSentences = (one: Account): string[] => {
  if (one.usage)
    return [
      `${pounds(balancesOf(one).actual)} was used, as ${one.usage.certifiedBy} certified; ${pounds(one.usage.unspent)} was not.`,
    ]
  const last = countingOf(one).at(-1)
  if (!last) return ["No return of its spending is accepted yet."]
  const { actual, accrued, forecast, outturn, unallocated } = balancesOf(one)
  return [
    `${pounds(actual)} was spent to ${dateWords(last.to)}, as accepted${accrued > 0 ? `, and ${pounds(accrued)} was had and not paid for` : ""}.`,
    `It expects to spend ${pounds(forecast)} after that: ${pounds(outturn)} in all, ${
      unallocated === 0
        ? "the whole award"
        : unallocated > 0
          ? `${pounds(unallocated)} less than the award`
          : `${pounds(-unallocated)} more than the award`
    }.`,
  ]
}

/** The two sums that always hold, and what the site holds of the money. */
export const identitySentences = (one: Account): string[] => {
  const all = balancesOf(one)
  const { award, paid, toPay, toRecover, recovered, cashHeld } = all
  const back = recovered > 0 ? ` less ${pounds(recovered)} that came back` : ""
  const due = toRecover > 0 ? ` less ${pounds(toRecover)} that is to come back` : ""
  return [
    `Of ${pounds(award)}: ${pounds(paid)} is paid${back}, and ${pounds(toPay + toRecover)} is to be paid${due}.`,
    `Of ${pounds(award)}: ${pounds(all.actual)} is spent, ${pounds(all.accrued)} was had and not paid for, ${pounds(all.forecast)} is expected to be spent, and ${all.unallocated < 0 ? `${pounds(-all.unallocated)} more than the award is expected` : `${pounds(all.unallocated)} is left over`}.`,
    cashHeld < 0
      ? `The council carries ${pounds(-cashHeld)} that it has spent and not been paid.`
      : `The site holds ${pounds(cashHeld)} that it has been paid and not spent.`,
  ]
}

/** What a version of an award changed, against the one before it. */
export const changeWords = (after: AwardVersion, before?: AwardVersion): string[] => {
  if (!before) return [`${pounds(after.amount)} was offered.`]
  const amount =
    after.amount === before.amount
      ? "The amount is as before."
      : `${pounds(before.amount)} before, ${pounds(after.amount)} now: ${pounds(Math.abs(after.amount - before.amount))} ${after.amount > before.amount ? "more" : "less"}.`
  const was = new Map(profileByQuarter(before.profile).map((one) => [one.to, one.amount]))
  const is = profileByQuarter(after.profile)
  const quarters = is
    .filter(({ to, amount }) => (was.get(to) ?? 0) !== amount)
    .map(({ to, label, amount }) => `${label}: ${pounds(was.get(to) ?? 0)} before, ${pounds(amount)} now.`)
  const heads = headsChanged(after, before)
  return [amount, ...quarters, ...heads]
}

const headsChanged = (after: AwardVersion, before: AwardVersion): string[] => {
  const [was, is] = [byHead(before), byHead(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((head) => (was.get(head) ?? 0) !== (is.get(head) ?? 0))
    .map(
      (head) => `${headWords(head)}: ${pounds(was.get(head) ?? 0)} before, ${pounds(is.get(head) ?? 0)} now.`,
    )
}

const byHead = ({ profile }: AwardVersion) => {
  const found = new Map<string, number>()
  for (const { amounts } of profile)
    for (const [head, pence] of Object.entries(amounts)) found.set(head, (found.get(head) ?? 0) + pence)
  return found
}

/** What was decided besides: the middle of the pilot, leaving, and money carried over. */
export const decidedSentences = (one: Account): string[] => [
  ...(one.midPhase
    ? [
        `In the middle of the pilot ${one.midPhase.by.name} decided on ${day(one.midPhase.at)}: ${midPhase[one.midPhase.decision].toLowerCase()}. ${one.midPhase.because}`,
      ]
    : []),
  ...(one.leaving ? [`It leaves: its last day is ${dayWords(one.leaving.on)}. ${one.leaving.because}`] : []),
  ...one.carryOvers.map(
    ({ from, amount, because, by, at }) =>
      `${by.name} agreed on ${day(at)} that ${pounds(amount)} of ${yearWords(from)} is spent in the year after. ${because}`,
  ),
]

/** What is still to be done about a site that leaves, each with how far it has come. */
export const closingList = (one: Account): { what: string; stands: string }[] => {
  const { toRecover, recovered, cashHeld } = balancesOf(one)
  return [
    {
      what: "Final statement of grant usage",
      stands: one.usage ? `Accepted on ${day(one.usage.at)}` : "Not accepted yet",
    },
    {
      what: "Money that comes back",
      stands:
        toRecover + recovered > 0
          ? `${pounds(toRecover)} to come back; ${pounds(recovered)} received`
          : one.usage
            ? "Nothing"
            : `Known with the statement; the site holds ${pounds(Math.max(0, cashHeld))} now`,
    },
    { what: "The people taking part", stands: one.leaving?.told ?? "Nobody has said yet when they are told" },
    { what: "Why it leaves", stands: one.leaving?.because ?? "Not said" },
    {
      what: "How heavy the programme was for it, from 1 (light) to 5 (heavy)",
      stands: one.leaving?.heavy === undefined ? "The site has not said" : String(one.leaving.heavy),
    },
  ]
}
