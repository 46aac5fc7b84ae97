import { choice, date, longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { addDays, atLondon, dayMomentWords, dayWords, type PlainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Line } from "../calendar/phase.ts"
import type { Account } from "./account.ts"
import { balancesOf } from "./balances.ts"

/** How heavy the programme was, in the words of the page. */
export const heaviness = {
  "1": "1: light",
  "2": "2",
  "3": "3: about right",
  "4": "4",
  "5": "5: heavy",
} as const

/** A site says that it leaves: its last day lies within its pilot, before the end. */
export const leavingForm = ({ from, to }: Pick<Account, "from" | "to">) =>
  section({
    id: "leaving",
    title: "Leave the programme early",
    minutes: 5,
    asks: {
      on: date({
        label: "What is your last day?",
        called: "your last day",
        notBefore: from,
        notAfter: addDays(to, -1),
      }),
      because: longText({ label: "Why do you leave?", called: "why you leave", words: 100 }),
      told: longText({
        label: "How are the people taking part told, and when?",
        called: "how people are told, and when",
        hint: "In a way they understand, and by somebody they know.",
        words: 60,
      }),
      heavy: choice({
        label: "How heavy was the programme for you?",
        called: "how heavy the programme was",
        options: heaviness,
      }),
    },
  })

/** Why a site cannot say now that it leaves, where it cannot. */
export const cannotLeave = ({ state, leaving }: Pick<Account, "state" | "leaving">): string | undefined => {
  if (leaving)
    return `${leaving.by.name} has said already that you leave: your last day is ${dayWords(leaving.on)}.`
  if (state === "accepted") return undefined
  return state === "offered"
    ? "The offer is not accepted yet: the sponsor can decline it."
    : "There is nothing to leave here any more."
}

/** The line of a phase that asks for the statement, as far as it says when that is due. */
export type Final = Pick<Line, "workingDays" | "lastWorkingDays">

/** When the final statement is due after a last day. */
const finalDue = ({ workingDays, lastWorkingDays }: Final, on: PlainDate) =>
  dayMomentWords(atLondon(addWorkingDays(on, lastWorkingDays || workingDays), "17:00"))

/** What follows where a site leaves: said before it does, and again in the letter. */
export const leavingWords = (one: Account, final: Final | undefined, on?: PlainDate): string[] => {
  const { cashHeld, toPay } = balancesOf(one)
  return [
    on === undefined ? "Nothing is owed for any day after your last." : `Your last day is ${dayWords(on)}.`,
    final === undefined
      ? "You send a statement of grant usage after your last day."
      : on === undefined
        ? `You send your statement of grant usage ${final.lastWorkingDays || final.workingDays} working days after your last day.`
        : `Your statement of grant usage is due at ${finalDue(final, on)}.`,
    "What you have properly spent until then is paid. What was paid and is not spent comes back, once you are asked for it.",
    cashHeld > 0
      ? `As it stands, ${pounds(cashHeld)} was paid and is not accepted as spent.`
      : "As it stands, nothing was paid beyond what is accepted as spent.",
    ...(toPay > 0 ? [`${pounds(toPay)} was still to be paid: it is looked at again.`] : []),
    "Your calendar is brought to your last day on the next morning. What you sent stays, and so does this page.",
    "The Department sees it at once. The people taking part are told by you.",
  ]
}
