import { choice, date, longText, money, text, wholeNumber } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { leastRate } from "./sample.ts"

const because = { label: "Why?", called: "why", words: 100 }

export const owingForm = section({
  id: "owing",
  title: "Ask for money back",
  minutes: 2,
  intro: "The award is less by it from now on. It is asked for next, and another person approves that.",
  asks: {
    amount: money({ label: "How much is to come back?", called: "how much is to come back", least: 1 }),
    because: longText({ ...because, hint: "The site reads this." }),
  },
})

export const askingForm = section({
  id: "asking",
  title: "Ask for it",
  minutes: 1,
  asks: {
    payBy: date({
      label: "By which day is it to be paid back?",
      called: "the day to pay it by",
      hint: "Councils need 20 working days as a rule.",
    }),
  },
})

export const receivingForm = section({
  id: "receiving",
  title: "It was received",
  minutes: 1,
  asks: {
    on: date({ label: "On which day did it come back?", called: "the day it came back" }),
    payerReference: text({
      label: "What reference does the bank give?",
      called: "the bank’s reference",
      upTo: 60,
    }),
  },
})

export const reconcilingForm = section({
  id: "reconciling",
  title: "Reconcile the award",
  minutes: 3,
  asks: {
    because: longText({
      ...because,
      label: "Why do what was awarded and what was used differ?",
      called: "why they differ",
      optional: true,
    }),
  },
})

export const checkingForm = section({
  id: "checking",
  title: "What was found?",
  minutes: 5,
  asks: {
    result: choice({
      label: "Does the evidence show what was claimed?",
      called: "what was found",
      options: { right: "Yes, all of it", wrong: "No, some of it is not right" },
    }),
    wrong: money({
      label: "How much of it is not right?",
      called: "how much of it is not right",
      least: 1,
      when: { question: "result", is: "wrong" },
    }),
    because: longText({
      ...because,
      label: "What did you look at, and what did you find?",
      called: "what you looked at and found",
    }),
  },
})

export const samplingForm = section({
  id: "sampling",
  title: "Choose claims to check",
  minutes: 2,
  asks: {
    rate: wholeNumber({
      label: "What part of all that was accepted, by value, in per cent?",
      called: "the part by value",
      hint: `At least ${leastRate}. More where something was wrong before.`,
      least: leastRate,
      most: 100,
    }),
    seed: text({
      label: "Seed",
      called: "the seed",
      hint: "Any words, such as the date and a name. Leave it empty and one is made. It is kept, so that anybody can choose the same again.",
      upTo: 60,
      optional: true,
    }),
  },
})
