import type { Answers } from "../../form/question.ts"
import { askedIn, type Section } from "../../form/section.ts"
import type { Json } from "../../values/canonical.ts"
import { dateWords } from "../../values/london.ts"
import { type Desk, desks } from "../actions/action.ts"
import type { Line, SessionText } from "./session.ts"
import { actionNow } from "./session-form.ts"

type Row = { id: string } & Record<string, Json>

/**
 * A text line by line, as the site reads and answers it: each paragraph of a longer answer, each row, each shorter
 * answer. A line's id is `question.place` or `question.row`.
 */
export const linesOf = ({ core, more }: Pick<SessionText, "core" | "more">, sections: Section[]): Line[] =>
  sections.flatMap((section) => {
    const answers = (section.id === "more" ? more : core) as Answers
    return askedIn(section, answers).flatMap(([key, question]): Line[] => {
      const answer = answers[key]
      if (answer === undefined) return []
      const at = (place: string | number, says: string): Line => ({
        id: `${key}.${place}`,
        label: question.label,
        says,
      })
      if (question.type === "repeated")
        return (answer as Row[]).map((row) =>
          at(row.id, key === "actions" ? actionLine(row) : rowLine(question.shape.of ?? {}, row)),
        )
      const words = question.words(answer)
      if (question.type !== "longText") return [at(0, words.replaceAll("\n", "; "))]
      return words
        .split(/\n+/)
        .filter((one) => one.trim() !== "")
        .map((says, place) => at(place, says))
    })
  })

const rowLine = (of: NonNullable<Section["asks"][string]["shape"]["of"]>, row: Row) =>
  Object.entries(of)
    .flatMap(([key, question]) => {
      const answer = row[key]
      if (answer === undefined) return []
      const words = question.words(answer)
      return question.type === "longText" || question.type === "text"
        ? [words.replace(/\.$/, "")]
        : [`${question.label.replace(/\?$/, "")}: ${words}`]
    })
    .join(". ")

const actionLine = ({ text, owner, due, now, because }: Row) => {
  const whose = desks[owner as Desk] ?? "nobody yet"
  const by = due === undefined ? "" : `, by ${dateWords(String(due))}`
  const stands =
    now === "done" || now === "dropped" ? ` ${actionNow[now]}${because ? `: ${String(because)}` : "."}` : ""
  return `${String(text ?? "")} (${whose}${by})${stands}`
}
