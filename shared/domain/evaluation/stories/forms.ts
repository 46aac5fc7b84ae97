import { choice, longText, text } from "../../../form/questions/index.ts"
import { type Section, section } from "../../../form/section.ts"
import { ageBands, stopAskers, stopWays } from "./consent-texts.ts"

/** What a story may be about: measures by their ids, with their names. */
export type About = Readonly<Record<string, string>>

/** The words of a story, written with the person. */
export const storyForm = (title: string, about: About): Section =>
  section({
    id: "story",
    title,
    minutes: 20,
    intro:
      "Write it with the person, in their own words where you can. Nobody but you, the site lead and your information-governance officer reads it before the officer has checked it.",
    asks: {
      pseudonym: text({
        label: "What name does the person want in this story?",
        called: "the name that the person chose",
        hint: "They choose it, and it is not their own name. For example, Peter",
        upTo: 40,
      }),
      band: choice({
        label: "How old is the person?",
        called: "how old the person is",
        hint: "No date of birth, and no exact age.",
        options: ageBands,
      }),
      text: longText({
        label: "The story",
        called: "the story",
        hint: "What was it like before, what happened, and what is different now? No real names, no dates, and no place smaller than the council’s whole area.",
        words: 500,
      }),
      quote: longText({
        label: "What does the person say, in their own words?",
        called: "what the person says in their own words",
        hint: "As they said it. It stands at the top of the story.",
        words: 60,
        optional: true,
      }),
      ...(Object.keys(about).length > 0 && {
        about: choice({
          label: "Which measure is it about?",
          called: "which measure it is about",
          options: about as Record<string, string>,
          optional: true,
        }),
      }),
    },
  })

/** What the officer decides, who wrote nothing of it. */
export const checkForm = (waitsForReason: boolean): Section =>
  section({
    id: "check",
    title: "Check this story",
    minutes: 10,
    asks: {
      decision: choice({
        label: "May others read it?",
        called: "whether others may read it",
        hint: "Others are those whom its person has agreed to, and nobody else.",
        options: {
          share: "Yes: nobody can be recognised from it by those who will read it",
          keep: "No: it is not to be read by others",
        },
      }),
      because: longText({
        label: "Why not?",
        called: "why it is not to be read by others",
        hint: "Whoever wrote it reads this. They can change it and give it to you again.",
        words: 60,
        when: { question: "decision", is: "keep" },
      }),
      ...(waitsForReason && {
        whyMore: whyMore({ optional: true, when: { question: "decision", is: "share" } }),
      }),
    },
  })

const whyMore = (wording: { optional?: boolean; when?: { question: string; is: string } }) =>
  longText({
    label: "It was decided in the person’s best interests. Why may more than the pilot team read it?",
    called: "why more than the pilot team may read it",
    hint: "Without a reason the pilot team alone reads it.",
    words: 100,
    ...wording,
  })

/** Why more than the pilot team may read what was decided in somebody's best interests. */
export const whyMoreForm: Section = section({
  id: "why-more",
  title: "More than the pilot team",
  minutes: 3,
  asks: { whyMore: whyMore({}) },
})

/** Who asks that it stops, and how. Nobody is asked why. */
export const withdrawForm: Section = section({
  id: "withdraw",
  title: "Withdraw this story",
  minutes: 1,
  intro:
    "Its words go at once: from every page, file and report here. Nobody has to say why. It cannot be brought back.",
  asks: {
    asked: choice({
      label: "Who asks for it?",
      called: "who asks for it",
      options: stopAskers,
    }),
    how: choice({ label: "How did they ask?", called: "how they asked", options: stopWays }),
  },
})
