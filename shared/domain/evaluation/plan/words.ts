import { dateWords, dayWords, londonDate, stampWords } from "../../../values/london.ts"
import { agreedIn, type EvaluationPlan, type ListedEvaluation, proposedIn, wordsOwed } from "./plan.ts"

/** Who is asked, on pages: the person who speaks for a side. */
export const sideWords = { "the site": "the site lead", "the evaluator": "the evaluator" } as const

const day = (at: string) => dateWords(londonDate(new Date(at)))

/** Where the plan stands, first on its page: a draft never looks agreed. */
export const planStands = (
  one: Pick<EvaluationPlan, "versions" | "state"> | undefined,
  lockedAt: string | undefined,
): string[] => {
  if (!one) return ["NOT BEGUN. Until a plan is agreed, returns ask the core measures alone."]
  const agreed = agreedIn(one)
  const open = proposedIn(one)
  return [
    ...(agreed
      ? [`AGREED: version ${agreed.version}, by both on ${day(agreed.ended?.at ?? agreed.at)}.`]
      : []),
    ...(open ? [proposedWords(open)] : []),
    ...(one.state === "draft"
      ? [
          agreed
            ? `A draft of another version is open. It is NOT PROPOSED YET: version ${agreed.version} counts until another is agreed.`
            : "NOT PROPOSED YET. It is a draft: the site and the evaluator write it together.",
        ]
      : []),
    ...(lockedAt === undefined
      ? []
      : [
          `The measures were LOCKED with the baseline on ${day(lockedAt)}: what each of them measures does not change any more.`,
        ]),
  ]
}

const proposedWords = (one: ListedEvaluation) =>
  `PROPOSED, NOT AGREED YET: version ${one.version} has waited for ${wordsOwed(one)
    .map((side) => sideWords[side])
    .join(" and ")} since ${dayWords(londonDate(new Date(one.at)))}.`

/** Who gave their word on a version, and when. */
export const agreementWords = ({ agreements }: Pick<ListedEvaluation, "agreements">): string[] =>
  agreements.map(({ side, by, at }) => `Agreed for ${side} by ${by.name}, ${stampWords(new Date(at))}.`)
