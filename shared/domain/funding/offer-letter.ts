import { dateWords, dayWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import type { Offered } from "./offering.ts"
import { conditionWords } from "./payment.ts"

type Lettered = Omit<Offered, "letter" | "terms">
/** `council` is its whole name. */
type About = { council: string; phaseTitle: string; announced: boolean }

/** The offer as the site reads and signs it, a paragraph a line. It keeps the words it was made with. */
export const offerLines = (offer: Lettered, { council, phaseTitle, announced }: About): string[] => [
  `The Department offers ${council} ${pounds(offer.amount)} for its named social worker pilot in ${phaseTitle}, from ${dayWords(offer.from)} to ${dayWords(offer.to)}.`,
  `It is paid in ${many(offer.payments.length, "part", "parts")}: ${offer.payments
    .map(({ amount, condition }) => `${pounds(amount)} ${conditionWords(condition)}`)
    .join("; ")}.`,
  `You report your spending by the ${formWords(offer).replace(/[.\s]+$/, "")}.`,
  `Two people accept it: your sponsor and your section 151 officer, or their delegates. One who holds both roles accepts once. Nothing is paid before that.`,
  `Please answer by ${dayWords(offer.answerBy)}. Your sponsor may decline it, with a reason.`,
  ...(announced ? [] : [inConfidence]),
]

const inConfidence =
  "In confidence until the Department announces. You may tell the people you need in order to start."

const formWords = ({ form }: Pick<Offered, "form">) =>
  form.is === "full"
    ? `quarterly funding return: every head of cost, certified each quarter. It is asked in full because: ${form.because.replace(/\.$/, "")}`
    : "spending update: five lines, not certified"

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** What its people are written on the day it is made: short, with the way to it. */
export const offerMail = (
  { name, amount, answerBy }: Pick<Offered, "name" | "amount" | "answerBy">,
  version: number,
) => ({
  subject: `${version > 1 ? "A new offer" : "An offer"} of ${pounds(amount)} for ${name}`,
  lines: [
    version > 1
      ? `The Department has made its offer to ${name} anew: ${pounds(amount)}. It takes the place of the one before, and nobody has accepted it yet.`
      : `The Department offers ${name} ${pounds(amount)} for its named social worker pilot.`,
    `Its sponsor and its section 151 officer, or their delegates, accept it by ${dateWords(answerBy)}. Nothing is paid before that.`,
    "The letter, the terms and the way to answer:",
  ],
})
