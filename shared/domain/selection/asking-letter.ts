import * as z from "zod"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { PanelQuestion } from "./notes.ts"

/** That the selection panel asks about what was sent: saved with the question. It never says who asked. */
export const panelQuestionLetter = z.object({
  letter: z.literal("panel question"),
  id: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  round: z.string(),
  reference: z.string(),
  number: z.int(),
  title: z.string(),
  sectionTitle: z.string(),
  question: z.string(),
  answerBy: z.iso.datetime(),
  at: z.iso.datetime(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).min(1),
})
export type PanelQuestionLetter = z.infer<typeof panelQuestionLetter>

type Telling = { members: Member[]; organisationName: string; title: string; at: Date }

/** To everybody who may answer; none where nobody has access any longer. */
export const letterAbout = (
  one: PanelQuestion,
  { members, organisationName, title, at }: Telling,
): PanelQuestionLetter | undefined => {
  const to = members
    .filter((member) => isLive(member, at) && (member.role === "lead" || member.role === "contributor"))
    .filter(({ email }, index, all) => all.findIndex((other) => other.email === email) === index)
    .map(({ name, email, role }) => ({ name, email, role }))
  if (to.length === 0) return undefined
  const { organisation, round, reference, number, sectionTitle, question, answerBy } = one
  return {
    letter: "panel question",
    id: `${reference}#question-${String(number).padStart(4, "0")}`,
    organisation,
    organisationName,
    round,
    reference,
    number,
    title,
    sectionTitle,
    question,
    answerBy,
    at: at.toISOString(),
    to,
  }
}
