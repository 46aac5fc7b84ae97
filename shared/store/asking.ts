import type { Expected, PanelAsks } from "../domain/calendar/expected.ts"
import type { PanelQuestionLetter } from "../domain/selection/asking-letter.ts"
import { type PanelQuestion, panelQuestion } from "../domain/selection/notes.ts"
import type { SentVersion } from "../domain/submissions/submission.ts"
import type { Action } from "./action.ts"
import { keys } from "./keys.ts"
import { unpacked } from "./packed.ts"
import type { Table } from "./table.ts"

/** What the selection panel asks one organisation: the panel writes it there, the site its answer. */
export const askingIn = (table: Table, organisation: string) => {
  /** Everything that was asked about one submission, in its order: more is never asked than one query holds. */
  const about = async (reference: string): Promise<PanelQuestion[]> => {
    const { pk, sk } = keys.panelQuestion(organisation, reference, 0)
    const { items } = await table.query({ pk, begins: sk.slice(0, -4), strong: true })
    return items.map((item) => panelQuestion.parse(item))
  }

  /** The version of a submission that is read, as it was sent. */
  const sent = async (reference: string, version: number): Promise<SentVersion | undefined> => {
    const item = await table.get(keys.sent(organisation, reference, version), { strong: true })
    return item && unpacked(item)
  }

  return { about, sent }
}

export const addQuestion = (one: PanelQuestion): Action => ({
  put: {
    ...keys.panelQuestion(one.organisation, one.reference, one.number),
    ...panelQuestion.parse(one),
    revision: 1,
  },
  when: "new",
})

/** Once: it is refused where somebody else has answered. */
export const answerQuestion = (before: PanelQuestion, answer: PanelQuestion["answer"]): Action => ({
  put: {
    ...keys.panelQuestion(before.organisation, before.reference, before.number),
    ...panelQuestion.parse({ ...before, answer, revision: before.revision + 1 }),
  },
  when: { is: { revision: before.revision } },
})

/** What the site's own calendar says of it, where that stands as it was read. */
export const putAsks = (one: Expected, panelAsks: PanelAsks): Action => ({
  set: { ...keys.expected(one.organisation, one.round), panelAsks },
  adds: { revision: 1 },
  when: { is: { revision: one.revision } },
})

export const addAskingLetter = (one: PanelQuestionLetter): Action => ({
  put: { ...keys.siteLetter(one.organisation, one.id), ...one },
  when: "new",
})
