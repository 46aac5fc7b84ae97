import type { Question } from "../../form/question.ts"
import { choice, date, longText, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { addMonths, londonDate, type PlainDate } from "../../values/london.ts"
import { deskChoices } from "../actions/action.ts"
import { impacts, likelihoods, proximities, riskCategories } from "./risk-words.ts"

type Asked = { title: string; now: Date; maySet: boolean }

/** What is asked of a risk, new or looked at again; whoever may set actions may make one of it there and then. */
export const riskForm = ({ title, now, maySet }: Asked): Section => {
  const today = londonDate(now)
  return section({
    id: "risk",
    title,
    minutes: 3,
    intro:
      "The Department reads a risk that scores 15 or more with what is done about it: likelihood times impact. It never reads what is done.",
    asks: {
      title: text({
        label: "What could go wrong?",
        called: "what could go wrong",
        hint: "One line. For example, the second worker may not be replaced before Easter",
        upTo: 120,
      }),
      category: choice({ label: "What is it about?", called: "what it is about", options: riskCategories }),
      likelihoodBefore: choice({
        label: "If nothing is done, how likely is it?",
        called: "how likely it is if nothing is done",
        options: likelihoods,
      }),
      impactBefore: choice({
        label: "If nothing is done, how bad would it be?",
        called: "how bad it would be if nothing is done",
        options: impacts,
      }),
      doing: longText({
        label: "What is done about it?",
        called: "what is done about it",
        hint: "The site, its coach and the coordinators read it; the Department does not.",
        words: 100,
        optional: true,
      }),
      likelihoodAfter: choice({
        label: "With what is done, how likely is it?",
        called: "how likely it is with what is done",
        options: likelihoods,
      }),
      impactAfter: choice({
        label: "With what is done, how bad would it be?",
        called: "how bad it would be with what is done",
        options: impacts,
      }),
      ownerSide: choice({
        label: "Whose is it to look after?",
        called: "whose it is to look after",
        options: deskChoices,
      }),
      ownerWho: text({
        label: "Who there?",
        called: "who looks after it",
        hint: "A role, or the name of somebody who works there",
        upTo: 120,
      }),
      proximity: choice({
        label: "How soon may it happen?",
        called: "how soon it may happen",
        options: proximities,
      }),
      next: date({
        label: "When do you look at it next?",
        called: "the day you look at it next",
        notBefore: today,
        notAfter: addMonths(today, 12),
      }),
      ...(maySet && actionAsks(today)),
    },
    checks: [
      {
        at: "doing",
        needs: ["likelihoodBefore", "impactBefore", "likelihoodAfter", "impactAfter"],
        holds: (given) =>
          Boolean(given.doing) ||
          Number(given.likelihoodAfter) * Number(given.impactAfter) >=
            Number(given.likelihoodBefore) * Number(given.impactBefore),
        otherwise: "Say what is done about it: with it the risk is scored lower",
      },
      {
        at: "likelihoodAfter",
        needs: ["likelihoodBefore", "impactBefore", "likelihoodAfter", "impactAfter"],
        holds: (given) =>
          Number(given.likelihoodAfter) * Number(given.impactAfter) <=
          Number(given.likelihoodBefore) * Number(given.impactBefore),
        otherwise: oddWords,
        weighs: "warning",
      },
    ],
  })
}

/** Said, and never in the way. */
export const oddWords = "It is scored higher with what is done about it than without. Is that what you mean?"

const actionAsks = (today: PlainDate): Record<string, Question> => {
  const when = { question: "action", is: "yes" }
  return {
    action: choice({
      label: "Make an action of it?",
      called: "whether to make an action of it",
      options: { yes: "Yes", no: "No" },
      optional: true,
    }),
    actionText: longText({
      label: "What",
      called: "what is to be done",
      hint: "The Department reads what is open.",
      words: 40,
      when,
    }),
    actionOwner: choice({ label: "Who does it", called: "who does it", options: deskChoices, when }),
    actionDue: date({
      label: "By when",
      called: "the day it is due",
      notBefore: today,
      notAfter: addMonths(today, 24),
      when,
    }),
  }
}

/** Why a risk is closed. */
export const closeForm: Section = section({
  id: "close",
  title: "Close this risk",
  minutes: 1,
  asks: {
    because: longText({
      label: "Why is it closed?",
      called: "why it is closed",
      hint: "It did not happen, it did, or nobody has to look at it any longer. It stays in the record, and can be opened again.",
      words: 60,
    }),
  },
})
