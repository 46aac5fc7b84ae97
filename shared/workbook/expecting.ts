import type { Answers } from "../form/question.ts"
import type { Section } from "../form/section.ts"

/** What a file is read against: the return as it stands now. */
export type Expecting = {
  kind: string
  edition: number
  organisation: string
  reference: string
  revision: number
  sections: Section[]
  answers: Record<string, Answers>
}
