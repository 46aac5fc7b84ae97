import { type FigureAnswer, type FigureValue, isKnownFigure } from "../../form/questions/figure-words.ts"
import type { ReturnFacts } from "../../kinds/return-facts.ts"
import { dateWords } from "../../values/london.ts"
import type { Sent } from "../submissions/sent.ts"

/** Fewer than this are hidden from everybody who does not work with the site. */
const least = 5

/** What a return says in figures, in sentences: what is known, what is not and by when, and what will be hidden. */
export const figuresInWords = ({ sections, facts }: Pick<Sent, "sections" | "facts">): string[] => {
  const { evaluation } = facts as unknown as Partial<ReturnFacts>
  const figures = sections.flatMap(({ questions }) =>
    questions.flatMap(({ id, type, label, answer }) =>
      type === "figure" && answer !== undefined
        ? [{ id, label, value: (answer as unknown as FigureAnswer).value }]
        : [],
    ),
  )
  if (figures.length === 0) return ["No figures are in it."]
  const known = figures.filter(({ value }) => isKnownFigure(value))
  const unknown = figures.flatMap(({ label, value }) =>
    "notKnown" in value ? [`“${label}”, by ${dateWords(value.knownBy)}`] : [],
  )
  const none = figures.filter(({ value }) => "notApplicable" in value)
  const openly = new Set(evaluation?.measures.filter((one) => !one.hidesSmall).map(({ id }) => id))
  const small = known.filter(({ id, value }) => !openly.has(id) && isSmall(value))
  return [
    `${known.length} of ${figures.length} figures are known.`,
    ...(unknown.length > 0 ? [`Not known yet, and on your list of what to do: ${unknown.join("; ")}.`] : []),
    ...(none.length > 0 ? [`Without a figure, with your reason: ${named(none)}.`] : []),
    small.length > 0
      ? `Under ${least}, and [c] in everything that is released: ${named(small)}. Others that would give one of these away are hidden with it.`
      : `No figure is under ${least}. One that would give a small number of another site away may still be hidden.`,
  ]
}

const named = (all: { label: string }[]) => all.map(({ label }) => `“${label}”`).join("; ")

const isSmall = (value: FigureValue) => {
  if ("count" in value) return value.count < least
  if ("numerator" in value) return value.numerator < least || value.denominator < least
  return "n" in value && value.n !== undefined && value.n < least
}
