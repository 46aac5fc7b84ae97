import type { Question } from "../form/question.ts"
import { figureIs, figureLabels } from "../form/questions/figure-labels.ts"
import type { Field } from "./field.ts"

type Made = (is: Field["is"], how: string, rest?: Partial<Field>) => Field

/** The same places to type a figure in that a page has: what it is, or why it is not known, and what it rests on. */
export const figureFields = ({ label, shape }: Pick<Question, "label" | "shape">, one: Made): Field[] => {
  const { figure, options } = shape
  if (!figure) return []
  const { main, of } = figureLabels(figure)
  const is = figureIs(figure.none)
  const field = (part: string, kind: Field["is"], says: string, how: string, rest: Partial<Field> = {}) =>
    one(kind, how, { part, label: `${label} ${says}`, ...rest })
  return [
    field("is", "choice", "Is it known?", "One of the list", { options: is }),
    field("", "number", main, "A number, like 17"),
    ...(of ? [field("of", "number", of, "A whole number, like 17")] : []),
    field("why", "text", "If it is not known, why", "20 words or fewer"),
    field("by", "date", "By when it will be known", "A day, like 3 February 2018"),
    field("none", "text", `${figure.none}, because`, "20 words or fewer"),
    field("on", "date", "The day it is of, where it is another", "A day, like 3 February 2018"),
    field("method", "text", "How it was found", "One line"),
    field("complete", "number", "How much of the data is in it, in %", "A whole number, like 90"),
    ...(options
      ? [
          field("attribution", "choice", "What made the difference?", "One of the list", { options }),
          field("because", "text", "Why do you think so?", "60 words or fewer"),
        ]
      : []),
  ]
}
