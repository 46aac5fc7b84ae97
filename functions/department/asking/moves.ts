import { answered } from "../../../shared/domain/answered.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import {
  answerByOf,
  asksAbout,
  cannotAsk,
  openIn,
  questionForm,
  withAsked,
  withinLimit,
} from "../../../shared/domain/selection/asking.ts"
import { letterAbout } from "../../../shared/domain/selection/asking-letter.ts"
import type { PanelQuestion } from "../../../shared/domain/selection/notes.ts"
import { sentIn } from "../../../shared/domain/submissions/sent.ts"
import { addAskingLetter, addQuestion, askingIn, putAsks } from "../../../shared/store/asking.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { cleaned } from "../../../shared/values/text.ts"
import { type C, changing, type Free, freeHere, only } from "../../../shared/web/panel/here.ts"

export const readersOnly = "The chair, the readers and the decision-maker read what was sent."
export const askers = "The chair of the selection panel and the readers of this one can ask."

export type Asked = { reference: string; number: number; answerBy: string; told: number }

/** What was asked about the one in the address, with the sections that can be asked about. */
export const questionsHere = async (c: C, { raw }: Free) => {
  const asking = askingIn(c.var.world.table, raw.organisation)
  const [asked, sent] = await Promise.all([
    asking.about(raw.reference),
    asking.sent(raw.reference, raw.version),
  ])
  const sections = sent ? sentIn(sent).sections.map(({ id, title }) => [id, title]) : []
  return { asked, sections: Object.fromEntries(sections) as Record<string, string> }
}

export const cannotHere = (c: C, { one, raw, whole }: Free) =>
  cannotAsk({ actor: c.var.actor, one, raw, panel: whole.panel, rules: whole.rules })

/** Whoever may read the sheets may read what was asked; nobody finds out here whether they could. */
export const toRead = (c: C) => only(c, "read expressions", readersOnly)

/**
 * Asks an applicant about a section of what is read: the question, the word of it in the site's own calendar and a
 * letter to those who may answer, together. Nobody else is told, and nothing of theirs is changed.
 */
export const askApplicant = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Asked> => {
  const { actor, world } = c.var
  only(c, "ask applicants", askers)
  const note = cleaned.safeParse(given.question).data
  const record = c.req.param("reference") ?? ""
  const result = await changing<Asked>(
    c,
    { right: "ask applicants", says: askers, record, move: "ask the applicant", note, key },
    async () => {
      const desk = await freeHere(c)
      const { one, raw, round, store } = desk
      if (!mayInSelection(actor, "assign") && !one.own) throw new Refused("not allowed", { says: askers })
      const cannot = cannotHere(c, desk)
      if (cannot) throw new Refused("not possible now", { says: cannot })
      const now = world.now()
      const [{ asked, sections }, own, members] = await Promise.all([
        questionsHere(c, desk),
        expectedIn(world.table).of(raw.organisation, round.id),
        peopleIn(world.table).membersOf(raw.organisation),
      ])
      if (own?.stands?.reference !== raw.reference || own.stands.state === "withdrawn")
        throw new Refused("not possible now", { says: `${one.name} has withdrawn it.` })
      withinLimit(asked, now)
      const typed = answered(questionForm(sections, now), given, now)
      const section = String(typed.section)
      const question: PanelQuestion = {
        organisation: raw.organisation,
        reference: raw.reference,
        round: round.id,
        number: (asked.at(-1)?.number ?? 0) + 1,
        version: raw.version,
        section,
        sectionTitle: sections[section] ?? section,
        question: String(typed.question),
        askedAt: now.toISOString(),
        answerBy: answerByOf(String(typed.answerBy)),
        revision: 1,
      }
      const letter = letterAbout(question, {
        members,
        organisationName: one.name,
        title: own.title,
        at: now,
      })
      const counts = { asked: question.number, open: openIn(asked, now).length + 1 }
      return {
        actions: [
          store.put({ ...raw, questions: counts }, raw),
          addQuestion(question),
          putAsks(own, withAsked(asksAbout(own, raw.reference), question, now)),
          ...(letter ? [addAskingLetter(letter)] : []),
        ],
        result: {
          reference: raw.reference,
          number: question.number,
          answerBy: question.answerBy,
          told: letter?.to.length ?? 0,
        },
      }
    },
  )
  const { reference, number, answerBy, told } = result
  return { reference, number, answerBy, told }
}
