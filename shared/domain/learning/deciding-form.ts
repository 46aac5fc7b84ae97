import { choice, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { countWords } from "../../values/words.ts"
import type { Idea } from "./idea.ts"

/** What a coordinator decides about an idea: never further than whoever offered it would have it go. */
export const decidingForm = ({ text, wanted }: Pick<Idea, "text" | "wanted">): Section =>
  section({
    id: "deciding",
    title: "Decide about an idea",
    minutes: 2,
    asks: {
      words: longText({
        label: "The words as others would read them",
        called: "the words as others would read them",
        hint: "You can shorten them: then it says so beside them. To change what they say, leave it and say why.",
        words: Math.max(60, countWords(text)),
      }),
      decision: choice({
        label: "What becomes of it?",
        called: "what becomes of it",
        hint:
          wanted === "community"
            ? "It was offered for the sites of the programme, not for everybody."
            : "It was offered for everybody.",
        options: {
          community: "Share it with every site",
          ...(wanted === "public" && { public: "Share it with everybody" }),
          leave: "Leave it",
        } as Record<string, string>,
      }),
      because: longText({
        label: "Why is it left?",
        called: "why it is left",
        hint: "Whoever offered it reads this in a letter.",
        words: 60,
        when: { question: "decision", is: "leave" },
      }),
    },
    checks: [
      {
        at: "words",
        needs: ["words"],
        holds: ({ words }) => words === text || countWords(words) < countWords(text),
        otherwise: `You can shorten the words, and nothing else: they were ${countWords(text)} words`,
      },
    ],
  })
