import type { Answers } from "../../shared/form/question.ts"
import type { OnDesk } from "./desk.ts"

/** What its fields begin with, as long as nothing is saved in it: from what was accepted before. */
export const begun = (
  { kind, facts, sections }: Pick<OnDesk, "kind" | "facts" | "sections">,
  section: string,
): Answers =>
  Object.keys(sections[section]?.answers ?? {}).length > 0 ? {} : (kind.begins?.(facts)[section] ?? {})
