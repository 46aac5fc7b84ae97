import type { Problem, Question } from "../../form/question.ts"
import { longText } from "../../form/questions/text.ts"
import type { PlainDate } from "../../values/london.ts"
import { findPersonalData } from "../../values/personal-data.ts"
import { Refused } from "../refused.ts"

/** What is written to publish an answer. */
export const publishes = {
  question: longText({
    label: "The question, as everybody will read it",
    called: "the question",
    hint: "You can reword it. Take out whatever says who asked: a name, a council, a telephone number.",
    words: 150,
  }),
  answer: longText({ label: "Your answer", called: "your answer", words: 200 }),
}

/** What is written to close a question without publishing. */
export const closes = {
  reason: longText({
    label: "Why is it not for publishing?",
    called: "the reason",
    hint: "Kept with the question, for coordinators. Whoever asked gets no letter: write to them if they should know.",
    words: 100,
  }),
}

type About = { asker: string; today: PlainDate }

/** The texts as they may be kept: clean, within their words, naming nobody by a number or by the asker's address. */
export const textsIn = <Key extends string>(
  asks: Record<Key, Question>,
  given: Record<Key, string>,
  about: About,
): Record<Key, string> => {
  const keys = Object.keys(asks) as Key[]
  const problems = keys.flatMap((key) => problemsWith(key, asks[key], given[key], about))
  if (problems.length > 0) throw new Refused("not valid", { problems })
  return Object.fromEntries(keys.map((key) => [key, asks[key].schema.parse(given[key])])) as Record<
    Key,
    string
  >
}

const problemsWith = (key: string, asked: Question, given: string, { asker, today }: About): Problem[] => {
  if (given.trim() === "") return [{ question: key, says: asked.ask }]
  const parsed = asked.schema.safeParse(given)
  if (!parsed.success)
    return parsed.error.issues.slice(0, 1).map(({ message }) => ({ question: key, says: message }))
  const text = String(parsed.data)
  const says = findPersonalData(text, { workMailDomains: [], today })
    .filter(({ severity }) => severity === "block")
    .map((found) => found.says)
  if (text.toLowerCase().includes(asker.toLowerCase()))
    says.push("The address of whoever asked is in this text. Take it out; who asked is not published.")
  return says.slice(0, 1).map((one) => ({ question: key, says: one }))
}
