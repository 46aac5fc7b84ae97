import { choice, longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { stuckOn } from "./going-words.ts"

export const askForm = section({
  id: "ask",
  title: "Ask the Department for help",
  minutes: 5,
  intro:
    "It goes to the Department’s desk at once, and everybody who has access there can read it. The Department answers within 5 working days.",
  asks: {
    what: choice({ label: "What is it about?", called: "what it is about", options: stuckOn }),
    asks: longText({
      label: "What do you need from the Department?",
      called: "what you need from the Department",
      hint: "Say what is in the way, what you have tried, and what would help.",
      words: 100,
    }),
  },
})

export const answerForm = section({
  id: "answer",
  title: "Answer the site",
  minutes: 10,
  intro: "The site and its coach are told at once. The answer stands: it cannot be changed.",
  asks: { says: longText({ label: "What is the answer?", called: "the answer", words: 150 }) },
})

export const askBackForm = section({
  id: "ask-back",
  title: "Ask something back",
  minutes: 3,
  intro: "The clock stands still until the site has said more. Ask for everything you need at once.",
  asks: {
    asks: longText({ label: "What do you need to know?", called: "what you need to know", words: 60 }),
  },
})

export const sayMoreForm = section({
  id: "say-more",
  title: "Say more",
  minutes: 3,
  intro: "The Department is told at once, and its clock goes on.",
  asks: {
    says: longText({ label: "What do you say?", called: "what you say", words: 100 }),
  },
})

export const withdrawForm = section({
  id: "withdraw",
  title: "Take it back",
  minutes: 2,
  intro: "The Department is told that it need not answer any more.",
  asks: {
    because: longText({ label: "Why do you take it back?", called: "why you take it back", words: 60 }),
  },
})
