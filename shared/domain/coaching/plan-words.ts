import { dateWords, dayWords, londonDate, type PlainDate, stampWords } from "../../values/london.ts"
import { agreedOf, type ListedVersion, type Plan, proposedOf, waitsFor } from "./plan.ts"
import { isLateMilestone, isOpen, type Milestone, milestoneWords } from "./plan-milestones.ts"

/** Who is asked, on pages: the person who speaks for a side. */
export const sideWords = { "the site": "the site lead", "the programme": "a programme coordinator" } as const

const day = (at: string) => dateWords(londonDate(new Date(at)))

/** Where the plan stands, first on its page: a draft never looks agreed. */
export const planStands = (one: Plan | undefined): string[] => {
  if (!one) return ["NOT BEGUN."]
  const agreed = agreedOf(one)
  const open = proposedOf(one)
  return [
    ...(agreed
      ? [`AGREED: version ${agreed.version}, by both on ${day(agreed.ended?.at ?? agreed.at)}.`]
      : []),
    ...(open ? [proposedWords(open)] : []),
    ...(one.state === "draft"
      ? [
          agreed
            ? `A draft of another version is open. It is NOT PROPOSED YET: version ${agreed.version} counts until another is agreed.`
            : "NOT PROPOSED YET. It is a draft: the site writes it, its coach and the coordinators can read it.",
        ]
      : []),
  ]
}

const proposedWords = (one: ListedVersion) =>
  `PROPOSED, NOT AGREED YET: version ${one.version} has waited for ${waitsFor(one)
    .map((side) => sideWords[side])
    .join(" and ")} since ${dayWords(londonDate(new Date(one.at)))}.`

/** Who gave their word on a version, and when. */
export const agreementWords = ({ agreements }: Pick<ListedVersion, "agreements">): string[] =>
  agreements.map(({ side, by, at }) => `Agreed for ${side} by ${by.name}, ${stampWords(new Date(at))}.`)

/** The next milestone in words, for those who read the plan. */
export const nextMilestone = (all: readonly Milestone[], today: PlainDate): string | undefined => {
  const next = all.find(isOpen)
  if (!next) return undefined
  return `${isLateMilestone(next, today) ? "" : "Next: "}${next.what}. ${milestoneWords(next, today)}`
}
