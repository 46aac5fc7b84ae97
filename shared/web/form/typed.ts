import type { Answers, Entries, Problem } from "../../form/question.ts"
import { idsIn } from "../../form/questions/repeated.ts"
import type { Section } from "../../form/section.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { shortHash } from "../../values/hash.ts"

/** The fields of a page that shows these answers. */
export const fieldsOf = (section: Section, answers: Answers): Entries =>
  Object.assign(
    {},
    ...Object.entries(section.asks).map(([key, question]) => {
      const answer = answers[key]
      return answer === undefined ? {} : question.write(answer, key)
    }),
  )

const mark = (answer: Json | undefined) => (answer === undefined ? "" : shortHash(canonical(answer)))

/** What each answer was when the page was drawn, as hidden fields: what did not change is not saved. */
export const marksOf = (section: Section, answers: Answers): Entries =>
  Object.fromEntries(Object.keys(section.asks).map((key) => [`was.${key}`, mark(answers[key])]))

/** The answers that were changed on a page: `null` for one that was taken away. What cannot be read is a problem. */
export const changedOn = (section: Section, entries: Entries) => {
  const answers: Record<string, Json> = {}
  const problems: Problem[] = []
  for (const [key, question] of Object.entries(section.asks)) {
    const read = question.read(entries, key)
    if ("problem" in read) {
      problems.push({ question: key, part: read.part, says: read.problem })
      continue
    }
    const was = entries[`was.${key}`] ?? ""
    if ("blank" in read) {
      if (was !== "") answers[key] = null
      continue
    }
    const parsed = question.schema.safeParse(read.value)
    if (!parsed.success || mark(parsed.data as Json) !== was) answers[key] = read.value as Json
  }
  return { answers, problems }
}

/** One more empty row, after "Add another". */
export const withRow = (section: Section, entries: Entries, name = ""): Entries => {
  const question = Object.hasOwn(section.asks, name) ? section.asks[name] : undefined
  const rows = idsIn(entries, name)
  if (question?.type !== "repeated" || rows.length >= (question.shape.upTo ?? 1)) return entries
  return { ...entries, [`${name}.rows`]: [...rows, `new-${rows.length + 1}`].join(",") }
}

/** A row that was taken away, by the button beside it. */
export const withoutRemoved = (entries: Entries): Entries => {
  const [name = "", id = ""] = (entries.remove ?? "").split(".")
  if (id === "") return entries
  const rows = idsIn(entries, name).filter((one) => one !== id)
  return { ...entries, [`${name}.rows`]: rows.join(",") }
}
