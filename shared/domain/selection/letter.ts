import * as z from "zod"
import { dateWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type DecisionWord, decisions, isFunded } from "./decision-word.ts"
import { type ToldDecision, toldDecision } from "./told.ts"

/** A decision as it goes by email, after the round was told: once for each version of it. */
export const decisionLetter = z.object({
  letter: z.literal("decision"),
  id: z.string(),
  organisation: z.string(),
  reference: z.string(),
  round: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
  decision: toldDecision,
})
export type DecisionLetter = z.infer<typeof decisionLetter>

export const decisionLetterId = (reference: string, version: number) => `${reference}#decision-${version}`

export const inConfidence = "In confidence until the Department announces."
export const whomToTell = "You may tell the people you need in order to start."
export const lookAgain =
  "You can ask us to look again at how it was decided, not at the judgement. Use the telephone number or the email address given here."

/** The decision in a few words, with the place of a reserve. */
export const decidedWords = ({ decision, place }: Pick<ToldDecision, "decision" | "place">) =>
  decision === "reserve" && place !== undefined
    ? `${decisions.reserve}, number ${place} on the list`
    : decisions[decision]

export const nextFor: Record<DecisionWord, string> = {
  successful:
    "You can begin to get ready now. We write to you about accepting the money: your sponsor and your section 151 officer do that.",
  "with conditions":
    "You can begin to get ready now. Each condition is to be met by its date. We write to you about accepting the money: your sponsor and your section 151 officer do that.",
  reserve:
    "Nothing for you to do now. If a site cannot go ahead, the money is offered to the first on the reserve list.",
  unsuccessful:
    "Nothing for you to do. Your expression of interest stays here, and you can read it at any time.",
  ineligible:
    "Nothing for you to do. Your expression of interest stays here, and you can read it at any time.",
}

export const decisionSubject = ({ roundTitle, reference }: ToldDecision) =>
  `The decision about ${reference}: ${roundTitle}`

/** What it says to one of those it goes to, a paragraph a line. */
export const decisionLines = (one: ToldDecision, name: string, origin: string): string[] => [
  `${name},`,
  `The decision about the expression of interest of ${one.organisationName}, ${one.reference}: ${decidedWords(one)}.`,
  ...(isFunded(one.decision) && one.amount !== undefined ? [`Amount: ${pounds(one.amount)}.`] : []),
  isFunded(one.decision) ? `${inConfidence} ${whomToTell}` : inConfidence,
  ...(one.because === undefined ? [] : [`Why: ${one.because}`]),
  ...listed(
    "Conditions",
    one.conditions.map(({ text, due }) => `${text} By ${dateWords(due)}.`),
  ),
  ...listed("What was strong", one.strengths),
  ...listed("What was missing", one.gaps),
  ...listed("Please note", one.caveats),
  `What happens next: ${nextFor[one.decision]}`,
  `The whole decision, with its scores: ${origin}/organisations/${one.organisation}/submissions/${one.reference}/decision`,
  lookAgain,
]

const listed = (title: string, lines: string[]) =>
  lines.length === 0 ? [] : [[`${title}:`, ...lines.map((line) => `- ${line}`)].join("\n")]
