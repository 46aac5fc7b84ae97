import { Refused } from "../../../shared/domain/refused.ts"
import type { PanelQuestion } from "../../../shared/domain/selection/notes.ts"
import { type Sent, sentIn } from "../../../shared/domain/submissions/sent.ts"
import type { Question } from "../../../shared/form/question.ts"
import { kindOfRound } from "../../../shared/kinds/of-rounds.ts"
import { askingIn } from "../../../shared/store/asking.ts"
import { sentTo } from "../../../shared/store/sent-to.ts"
import type { C, Free } from "../../../shared/web/panel/here.ts"

type Section = Sent["sections"][number]

/** A question as it was asked; `drawn` is what it is drawn by, where this edition of the form is still ours. */
export type AskedThen = Section["questions"][number] & { drawn?: Question }
/** `asked` is what the selection panel has asked about it since, with what came back. */
export type SentSection = Omit<Section, "questions"> & { questions: AskedThen[]; asked: PanelQuestion[] }
export type SentHere = Omit<Sent, "sections"> & { sections: SentSection[] }

/** Everything of the version that is read, as it was sent. */
export const sentHere = async (c: C, { one }: Free): Promise<SentHere> => {
  const { table } = c.var.world
  const [found, asked] = await Promise.all([
    sentTo(table, one),
    one.questions.asked > 0 ? askingIn(table, one.organisation).about(one.reference) : [],
  ])
  if (!found) throw new Refused("not found")
  const said = sentIn(found)
  const questions = questionsOf(said)
  return {
    ...said,
    sections: said.sections.map((section) => ({
      ...section,
      questions: section.questions.map((each) => ({ ...each, drawn: questions(section.id, each.id) })),
      asked: asked.filter((each) => each.section === section.id),
    })),
  }
}

/** The questions as this service asks them, with the rows and columns that what was sent does not repeat. */
const questionsOf = ({ kind: id, edition, facts }: Sent) => {
  const kind = kindOfRound(id)
  const parsed = kind?.edition === edition ? kind.facts.safeParse(facts) : undefined
  const sections = kind && parsed?.success ? kind.sections(parsed.data) : []
  return (section: string, question: string): Question | undefined => {
    const asks = sections.find((each) => each.id === section)?.asks
    return asks && Object.hasOwn(asks, question) ? asks[question] : undefined
  }
}
