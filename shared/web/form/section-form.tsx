import type { Child } from "hono/jsx"
import type { Entries, Problem, Question } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { Control } from "./controls.tsx"

type Props = { section: Section; entries: Entries; problems: Problem[] }

/** A section's questions. One that is asked only after a choice stands under that choice. */
export const SectionQuestions = ({ section, entries, problems }: Props) => {
  const asks = Object.entries(section.asks)
  const only = asks.length === 1
  const draw = (key: string, question: Question): Child => (
    <Control
      question={question}
      name={key}
      entries={entries}
      problems={problems}
      follows={followers(key)}
      size={only ? "m" : "s"}
    />
  )
  const followers = (key: string) => {
    const after = asks.filter(([, { when }]) => when?.question === key)
    if (after.length === 0) return undefined
    const byOption: Record<string, Child> = {}
    for (const [, { when }] of after) {
      const option = when?.is === true ? "yes" : when?.is === false ? "no" : String(when?.is)
      byOption[option] = after
        .filter((one) => one[1].when?.is === when?.is)
        .map(([name, question]) => draw(name, question))
    }
    return byOption
  }
  return <>{asks.filter(([, { when }]) => !when).map(([key, question]) => draw(key, question))}</>
}
