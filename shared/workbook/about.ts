import type { Answers } from "../form/question.ts"
import type { Section } from "../form/section.ts"

/** What a workbook is of. `begins` stands where a section was never saved: nobody has answered it yet. */
export type About = {
  service: string
  title: string
  site: string
  /** What it covers, until when it is due, and where it is given back: each in words. */
  covers: string
  due: string
  address: string
  organisation: string
  kind: string
  edition: number
  reference: string
  revision: number
  sections: Section[]
  answers: Record<string, Answers>
  begins: Record<string, Answers>
}
