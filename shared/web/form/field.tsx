import type { Child } from "hono/jsx"
import type { Entries, Problem, Question } from "../../form/question.ts"
import { ErrorMessage } from "../govuk/error-message.tsx"

export type ControlProps = {
  question: Question
  /** The name of its field, and its id: what an error links to. */
  name: string
  entries: Entries
  problems: Problem[]
  /** What is asked only where this choice is made, by option. */
  follows?: Record<string, Child>
  /** More options than this are in a list to choose from. */
  many?: number
  /** The heading of its page, where it is the only question there. */
  size?: "s" | "m" | "l"
}

/** Where links to a question of several fields lead, and an error of the whole group: each field shows its own. */
export const Whole = ({ name, problems }: { name: string; problems: Problem[] }) => {
  const own = problems.filter((one) => one.question === name && !one.part)
  return (
    <div id={name} class="anchor">
      {own.length > 0 && <ErrorMessage>{own.map((one) => one.says).join(". ")}</ErrorMessage>}
    </div>
  )
}

export const common = (
  question: Question,
  name: string,
  { problems, size }: Pick<ControlProps, "problems" | "size">,
) => ({
  ...field(name, problems),
  label: {
    text: question.optional ? `${question.label} (optional)` : question.label,
    size: size ?? ("s" as const),
  },
  hint: hintOf(question),
})

export const field = (name: string, problems: Problem[]) => ({
  id: name,
  name,
  errorMessage: says(name, problems),
})

export const hintOf = ({ hint, why }: Question) =>
  why ? (
    <>
      {hint && <>{hint} </>}
      <span class="why">Why we ask: {why}</span>
    </>
  ) : (
    hint
  )

/** What is wrong with a field: the same words as in the summary. A group also takes its parts'. */
export const says = (name: string, problems: Problem[], withParts = false) => {
  const own = problems.filter((one) => (withParts && one.question === name) || fieldOf(one) === name)
  return own.length > 0 ? own.map((one) => one.says).join(". ") : undefined
}

/** The field a problem is at. */
export const fieldOf = ({ question, part }: Problem) => (part ? `${question}.${part}` : question)

export const optionsOf = ({ shape }: Question) => Object.entries(shape.options ?? {})

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
