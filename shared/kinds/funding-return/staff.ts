import { choice, date, decimal, money, repeated, text, yesNo } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { daysBetween } from "../../values/london.ts"
import type { ReturnFacts } from "../return-facts.ts"

type Post = { role?: string; start?: string; end?: string; state?: string }

/** The posts of the pilot, never who is in them. */
export const staff = (facts: ReturnFacts) =>
  section({
    id: "staff",
    title: "Posts",
    minutes: 10,
    money: true,
    asks: {
      posts: repeated({
        label: "Which posts does the pilot have?",
        called: "the posts of the pilot",
        hint: "One row for each, without anybody’s name.",
        upTo: 15,
        calledRow: "post",
        of: {
          role: text({ label: "Role", called: "the role", upTo: 80 }),
          share: decimal({
            label: "Part of a full-time post",
            called: "the part of a full-time post",
            hint: "1 is full time, 0.6 is three days a week.",
            least: 0.01,
            most: 1,
            places: 2,
          }),
          state: choice({
            label: "Is it filled?",
            called: "whether it is filled",
            options: { filled: "Filled", vacant: "Vacant" },
          }),
          start: date({
            label: "Filled or vacant since",
            called: "the day since when it is filled or vacant",
            notBefore: "1970-01-01",
          }),
          end: date({
            label: "Planned until",
            called: "the day until when it is planned",
            notBefore: "1970-01-01",
          }),
        },
      }),
    },
    checks: [
      {
        at: "posts",
        needs: ["posts"],
        holds: ({ posts }) => posts.every(({ start, end }) => !start || !end || start <= end),
        otherwise: "A post cannot end before it starts: change one of the two days",
      },
      {
        at: "posts",
        needs: ["posts"],
        weighs: "warning",
        holds: ({ posts }) => longVacant(facts, posts).length === 0,
        otherwise: ({ posts }) => vacantWords(longVacant(facts, posts)),
      },
    ],
  })

/** Posts that have been vacant for more than thirty days when the period ends. */
const longVacant = ({ return: { to } }: ReturnFacts, posts: readonly Post[]) =>
  posts.filter(({ state, start }) => state === "vacant" && start && daysBetween(start, to) > 30)

const vacantWords = (posts: readonly Post[]) => {
  const [first, ...more] = posts.map(({ role = "A post" }) => role)
  return more.length === 0
    ? `${first} has been vacant for more than 30 days`
    : `${[first, ...more].join(", ")} have been vacant for more than 30 days`
}

/** What the pilot has from elsewhere. */
export const otherFunding = section({
  id: "other-funding",
  title: "Other funding",
  minutes: 5,
  money: true,
  asks: {
    any: yesNo({
      label: "Does anybody else pay for the pilot, or give it something?",
      called: "whether anybody else pays for the pilot",
    }),
    sources: repeated({
      label: "Who, and how much?",
      called: "who else pays",
      when: { question: "any", is: true },
      upTo: 10,
      calledRow: "source",
      of: {
        source: text({ label: "Who it is from", called: "who it is from", upTo: 120 }),
        amount: money({
          label: "Amount, or what it is worth",
          called: "the amount, or what it is worth",
          least: 1,
        }),
        kind: choice({
          label: "What is it?",
          called: "what it is",
          options: { cash: "Money", kind: "Something in kind, such as staff or rooms" },
        }),
        secured: yesNo({ label: "Is it certain?", called: "whether it is certain" }),
      },
    }),
  },
})
