import type { Answers, Question } from "../../../form/question.ts"
import { choice, date, longText, text } from "../../../form/questions/index.ts"
import { type Section, section, visibleAnswers } from "../../../form/section.ts"
import { points } from "../../../kinds/measures/measure.ts"
import type { PersonalData } from "../../../values/hit.ts"
import type { PlainDate } from "../../../values/london.ts"
import { findPersonalData } from "../../../values/personal-data.ts"
import type { Answer } from "./answer.ts"
import { type AnswerGroup, answerGroups } from "./groups.ts"
import { type AskedBy, answerQuestions, askedBy, asksWhoHelped } from "./questions.ts"

export const askedByKey = "asked-by"
export const wordsKey = (question: string) => `${question}-words`

const mostWords = 100

/** What a group is asked, as a form: the same for a link and for a slip that is typed in. Nothing has to be answered. */
export const answerForm = (group: AnswerGroup, title: string): Section => {
  const asks: Record<string, Question> = {}
  for (const { id, asks: label, hint, options, says } of answerQuestions[group]) {
    asks[id] = choice({ label, called: "one of the answers", options, optional: true, ...(hint && { hint }) })
    if (says)
      asks[wordsKey(id)] = longText({
        label: says,
        called: "your words",
        hint: `In your own words. No names. Up to ${mostWords} words.`,
        words: mostWords,
        optional: true,
      })
  }
  if (asksWhoHelped(group))
    asks[askedByKey] = choice({
      label: "Who helped with this form?",
      called: "who helped",
      options: Object.fromEntries(Object.entries(askedBy).map(([key, { words }]) => [key, words])),
      optional: true,
    })
  return section({ id: "answers", title, minutes: 3, asks })
}

/** What is wrong with an answer, kindly: nothing is missing but everything; who somebody is does not belong in it. */
export const kindProblems = (today: PlainDate) => (form: Section, answers: Answers) => {
  const given = visibleAnswers(form, answers)
  const [first] = Object.keys(form.asks)
  if (Object.keys(given).every((key) => key === askedByKey) && first)
    return [{ question: first, says: "Please answer one question or more" }]
  return Object.entries(given).flatMap(([question, answer]) =>
    (form.asks[question]?.texts(answer) ?? [])
      .flatMap((one) => findPersonalData(one, { workMailDomains: [], today }))
      .filter(({ severity, kind }) => severity === "block" || contacts.includes(kind))
      .slice(0, 1)
      .map(({ says }) => ({ question, says: `${firstSentence(says)}. ${keepsYouSafe}` })),
  )
}

/** Elsewhere somebody is asked about these; nobody needs them here. */
const contacts: readonly PersonalData[] = ["phone", "email"]

const keepsYouSafe = "We do not keep that, so that nobody can tell who you are. Please take it out"

export const firstSentence = (says: string) => says.split(". ")[0] ?? says

/** The parts of an answer that come from its form. */
export const answerOf = (
  group: AnswerGroup,
  answers: Answers,
): Pick<Answer, "said" | "words" | "askedBy"> => {
  const asked = answerQuestions[group]
  const found = (key: string) => (typeof answers[key] === "string" ? [[key, String(answers[key])]] : [])
  const helped = answers[askedByKey] as AskedBy | undefined
  return {
    said: Object.fromEntries(asked.flatMap(({ id }) => found(id))),
    words: Object.fromEntries(
      asked.flatMap(({ id, says }) =>
        says ? found(wordsKey(id)).map(([, words]) => [id, words as string]) : [],
      ),
    ),
    ...(helped && { askedBy: helped }),
  }
}

/** What an evaluator says of a wave. */
export const waveForm = (sites: Record<string, string>, today: PlainDate): Section =>
  section({
    id: "wave",
    title: "Ask people directly",
    minutes: 1,
    intro: "You get one link and a slip to print. What is answered comes to you alone.",
    asks: {
      site: choice({ label: "Which site?", called: "a site", options: sites }),
      group: choice({ label: "Who is asked?", called: "who is asked", options: answerGroups }),
      point: choice({ label: "Which point is it for?", called: "a point", options: points }),
      title: text({
        label: "What do you call it?",
        called: "what you call it",
        hint: "The site sees this. For example: autumn 2017. No names.",
        upTo: 60,
      }),
      until: date({
        label: "Until which day can people answer?",
        called: "the last day",
        notBefore: today,
      }),
    },
  })
