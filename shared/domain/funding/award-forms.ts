import { choice, date, longText, money } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addDays, type PlainDate } from "../../values/london.ts"
import { midPhase } from "./account.ts"

/** Consent to spend some of one financial year's money in the next. */
export const carryOverForm = (years: readonly { id: string; label: string }[]): Section =>
  section({
    id: "carry-over",
    title: "Agree to carry money over",
    minutes: 2,
    asks: {
      from: choice({
        label: "From which financial year?",
        called: "the financial year",
        options: Object.fromEntries(years.map(({ id, label }) => [id, label])),
      }),
      amount: money({
        label: "How much may be spent in the next?",
        called: "how much may be carried over",
        least: 1,
      }),
      because: longText({
        label: "Why?",
        called: "why it may be carried over",
        hint: "The site reads it.",
        words: 100,
      }),
    },
  })

export const midPhaseForm: Section = section({
  id: "mid-phase",
  title: "Decide in the middle of the pilot",
  minutes: 3,
  asks: {
    decision: choice({
      label: "What happens at this site?",
      called: "what happens at this site",
      options: midPhase,
    }),
    because: longText({
      label: "Why?",
      called: "why",
      hint: "Its sponsor and its lead read it.",
      words: 100,
    }),
  },
})

/** The last day of a site that is stopped, by the department. */
export const stopForm = ({ from, to }: { from: PlainDate; to: PlainDate }): Section =>
  section({
    id: "leave",
    title: "Set its last day",
    minutes: 3,
    asks: {
      on: date({
        label: "What is its last day?",
        called: "its last day",
        hint: "What is properly spent until then is paid.",
        notBefore: from,
        notAfter: addDays(to, -1),
      }),
      because: longText({ label: "Why does it leave?", called: "why it leaves", words: 100 }),
      told: longText({
        label: "When are the people taking part told, and how?",
        called: "when the people taking part are told",
        hint: "Leave it empty if the site has not said yet.",
        words: 60,
        optional: true,
      }),
    },
  })
