import * as z from "zod"
import type { Answers, Question } from "../../../form/question.ts"
import { choices, longText } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { kindOf } from "../../../kinds/index.ts"
import { type Role, role, roles } from "../../people/role.ts"
import { asShown, type DraftRound } from "../draft-round.ts"
import { eoiFacts } from "../eoi-facts.ts"
import { type FactsPage, present } from "./page.ts"

const because = (id: string) => `because-${id}`

const reason = (id: string, words: string): [string, Question][] => [
  [
    because(id),
    longText({
      label: `Why is this asked? (${words})`,
      called: `why this is asked (${words})`,
      hint: "Applicants read this.",
      words: 40,
      when: { question: "asked", is: id },
    }),
  ],
]

const sample = { id: "sample", name: "Sample" }

/** The same round, asking for no more than it must. */
const least = (draft: DraftRound) => eoiFacts(asShown({ ...draft, sections: [], signatures: [] }), sample)

/** The sections that a round may ask for besides the short form, with how long each takes. */
export const switchable = (draft: DraftRound) => {
  const kind = kindOf(draft.kind)
  const always = kind.sections(least(draft)).map(({ id }) => id)
  return kind.sections(kind.sample).filter(({ id }) => !always.includes(id))
}

/** The signatures that a round may ask for besides those it always does. */
export const moreSignatures = (draft: DraftRound): Role[] => {
  const kind = kindOf(draft.kind)
  const always = kind.signatures(least(draft)).map((one) => one.role)
  return kind
    .signatures(kind.sample)
    .filter((one) => !always.includes(one.role))
    .flatMap((one) => role.safeParse(one.role).data ?? [])
}

const shape = z.object({ asked: z.array(z.string()).default([]), heavy: z.string().optional() })

/** What was chosen, each with its reason. */
const chosenIn = (answers: Answers) =>
  shape.parse(answers).asked.map((id) => ({ id, because: String(answers[because(id)] ?? "") }))

const answersOf = (chosen: { id: string; because: string }[] = []): Answers =>
  chosen.length === 0
    ? {}
    : {
        asked: chosen.map(({ id }) => id),
        ...Object.fromEntries(chosen.map((one) => [because(one.id), one.because])),
      }

export const sections: FactsPage = {
  id: "sections",
  title: "What is asked besides the short form",

  section: (draft) => {
    const options = switchable(draft)
    const asks: Record<string, Question> = {
      asked: choices({
        label: "What does this round ask besides the short form?",
        called: "what is asked besides the short form",
        hint: "Nothing, where the short form is enough. Whatever else you need can be asked after an offer.",
        options: Object.fromEntries(
          options.map(({ id, title, minutes }) => [id, `${title}: about ${minutes} minutes`]),
        ),
        optional: true,
      }),
      ...Object.fromEntries(options.flatMap(({ id, title }) => reason(id, title))),
      heavy: longText({
        label: "If this asks a lot for the money, why?",
        called: "why this asks a lot for the money",
        hint: "Asked where the work of writing it costs more than 5% of what a site can get.",
        words: 60,
        optional: true,
      }),
    }
    return section({ id: "sections", title: sections.title, minutes: 0, asks })
  },

  answers: (draft) => ({ ...answersOf(draft.sections), ...present({ heavy: draft.reasons?.heavy }) }),

  into: (draft, answers) => ({
    ...draft,
    sections: chosenIn(answers),
    reasons: { ...draft.reasons, heavy: shape.parse(answers).heavy },
  }),
}

export const signatures: FactsPage = {
  id: "signatures",
  title: "Whose signatures are needed",

  section: (draft) => {
    const options = moreSignatures(draft)
    const asks: Record<string, Question> = {
      asked: choices({
        label: "Who must confirm it, besides the lead and the sponsor?",
        called: "who must confirm it",
        hint: "Nobody, where their word can be given after an offer.",
        options: Object.fromEntries(options.map((one) => [one, `The ${roles[one].words}`])),
        optional: true,
      }),
      ...Object.fromEntries(options.flatMap((one) => reason(one, `the ${roles[one].words}`))),
    }
    return section({ id: "signatures", title: signatures.title, minutes: 0, asks })
  },

  answers: (draft) => answersOf(draft.signatures?.map((one) => ({ id: one.role, because: one.because }))),

  into: (draft, answers) => ({
    ...draft,
    signatures: chosenIn(answers).map((one) => ({ role: one.id, because: one.because })),
  }),
}
