import type { Question } from "../../form/question.ts"
import { choice, date, longText, money, repeated, wholeNumber } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import type { PlainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { countWords } from "../../values/words.ts"
import { type DecisionWord, decisions, isFunded } from "./decision-word.ts"
import type { Reading } from "./reading.ts"
import { writeAsRead } from "./scoring.ts"
import type { Total } from "./total.ts"

/** A decision's reason is at least so many words, and at most. */
export const decisionBecause = { least: 30, most: 200 }

export const mostConditions = 6

export type AboutDecision = {
  one: Reading
  total?: Total
  /** Pence. */
  ceiling: number
  today: PlainDate
  /** A reserve that is promoted, after the round was told. */
  promotion?: true
}

/** What can be decided: nothing but that they could not apply, where the check said so. */
export const decisionsFor = ({
  one,
  promotion,
}: Pick<AboutDecision, "one" | "promotion">): DecisionWord[] => {
  if (one.apply?.answer === "no") return ["ineligible"]
  const words = (Object.keys(decisions) as DecisionWord[]).filter((word) => word !== "ineligible")
  return promotion ? words.filter(isFunded) : words
}

/** The criteria for which nothing counts but a 0. */
export const noughtsIn = (total: Total | undefined) =>
  (total?.lines ?? []).filter(({ counts }) => counts.over === 0)

/** What is written to decide about one. Everything that hangs on it being funded is asked only where it can be. */
export const decisionForm = (about: AboutDecision): Section => {
  const { one, ceiling, today, promotion } = about
  const words = decisionsFor(about)
  const asked = one.amount === undefined ? "" : `They ask for ${pounds(one.amount)}. `
  const funding: Record<string, Question> = {
    amount: money({
      label: "How much?",
      called: "the amount",
      hint: `${promotion ? "" : "Only where it is successful. "}${asked}The most in this round is ${pounds(ceiling)}.`,
      least: 1,
      most: ceiling,
      ...(!promotion && { optional: true }),
    }),
    overBecause: longText({
      label: "Why more than they ask for?",
      called: "why it is more than they ask for",
      hint: "Only where it is more.",
      words: 60,
      optional: true,
    }),
  }
  return section({
    id: "decision",
    title: promotion ? "Promote the reserve" : one.decided ? "Decide anew" : "Decide",
    minutes: 0,
    intro: writeAsRead,
    asks: {
      decision: choice({
        label: "What is decided?",
        called: "what is decided",
        options: Object.fromEntries(words.map((word) => [word, decisions[word]])),
      }),
      ...(words.includes("reserve") && { place: placeOnList }),
      ...(words.includes("with conditions") && { conditions: conditionsFrom(today) }),
      ...(words.some(isFunded) && funding),
      reason: longText({
        label: "Why?",
        called: "why it is decided so",
        hint: `${decisionBecause.least} to ${decisionBecause.most} words.`,
        words: decisionBecause.most,
      }),
      ...(one.views.length > 0 && { viewsUsed }),
      ...(words.some(isFunded) && noughtsIn(about.total).length > 0 && { zeroBecause }),
      ...(one.decided && !promotion && { anewBecause }),
    },
    checks: [
      {
        at: "reason",
        needs: ["reason"],
        holds: ({ reason }) => countWords(String(reason)) >= decisionBecause.least,
        otherwise: ({ reason }) =>
          `Say why in ${decisionBecause.least} words or more. You have ${countWords(String(reason))}`,
      },
    ],
  })
}

const placeOnList = wholeNumber({
  label: "Which place on the reserve list?",
  called: "the place on the reserve list",
  hint: "1 is the first to be promoted.",
  least: 1,
  most: 999,
  when: { question: "decision", is: "reserve" },
})

const conditionsFrom = (today: PlainDate) =>
  repeated({
    label: "What must be done, and by when?",
    called: "at least one condition",
    calledRow: "condition",
    upTo: mostConditions,
    of: {
      text: longText({
        label: "Condition",
        called: "the condition",
        hint: "The applicant reads it.",
        words: 60,
      }),
      due: date({ label: "By which day?", called: "the day it is due", notBefore: today }),
    },
    optional: true,
    when: { question: "decision", is: "with conditions" },
  })

const viewsUsed = longText({
  label: "How were the views of members with lived experience used?",
  called: "how the views were used",
  hint: "Their views stand above.",
  words: 60,
})

const zeroBecause = longText({
  label: "Why does it go ahead although a score is 0?",
  called: "why it goes ahead although a score is 0",
  hint: "Only where it is successful.",
  words: 60,
  optional: true,
})

const anewBecause = longText({
  label: "Why is it decided anew?",
  called: "why it is decided anew",
  hint: "The decision before stays on record.",
  words: 60,
})
