import type { Entries, Problem } from "../../form/question.ts"
import { idsIn } from "../../form/questions/repeated.ts"
import type { Section } from "../../form/section.ts"
import { fieldOf } from "./field.tsx"

/** The first button of a form is what Enter presses: without this one it would be the one that removes a row. */
export const EnterSaves = () => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and said nowhere
  <button type="submit" name="go" value="next" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true">
    Save and continue
  </button>
)

/** The first field of a question, for an error that is about all of it. */
export const fieldFor = (section: Section, problem: Problem, entries: Entries = {}) => {
  const { type, shape } = section.asks[problem.question] ?? {}
  if (problem.part || !type) return fieldOf(problem)
  if (type !== "repeated") return firstOf(problem.question, type)
  const [first] = Object.entries(shape?.of ?? {})
  const row = idsIn(entries, problem.question)[0] ?? "new-1"
  return first ? firstOf(`${problem.question}.${row}.${first[0]}`, first[1].type) : fieldOf(problem)
}

const firstOf = (name: string, type: string) =>
  type === "person" ? `${name}.name` : type === "date" ? `${name}.day` : name
