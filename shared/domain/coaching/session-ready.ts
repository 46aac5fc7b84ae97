import type { Answers, Problem } from "../../form/question.ts"
import { problemsIn, type Section } from "../../form/section.ts"
import { unfit } from "../../form/unfit.ts"
import type { Json } from "../../values/canonical.ts"
import { personalIn } from "../answered.ts"
import { type Doubt, doubtsIn } from "../learning/doubts.ts"
import { isNewRow } from "./session-draft.ts"

/** Answers as they are kept, whoever wrote them. */
type Text = Record<"core" | "more", object>

export type Unready = Problem & { section: string; because: "missing" | "wrong" | "personal" }

/**
 * What stands between a text and being shared, beside the question it is about: what is missing, what its question would
 * not take, who is named as nobody may be. It looks at every answer, however it came there.
 */
export const unready = (sections: readonly Section[], text: Text, now: Date): Unready[] =>
  sections.flatMap((section) => {
    const answers = answersIn(section, text)
    const found = [
      ...wrongIn(section, answers),
      ...missingIn(section, answers),
      ...named(section, answers, now),
    ]
    return Object.keys(section.asks).flatMap((key) =>
      found.filter(({ question }) => question === key).map((one) => ({ ...one, section: section.id })),
    )
  })

/** What may let somebody be recognised, in everything that the site will read: asked once, with the name of its question. */
export const doubtful = (sections: readonly Section[], text: Text, now: Date): Doubt[] =>
  sections
    .flatMap((section) =>
      doubtsIn(section, said(answersIn(section, text)), { now }).map(({ question, mark, says }) => ({
        question,
        mark,
        says: `${section.asks[question]?.label} ${says}`,
      })),
    )
    .filter(({ mark }, at, all) => all.findIndex((one) => one.mark === mark) === at)

const answersIn = ({ id }: Section, { core, more }: Text) => (id === "more" ? more : core) as Answers

type Found = Omit<Unready, "section">

/** Of actions, only those that begin here: what others say was taken where it was said. */
const wrongIn = ({ asks }: Section, answers: Answers): Found[] =>
  Object.entries(answers).flatMap(([key, answer]) => {
    const question = asks[key]
    if (!question || answer === undefined) return []
    return unfit(key, question, answer)
      .filter(({ part }) => key !== "actions" || part === undefined || isNewRow(part))
      .map((one) => ({ ...one, says: withRow(one, question.shape.calledRow, answer), because: "wrong" }))
  })

const missingIn = (section: Section, answers: Answers): Found[] =>
  problemsIn(section, answers).map((one) => ({
    ...one,
    because: answers[one.question] === undefined || one.part !== undefined ? "missing" : "wrong",
  }))

const named = (section: Section, answers: Answers, now: Date): Found[] =>
  Object.entries(said(answers)).flatMap(([key, answer]) => {
    const { of, calledRow } = section.asks[key]?.shape ?? {}
    const found: Problem[] = of
      ? rowsOf(answer).flatMap((row) =>
          personalIn({ ...section, asks: of }, row, now).map(({ question, says }) => ({
            question: key,
            part: `${row.id}.${question}`,
            says,
          })),
        )
      : personalIn(section, { [key]: answer }, now)
    return found.map((one) => ({ ...one, says: withRow(one, calledRow, answer), because: "personal" }))
  })

/** What is said here: the words of an action that was there before are its own. */
const said = (answers: Answers): Answers =>
  answers.actions === undefined
    ? answers
    : {
        ...answers,
        actions: rowsOf(answers.actions).map(({ text, ...row }) =>
          isNewRow(String(row.id)) && text !== undefined ? { ...row, text } : row,
        ),
      }

const rowsOf = (answer: Json | undefined) => (Array.isArray(answer) ? answer : []) as Record<string, Json>[]

const withRow = ({ part, says }: Problem, calledRow: string | undefined, answer: Json) => {
  const at = rowsOf(answer).findIndex(({ id }) => part?.split(".")[0] === id)
  return at < 0 ? says : `${says} (${calledRow} ${at + 1})`
}
