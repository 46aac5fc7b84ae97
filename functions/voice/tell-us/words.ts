import { type AnswerGroup, willNotSee } from "../../../shared/domain/evaluation/answers/groups.ts"
import { reportsAt, takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import type { EasyPage, Idea } from "../easy/idea.ts"

const noName = "We do not ask for your name."

const notWatched: Idea = {
  picture: "danger",
  says: [
    "Nobody reads this today.",
    "Is somebody hurting you? Tell a person you trust.",
    "In danger? Phone 999 now.",
  ],
}

/** What is said before the questions. */
export const before: Record<AnswerGroup, Idea[]> = {
  people: [
    { picture: "lock", says: [willNotSee.people, noName] },
    { picture: "people", says: ["Somebody can help you.", "It should not be your named social worker."] },
    { picture: "heart", says: ["You do not have to answer."] },
    notWatched,
  ],
  families: [
    { picture: "lock", says: [willNotSee.families, noName] },
    { picture: "heart", says: ["You do not have to answer."] },
    notWatched,
  ],
  practitioners: [
    {
      picture: "lock",
      says: [willNotSee.practitioners, "It goes to the evaluator. We do not ask for your name."],
    },
    { picture: "heart", says: ["You do not have to answer."] },
  ],
}

export const thanks: EasyPage = {
  title: "Thank you",
  parts: [
    {
      ideas: [
        { picture: "tick", says: ["We have your answer."] },
        { picture: "lock", says: ["We do not know whose it is.", "So we cannot take it out again."] },
      ],
    },
    {
      heading: "What happens next",
      ideas: [
        { picture: "people", says: ["We wait for more answers.", "We need five or more."] },
        { picture: "paper", says: ["We count the answers.", "Then we tell your team what people said."] },
        {
          picture: "book",
          says: ["You can read what we found."],
          link: { href: reportsAt, text: "Read what we found" },
        },
      ],
    },
  ],
}

export const closed: EasyPage = {
  title: "These questions are closed",
  parts: [
    {
      ideas: [
        { picture: "clock", says: ["The time to answer is over.", "Thank you for coming."] },
        {
          picture: "question",
          says: ["You can still ask us."],
          link: { href: `${takingPartAt}/who-to-ask`, text: "Who to ask" },
        },
        {
          picture: "book",
          says: ["You can read what we found."],
          link: { href: reportsAt, text: "Read what we found" },
        },
      ],
    },
  ],
}
