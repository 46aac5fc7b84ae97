import type { Problem } from "../../form/question.ts"
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
export const fieldFor = (section: Section, problem: Problem) => {
  const type = section.asks[problem.question]?.type
  if (!problem.part && type === "person") return `${problem.question}.name`
  if (!problem.part && type === "date") return `${problem.question}.day`
  return fieldOf(problem)
}
