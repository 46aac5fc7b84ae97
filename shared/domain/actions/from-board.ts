import { date, longText, text } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { addMonths, londonDate } from "../../values/london.ts"
import { actionWordsMost } from "./hand-forms.ts"

/** A question of a council's Board: somebody answers it by a day. */
export const boardForm = (now: Date) =>
  section({
    id: "board-question",
    title: "A question from the Board",
    minutes: 2,
    intro:
      "It becomes an action of the site, with its age, until somebody says that it is answered. Your coach and the programme read it too.",
    asks: {
      question: longText({
        label: "What did they ask?",
        called: "what they asked",
        hint: "One question. Nobody recognisable in it.",
        words: actionWordsMost,
      }),
      asked: text({
        label: "Who asked?",
        called: "who asked",
        hint: "The board or committee, and the day of its meeting.",
        upTo: 100,
      }),
      due: date({
        label: "Answered by when?",
        called: "the day by when it is answered",
        notBefore: londonDate(now),
        notAfter: addMonths(londonDate(now), 24),
      }),
    },
  })
